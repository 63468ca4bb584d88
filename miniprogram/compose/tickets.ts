// The person's tickets for pages: the list, the filter, and one ticket. Actions: `useChat().room?.tickets`.
import type { Failure } from '../api/errors';
import { blankTicketRow, ticketChoices, ticketRow } from '../format/ticket-row';
import type { TicketOption, TicketRow } from '../format/ticket-row';
import type { Listing } from '../stores/chat/listing';
import { failedWords } from '../stores/chat/listing';
import { useChat } from './chat';
import { listFields, NO_LIST } from './chat-listing';
import { useCore } from './bind/page';
import type { FlatValue } from './bind/page';

const offline = (): '' | 'offline' => (useCore().network.connected ? '' : 'offline');

function ticketListing(): Listing {
  const { room } = useChat();
  if (room === null) return NO_LIST;
  const { refreshing, adding, has_more, list, shown } = room.tickets;
  return { refreshing, adding, has_more, count: list?.length ?? 0, shown: shown.length };
}

/** Why the list, or its further pages, could not be read; null where nothing failed. */
export function ticketFailure(): Failure | null {
  const { refreshing, adding } = ticketListing();
  return [refreshing, adding].flatMap((one) => (one.state === 'failed' ? [one.failure] : []))[0] ?? null;
}

const fields = () => listFields(ticketListing, '张工单', offline);

/** What the list binds; `not_offered`: 该门店未开放. */
export function ticketListFields(): Record<string, () => FlatValue> {
  const chat = useChat();
  return {
    state: () => chat.room?.tickets.state ?? 'signed_out',
    status: () => chat.room?.tickets.applied ?? '',
    ...fields(),
  };
}

/** Of the chosen status. */
export const ticketRows = (): TicketRow[] => (useChat().room?.tickets.shown ?? []).map(ticketRow);

/** The statuses to choose from. */
export const ticketOptions = (): TicketOption[] => ticketChoices(useChat().room?.tickets.counts ?? new Map());

/** What one ticket's page binds: its row, and `missing` where the person has no such ticket. */
export function ticketFields(issue_id: string): Record<string, () => FlatValue> {
  const chat = useChat();
  const issue = () => chat.room?.tickets.find(issue_id);
  const row = (): TicketRow => {
    const found = issue();
    return found === undefined ? blankTicketRow : ticketRow(found);
  };
  /** Reading on is what may fail too. */
  const failed = () => {
    const { refreshing, adding } = ticketListing();
    return failedWords({ refreshing: adding.state === 'failed' ? adding : refreshing });
  };
  const names = Object.keys(blankTicketRow) as (keyof TicketRow)[];
  return {
    ...Object.fromEntries(names.map((name) => [name, () => row()[name]])),
    ...fields(),
    failed_title: () => failed().title,
    failed_text: () => failed().text,
    failed_action: () => failed().action,
    failed_for: () => failed().failed_for,
    state() {
      const tickets = chat.room?.tickets;
      if (tickets === undefined) return 'signed_out';
      if (issue() !== undefined) return 'ready';
      if (tickets.state !== 'ready' && tickets.state !== 'empty') return tickets.state;
      if (tickets.adding.state === 'failed') return 'failed';
      return tickets.has_more || tickets.refreshing.state === 'running' ? 'loading' : 'missing';
    },
  };
}
