// The session list for the component that shows it, and the way into a conversation for whoever leads there.
import { useCore } from '../../../compose/bind/page';
import type { FlatValue } from '../../../compose/bind/page';
import type { ChatFirst } from '../../../compose/late-view';
import type { SessionRow } from '../format/session-row';
import {
  draftIn,
  firstSessionsOf,
  sessionListFields as fieldsOf,
  sessionRowsOf,
  startedIn,
} from '../stores/chat/sessions-view';
import type { Opening } from '../stores/chat/sessions-view';
import { linkTrouble, useChat } from './chat';

const now = (): number => useCore().v4.clock.now();

export const sessionListFields = (): Record<string, () => FlatValue> => fieldsOf(useChat, linkTrouble, now);

export const sessionRows = (): SessionRow[] => sessionRowsOf(useChat(), now());

export const sessionPages = () => useChat()?.sessions.pages;

/** How many tickets are under way is said too: read once. */
export const readTickets = (): void => void useChat()?.tickets.pages.load();

/** As many rows as a long phone shows. */
const FIRST_ROWS = 8;

/** What the tab begins with; nothing while it shows something else. */
export const firstSessions = (): ChatFirst | undefined => firstSessionsOf(useChat(), now(), FIRST_ROWS);

/** What was typed into the open session and not sent. */
export const openDraft = (): string => draftIn(useChat());

/** The open session, or a new one; or why not, in a sentence. Never rejects. */
export const startSession = (opening?: Opening): ReturnType<typeof startedIn> =>
  startedIn(useChat(), opening);
