// One conversation as its page knows it: what it shows, what a person does in it, and words for what did not work.
import type { ChatSession } from '../../../../../typings/v4/chat';
import { hasVisible, wellFormed } from '../../../../format/unicode';
import { LONGEST_TEXT } from '../../format/message-row';
import type { MessageRow } from '../../format/message-row';
import type { Conversation } from './conversation/conversation';
import type { CustomerChat } from './customer-chat';
import type { Entry } from './outbox/entry';
import type { RatingState } from './rating';
import { ReadingPlace } from './reading-place';
import { FULL, startTrouble } from './start-trouble';
import { isClosed } from './session-list';
import { messageRowsOf } from './rows/message-rows';

const NOTHING = '没有可以发送的文字';
const SIGNED_OUT = '请重新登录后再发送。';
const UNREADABLE = '图片读不到或存不下，没有发出。请重新选择。';

/** Where to go on, or why not. */
export type Moved = { session_id: string } | { trouble: string };

export interface TalkParts {
  /** Null while nobody is signed in. */
  chat(): CustomerChat | null;
  /** Observable. */
  network: { readonly connected: boolean };
  /** The server's. */
  clock: { now(): number };
}

export class Talk {
  readonly place: ReadingPlace;

  constructor(
    readonly session_id: string,
    private readonly parts: TalkParts,
  ) {
    this.place = new ReadingPlace(() => this.conversation?.lines ?? []);
  }

  /** The page is seen: the conversation is read, kept up to date, and counted as read by the person. */
  open(): void {
    this.chat?.open(this.session_id);
  }

  /** The page is left; the draft is written down. */
  leave(): void {
    this.chat?.leave(this.session_id);
  }

  /** Undefined while nobody is signed in. */
  get conversation(): Conversation | undefined {
    return this.chat?.conversation(this.session_id);
  }

  /** As the list has it. */
  get session(): ChatSession | undefined {
    return this.chat?.sessions.find(this.session_id);
  }

  get is_closed(): boolean {
    return this.session !== undefined && isClosed(this.session);
  }

  get rating(): RatingState {
    return this.chat?.ratings.of(this.session_id, this.session) ?? { state: 'none' };
  }

  get rows(): readonly MessageRow[] {
    const { chat, parts } = this;
    if (chat === null) return [];
    const view = { connected: parts.network.connected, now: parts.clock.now() };
    return messageRowsOf(chat, chat.conversation(this.session_id), view);
  }

  /** Messages that the server does not have for certain. */
  get pending(): readonly Entry[] {
    return this.chat?.outbox.of(this.session_id) ?? [];
  }

  get draft(): string {
    return this.chat?.drafts.get(this.session_id) ?? '';
  }

  typed(text: string): void {
    this.chat?.drafts.set(this.session_id, text);
  }

  /** Puts a text in line. @returns why it stays where it was typed; empty when it went */
  sendText(text: string): string {
    const { chat } = this;
    if (chat === null) return SIGNED_OUT;
    if (!hasVisible(text)) return NOTHING;
    if (chat.outbox.sendText(this.session_id, wellFormed(text)).state === 'full') return FULL;
    chat.drafts.clear(this.session_id);
    return '';
  }

  /** Puts pictures in line, in the order chosen. @returns what went wrong; empty when nothing */
  async sendPictures(temporary_paths: readonly string[]): Promise<string> {
    const { chat } = this;
    if (chat === null) return SIGNED_OUT;
    for (const path of temporary_paths) {
      const taken = await chat.outbox.sendImage(this.session_id, path);
      if (taken.state !== 'taken') return taken.state === 'full' ? FULL : UNREADABLE;
    }
    return '';
  }

  retry(temp_message_id: string): void {
    this.chat?.outbox.retry(temp_message_id);
  }

  /** False where it may be stored already. */
  remove(temp_message_id: string): boolean {
    return this.chat?.outbox.remove(temp_message_id) ?? true;
  }

  /**
   * Puts a text that was refused back where the next one is written, below what is there.
   * @returns all of it; `undefined` where there is no room, and nothing changed
   */
  revise(temp_message_id: string, session_id = this.session_id): string | undefined {
    const { chat } = this;
    const body = chat?.outbox.pending.get(temp_message_id)?.body;
    if (chat === null || body?.message_type !== 'text') return undefined;
    const typed = chat.drafts.get(session_id);
    const text = typed.trim() === '' ? body.content : `${typed}\n${body.content}`;
    if (text.length > LONGEST_TEXT) return undefined;
    chat.drafts.set(session_id, text);
    // The draft is stored before the message leaves the outbox, so that the text is never lost.
    if (!chat.drafts.flush()) {
      chat.drafts.set(session_id, typed);
      return undefined;
    }
    chat.outbox.remove(temp_message_id);
    return text;
  }

  /** Starts the next session, and takes a message that this one refused along: to be sent there, or to be revised first. */
  async moveOn(temp_message_id?: string, then: 'send' | 'revise' = 'send'): Promise<Moved> {
    const { chat } = this;
    if (chat === null) return { trouble: SIGNED_OUT };
    const started = await chat.sessions.start();
    if (started.state === 'failed') return { trouble: startTrouble(started.failure) };
    const { session_id } = started;
    if (temp_message_id !== undefined && then === 'send') chat.outbox.retry(temp_message_id, session_id);
    if (temp_message_id !== undefined && then === 'revise') this.revise(temp_message_id, session_id);
    return { session_id };
  }

  /** Reads the newest part again. */
  reread(): void {
    void this.conversation?.sync();
  }

  loadOlder(): void {
    void this.conversation?.loadOlder();
  }

  /** An earlier page failed: it is not asked for again unless the person says so. */
  get may_load_older(): boolean {
    const { conversation } = this;
    return conversation?.has_older === true && conversation.older.state === 'idle';
  }

  /** Sends a score; while the session goes on it is noted for later. @param score 1-5 */
  rate(score: number): void {
    if (this.is_closed) void this.chat?.ratings.rate(this.session_id, score);
    else this.chat?.ratings.note(this.session_id, score);
  }

  dismiss(): void {
    this.chat?.ratings.dismiss(this.session_id);
  }

  private get chat(): CustomerChat | null {
    return this.parts.chat();
  }
}
