// A virtual customer with a phone: writes, sends pictures, looks away, retries, rates, signs out. Keeps account of every message.
import type { Id } from '../../../typings/v4/common';
import type { Status } from '../../../miniprogram/packages/member/stores/chat/outbox/entry';
import type { Taken } from '../../../miniprogram/packages/member/stores/chat/outbox/outbox';
import type { CustomerChat } from '../../../miniprogram/packages/member/stores/chat/customer-chat';
import type { Phone } from './phone';
import type { Dice } from './weather';

const isSettled = ({ state }: Status): boolean => state === 'failed' || state === 'unconfirmed';

/**
 * What only the person can decide: a message that the server refuses for good, a closed session, an unknown outcome,
 * a picture that the server answered with 500 time and again (as it does to kinds that it does not take), and whether to
 * go on with a message that could not be sent for a minute.
 */
export const needsPerson = (status: Status): boolean =>
  status.state === 'unconfirmed' ||
  (status.state === 'failed' && ['content', 'closed', 'picture', 'given_up'].includes(status.reason));

/** One message as its author remembers it. */
export interface Written {
  temp_message_id: string;
  user_id: number;
  /** What is found in the store: its text, or for a picture nothing but its kind. */
  content: string;
  kind: 'text' | 'image';
  /** Later sent, or sent again, is greater. */
  order: number;
  /** `dropped`: by the person, or with the sign-in that it belonged to. `refused`: for good, or taken back in time. */
  fate: 'expected' | 'dropped' | 'refused';
  /** Into which it was sent, the last one last. */
  sessions: readonly Id[];
  /** How often the person sent it again when nobody could know whether it was stored (未确认). */
  resent: number;
  /** Sent again while the phone wrote nothing: if the app died then, it is where it stood before. */
  anywhere: boolean;
}

/** What everybody says, and says again. */
export const COMMON = ['好的', '在吗'] as const;

export class Person {
  readonly written: Written[] = [];
  /** What the same people wrote on another device, by session. */
  readonly elsewhere: { session_id: Id; content: string }[] = [];
  /** Who is signed in, or was last. */
  user_id = 32;
  /** How often they signed out. */
  sign_outs = 0;
  private orders = 0;
  private words = 0;
  private since = 0;
  private seen: CustomerChat | undefined;

  constructor(
    readonly phone: Phone,
    private readonly dice: Dice,
  ) {}

  get chat(): CustomerChat | undefined {
    const { app } = this.phone;
    return app?.life.is_alive === true && !app.life.is_suspended
      ? (app.chats.current ?? undefined)
      : undefined;
  }

  async signIn(user_id = this.user_id): Promise<void> {
    await this.phone.app?.core.session.signIn(`138000000${user_id}`, '123456').catch(() => undefined);
  }

  async signOut(): Promise<void> {
    const { phone } = this;
    this.sign_outs += 1;
    phone.is_leaving = true;
    await phone.app?.core.session.signOut('customer');
    phone.is_leaving = false;
  }

  /** Into the open session, or a new one, and the conversation to the front. */
  async enter(): Promise<Id | undefined> {
    const { chat } = this;
    if (chat === undefined) return undefined;
    const known = chat.sessions.open?.customer_service_session_id;
    if (known !== undefined) {
      if (chat.on_screen?.session_id !== known) chat.open(known);
      return known;
    }
    const started = await chat.sessions.start();
    if (started.state !== 'started' || this.chat !== chat) return undefined;
    chat.open(started.session_id);
    return started.session_id;
  }

  write(): void {
    const { chat } = this;
    const session_id = chat?.on_screen?.session_id;
    if (chat === undefined || session_id === undefined) return;
    this.look(this.written.length);
    if (this.dice.chance(0.15)) return this.writeCommon(chat, session_id);
    const isUnwelcome = this.dice.chance(0.03);
    const content = `顾客${this.user_id}第${(this.words += 1)}句${isUnwelcome ? '赌博' : ''}`;
    this.remember(chat.outbox.sendText(session_id, content), session_id, content, 'text');
  }

  /** What was said before and will be said again, now and then twice at once. */
  private writeCommon(chat: CustomerChat, session_id: Id): void {
    const content = this.dice.pick(COMMON);
    for (let times = this.dice.chance(0.3) ? 2 : 1; times > 0 && this.chat === chat; times -= 1)
      this.remember(chat.outbox.sendText(session_id, content), session_id, content, 'text');
  }

  async sendPicture(): Promise<void> {
    const { chat } = this;
    const session_id = chat?.on_screen?.session_id;
    if (chat === undefined || session_id === undefined) return;
    this.look(this.written.length);
    const order = (this.orders += 1);
    const taken = await chat.outbox.sendImage(session_id, this.phone.choose());
    this.remember(taken, session_id, '', 'image', order);
    if (taken.state === 'taken' && this.dice.chance(0.15)) this.takeBack(chat, taken.temp_message_id);
  }

  /** Takes a message back. If the app says that this worked, it must never be stored. */
  private takeBack(chat: CustomerChat, temp_message_id: string): void {
    const written = this.find(temp_message_id);
    if (this.chat !== chat || written === undefined || !chat.outbox.remove(temp_message_id)) return;
    // If the app died of it, it said nothing.
    written.fate = this.chat === chat ? 'refused' : 'dropped';
  }

  /**
   * Sends again what is left to the person, or now and then drops it.
   * @param only fine weather: what the app must manage by itself is left to it
   */
  async tidy(drops = 0.15, only: (status: Status) => boolean = isSettled): Promise<void> {
    const { chat } = this;
    if (chat === undefined) return;
    for (const { temp_message_id } of chat.outbox.pending.entries) {
      const status = chat.outbox.pending.get(temp_message_id)?.status;
      if (status === undefined || !isSettled(status) || !only(status)) continue;
      if (status.state === 'failed' && status.reason === 'content') {
        this.drop(chat, temp_message_id, 'refused');
      } else if (this.dice.chance(drops)) {
        this.drop(chat, temp_message_id, 'dropped');
      } else if (status.state === 'failed' && status.reason === 'closed') {
        const session_id = await this.enter();
        if (session_id === undefined || this.chat !== chat) return;
        this.again(chat, temp_message_id, session_id);
      } else {
        this.again(chat, temp_message_id);
      }
    }
  }

  /** Messages that were removed with a sign-in are no longer expected in the store. */
  account(): void {
    for (const written of this.written) {
      if (written.fate === 'expected' && this.phone.forsaken.has(written.temp_message_id))
        written.fate = 'dropped';
    }
  }

  /** Texts that were written since the person last signed in, or started the app. */
  here(): readonly Written[] {
    return this.written.filter(({ kind }, index) => kind === 'text' && index >= this.since);
  }

  /** Call it after each step: somebody may have signed in, or the app started anew. */
  look(count: number): void {
    const { chat } = this;
    if (chat === undefined) return;
    const customer = this.phone.app?.core.session.customer;
    if (customer?.state === 'signed_in') this.user_id = Number(customer.user.user_id);
    if (chat !== this.seen) this.since = count;
    this.seen = chat;
  }

  get connection(): string {
    return this.phone.app?.connection() ?? 'off';
  }

  find(temp_message_id: string): Written | undefined {
    return this.written.find((written) => written.temp_message_id === temp_message_id);
  }

  private drop(chat: CustomerChat, temp_message_id: string, fate: 'dropped' | 'refused'): void {
    const written = this.find(temp_message_id);
    if (written !== undefined) written.fate = fate;
    chat.outbox.remove(temp_message_id);
  }

  private again(chat: CustomerChat, temp_message_id: string, session_id?: Id): void {
    // While a session was made, another look at the list may have sent it again: then this changes nothing.
    const status = chat.outbox.pending.get(temp_message_id)?.status;
    if (status === undefined || !isSettled(status)) return;
    chat.outbox.retry(temp_message_id, session_id);
    const written = this.find(temp_message_id);
    if (written === undefined) return;
    written.order = this.orders += 1;
    written.anywhere ||= this.phone.storage_fails !== undefined;
    if (status.state === 'unconfirmed') written.resent += 1;
    if (session_id !== undefined) written.sessions = [...written.sessions, session_id];
  }

  private remember(
    taken: Taken,
    session_id: Id,
    content: string,
    kind: Written['kind'],
    order = (this.orders += 1),
  ): void {
    // Where the phone was full the text is still where it was typed.
    if (taken.state !== 'taken') return;
    const { temp_message_id } = taken;
    // If the app died before it took the message, it promised nothing, though the message may be on the phone and be
    // sent.
    const fate = this.chat === undefined ? 'dropped' : 'expected';
    const sent = { sessions: [session_id], resent: 0, anywhere: false };
    this.written.push({ temp_message_id, user_id: this.user_id, content, kind, order, fate, ...sent });
  }
}
