// What is known of one conversation, pure: confirmed lines by id, up to where they are complete, and where one may be missing.
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import type { Id } from '../../../../../../typings/v4/common';
import { compareIds } from '../../../../../api/order';
import { madeFrom } from '../../../../../format/common-ends';

/**
 * The history as of one reading: no line up to `newest` is missing, but for older pages; the server then had `total`
 * lines.
 */
export interface Base {
  newest: Id;
  total: number | undefined;
}

export interface Transcript {
  /** Ascending by id, no id twice. */
  readonly lines: readonly ChatMessage[];
  /** Nothing until the history was read once. */
  readonly base: Base | undefined;
  /** Something may be missing right before this line. */
  readonly hole_before: Id | undefined;
  /** The first line ever said is among `lines`. */
  readonly complete: boolean;
  /**
   * The lines were cut off by id, while the server cuts its pages by time: of the lines in the oldest one's second some
   * may be missing.
   */
  readonly ragged?: true;
  /**
   * How often older lines were dropped: a page that was asked for before then does not join on to the lines that are
   * left.
   */
  readonly cuts?: number;
}

export const EMPTY: Transcript = { lines: [], base: undefined, hole_before: undefined, complete: false };
/** Older than any id. */
export const NO_ID: Id = '0';

/** Index of the first line whose id is at least `id`. */
function placeOf(lines: readonly ChatMessage[], id: Id): number {
  let from = 0;
  let to = lines.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const line = lines[middle];
    if (line !== undefined && compareIds(line.chat_message_id, id) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Index of the first line newer than `id`. */
function placeAfter(lines: readonly ChatMessage[], id: Id): number {
  const at = placeOf(lines, id);
  return lines[at]?.chat_message_id === id ? at + 1 : at;
}

/** Lines newer than `id`. @param lines ascending by id */
export const linesAfter = (lines: readonly ChatMessage[], id: Id): readonly ChatMessage[] =>
  lines.slice(placeAfter(lines, id));

export const newestId = ({ lines }: Pick<Transcript, 'lines'>): Id =>
  lines[lines.length - 1]?.chat_message_id ?? NO_ID;

/**
 * Joins two reports of one message, because a push, an answer and the history each leave out some fields, or say null.
 * `old` itself where the other tells nothing new.
 */
function together(old: ChatMessage, fresh: ChatMessage): ChatMessage {
  const told = Object.entries(fresh).filter(([key, value]) => {
    const known = old[key as keyof ChatMessage];
    const isSettled = key === 'created_at' && known !== undefined;
    // By content: each reading brings a `sender` of its own.
    const isNew = JSON.stringify(value) !== JSON.stringify(known);
    return value !== null && value !== undefined && isNew && !isSettled;
  });
  return told.length === 0 ? old : { ...old, ...Object.fromEntries(told) };
}

/**
 * Merges lines by id, each once. A line that is in both keeps fields that only the first report has. `lines` itself where
 * nothing is new.
 */
export function merged(
  lines: readonly ChatMessage[],
  incoming: readonly ChatMessage[],
): readonly ChatMessage[] {
  const all = [...lines];
  let head = Infinity;
  for (const message of incoming) {
    const at = placeOf(all, message.chat_message_id);
    const old = all[at];
    if (old?.chat_message_id === message.chat_message_id) {
      const both = together(old, message);
      if (both === old) continue;
      all[at] = both;
    } else all.splice(at, 0, message);
    head = Math.min(head, at);
  }
  if (head === Infinity) return lines;
  madeFrom(lines, all, Math.min(head, lines.length));
  return all;
}

/**
 * Adds a line that was pushed, or that a send answered with. One that is older than all known lines is left out: its
 * page will bring it.
 */
export function arrived(transcript: Transcript, message: ChatMessage): Transcript {
  const oldest = transcript.lines[0];
  const isBeyond =
    transcript.base !== undefined &&
    oldest !== undefined &&
    compareIds(message.chat_message_id, oldest.chat_message_id) < 0;
  return isBeyond ? transcript : { ...transcript, lines: merged(transcript.lines, [message]) };
}

/** Whether there is an older page to read. */
export function hasOlder({ lines, base, complete }: Transcript): boolean {
  if (base === undefined || complete) return false;
  // What came after the reading is not in its count.
  return base.total === undefined || placeAfter(lines, base.newest) < base.total;
}

/** Whether an older page that was asked for at the time of `asked` still joins on to the lines that are known now. */
export const joinsOn = (asked: Transcript, now: Transcript): boolean => asked.cuts === now.cuts;

/**
 * An older page; ask `joinsOn` before. New lines shift the pages, so this one may hold some of them; they are left out
 * here, because lines before them may be missing, and come with the newest part.
 * @param isLast no page follows it
 */
export function olderPage(
  transcript: Transcript,
  messages: readonly ChatMessage[],
  isLast: boolean,
): Transcript {
  const { base } = transcript;
  const older = messages.filter(
    ({ chat_message_id }) => base === undefined || compareIds(chat_message_id, base.newest) <= 0,
  );
  return {
    ...transcript,
    lines: merged(transcript.lines, older),
    complete: transcript.complete || isLast,
  };
}

/**
 * The pages that bring the lines before the oldest known one: all of `from` to `to`, and more where these bring
 * nothing. Where the oldest lines are `ragged` they begin a page earlier, because a missing line may stand among the
 * known ones.
 */
export function pagesBefore({ lines, ragged }: Transcript, page_size: number): { from: number; to: number } {
  const to = Math.floor(lines.length / page_size) + 1;
  return { from: ragged === true ? Math.max(1, to - 1) : to, to };
}

/** The page at the ragged edge was read: no line is missing there any more. */
export function evened(transcript: Transcript): Transcript {
  const { ragged: _read, ...rest } = transcript;
  return rest;
}
