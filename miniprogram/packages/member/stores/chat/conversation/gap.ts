// Closing the gap after a connect: history newest page first, until nothing can be missing (V4 Realtime). Pure; the
// conversation does the reading.
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import type { Id } from '../../../../../../typings/v4/common';
import { compareIds } from '../../../../../api/order';
import { linesAfter, merged, NO_ID } from './transcript';
import type { Base, Transcript } from './transcript';

/** One page as the history gave it. `total`: messages in the session, where the server says it. */
export interface HistoryPage {
  messages: readonly ChatMessage[];
  total: number | undefined;
  isLast: boolean;
}

/** A reading of several pages: what its first page said, and how far back it has come. */
export interface Run {
  base: Base;
  oldest: Id;
  page: number;
}

export type Taken =
  | { transcript: Transcript; next: { run: Run } }
  /** Nothing is missing between the newest line and what was known. */
  | { transcript: Transcript; next: 'closed' };

/**
 * Whether a further page holds lines that were written after the first page was read. Lines may be missing before them,
 * so they are left to the next reading.
 */
export const cameSince = (run: Run | undefined, page: HistoryPage): boolean =>
  run !== undefined && page.messages.some((line) => isNewer(line, newestIn(run, page)));

/**
 * The newest line that a reading is about. While the server counts as many lines as at the first page, none was written
 * since: a newer one is of the newest second, within which the deployed backend keeps no order.
 */
function newestIn({ base }: Run, { messages, total }: HistoryPage): Id {
  const newest = newestOf(messages);
  return total !== undefined && total === base.total && compareIds(newest, base.newest) > 0
    ? newest
    : base.newest;
}

const isNewer = ({ chat_message_id }: ChatMessage, id: Id): boolean => compareIds(chat_message_id, id) > 0;

/** A gap of more pages is not closed: the older lines are dropped, and read again when the person scrolls up. */
const MOST_PAGES = 6;

const oldestOf = (messages: readonly ChatMessage[], otherwise: Id): Id =>
  messages.reduce(
    (least, { chat_message_id }) => (compareIds(chat_message_id, least) < 0 ? chat_message_id : least),
    messages[0]?.chat_message_id ?? otherwise,
  );

const newestOf = (messages: readonly ChatMessage[]): Id =>
  messages.reduce<Id>(
    (most, { chat_message_id }) => (compareIds(chat_message_id, most) > 0 ? chat_message_id : most),
    NO_ID,
  );

/**
 * Takes the next page of a reading (page 1 without `run`).
 *
 * A known id is not proof enough: the deployed backend sorts by whole seconds, so a page may end between two lines of one
 * second. Where the server counts, the count must agree too.
 */
export function takePage(transcript: Transcript, run: Run | undefined, whole: HistoryPage): Taken {
  const { base } = transcript;
  const page = run === undefined ? 1 : run.page + 1;
  const first: Base =
    run === undefined
      ? { newest: newestOf(whole.messages), total: whole.total }
      : { ...run.base, newest: newestIn(run, whole) };
  const reply = { ...whole, messages: whole.messages.filter((line) => !isNewer(line, first.newest)) };
  const lowest = oldestOf(reply.messages, run?.oldest ?? NO_ID);
  const oldest = run !== undefined && compareIds(run.oldest, lowest) < 0 ? run.oldest : lowest;
  if (base === undefined) return closed(upTo(transcript, reply, oldest), first, reply.isLast);
  const lines = merged(transcript.lines, reply.messages);
  const next = { ...transcript, lines };
  if (reply.isLast) return closed(next, first, true);
  const met = compareIds(oldest, base.newest) <= 0;
  const isOld = whole.messages.every(({ chat_message_id }) => compareIds(chat_message_id, base.newest) <= 0);
  if (met && (isOld || missing(lines, base, first) <= 0)) return closed(next, first, false);
  if (page >= MOST_PAGES) return closed(upTo(next, reply, oldest), first, false);
  return {
    transcript: { ...next, hole_before: firstAfter(lines, base, oldest) },
    next: { run: { base: first, oldest, page } },
  };
}

/** How many lines between two readings are missing, by the server's count; 0 where it does not count. */
function missing(lines: readonly ChatMessage[], before: Base, now: Base): number {
  if (before.total === undefined || now.total === undefined) return 0;
  const between = linesAfter(lines, before.newest).length - linesAfter(lines, now.newest).length;
  return now.total - before.total - between;
}

function closed(transcript: Transcript, base: Base, isLast: boolean): Taken {
  const complete = transcript.complete || isLast;
  return { transcript: { ...transcript, base, hole_before: undefined, complete }, next: 'closed' };
}

/** Drops the lines before the oldest one of this reading, because lines between them are missing. */
function upTo(transcript: Transcript, reply: HistoryPage, oldest: Id): Transcript {
  const all = merged(transcript.lines, reply.messages);
  const lines = all.filter(({ chat_message_id }) => compareIds(chat_message_id, oldest) >= 0);
  return { ...transcript, lines, complete: false, cuts: (transcript.cuts ?? 0) + 1 };
}

/**
 * The line before which lines are missing: the oldest of this reading, or, if that one was known, the first new one.
 */
function firstAfter(lines: readonly ChatMessage[], base: Base, oldest: Id): Id | undefined {
  if (compareIds(oldest, base.newest) > 0) return oldest;
  return linesAfter(lines, base.newest)[0]?.chat_message_id;
}
