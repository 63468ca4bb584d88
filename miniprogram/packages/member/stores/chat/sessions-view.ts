// The session list in flat values and rows, and the way into a conversation.
import type { ChatSession } from '../../../../../typings/v4/chat';
import { explainSignedOut } from '../../../../api/explain';
import { listFields, listingOf } from '../../../../stores/list/words';
import type { Listing, LinkTrouble } from '../../../../stores/list/words';
import { QUESTIONS } from '../../format/questions';
import { blankSessionRow, sessionRow } from '../../format/session-row';
import type { SessionRow } from '../../format/session-row';
import type { CustomerChat } from './customer-chat';
import { isClosed } from './session-list';
import { FULL_QUESTION, startTrouble } from './start-trouble';

/** Null while nobody is signed in. */
type Present = () => CustomerChat | null;

function listing(chat: CustomerChat | null): Listing | null {
  if (chat === null) return null;
  const count = chat.sessions.list?.length ?? 0;
  return listingOf(chat.sessions.pages, { count, shown: count });
}

/** What the list binds: the open session stands above it, the list is of those that are over. */
export function sessionListFields(
  chat: Present,
  link: () => LinkTrouble,
  now: () => number,
): Record<string, () => string | number | boolean> {
  const open = (): SessionRow => {
    const session = chat()?.sessions.open;
    return session === undefined ? blankSessionRow : rowOf(chat(), session, now());
  };
  return {
    state: () => chat()?.sessions.state ?? 'signed_out',
    ...listFields(() => listing(chat()), '个会话', link),
    has_history: () => (chat()?.sessions.list ?? []).some(isClosed),
    /** The session to go on with; empty where a new one is to be started. */
    open_id: () => open().session_id,
    open_title: () => open().title,
    open_face: () => open().face,
    open_status: () => statusOf(chat()?.sessions.open),
    open_time: () => open().time,
    open_last: () => open().last,
    open_badge: () => open().badge,
    open_unsent: () => open().unsent,
    /** Tickets that somebody is at; 0 where none are, or nobody knows. */
    slips: () => chat()?.tickets.underway ?? 0,
  };
}

const statusOf = (session: ChatSession | undefined): string =>
  session?.status === 'waiting' ? '正在为您接通客服' : '正在为您服务';

function rowOf(chat: CustomerChat | null, session: ChatSession, now: number): SessionRow {
  const { customer_service_session_id: id } = session;
  const unread = chat?.sessions.unread(id) ?? 0;
  const unsent = chat?.outbox.of(id).length ?? 0;
  return sessionRow(session, { unread, unsent, now });
}

/** @param now epoch ms on the server's clock; words like 昨天 are said for it */
export const sessionRowsOf = (chat: CustomerChat | null, now: number): SessionRow[] =>
  (chat?.sessions.list ?? []).filter(isClosed).map((session) => rowOf(chat, session, now));

/** What the tab begins with at the next start; nothing while the list is not there. @param count how many rows */
export function firstSessionsOf(chat: CustomerChat | null, now: number, count: number) {
  if (chat === null || chat.sessions.state === 'loading' || chat.sessions.state === 'failed')
    return undefined;
  const { open } = chat.sessions;
  return {
    open: open === undefined ? null : { ...rowOf(chat, open, now), status: statusOf(open) },
    questions: [...QUESTIONS],
    slips: chat.tickets.underway ?? 0,
    rows: sessionRowsOf(chat, now).slice(0, count),
  };
}

/** What was typed into the open session and not sent; empty for none. */
export function draftIn(chat: CustomerChat | null): string {
  const id = chat?.sessions.open?.customer_service_session_id;
  return id === undefined ? '' : (chat?.drafts.get(id).trim() ?? '');
}

/** What to begin with. */
export interface Opening {
  /** Sent at once; the draft where the phone is full, unless one is there. */
  say?: string;
  /** What it is about: named in the draft, unless one is there. */
  about?: string;
}

/** The open session, or a new one; or why not, in a sentence. Never rejects. */
export async function startedIn(
  chat: CustomerChat | null,
  { say, about }: Opening = {},
): Promise<{ session_id: string } | { error: string }> {
  const started = await chat?.sessions.start();
  if (chat === null || started === undefined) return { error: explainSignedOut('left') };
  if (started.state === 'failed') return { error: startTrouble(started.failure) };
  const { session_id } = started;
  const { outbox, drafts } = chat;
  const isFull = say !== undefined && outbox.sendText(session_id, say).state === 'full';
  const draft = isFull ? say : about === undefined ? '' : `关于「${about}」：`;
  if (draft !== '' && drafts.get(session_id).trim() === '') {
    drafts.set(session_id, draft);
    drafts.flush();
  }
  return isFull ? { error: FULL_QUESTION } : { session_id };
}
