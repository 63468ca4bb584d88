// The store's counter in this process: the reference backend's backpack and redemption over a store of their own. People win
// new items for as long as a run goes on.
import type { Clock } from '../../../backend/clock';
import type { Context } from '../../../backend/context';
import { openStore } from '../../../backend/db/open';
import { SCHEMA } from '../../../backend/db/schema';
import { seedPeople } from '../../../backend/db/seed/people';
import { parseId } from '../../../backend/http/input';
import type { Profile } from '../../../backend/profile';
import { userById } from '../../../backend/v4/auth/users';
import type { User } from '../../../backend/v4/auth/users';
import { itemById, itemsOf } from '../../../backend/v4/backpack/items';
import type { Item } from '../../../backend/v4/backpack/items';
import { listAvailable, listPage } from '../../../backend/v4/backpack/list';
import { mint } from '../../../backend/v4/backpack/mint';
import { latestOrder, orderById, settle } from '../../../backend/v4/backpack/orders';
import type { Order } from '../../../backend/v4/backpack/orders';
import { redeem, refreshQr, requireOwner } from '../../../backend/v4/backpack/redeem';
import { itemDetail } from '../../../backend/v4/backpack/view';
import { cancelAtCounter, redeemAtCounter } from '../../../backend/v4/counter/redeem';
import type { Shown } from '../../../backend/v4/counter/redeem';
import { ApiError, notFound } from '../../../backend/v4/errors';
import { readQr } from '../../../backend/v4/qr';
import { contextOver } from '../context';

/** Nobody has fewer that are free. */
const LEAST_FREE = 3;
/** Every so many items are over soon: their orders too. */
const SHORT_LIVED = 4;
const SHORT_MS = 40 * 60_000;
const STAFF_ID = 35;
const PEOPLE = [32, 33] as const;

/** A code as the server told it, once. */
export interface Told {
  user_id: number;
  item_id: string;
  redemption_order_id: string;
  code: string;
}

export class Counter {
  readonly told: Told[] = [];
  private readonly ctx: Context;
  private made = 0;

  constructor(clock: Clock, profile: Profile) {
    const store = openStore(':memory:');
    for (const script of SCHEMA) store.script(script);
    seedPeople(store, clock.now());
    this.ctx = contextOver(store, clock, profile);
    PEOPLE.forEach((user_id) => this.stock(user_id));
  }

  dispose(): void {
    this.ctx.store.close();
  }

  /** @returns undefined for a route that is not the backpack's. Throws what the backend refuses */
  answer(
    user_id: number,
    method: string,
    path: string,
    query: Readonly<Record<string, string>>,
  ): { data: unknown } | undefined {
    const { ctx } = this;
    const [found, item_path, rest] = /\/backpack(\/items\/\d+|\/items)?(\/.*)?$/.exec(path) ?? [];
    if (found === undefined) return undefined;
    this.stock(user_id);
    const viewer = { user_id, origin: 'http://chaos.test' };
    const id = parseId(item_path?.split('/')[2]);
    const route = `${method} ${item_path === undefined ? '' : id === undefined ? '/items' : '/items/:id'}${rest ?? ''}`;
    const user = this.userOf(user_id);
    const qr = ctx.profile === 'deployed' ? 'POST' : 'GET';
    if (route === (ctx.profile === 'deployed' ? 'GET ' : 'GET /items'))
      return { data: ctx.profile === 'deployed' ? listAvailable(ctx, viewer) : listPage(ctx, query, viewer) };
    if (id === undefined) throw notFound(`接口不存在: ${route}`);
    switch (route) {
      case 'GET /items/:id':
        settle(ctx);
        return { data: itemDetail(ctx, this.ownItem(user, id), viewer) };
      case 'POST /items/:id/redeem':
        return { data: this.redeem(user, id) };
      case `${qr} /items/:id/redeem/refresh-qr`:
        return { data: refreshQr(ctx, user, id) };
      default:
        throw notFound(`接口不存在: ${route}`);
    }
  }

  /** Orders of a person that wait at the counter now. */
  pending(user_id: number): Order[] {
    settle(this.ctx);
    return itemsOf(this.ctx, user_id).flatMap(({ item_id }) => {
      const order = latestOrder(this.ctx, item_id);
      return order?.status === 'pending' ? [order] : [];
    });
  }

  isPending(redemption_order_id: string): boolean {
    settle(this.ctx);
    return orderById(this.ctx, redemption_order_id)?.status === 'pending';
  }

  /** What a QR says; undefined where this store has not signed it. */
  read(qr_content: string): { order: Order; owner_user_id: number; expires_at: number } | undefined {
    const payload = readQr(this.ctx.secrets.redemption, qr_content);
    const order = payload === undefined ? undefined : orderById(this.ctx, payload.oid);
    const item = order === undefined ? undefined : itemById(this.ctx, order.item_id);
    if (payload === undefined || order === undefined || item === undefined) return undefined;
    return { order, owner_user_id: item.owner_user_id, expires_at: payload.exp };
  }

  /** Somebody at the counter redeems what is shown, or cancels its order. @returns why not, a code of the contract */
  take(shown: Shown, what: 'redeem' | 'cancel'): string | undefined {
    try {
      if (what === 'redeem') redeemAtCounter(this.ctx, STAFF_ID, shown);
      else cancelAtCounter(this.ctx, shown);
      return undefined;
    } catch (error) {
      if (error instanceof ApiError) return error.code;
      throw error;
    }
  }

  private redeem(user: User, item_id: bigint) {
    const reply = redeem(this.ctx, user, item_id);
    const { redemption_order_id } = reply.order;
    this.told.push({
      ...{ user_id: user.user_id, item_id: String(item_id), redemption_order_id },
      code: reply.code,
    });
    return reply;
  }

  private stock(user_id: number): void {
    const { ctx } = this;
    settle(ctx);
    const free = itemsOf(ctx, user_id, { status: 'available' }).length;
    for (let more = free; more < LEAST_FREE; more += 1) {
      const number = (this.made += 1);
      mint(ctx, {
        ...{ owner_user_id: user_id, item_name: `兑换券${number}`, tracking_code: `TRK-${number}` },
        expires_at: number % SHORT_LIVED === 0 ? ctx.clock.now() + SHORT_MS : null,
      });
    }
  }

  private userOf(user_id: number): User {
    const user = userById(this.ctx, user_id);
    if (user === undefined) throw new Error(`nobody is ${user_id}`);
    return user;
  }

  private ownItem(user: User, item_id: bigint): Item {
    const item = itemById(this.ctx, item_id);
    if (item === undefined) throw notFound('物品不存在');
    requireOwner(this.ctx, user, item);
    return item;
  }
}
