// What a test or a demonstration may do to the backend from outside the contract.
import { randomBytes } from 'node:crypto';
import type { Context } from '../context';
import { resetData } from '../db/open';
import type { Row } from '../db/store';
import type { DropPlan, FailPlan, Faults, Maintenance } from '../http/faults';
import type { RequestLog } from '../http/requests';
import type { Profile, Revision } from '../profile';
import { endSession, liveSessions } from '../v4/auth/sessions';
import type { EndReason } from '../v4/auth/session';
import { mint } from '../v4/backpack/mint';
import type { NewItem } from '../v4/backpack/mint';
import { latestOrder, settle } from '../v4/backpack/orders';
import { redeemAtCounter } from '../v4/counter/redeem';
import type { Shown } from '../v4/counter/redeem';
import { closeSession } from '../v4/chat/agent';
import { usualChat } from '../v4/chat/port';
import { ScriptedAgent } from '../v4/chat/script/agent';
import { notFound } from '../v4/errors';
import { writeQr } from '../v4/qr';
import { XcxControls } from '../xcx/dev/controls';
import type { SocketWeather } from '../v4/realtime/weather';

/** A gift: an item with at least an owner; the rest has defaults. */
export type Gift = Partial<NewItem> & { owner_user_id: number };

export class DevControls {
  /** Answers customers when nobody does. */
  readonly script: ScriptedAgent;

  /** @param isScripted whether the scripted agent is there at the start, and after each `reset` */
  constructor(
    private readonly ctx: Context,
    private readonly isScripted = false,
  ) {
    this.script = new ScriptedAgent(ctx);
    this.script.turn(isScripted);
  }

  /** The staff backend's own controls. */
  get xcx(): XcxControls {
    return new XcxControls(this.ctx);
  }

  get requests(): RequestLog {
    return this.ctx.requests;
  }

  get faults(): Faults {
    return this.ctx.faults;
  }

  /** Delays every API answer by `ms`, also those that wait already: 0 lets them go. */
  latency(ms: number): void {
    this.ctx.faults.latencyMs = ms;
  }

  /** Lets the next `count` API calls under `prefix` fail with `status`. */
  fail(plan: Partial<FailPlan> & { status: number }): void {
    const {
      count = 1,
      status,
      code = 'INTERNAL_ERROR',
      message = '服务暂时不可用',
      data = {},
      prefix = '/api/',
    } = plan;
    this.ctx.faults.fail({ count, status, code, message, data, prefix });
  }

  /** Cuts the next `count` connections, before the call is handled or after (its answer is lost). */
  drop(plan: Partial<DropPlan> = {}): void {
    const { count = 1, when = 'before', prefix = '/api/' } = plan;
    this.ctx.faults.drop({ count, when, prefix });
  }

  /** Access tokens issued so far to this person answer `TOKEN_EXPIRED`. */
  expireAccess(userId: number): void {
    const sql = 'UPDATE authentication_sessions SET access_serial = access_serial + 1 WHERE user_id = ?';
    this.ctx.store.run(sql, userId);
  }

  /** Refresh tokens issued so far to this person answer `INVALID_REFRESH_TOKEN`. */
  expireRefresh(userId: number): void {
    this.ctx.store.run('UPDATE users SET refresh_serial = refresh_serial + 1 WHERE user_id = ?', userId);
  }

  /** Ends every session of a person: `other_device` answers `SESSION_REPLACED`, the rest `SESSION_REVOKED`. */
  endSessions(userId: number, reason: EndReason = 'other_device'): number {
    const sessions = liveSessions(this.ctx, userId);
    for (const session of sessions) endSession(this.ctx, session, reason);
    return sessions.length;
  }

  /** Whether a customer has a live socket, so that pushes reach them. */
  isOnline(userId: number): boolean {
    return this.ctx.online.has(userId);
  }

  /** What can go wrong with sockets. */
  get sockets(): SocketWeather {
    return this.ctx.sockets;
  }

  /** Closes a chat session as the system's idle timeout does. Throws when it is closed already. */
  closeChat(sessionId: bigint, reason = '长时间未回复，会话自动关闭'): void {
    closeSession(this.ctx, sessionId, reason, 'system');
  }

  /** The next chat message gets this id (which must be higher than all there are). */
  nextMessageId(id: bigint): void {
    const { store } = this.ctx;
    const sql = `UPDATE sqlite_sequence SET seq = ? WHERE name = 'chat_messages'`;
    if (store.run(sql, id - 1n) > 0) return;
    store.run(`INSERT INTO sqlite_sequence (name, seq) VALUES ('chat_messages', ?)`, id - 1n);
  }

  /** Deployed profile: how long a send waits when no agent is there, ms (3000 by itself). */
  waitWithoutAgent(ms: number): void {
    this.ctx.chatSettings.waitWithoutAgentMs = ms;
  }

  /** Gives a person a new item and returns its id. */
  give(gift: Gift): bigint {
    const { item_name = '门店赠券', tracking_code = `TRK-G-${randomBytes(6).toString('hex')}` } = gift;
    return mint(this.ctx, { source: 'gift', ...gift, item_name, tracking_code }).item_id;
  }

  /** The counter redeems what is shown, or an item's pending order. Throws as the counter route does. */
  redeem(shown: Shown & { item_id?: bigint | undefined }, staffId = 35) {
    if (shown.item_id === undefined) return redeemAtCounter(this.ctx, staffId, shown);
    settle(this.ctx);
    const order = latestOrder(this.ctx, shown.item_id);
    if (order === undefined) throw notFound('该物品没有待核销订单');
    const reference = { oid: order.redemption_order_id, ch: order.code_hash.slice(0, 8) };
    const { qr_content } = writeQr(this.ctx.secrets.redemption, reference, this.ctx.clock.now());
    return redeemAtCounter(this.ctx, staffId, { qr_content });
  }

  /** Answers every call with 503 `SYSTEM_MAINTENANCE` until it is set to null. */
  maintenance(state: Maintenance | null): void {
    this.ctx.faults.maintenance = state;
  }

  get profile(): Profile {
    return this.ctx.profile;
  }

  /** Of both APIs; `xcx.setProfile` of the staff's alone. */
  setProfile(profile: Profile): void {
    this.ctx.profile = profile;
    this.ctx.xcx.profile = profile;
  }

  get revision(): Revision {
    return this.ctx.revision;
  }

  /** Of the deployed V4 backend. */
  setRevision(revision: Revision): void {
    this.ctx.revision = revision;
  }

  get now(): number {
    return this.ctx.clock.now();
  }

  /** Moves the backend's clock and applies the deadlines that it passes. */
  advance(ms: number): void {
    this.ctx.clock.advance(ms);
    settle(this.ctx);
  }

  resetClock(): void {
    this.ctx.clock.reset();
  }

  /** Back to the seeded data, with no faults, the usual settings, no counted requests and the machine's time. */
  reset(): void {
    this.ctx.clock.reset();
    // Of what was asked before the data went nothing may come true afterwards.
    this.ctx.faults.dropDelayed();
    this.ctx.faults.clear();
    this.ctx.xcx.clear();
    this.ctx.sockets.clear();
    this.ctx.limiter.clear();
    this.ctx.requests.clear();
    this.ctx.issuedQrs.clear();
    Object.assign(this.ctx.chatSettings, usualChat());
    this.script.turn(this.isScripted);
    resetData(this.ctx);
  }

  /** The last QR issued for an item. */
  lastQr(itemId: bigint): string | undefined {
    return this.ctx.issuedQrs.get(itemId.toString());
  }

  /** An item as stored, with its orders, holds and ledger. */
  item(itemId: bigint): { item: Row; orders: Row[]; holds: Row[]; ledger: Row[] } | undefined {
    settle(this.ctx);
    const { store } = this.ctx;
    const item = store.first('SELECT * FROM items WHERE item_id = ?', itemId);
    if (item === undefined) return undefined;
    return {
      item,
      orders: store.all('SELECT * FROM redemption_orders WHERE item_id = ? ORDER BY rowid', itemId),
      holds: store.all('SELECT * FROM item_holds WHERE item_id = ? ORDER BY item_hold_id', itemId),
      ledger: store.all('SELECT * FROM item_ledger WHERE item_id = ? ORDER BY item_ledger_id', itemId),
    };
  }
}
