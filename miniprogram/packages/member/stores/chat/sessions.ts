// The session list: cached first, read again on show and after each connect (deployed, nothing else tells of a change),
// and the count of unread messages. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import * as v from 'valibot';
import type {
  ChatMessage,
  ChatSession,
  ChatSessionsReply,
  SessionStatus,
} from '../../../../../typings/v4/chat';
import type { Id } from '../../../../../typings/v4/common';
import type { Failure } from '../../../../api/errors';
import { factsOfPagination, nextPage } from '../../../../api/paging';
import { receivedIn } from '../../../../api/rows';
import { settled } from '../../../../api/settled';
import type { ChatApi } from '../../api/chat';
import { sessionSchema } from '../../api/schema/chat';
import type { Timers } from '../../../../platform/ports';
import { keyFor } from '../../../../platform/storage-key';
import type { StorageArea } from '../../../../platform/storage-types';
import { PagedList } from '../../../../stores/list/paged-list';
import type { Pages } from '../../../../stores/list/paged-list';
import { ThrottledWrite } from '../../../../stores/list/throttled-write';
import {
  beyond,
  isClosed,
  joined,
  ordered,
  withMessage,
  withNewest,
  withPushed,
  withStatus,
} from './session-list';
import type { Pushed } from './session-list';

export interface SessionsParts {
  api: Pick<ChatApi, 'sessions' | 'createSession'>;
  area: Pick<StorageArea, 'read' | 'write'>;
  timers: Timers;
  /** A session that was open is closed. */
  onClosed(session_id: Id): void;
}

export type Started = { state: 'started'; session_id: Id } | { state: 'failed'; failure: Failure };

interface LoadedSessions extends Pages {
  /** In the order shown. */
  list: readonly ChatSession[];
  /** How many pages were read; 0 for a list from the cache. */
  pages_read: number;
}

const PAGE_SIZE = 50;
const KEPT_SESSIONS = 30;
/** Between two writes of the list, ms: every message that is pushed changes it. */
const WRITE_AFTER_MS = 1_000;

const listKey = keyFor<ChatSession[]>('chat.sessions', 'cache', v.array(sessionSchema));

const idOf = (session: ChatSession): Id => session.customer_service_session_id;

export class Sessions {
  readonly pages: PagedList<ChatSessionsReply, LoadedSessions>;
  private pushed: Pushed = {};
  /** The conversation in front of the person: what comes there is read. */
  private on_screen: Id | undefined;
  private readonly writing: ThrottledWrite<readonly ChatSession[]>;

  constructor(private readonly parts: SessionsParts) {
    const { api, area, timers } = parts;
    const cached = area.read(listKey);
    this.writing = new ThrottledWrite(timers, WRITE_AFTER_MS, (list) =>
      area.write(listKey, list.slice(0, KEPT_SESSIONS)),
    );
    this.pages = new PagedList<ChatSessionsReply, LoadedSessions>(
      {
        ask: (page) => api.sessions({ page, page_size: PAGE_SIZE }),
        first: (old, reply) => this.withFirst(old, reply),
        further: (old, reply, page) => this.withFurther(old, reply, page),
      },
      cached === undefined ? null : { list: cached, next_page: null, pages_read: 0 },
    );
    makeAutoObservable<this, 'parts' | 'pushed' | 'writing'>(
      this,
      { parts: false, pages: false, writing: false, find: false, pushed: observable.ref },
      { autoBind: true },
    );
  }

  /** In the order shown; `null` until the first list, cached or read. */
  get list(): readonly ChatSession[] | null {
    return this.pages.loaded?.list ?? null;
  }

  get state(): 'loading' | 'failed' | 'empty' | 'ready' {
    return this.list?.length === 0 && this.pages.unreadable === 0 ? 'empty' : this.pages.state;
  }

  /** The one that is not closed; there is one at most. */
  get open(): ChatSession | undefined {
    return this.list?.find((session) => !isClosed(session));
  }

  find(session_id: Id): ChatSession | undefined {
    return this.list?.find((session) => idOf(session) === session_id);
  }

  /** Unread messages of one session; none while it is in front of the person. */
  unread(session_id: Id): number {
    if (session_id === this.on_screen) return 0;
    return (this.find(session_id)?.unread_count ?? 0) + (this.pushed[session_id]?.length ?? 0);
  }

  /** Of all sessions: the tab's badge. */
  get unread_total(): number {
    return (this.list ?? []).reduce((sum, session) => sum + this.unread(idOf(session)), 0);
  }

  /** A conversation came to the front (or none): it counts as read from now on. */
  look(session_id: Id | undefined): void {
    for (const seen of [this.on_screen, session_id]) if (seen !== undefined) this.markRead(seen);
    this.on_screen = session_id;
    if (session_id === undefined) this.flush();
  }

  refresh(): Promise<void> {
    return this.pages.refresh();
  }

  /** Whether it is closed, as the server says now; as it is known, where that cannot be read. */
  async readClosed(session_id: Id): Promise<boolean> {
    await this.refresh();
    const session = this.find(session_id);
    return session !== undefined && isClosed(session);
  }

  /** The open session, or a new one. Safe to repeat: the server has one open session a person. */
  async start(): Promise<Started> {
    const made = await settled(this.parts.api.createSession());
    if (!made.ok) return { state: 'failed', failure: made.failure };
    runInAction(() => this.adopt(made.value));
    return { state: 'started', session_id: idOf(made.value) };
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
    // Nothing new: each push reaches this store twice, by the conversation and by the list, and the server repeats
    // some.
    if (list === this.list) return true;
    if (message.customer_service_session_id !== this.on_screen) {
      this.pushed = withPushed(this.pushed, message);
    }
    this.set(list);
    return true;
  }

  /** Writes the list down now: the app goes to the background, or the conversation in front is left. */
  flush(): void {
    this.writing.flush();
  }

  private withFirst(old: LoadedSessions | null, reply: ChatSessionsReply): LoadedSessions {
    const { told, next_page } = this.told(reply, 1);
    if (next_page === null) return this.kept({ list: ordered(told), next_page, pages_read: 1 });
    // The page that was read and the known list have no row in common: sessions between them may be missing, so only
    // the page is kept.
    const joins = told.some((session) => old?.list.some((known) => idOf(known) === idOf(session)) === true);
    if (old === null || !joins) return this.kept({ list: ordered(told), next_page, pages_read: 1 });
    const list = joined(old.list, told);
    // The first page read again says nothing of the pages that were read since.
    if (old.pages_read > 1) return this.kept({ ...old, list });
    return this.kept({ list, next_page, pages_read: 1 });
  }

  private withFurther(old: LoadedSessions, reply: ChatSessionsReply, page: number): LoadedSessions {
    const { told, next_page } = this.told(reply, page);
    return this.kept({ list: joined(old.list, told), next_page, pages_read: page });
  }

  /** The rows of a page. An event may have overtaken the list: what it closed stays closed. */
  private told(
    { sessions, pagination }: ChatSessionsReply,
    page: number,
  ): { told: ChatSession[]; next_page: number | null } {
    const asked = { page, page_size: PAGE_SIZE };
    // Uses the rows as they came, because the server's unread count goes up to the last line that they name.
    this.pushed = beyond(this.pushed, sessions);
    const told = sessions.map((session) => {
      const known = this.find(idOf(session));
      const newest = withNewest(session, known);
      return known !== undefined && isClosed(known) ? { ...newest, status: known.status } : newest;
    });
    const closed = told.filter((session) => isClosed(session) && this.isOpen(session));
    closed.forEach((session) => this.parts.onClosed(idOf(session)));
    return { told, next_page: nextPage(factsOfPagination(pagination), asked, receivedIn(sessions)) };
  }

  private isOpen(session: ChatSession): boolean {
    const known = this.find(idOf(session));
    return known !== undefined && !isClosed(known);
  }

  private adopt(session: ChatSession): void {
    if (this.find(idOf(session)) === undefined) this.set(joined(this.list ?? [], [session]));
    void this.refresh();
  }

  private markRead(session_id: Id): void {
    const { [session_id]: _read, ...others } = this.pushed;
    this.pushed = others;
    if (this.list === null || (this.find(session_id)?.unread_count ?? 0) === 0) return;
    this.set(
      this.list.map((session) => (idOf(session) === session_id ? { ...session, unread_count: 0 } : session)),
    );
  }

  private set(list: readonly ChatSession[]): void {
    if (list === this.list) return;
    const { next_page, pages_read } = this.pages.loaded ?? { next_page: null, pages_read: 0 };
    this.pages.set(this.kept({ list, next_page, pages_read }));
  }

  /** With a conversation in front its lines are written with each message, and the list when it is left. */
  private kept(loaded: LoadedSessions): LoadedSessions {
    this.writing.set(loaded.list, this.on_screen !== undefined);
    return loaded;
  }
}
