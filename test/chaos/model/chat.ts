// A customer's chat (outbox, conversation, sessions) against a model of the server, whose own lines are what is right: each message
// once, all of them on the page, none unread that was seen.
import type { Failure } from '../../../miniprogram/api/errors';
import type { RouteProfile } from '../../../miniprogram/api/v4/routes';
import { compareIds } from '../../../miniprogram/api/order';
import { settle } from '../../support/fake-time';
import { createPhone, fail, refused, rowsOf } from '../../unit/member/chat/kit';
import { SESSION } from '../../unit/member/chat/lines';
import type { Model, Walk } from './explore';

/** Within it every message is sent, decided or given up, ms. */
const FINE_MS = 100_000;
const LOST: Failure = { kind: 'timeout' };
const ALIKE = '好的';

class World {
  readonly problems: string[] = [];
  private readonly phone;
  private chat;
  private readonly written: string[] = [];
  /** How the next requests end. */
  private readonly fates: string[] = [];
  private chances = 0;
  private isAway = false;
  private isHidden = false;
  private isOffline = false;
  /** The person sent some again, so that their order is another. */
  private isReordered = false;
  /** What the server knows to be read. */
  private seen_id = '0';

  constructor(private readonly profile: RouteProfile) {
    // Chances that are nearly the same each time, and make no id twice.
    this.phone = createPhone(profile, () => 0.5 + (this.chances += 1) * 1e-9);
    this.serve();
    this.chat = this.phone.start();
  }

  /** The list counts what nobody has read; a reading of the newest page says what was seen. */
  private serve(): void {
    const { server } = this.phone;
    const { messages } = server.api;
    server.api.messages = async (session_id, page) => {
      const reply = await messages(session_id, page);
      if (page.page === 1) this.seen_id = server.lines.at(-1)?.chat_message_id ?? '0';
      return reply;
    };
    server.api.sessions = async () => {
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

  async begin(): Promise<void> {
    this.chat.open(SESSION);
    await this.phone.time.advance(100);
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

  get key(): string {
    const { server, time } = this.phone;
    const now = time.now();
    const entries = this.chat.outbox.of(SESSION).map(({ status, body, has_left }) => {
      const { not_before = now, since = now } = status as { not_before?: number; since?: number };
      const moments = { not_before: Math.round(not_before - now), since: Math.round(since - now) };
      return [{ ...status, ...moments }, has_left, 'content' in body ? body.content : ''];
    });
    const { lines, base, hole_before } = this.chat.conversation(SESSION).transcript;
    return JSON.stringify([
      ...[entries, lines.map(({ chat_message_id }) => chat_message_id), base, hole_before],
      server.lines.map(({ content, sender_type }) => [content, sender_type]),
      ...[this.seen_id, this.fates, this.chat.unread, this.written.length],
      ...[this.isAway, this.isHidden, this.isOffline, time.due.map(Math.round)],
      rowsOf(this.chat).map(({ status }) => status),
    ]);
  }

  /** From here on all goes well: everything must come right by itself, but for what only the person can decide. */
  async end(): Promise<void> {
    this.phone.server.answers = [];
    this.show(true);
    this.network(true);
    // Whoever leaves at once has seen what the readings under way bring, and no more.
    await settle();
    this.visit(false);
    await this.wait(FINE_MS);
    this.decide();
    await this.wait(FINE_MS);
    const { stored, problems } = this;
    const sorted = (texts: readonly string[]) => (this.isReordered ? [...texts].sort() : texts).join('|');
    if (sorted(stored) !== sorted(this.written))
      problems.push(`written ${this.written.join('|')}, stored ${stored.join('|')}`);
    if (this.chat.outbox.unsent > 0) problems.push('a message waits for ever');
    if (this.chat.unread !== this.unread)
      problems.push(`unread ${this.chat.unread} instead of ${this.unread}`);
    this.visit(true);
    await this.wait(2_000);
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
    for (const { temp_message_id, body, status } of this.chat.outbox.of(SESSION)) {
      const text = 'content' in body ? body.content : '';
      const count = (texts: readonly string[]) => texts.filter((one) => one === text).length;
      this.isReordered = true;
      if (count(this.stored) < count(this.written)) this.chat.outbox.retry(temp_message_id);
      else if (text !== ALIKE) this.problems.push(`${status.state} though the server has it`);
      else this.chat.outbox.remove(temp_message_id);
    }
  }
}

const EVENTS: Record<string, (world: World) => unknown> = {
  writes: (world) => world.write(),
  writes_alike: (world) => world.write(ALIKE),
  next_answer_lost: (world) => world.next('stored'),
  next_request_lost: (world) => world.next('not_stored'),
  next_never_leaves: (world) => world.next('unsent'),
  next_too_often: (world) => world.next('too_often'),
  agent_pushed: (world) => world.agent(true),
  agent_not_pushed: (world) => world.agent(false),
  no_network: (world) => world.network(false),
  network: (world) => world.network(true),
  hidden: (world) => world.show(false),
  seen: (world) => world.show(true),
  leaves: (world) => world.visit(false),
  opens: (world) => world.visit(true),
  killed: (world) => world.kill(),
  waits_5_s: (world) => world.wait(5_000),
  waits_a_minute: (world) => world.wait(61_000),
};

const FEW = ['writes', 'next_answer_lost', 'agent_not_pushed', 'killed', 'waits_5_s'];

/** @param profile what the server keeps of our ids */
export const chatModel = (profile: RouteProfile): Model => ({
  name: `chat_${profile}`,
  events: Object.keys(EVENTS),
  few: FEW,
  async play(story): Promise<Walk> {
    const world = new World(profile);
    await world.begin();
    for (const event of story) {
      await EVENTS[event]?.(world);
      await settle();
    }
    // What led here was looked at as a story of its own.
    world.look();
    const { key, problems } = world;
    return {
      ...{ key, problems },
      async end() {
        await world.end();
        return problems;
      },
    };
  },
});
