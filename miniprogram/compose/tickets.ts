// The person's tickets for pages: the list, the filter, and one ticket. Actions: `useChat()?.tickets`.
import type { Failure } from '../api/errors';
import { blankTicketRow, ticketChoices, ticketRow } from '../format/ticket-row';
import type { TicketOption, TicketRow } from '../format/ticket-row';
import { failureIn, IDLE } from '../stores/list/progress';
import { failedWords, listFields, listingOf } from '../stores/list/words';
import type { LinkTrouble, Listing } from '../stores/list/words';
import { useChat } from './chat';
import { useCore } from './bind/page';
import type { FlatValue } from './bind/page';

const offline = (): LinkTrouble => (useCore().network.connected ? '' : 'offline');

function ticketListing(): Listing | null {
  const tickets = useChat()?.tickets;
  if (tickets === undefined) return null;
  return listingOf(tickets.pages, { count: tickets.list?.length ?? 0, shown: tickets.shown.length });
}

/** Why the list, or its further pages, could not be read; null where nothing failed. */
export function ticketFailure(): Failure | null {
  const pages = useChat()?.tickets.pages;
  return failureIn(pages?.refreshing ?? IDLE) ?? failureIn(pages?.adding ?? IDLE);
}

/** What the list binds; `not_offered`: 该门店未开放. */
export function ticketListFields(): Record<string, () => FlatValue> {
  return {
    state: () => useChat()?.tickets.state ?? 'signed_out',
    status: () => useChat()?.tickets.applied ?? '',
    ...listFields(ticketListing, '张工单', offline),
  };
}

/** Of the chosen status. */
export const ticketRows = (): TicketRow[] => (useChat()?.tickets.shown ?? []).map(ticketRow);

/** The statuses to choose from. */
export const ticketOptions = (): TicketOption[] => ticketChoices(useChat()?.tickets.counts ?? new Map());

/** What one ticket's page binds: its row, and `missing` where the person has no such ticket. */
export function ticketFields(issue_id: string): Record<string, () => FlatValue> {
  const issue = () => useChat()?.tickets.find(issue_id);
  const row = (): TicketRow => {
    const found = issue();
    return found === undefined ? blankTicketRow : ticketRow(found);
  };
  /** Reading on is what may fail too. */
  const failed = () => failedWords(failureIn(useChat()?.tickets.pages.adding ?? IDLE) ?? ticketFailure());
  const names = Object.keys(blankTicketRow) as (keyof TicketRow)[];
  return {
    ...Object.fromEntries(names.map((name) => [name, () => row()[name]])),
    ...listFields(ticketListing, '张工单', offline),
    failed_title: () => failed().title,
    failed_text: () => failed().text,
    failed_action: () => failed().action,
    failed_for: () => failed().failed_for,
    state() {
      const tickets = useChat()?.tickets;
      if (tickets === undefined) return 'signed_out';
      if (issue() !== undefined) return 'ready';
      if (tickets.state !== 'ready' && tickets.state !== 'empty') return tickets.state;
      const { adding, refreshing, has_more } = tickets.pages;
      if (adding.state === 'failed') return 'failed';
      return has_more || refreshing.state === 'running' ? 'loading' : 'missing';
    },
  };
}
