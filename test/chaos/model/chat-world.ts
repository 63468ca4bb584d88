// A customer's chat on a phone, and a model of the server, whose own lines are what is right: each message once, all of them on the
// page, none unread that was seen.
import type { Failure } from '../../../miniprogram/api/errors';
import type { RouteProfile } from '../../../miniprogram/api/v4/routes';
import { compareIds } from '../../../miniprogram/api/order';
import { settle } from '../../support/fake-time';
import { createPhone, fail, refused, rowsOf } from '../../unit/member/chat/kit';
import { SESSION } from '../../unit/member/chat/lines';
import { digestOf } from './chat-digest';

/** Within it every message is sent, decided or given up, ms. */
const FINE_MS = 100_000;
/** After it what is in front is read and written down, ms. */
const READ_MS = 2_000;
/** Fewer than the phone keeps of a conversation. */
const MOST_LINES = 40;
const LOST: Failure = { kind: 'timeout' };
export const ALIKE = '好的';

export class World {
  readonly problems: string[] = [];
  private phone;
  private chat;
  private readonly written: string[] = [];
  /** How the next requests end. */
  private readonly fates: string[] = [];
  /** How many requests with a message reached the server since the last event began. */
  takes = 0;
  private chances = 0;
  private isAway = false;
  private isHidden = false;
  private isOffline = false;
  /** The person sent some again, so that their order is another. */
  private isReordered = false;
  /** What the server knows to be read. */
  private seen_id = '0';
  /** So many were unread when the outbox read the history for itself: the next list tells that the server took them for read. */
  private read_unseen = 0;

  constructor(private readonly profile: RouteProfile) {
    this.phone = this.newPhone();
    this.chat = this.phone.start();
  }

  /** One that was never used, and a server where nothing was said yet. */
  private newPhone(): ReturnType<typeof createPhone> {
    // Chances that are nearly the same each time, and make no id twice.
    const phone = createPhone(this.profile, () => 0.5 + (this.chances += 1) * 1e-9);
    this.serve(phone);
    return phone;
  }

  /** The list counts what nobody has read; a reading of the newest page says what was seen. */
  private serve({ server }: ReturnType<typeof createPhone>): void {
    const { messages, send } = server.api;
    server.api.send = (session_id, message) => {
      if (!server.offline) this.takes += 1;
      return send(session_id, message);
    };
    server.api.messages = async (session_id, page) => {
      const reply = await messages(session_id, page);
      if (page.page > 1) return reply;
      if (this.isAway) this.read_unseen = Math.max(this.read_unseen, this.unread);
      this.seen_id = server.lines.at(-1)?.chat_message_id ?? '0';
      return reply;
    };
    server.api.sessions = async () => {
      this.read_unseen = 0;
      const last = server.lines.at(-1);
      const session = {
        ...{ customer_service_session_id: SESSION, status: 'active' as const, unread_count: this.unread },
        ...(last === undefined ? {} : { last_message: { ...last, chat_message_id: last.chat_message_id } }),
      };
      return { sessions: [session] };
    };
  }

  /** As the server counts. */
  private get unread(): number {
    return this.phone.server.lines.filter(
      ({ sender_type, chat_message_id }) =>
        sender_type === 'admin' && compareIds(chat_message_id, this.seen_id) > 0,
    ).length;
  }

  /** The conversation was open before: its list and its lines are on the phone's storage. */
  async begin(): Promise<void> {
    for (const there of [true, false, true]) {
      this.visit(there);
      await this.wait(READ_MS);
    }
  }

  /** The conversation is open for the first time on this phone, and nothing is on its storage: all that was before is forgotten. */
  async startFirst(): Promise<void> {
    this.phone.kill();
    this.phone = this.newPhone();
    this.chat = this.phone.start();
    this.written.splice(0);
    this.fates.splice(0);
    this.isAway = this.isHidden = this.isOffline = false;
    this.seen_id = '0';
    this.read_unseen = 0;
    this.visit(true);
    await this.wait(READ_MS);
  }

  /** Whether it will do for further stories, once it is as it was at the beginning. */
  get isYoung(): boolean {
    return this.phone.server.lines.length < MOST_LINES && !this.isReordered;
  }

  write(text = `第 ${this.written.length + 1} 句`): void {
    this.written.push(text);
    this.chat.outbox.sendText(SESSION, text);
  }

  /** How the next request that carries a message ends. */
  next(how: 'stored' | 'not_stored' | 'unsent' | 'too_often'): void {
    this.fates.push(how);
    this.phone.server.answers.push((store) => {
      this.fates.shift();
      if (how === 'stored') store();
      if (how === 'unsent') return fail({ kind: 'network', unsent: true });
      return how === 'too_often' ? fail(refused(429, 'RATE_LIMIT_EXCEEDED', '', 20)) : fail(LOST);
    });
  }

  agent(isPushed: boolean): void {
    const message = this.phone.server.say({});
    if (isPushed && !this.isHidden && !this.isOffline)
      this.phone.push({ event: 'new_message', session_id: SESSION, message });
  }

  network(connected: boolean): void {
    this.isOffline = !connected;
    this.phone.server.offline = !connected;
    this.phone.network.set(connected);
    if (connected && !this.isHidden) this.phone.connect();
  }

  show(shown: boolean): void {
    if (this.isHidden === !shown) return;
    this.isHidden = !shown;
    this.phone.setVisible(shown);
  }

  visit(there: boolean): void {
    this.isAway = !there;
    if (there) this.chat.open(SESSION);
    else this.chat.leave(SESSION);
  }

  async kill(): Promise<void> {
    this.phone.kill();
    this.chat = this.phone.start();
    await settle();
    if (!this.isAway) this.chat.open(SESSION);
  }

  wait(ms: number): Promise<void> {
    return this.phone.time.advance(ms);
  }

  /** What must hold at any moment. */
  look(): void {
    const rows = rowsOf(this.chat);
    const keys = rows.map(({ row_key }) => row_key);
    if (new Set(keys).size !== keys.length) this.problems.push('a row is on the page twice');
    const ids = rows.flatMap(({ chat_message_id }) => (chat_message_id === '' ? [] : [chat_message_id]));
    if (ids.some((id, at) => at > 0 && compareIds(ids[at - 1] ?? '', id) >= 0))
      this.problems.push('lines are out of order');
    if (this.profile === 'documented' && rows.some(({ status }) => status === 'unconfirmed'))
      this.problems.push('未确认, where the server keeps our id');
    const waiting = this.chat.outbox.of(SESSION).length + this.stored.length;
    if (waiting < this.written.length) this.problems.push('a message is neither here nor at the server');
  }

  private get stored(): string[] {
    return this.phone.server.lines
      .filter(({ sender_type }) => sender_type === 'user')
      .map(({ content }) => content);
  }

  /** Events that would change nothing. */
  get vain(): string[] {
    const { isAway, isHidden, isOffline } = this;
    return [isAway ? 'leaves' : '', isHidden ? 'hidden' : 'seen', isOffline ? 'no_network' : ''];
  }

  get key(): string {
    const { profile, written, seen_id, fates, isAway, isHidden, isOffline } = this;
    const facts = [fates, isAway, isHidden, isOffline, this.read_unseen];
    return digestOf(this.phone, this.chat, { profile, written, seen_id, facts });
  }

  /**
   * From here on all goes well: everything must come right by itself, but for what only the person can decide.
   * @param fine states from which all was seen to come right; this one joins them
   */
  async end(fine: Set<string>): Promise<void> {
    const { problems } = this;
    this.phone.server.answers = [];
    this.fates.splice(0);
    this.show(true);
    this.network(true);
    // Whoever leaves at once has seen what the readings under way bring, and no more.
    await settle();
    this.visit(false);
    const before = this.key;
    if (!fine.has(before)) {
      await this.wait(FINE_MS);
      this.decide();
      await this.wait(FINE_MS);
      this.judge();
    }
    this.visit(true);
    await this.wait(READ_MS);
    if (!fine.has(before)) this.judgeShown();
    if (problems.length === 0) fine.add(before);
  }

  private judge(): void {
    const { stored, problems } = this;
    const sorted = (texts: readonly string[]) => (this.isReordered ? [...texts].sort() : texts).join('|');
    if (sorted(stored) !== sorted(this.written))
      problems.push(`written ${this.written.join('|')}, stored ${stored.join('|')}`);
    if (this.chat.outbox.unsent > 0) problems.push('a message waits for ever');
    const { unread } = this.chat;
    if (unread !== this.unread && (unread === 0 || unread !== this.read_unseen))
      problems.push(`unread ${unread} instead of ${this.unread}`);
  }

  private judgeShown(): void {
    const { problems } = this;
    this.look();
    const shown = rowsOf(this.chat);
    const whole = this.phone.server.lines.map(({ content }) => content);
    if (shown.map(({ text }) => text).join('|') !== whole.join('|'))
      problems.push(
        `the page shows ${shown.map(({ text, kind }) => text || kind).join('|')} of ${whole.join('|')}`,
      );
    if (this.chat.unread > 0) problems.push('what is in front is unread');
  }

  /** What could not be sent for a minute, or whose outcome nobody knows, the person sends again or knows to be there. */
  private decide(): void {
    // Of alike ones only as many go again as are missing.
    const there = this.stored;
    for (const { temp_message_id, body, status } of this.chat.outbox.of(SESSION)) {
      const text = 'content' in body ? body.content : '';
      const count = (texts: readonly string[]) => texts.filter((one) => one === text).length;
      this.isReordered = true;
      if (count(there) < count(this.written)) {
        there.push(text);
        this.chat.outbox.retry(temp_message_id);
      } else if (text !== ALIKE) this.problems.push(`${status.state} though the server has it`);
      else this.chat.outbox.remove(temp_message_id);
    }
  }
}
