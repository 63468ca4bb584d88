// The person's tickets in flat values and rows: the list, and one ticket.
import type { Failure } from '../../../../api/errors';
import { failureIn, IDLE } from '../../../../stores/list/progress';
import { failedFields, failedWords, listFields, listingOf } from '../../../../stores/list/words';
import type { LinkTrouble, Listing } from '../../../../stores/list/words';
import { eachField } from '../../../../stores/fields';
import { blankTicketRow, ticketRow } from '../../format/ticket-row';
import type { TicketRow } from '../../format/ticket-row';
import type { Tickets } from './tickets';

/** Null while nobody is signed in. */
type Present = () => Tickets | null;

function listing(tickets: Tickets | null): Listing | null {
  if (tickets === null) return null;
  return listingOf(tickets.pages, { count: tickets.list?.length ?? 0, shown: tickets.shown.length });
}

const refreshFailure = (tickets: Tickets | null): Failure | null =>
  failureIn(tickets?.pages.refreshing ?? IDLE);
const addingFailure = (tickets: Tickets | null): Failure | null => failureIn(tickets?.pages.adding ?? IDLE);

/** Why the list, or its further pages, could not be read; null where nothing failed. */
export const ticketFailureOf = (tickets: Tickets | null): Failure | null =>
  refreshFailure(tickets) ?? addingFailure(tickets);

/** What the list binds; `not_offered`: 该门店未开放. */
export function ticketListFields(
  tickets: Present,
  link: () => LinkTrouble,
): Record<string, () => string | boolean> {
  return {
    state: () => tickets()?.state ?? 'signed_out',
    status: () => tickets()?.applied ?? '',
    ...listFields(() => listing(tickets()), '张服务单', link),
  };
}

/** What one ticket's page binds: its row, and `missing` where the person has no such ticket. */
export function ticketFields(
  tickets: Present,
  issue_id: string,
  link: () => LinkTrouble,
): Record<string, () => string | number | boolean> {
  const row = (): TicketRow => {
    const found = tickets()?.find(issue_id);
    return found === undefined ? blankTicketRow : ticketRow(found);
  };
  /** Reading on is what may fail too. */
  const failed = () => failedWords(addingFailure(tickets()) ?? refreshFailure(tickets()));
  return {
    ...eachField(blankTicketRow, row),
    ...listFields(() => listing(tickets()), '张服务单', link),
    ...failedFields(failed),
    state: () => ticketState(tickets(), issue_id),
  };
}

function ticketState(tickets: Tickets | null, issue_id: string): string {
  if (tickets === null) return 'signed_out';
  if (tickets.find(issue_id) !== undefined) return 'ready';
  if (tickets.state !== 'ready' && tickets.state !== 'empty') return tickets.state;
  const { adding, refreshing, has_more } = tickets.pages;
  if (adding.state === 'failed') return 'failed';
  if (has_more || refreshing.state === 'running') return 'loading';
  return refreshing.state === 'failed' ? 'failed' : 'missing';
}
