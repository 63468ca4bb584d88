// The session list in flat values and rows, and the way into a conversation.
import { explainInLine, explainSignedOut } from '../../../../api/explain';
import { listFields, listingOf } from '../../../../stores/list/words';
import type { Listing, LinkTrouble } from '../../../../stores/list/words';
import { invitation, sessionHead, sessionRow } from '../../format/session-row';
import type { SessionRow } from '../../format/session-row';
import type { CustomerChat } from './customer-chat';

/** Null while nobody is signed in. */
type Present = () => CustomerChat | null;

function listing(chat: CustomerChat | null): Listing | null {
  if (chat === null) return null;
  const count = chat.sessions.list?.length ?? 0;
  return listingOf(chat.sessions.pages, { count, shown: count });
}

/** What the list binds. */
export function sessionListFields(
  chat: Present,
  link: () => LinkTrouble,
): Record<string, () => string | boolean> {
  const open = () => chat()?.sessions.open;
  return {
    state: () => chat()?.sessions.state ?? 'signed_out',
    ...listFields(() => listing(chat()), '个会话', link),
    /** The session to go on with; empty where a new one is to be started. */
    open_id: () => open()?.customer_service_session_id ?? '',
    open_head: () => {
      const session = open();
      return session === undefined ? '' : sessionHead(session);
    },
    open_text: () => invitation(open()),
  };
}

/** @param now epoch ms on the server's clock; words like 昨天 are said for it */
export function sessionRowsOf(chat: CustomerChat | null, now: number): SessionRow[] {
  return (chat?.sessions.list ?? []).map((session) => {
    const { customer_service_session_id: id } = session;
    const unread = chat?.sessions.unread(id) ?? 0;
    const unsent = chat?.outbox.of(id).length ?? 0;
    return sessionRow(session, { unread, unsent, now });
  });
}

/** The open session, or a new one; or why not, in a sentence. Never rejects. */
export async function startedIn(
  chat: CustomerChat | null,
): Promise<{ session_id: string } | { error: string }> {
  const started = await chat?.sessions.start();
  if (started === undefined) return { error: explainSignedOut('left') };
  if (started.state === 'started') return { session_id: started.session_id };
  return { error: explainInLine(started.failure) };
}
