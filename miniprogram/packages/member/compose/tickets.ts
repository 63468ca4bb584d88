// The person's tickets for their pages.
import { networkTrouble } from '../../../compose/bind/network';
import type { FlatValue } from '../../../compose/bind/page';
import type { Failure } from '../../../api/errors';
import { ticketChoices, ticketRow } from '../format/ticket-row';
import type { TicketOption, TicketRow } from '../format/ticket-row';
import type { Tickets } from '../stores/chat/tickets';
import {
  ticketFailureOf,
  ticketFields as fieldsOf,
  ticketListFields as listFieldsOf,
} from '../stores/chat/tickets-view';
import { useChat } from './chat';

/** Null while nobody is signed in. */
export const useTickets = (): Tickets | null => useChat()?.tickets ?? null;

export const ticketFailure = (): Failure | null => ticketFailureOf(useTickets());

export const ticketListFields = (): Record<string, () => FlatValue> =>
  listFieldsOf(useTickets, networkTrouble);

/** Of the chosen status. */
export const ticketRows = (): TicketRow[] => (useTickets()?.shown ?? []).map(ticketRow);

/** The statuses to choose from. */
export const ticketOptions = (): TicketOption[] => ticketChoices(useTickets()?.counts ?? new Map());

export const ticketFields = (issue_id: string): Record<string, () => FlatValue> =>
  fieldsOf(useTickets, issue_id, networkTrouble);
