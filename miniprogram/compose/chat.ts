// The chat for pages: one store, flat fields to bind, rows for lists, and what a person may do.
//
// 客服 tab: `bindStore(this, chatListFields())`, `bindList(this, 'chunks', sessionRows, phone)`, `refreshChat()` in `show`.
// Conversation: `openConversation(id)` in `onLoad` and page `show`, `leaveConversation(id)` in `hide` and `detached`;
// `bindStore(this, conversationFields(id))`, `bindList(this, 'chunks', () => messageRows(id), phone, {reserve: SPARE_CHUNKS})`.
// Tickets: `compose/tickets`.
// Actions are methods of `useChat().room`: `outbox.sendText|sendImage|retry|remove`, `conversation(id).loadOlder|sync`,
// `drafts.get|set|clear`, `ratings.rate|dismiss`, `sessions.start`, `tickets.refresh|loadMore|choose`.
import { obstacleOf } from '../api/errors';
import type { Obstacle } from '../api/errors';
import { explain, explainInLine, explainSignedOut } from '../api/explain';
import type { MessageRow } from '../format/message-row';
import { invitation, sessionHead, sessionRow, sessionTone } from '../format/session-row';
import type { SessionRow } from '../format/session-row';
import { ChatStore } from '../stores/chat/chat';
import type { Progress } from '../stores/chat/conversation/conversation';
import type { Listing } from '../stores/chat/listing';
import { roomRows } from '../stores/chat/rows/message-rows';
import { isClosed } from '../stores/chat/session-list';
import { useChannel } from './channel';
import { listFields, NO_LIST } from './chat-listing';
import { oncePerCore } from './once';
import { useCore } from './bind/page';
import type { FlatValue } from './bind/page';

/** Places for older pages, so that they come before the others without moving them. */
export const SPARE_CHUNKS = 16;

/** The one chat of the app; its first use opens the socket. Needed early, for the badge of the tab. */
export const useChat = oncePerCore((core) => {
  const { platform, session, network, config } = core;
  const { availability } = core.v4;
  const { clock, timers, random, files, lifecycle } = platform;
  const channel = useChannel();
  const chat = new ChatStore({
    ...{ session, network, availability, clock, timers, random, files, lifecycle, channel },
    api: core.v4.api.chat,
    profile: config.route_profile,
    // A chunk of rows a page: an older page is one more chunk, and no more than needed is on the screen.
    page_size: config.limits.page_size,
  });
  channel.start();
  return chat;
});

/** What stands above the list: `offline` at once, `connecting` after 3 s; empty when all is well. */
export function chatBanner(): '' | 'offline' | 'connecting' {
  if (!useCore().network.connected) return 'offline';
  return useChannel().connection === 'connecting' ? 'connecting' : '';
}

const IDLE: Progress = { state: 'idle' };
const failedTitle = (progress: Progress): string =>
  progress.state === 'failed' ? explain(progress.failure).title : '';
const failedFor = (progress: Progress): Obstacle =>
  progress.state === 'failed' ? obstacleOf(progress.failure) : 'other';

function sessionListing(): Listing {
  const { room } = useChat();
  if (room === null) return NO_LIST;
  const { refreshing, adding, has_more, list } = room.sessions;
  const count = list?.length ?? 0;
  return { refreshing, adding, has_more, count, shown: count };
}

/** What `pages/chat` binds. */
export function chatListFields(): Record<string, () => FlatValue> {
  const chat = useChat();
  return {
    state: () => chat.room?.sessions.state ?? 'signed_out',
    ...listFields(sessionListing, '个会话', chatBanner),
    /** The session to go on with; empty where a new one is to be started. */
    open_id: () => chat.room?.sessions.open?.customer_service_session_id ?? '',
    open_head: () => {
      const open = chat.room?.sessions.open;
      return open === undefined ? '' : sessionHead(open);
    },
    open_text: () => invitation(chat.room?.sessions.open),
  };
}

export function sessionRows(): SessionRow[] {
  const { room } = useChat();
  if (room === null) return [];
  const now = useCore().v4.clock.now();
  return (room.sessions.list ?? []).map((session) => {
    const { customer_service_session_id: id } = session;
    return sessionRow(session, { unread: room.sessions.unread(id), unsent: room.outbox.of(id).length, now });
  });
}

/** Reads the list again; on show and pulled down. Never rejects. */
export async function refreshChat(): Promise<void> {
  await useChat().room?.sessions.refresh();
}

/** The open session, or a new one; or why not, in a sentence. Never rejects. */
export async function startSession(): Promise<{ session_id: string } | { error: string }> {
  const started = await useChat().room?.sessions.start();
  if (started === undefined) return { error: explainSignedOut('left') };
  if (started.state === 'started') return { session_id: started.session_id };
  return { error: explainInLine(started.failure) };
}

/** The conversation comes to the front: read, kept up to date, and counted as read by the person. */
export const openConversation = (session_id: string): void => void useChat().room?.open(session_id);

/** It leaves the front; the draft is written down. */
export const leaveConversation = (session_id: string): void => useChat().room?.leave(session_id);

/** What the conversation page binds. */
export function conversationFields(session_id: string): Record<string, () => FlatValue> {
  const chat = useChat();
  const session = () => chat.room?.sessions.find(session_id);
  const conversation = () => chat.room?.conversation(session_id);
  const rating = () => chat.room?.ratings.of(session_id, session()) ?? { state: 'none' as const };
  return {
    state: () => conversation()?.state ?? 'signed_out',
    failed_title: () => failedTitle(conversation()?.reading ?? IDLE),
    failed_for: () => failedFor(conversation()?.reading ?? IDLE),
    banner: chatBanner,
    head: () => sessionHead(session()),
    tone: () => sessionTone(session()?.status ?? ''),
    closed: () => isClosed(session() ?? { status: '' }),
    has_older: () => conversation()?.has_older ?? false,
    older: () => conversation()?.older.state ?? 'idle',
    /** none, asked, sending, refused, done, dismissed: the card shows for the middle four. */
    rating: () => rating().state,
    rating_score: () => {
      const now = rating();
      return 'score' in now ? (now.score ?? 0) : 0;
    },
    rating_note: () => {
      const now = rating();
      return now.state === 'refused' ? explainInLine(now.failure) : '';
    },
  };
}

export function messageRows(session_id: string): readonly MessageRow[] {
  const { room } = useChat();
  if (room === null) return [];
  const { network, v4 } = useCore();
  const view = { connected: network.connected, now: v4.clock.now() };
  return roomRows(room, room.conversation(session_id), view);
}
