// The chat for pages: one store, flat fields to bind, rows for lists, and what a person may do.
//
// 客服 tab: `bindStore(this, chatListFields())`, `bindList(this, 'chunks', sessionRows, phone)`, `refreshChat()` in `show`.
// Conversation: `openConversation(id)` in `onLoad` and page `show`, `leaveConversation(id)` in `hide` and `detached`;
// `bindStore(this, conversationFields(id))`, `bindList(this, 'chunks', () => messageRows(id), phone, {reserve: SPARE_CHUNKS})`.
// Tickets: `compose/tickets`.
// Actions are methods of `useChat()`: `outbox.sendText|sendImage|retry|remove`, `conversation(id).loadOlder|sync`,
// `drafts.get|set|clear`, `ratings.rate|dismiss`, `sessions.start`, `tickets.refresh|loadMore|choose`.
import { explainInLine, explainSignedOut } from '../api/explain';
import type { MessageRow } from '../format/message-row';
import { invitation, sessionHead, sessionRow, sessionTone } from '../format/session-row';
import type { SessionRow } from '../format/session-row';
import { createChatApi } from '../api/v4/chat';
import { v4Routes } from '../api/v4/routes';
import { CustomerChat } from '../stores/chat/customer-chat';
import { failureIn, IDLE } from '../stores/list/progress';
import { failedWords, listFields, listingOf } from '../stores/list/words';
import type { Listing } from '../stores/list/words';
import { perPerson } from '../stores/person/per-person';
import { messageRowsOf } from '../stores/chat/rows/message-rows';
import { isClosed } from '../stores/chat/session-list';
import { useChannel } from './channel';
import { oncePerCore } from './once';
import { useCore } from './bind/page';
import type { FlatValue } from './bind/page';

/** Places for older pages, so that they come before the others without moving them. */
export const SPARE_CHUNKS = 16;

/** The chat of whoever is signed in; its first use opens the socket. Needed early, for the badge of the tab. */
const chats = oncePerCore((core) => {
  const { platform, network, config } = core;
  const { clock, timers, random, files, lifecycle } = platform;
  const channel = useChannel();
  const routes = v4Routes(config.route_profile);
  const made = perPerson(
    core.v4,
    timers,
    (person) =>
      new CustomerChat({
        ...{ person, network, clock, random, files, lifecycle, channel },
        api: createChatApi(person.client, routes, config.timeouts.send_message_ms),
        profile: config.route_profile,
        // A chunk of rows a page: an older page is one more chunk, and no more than needed is on the screen.
        page_size: config.limits.page_size,
      }),
  );
  channel.start();
  return made;
});

/** Null while nobody is signed in. */
export const useChat = (): CustomerChat | null => chats().current;

/** What stands above the list: `offline` at once, `connecting` after 3 s; empty when all is well. */
export function chatBanner(): '' | 'offline' | 'connecting' {
  if (!useCore().network.connected) return 'offline';
  return useChannel().connection === 'connecting' ? 'connecting' : '';
}

function sessionListing(): Listing | null {
  const sessions = useChat()?.sessions;
  if (sessions === undefined) return null;
  const count = sessions.list?.length ?? 0;
  return listingOf(sessions.pages, { count, shown: count });
}

/** What `pages/chat` binds. */
export function chatListFields(): Record<string, () => FlatValue> {
  return {
    state: () => useChat()?.sessions.state ?? 'signed_out',
    ...listFields(sessionListing, '个会话', chatBanner),
    /** The session to go on with; empty where a new one is to be started. */
    open_id: () => useChat()?.sessions.open?.customer_service_session_id ?? '',
    open_head: () => {
      const open = useChat()?.sessions.open;
      return open === undefined ? '' : sessionHead(open);
    },
    open_text: () => invitation(useChat()?.sessions.open),
  };
}

export function sessionRows(): SessionRow[] {
  const chat = useChat();
  if (chat === null) return [];
  const now = useCore().v4.clock.now();
  return (chat.sessions.list ?? []).map((session) => {
    const { customer_service_session_id: id } = session;
    return sessionRow(session, { unread: chat.sessions.unread(id), unsent: chat.outbox.of(id).length, now });
  });
}

/** Reads the list again; on show and pulled down. Never rejects. */
export async function refreshChat(): Promise<void> {
  await useChat()?.sessions.refresh();
}

/** The open session, or a new one; or why not, in a sentence. Never rejects. */
export async function startSession(): Promise<{ session_id: string } | { error: string }> {
  const started = await useChat()?.sessions.start();
  if (started === undefined) return { error: explainSignedOut('left') };
  if (started.state === 'started') return { session_id: started.session_id };
  return { error: explainInLine(started.failure) };
}

/** The conversation comes to the front: read, kept up to date, and counted as read by the person. */
export const openConversation = (session_id: string): void => void useChat()?.open(session_id);

/** It leaves the front; the draft is written down. */
export const leaveConversation = (session_id: string): void => useChat()?.leave(session_id);

/** What the conversation page binds. */
export function conversationFields(session_id: string): Record<string, () => FlatValue> {
  const session = () => useChat()?.sessions.find(session_id);
  const conversation = () => useChat()?.conversation(session_id);
  const failed = () => failedWords(failureIn(conversation()?.reading ?? IDLE));
  const rating = () => useChat()?.ratings.of(session_id, session()) ?? { state: 'none' as const };
  return {
    state: () => conversation()?.state ?? 'signed_out',
    failed_title: () => failed().title,
    failed_for: () => failed().failed_for,
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
  const chat = useChat();
  if (chat === null) return [];
  const { network, v4 } = useCore();
  const view = { connected: network.connected, now: v4.clock.now() };
  return messageRowsOf(chat, chat.conversation(session_id), view);
}
