// A customer's chat, from sign-in to sign-out: hands what the socket says to whom it concerns, and reads again whenever
// something may have been missed. Nothing of it outlives the person. Observable (MobX).
import { makeAutoObservable, observable } from 'mobx-miniprogram';
import type { ChatMessage } from '../../../../../typings/v4/chat';
import type { Id } from '../../../../../typings/v4/common';
import type { RouteProfile } from '../../../../api/v4/routes';
import type { Clock, Off } from '../../../../platform/ports';
import { steadyClock } from '../../../../platform/steady-clock';
import { onAvailable } from '../../../../stores/service/availability';
import { Conversation } from './conversation/conversation';
import { Drafts } from './drafts';
import { Outbox } from './outbox/outbox';
import type { ChatParts } from './parts';
import { Ratings } from './rating';
import { isClosed } from './session-list';
import { Sessions } from './sessions';
import { Tickets } from './tickets';
import { transcriptShelf } from './conversation/transcript-shelf';

/** After a push the history is read: the push is a hint, and the reading tells the server what was seen. */
const VERIFY_MS = 1_000;
/** A conversation in front of the person is read this often whatever the socket says: own messages from another device
 * and an agent's closing are pushed by no deployed backend. */
const POLL_MS = 30_000;

/** Whether a line is the one that the backend writes when it closes the session. */
const closes = (line: ChatMessage | undefined): boolean =>
  line?.sender_type === 'system' && line.content.startsWith('会话已关闭');

export class CustomerChat {
  readonly sessions: Sessions;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly ratings: Ratings;
  readonly tickets: Tickets;
  /** The conversation in front of the person. */
  on_screen: Conversation | null = null;
  private readonly conversations = new Map<Id, Conversation>();
  private readonly clock: Clock;
  private readonly offs: Off[];
  private alarm: { off: Off; at: number } | undefined;

  constructor(private readonly parts: ChatParts) {
    const { api, random, profile, person } = parts;
    const { area, files, timers } = person;
    this.clock = steadyClock(parts.clock);
    this.sessions = new Sessions({ api, area, timers, onClosed: (id) => this.ratings.close(id) });
    this.drafts = new Drafts(area, timers);
    this.ratings = new Ratings(api, area);
    this.tickets = new Tickets(api);
    this.outbox = new Outbox({
      area,
      api,
      files,
      timers,
      random,
      profile,
      clock: this.clock,
      conversation: (id) => this.conversation(id),
      mayRequest: () => this.mayRequest,
      onClosed: (id) => this.sessions.setStatus(id, 'closed'),
      isClosed: (id) => this.sessions.readClosed(id),
    });
    makeAutoObservable<this, 'parts' | 'conversations' | 'clock' | 'offs' | 'alarm'>(
      this,
      {
        parts: false,
        conversations: false,
        clock: false,
        offs: false,
        alarm: false,
        sessions: false,
        outbox: false,
        drafts: false,
        ratings: false,
        tickets: false,
        conversation: false,
        on_screen: observable.ref,
      },
      { autoBind: true },
    );
    this.offs = this.listen();
    person.onLeave(() => this.leaveForGood());
    this.catchUp();
  }

  /** Unread messages of all sessions: the tab's badge. */
  get unread(): number {
    return this.sessions.unread_total;
  }

  /** Messages that would be lost by signing out: warn before. */
  get unsent(): number {
    return this.outbox.unsent;
  }

  /** The conversation of a session, with the lines that are known; only `open` reads it. */
  conversation(session_id: Id): Conversation {
    const known = this.conversations.get(session_id);
    if (known !== undefined) return known;
    const { api, page_size } = this.parts;
    const made = new Conversation({
      session_id,
      api,
      page_size,
      clock: this.clock,
      shelf: transcriptShelf(this.parts.person.area),
      onLines: (conversation) => this.onLines(conversation),
    });
    this.conversations.set(session_id, made);
    return made;
  }

  /** The conversation comes to the front of the person: what is there is read, and kept up to date. */
  open(session_id: Id): Conversation {
    const conversation = this.conversation(session_id);
    this.on_screen = conversation;
    this.sessions.look(session_id);
    const session = this.sessions.find(session_id);
    // It was closed while it was not open here, and the server says that it is not rated yet.
    if (session !== undefined && isClosed(session) && session.satisfaction_score === null) {
      this.ratings.close(session_id);
    }
    void conversation.sync();
    this.readIn(POLL_MS);
    return conversation;
  }

  /** It is no longer in front. */
  leave(session_id: Id): void {
    this.drafts.flush();
    if (this.on_screen?.session_id !== session_id) return;
    this.on_screen = null;
    this.sessions.look(undefined);
    this.silence();
  }

  /** The person has left. */
  private leaveForGood(): void {
    this.offs.forEach((off) => off());
    this.outbox.dispose();
  }

  private flush(): void {
    this.drafts.flush();
    this.sessions.flush();
  }

  get profile(): RouteProfile {
    return this.parts.profile;
  }

  private get mayRequest(): boolean {
    const { network, lifecycle, person } = this.parts;
    return person.isPresent() && network.connected && lifecycle.visible;
  }

  private listen(): Off[] {
    const { channel, lifecycle, person } = this.parts;
    return [
      channel.onConnected(() => this.catchUp()),
      channel.onUnreadable(() => this.readIn(VERIFY_MS)),
      channel.on('new_message', ({ message }) => this.receive(message)),
      channel.on('offline_messages', ({ messages }) => messages.forEach((message) => this.receive(message))),
      channel.on('session_update', ({ session_id, status }) => {
        if (this.sessions.find(session_id) === undefined) void this.sessions.refresh();
        else this.sessions.setStatus(session_id, status);
      }),
      channel.on('session_closed', ({ session_id }) => this.sessions.setStatus(session_id, 'closed')),
      channel.on('satisfaction_request', ({ session_id }) => this.ratings.ask(session_id)),
      lifecycle.onShow(() => this.resume()),
      lifecycle.onHide(() => this.flush()),
      onAvailable(person.availability, () => this.resume()),
    ];
  }

  /** Call it when pushes may have been missed: reads the lists and lines again, and tries waiting messages at once. */
  private catchUp(): void {
    if (!this.mayRequest) return;
    void this.readSessions();
    void this.on_screen?.sync();
    this.outbox.hurry();
    if (this.on_screen !== null) this.readIn(POLL_MS);
  }

  private async readSessions(): Promise<void> {
    await this.sessions.refresh();
    if (this.sessions.pages.refreshing.state !== 'failed') this.ratings.sendNoted(this.sessions.list ?? []);
  }

  /** Call it when the app comes to the front or the network comes back. */
  private resume(): void {
    this.outbox.renew();
    this.catchUp();
  }

  private receive(message: ChatMessage): void {
    const conversation = this.conversations.get(message.customer_service_session_id);
    conversation?.receive(message);
    if (!this.sessions.receive(message)) void this.sessions.refresh();
    if (conversation === this.on_screen) this.readIn(VERIFY_MS);
  }

  private onLines(conversation: Conversation): void {
    const { lines, session_id } = conversation;
    const last = lines[lines.length - 1];
    if (last !== undefined) this.sessions.receive(last);
    if (closes(last)) this.sessions.setStatus(session_id, 'closed');
    this.outbox.review(conversation);
  }

  /** Plans a reading of the conversation in front in so many ms; one that is planned for sooner stays. */
  private readIn(ms: number): void {
    const at = this.clock.now() + ms;
    if (this.alarm !== undefined && this.alarm.at <= at && this.alarm.at > this.clock.now()) return;
    this.silence();
    this.alarm = { at, off: this.parts.person.timers.after(ms, () => this.readNow()) };
  }

  private readNow(): void {
    this.alarm = undefined;
    if (this.on_screen === null) return;
    if (this.mayRequest) {
      void this.on_screen.sync();
      void this.readSessions();
    }
    this.readIn(POLL_MS);
  }

  private silence(): void {
    this.alarm?.off();
    this.alarm = undefined;
  }
}
