// The session list: cached first, read again on show and after each connect (deployed, nothing else tells of a change),
// and the count of unread messages. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import * as v from 'valibot';
import type { ChatMessage, ChatSession, SessionStatus } from '../../../typings/v4/chat';
import type { Id } from '../../../typings/v4/common';
import { failureOf } from '../../api/errors';
import type { Failure } from '../../api/errors';
import { factsOfPagination, nextPage } from '../../api/paging';
import type { ChatApi } from '../../api/v4/chat';
import { sessionSchema } from '../../api/v4/schema/chat';
import type { Timers } from '../../platform/ports';
import type { StorageArea, StorageKey } from '../../platform/storage-types';
import { ThrottledWrite } from '../list/throttled-write';
import type { Progress } from './conversation/conversation';
import { beyond, isClosed, joined, ordered, withMessage, withPushed, withStatus } from './session-list';
import type { Pushed } from './session-list';

export interface SessionsParts {
  api: Pick<ChatApi, 'sessions' | 'createSession'>;
  shelf: Pick<StorageArea, 'read' | 'write'>;
  timers: Timers;
  isAlive(): boolean;
  /** A session that was open is closed. */
  onClosed(session_id: Id): void;
}

export type Started = { state: 'started'; session_id: Id } | { state: 'failed'; failure: Failure };

const PAGE_SIZE = 50;
const KEPT_SESSIONS = 30;
/** Between two writes of the list, ms: every message that is pushed changes it. */
const WRITE_AFTER_MS = 1_000;
const idle: Progress = { state: 'idle' };

const listKey: StorageKey<ChatSession[]> = {
  name: 'chat.sessions',
  kind: 'cache',
  version: 1,
  decode(value) {
    const read = v.safeParse(v.array(sessionSchema), value);
    return read.success ? read.output : undefined;
  },
};

/** Requests never reject: what failed is in `refreshing` and `adding`. */
export class Sessions {
  /** In the order shown; `null` until the first list, cached or read. */
  list: readonly ChatSession[] | null;
  refreshing: Progress = idle;
  adding: Progress = idle;
  private pushed: Pushed = {};
  /** The conversation in front of the person: what comes there is read. */
  private on_screen: Id | undefined;
  private next_page: number | null = null;
  private is_beyond_first = false;
  private current: Promise<void> | undefined;
  private next: Promise<void> | undefined;
  private readonly writing: ThrottledWrite<readonly ChatSession[]>;

  constructor(private readonly parts: SessionsParts) {
    this.list = parts.shelf.read(listKey) ?? null;
    this.writing = new ThrottledWrite(parts.timers, WRITE_AFTER_MS, (list) => this.write(list));
    makeAutoObservable<this, 'parts' | 'pushed' | 'current' | 'next' | 'is_beyond_first' | 'writing'>(
      this,
      {
        parts: false,
        writing: false,
        current: false,
        next: false,
        is_beyond_first: false,
        find: false,
        list: observable.ref,
        refreshing: observable.ref,
        adding: observable.ref,
        pushed: observable.ref,
      },
      { autoBind: true },
    );
  }

  get state(): 'loading' | 'failed' | 'empty' | 'ready' {
    if (this.list === null) return this.refreshing.state === 'failed' ? 'failed' : 'loading';
    return this.list.length === 0 ? 'empty' : 'ready';
  }

  /** The one that is not closed; there is one at most. */
  get open(): ChatSession | undefined {
    return this.list?.find((session) => !isClosed(session));
  }

  get has_more(): boolean {
    return this.next_page !== null;
  }

  find(session_id: Id): ChatSession | undefined {
    return this.list?.find((session) => session.customer_service_session_id === session_id);
  }

  /** Unread messages of one session; none while it is in front of the person. */
  unread(session_id: Id): number {
    if (session_id === this.on_screen) return 0;
    return (this.find(session_id)?.unread_count ?? 0) + (this.pushed[session_id]?.length ?? 0);
  }

  /** Of all sessions: the tab's badge. */
  get unread_total(): number {
    return (this.list ?? []).reduce(
      (sum, session) => sum + this.unread(session.customer_service_session_id),
      0,
    );
  }

  /** A conversation came to the front (or none): it counts as read from now on. */
  look(session_id: Id | undefined): void {
    for (const seen of [this.on_screen, session_id]) if (seen !== undefined) this.markRead(seen);
    this.on_screen = session_id;
  }

  /** Reads the list again. Who asks while a reading runs waits for one that began after the question. */
  refresh(): Promise<void> {
    if (this.next !== undefined) return this.next;
    if (this.current === undefined) return this.begin();
    this.next = this.current.then(() => {
      this.next = undefined;
      return this.begin();
    });
    return this.next;
  }

  async loadMore(): Promise<void> {
    const page = this.next_page;
    if (page === null || this.adding.state === 'running') return;
    await this.attempt('adding', () => this.read(page));
  }

  /** The open session, or a new one. Safe to repeat: the server has one open session a person. */
  async start(): Promise<Started> {
    try {
      const session = await this.parts.api.createSession();
      if (this.parts.isAlive()) runInAction(() => this.adopt(session));
      return { state: 'started', session_id: session.customer_service_session_id };
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      return { state: 'failed', failure };
    }
  }

  setStatus(session_id: Id, status: SessionStatus): void {
    const before = this.find(session_id);
    if (this.list === null || before === undefined) return;
    this.set(withStatus(this.list, session_id, status));
    if (!isClosed(before) && status === 'closed') this.parts.onClosed(session_id);
  }

  /** False when it belongs to a session that the list does not have. */
  receive(message: ChatMessage): boolean {
    const session = this.find(message.customer_service_session_id);
    if (this.list === null || session === undefined) return false;
    const list = withMessage(this.list, message);
    // Told before: each push comes by the conversation's lines and by the list, and some come twice.
    if (list === this.list) return true;
    if (message.customer_service_session_id !== this.on_screen) {
      this.pushed = withPushed(this.pushed, message);
    }
    this.set(list);
    return true;
  }

  /** Writes the list down now: the app goes to the background. */
  flush(): void {
    this.writing.flush();
  }

  dispose(): void {
    this.writing.drop();
  }

  private begin(): Promise<void> {
    const mine = this.attempt('refreshing', () => this.read(1)).finally(() => {
      if (this.current === mine) this.current = undefined;
    });
    this.current = mine;
    return mine;
  }

  private async read(page: number): Promise<void> {
    const asked = { page, page_size: PAGE_SIZE };
    const { sessions, pagination } = await this.parts.api.sessions(asked);
    if (!this.parts.isAlive()) return;
    const next = nextPage(factsOfPagination(pagination), asked, sessions.length);
    runInAction(() => {
      // An event may have overtaken the list: what it closed stays closed.
      const told = sessions.map((session) => {
        const known = this.find(session.customer_service_session_id);
        return known !== undefined && isClosed(known) ? { ...session, status: known.status } : session;
      });
      const closed = told.filter((session) => isClosed(session) && this.isOpen(session));
      this.pushed = beyond(this.pushed, told);
      this.set(page === 1 && next === null ? ordered(told) : joined(this.list ?? [], told));
      // The first page read again says nothing of the pages that were read since.
      if (page !== 1 || next === null || !this.is_beyond_first) this.next_page = next;
      this.is_beyond_first = page !== 1 || (next !== null && this.is_beyond_first);
      closed.forEach((session) => this.parts.onClosed(session.customer_service_session_id));
    });
  }

  private isOpen(session: ChatSession): boolean {
    const known = this.find(session.customer_service_session_id);
    return known !== undefined && !isClosed(known);
  }

  private adopt(session: ChatSession): void {
    if (this.find(session.customer_service_session_id) === undefined)
      this.set(joined(this.list ?? [], [session]));
    void this.refresh();
  }

  private markRead(session_id: Id): void {
    const { [session_id]: _read, ...others } = this.pushed;
    this.pushed = others;
    if (this.list === null || (this.find(session_id)?.unread_count ?? 0) === 0) return;
    this.set(
      this.list.map((session) =>
        session.customer_service_session_id === session_id ? { ...session, unread_count: 0 } : session,
      ),
    );
  }

  private set(list: readonly ChatSession[]): void {
    if (list === this.list) return;
    this.list = list;
    this.writing.set(list);
  }

  private write(list: readonly ChatSession[]): void {
    if (this.parts.isAlive()) this.parts.shelf.write(listKey, list.slice(0, KEPT_SESSIONS));
  }

  private async attempt(what: 'refreshing' | 'adding', run: () => Promise<void>): Promise<void> {
    runInAction(() => (this[what] = { state: 'running' }));
    try {
      await run();
      runInAction(() => (this[what] = idle));
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      runInAction(() => (this[what] = { state: 'failed', failure }));
    }
  }
}
