// The session list for the component that shows it.
import { useCore } from '../../../compose/bind/page';
import type { FlatValue } from '../../../compose/bind/page';
import type { SessionRow } from '../format/session-row';
import { sessionListFields as fieldsOf, sessionRowsOf, startedIn } from '../stores/chat/sessions-view';
import { linkTrouble, useChat } from './chat';

export const sessionListFields = (): Record<string, () => FlatValue> => fieldsOf(useChat, linkTrouble);

export const sessionRows = (): SessionRow[] => sessionRowsOf(useChat(), useCore().v4.clock.now());

export const sessionPages = () => useChat()?.sessions.pages;

/** The open session, or a new one; or why not, in a sentence. Never rejects. */
export const startSession = (): ReturnType<typeof startedIn> => startedIn(useChat());
