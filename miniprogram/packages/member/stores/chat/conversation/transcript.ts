// What is known of one conversation, pure: confirmed lines by id, up to where they are complete, and where one may be missing.
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import type { Id } from '../../../../../../typings/v4/common';
import { compareIds } from '../../../../../api/order';
import { madeFrom } from '../../../../../format/common-ends';

/** The history as of one reading: up to `newest` nothing is missing but older pages; the server then held `total`. */
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
  /** Cut off by id, while the server's pages are cut by time: of the oldest lines' second some may be missing. */
  readonly ragged?: true;
  /** How often older lines were let go: what was asked for before then does not join on to what is left. */
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

/** What two reports of one message say together: a push, an answer and the history each leave something out. */
function together(old: ChatMessage, fresh: ChatMessage): ChatMessage {
  const merged: ChatMessage = { ...old, ...fresh };
  const temp_message_id = fresh.temp_message_id ?? old.temp_message_id;
  const created_at = old.created_at ?? fresh.created_at;
  const sender = fresh.sender ?? old.sender;
  const metadata = fresh.metadata ?? old.metadata;
  return {
    ...merged,
    ...(temp_message_id === undefined ? {} : { temp_message_id }),
    ...(created_at === undefined ? {} : { created_at }),
    ...(sender === undefined ? {} : { sender }),
    ...(metadata === undefined ? {} : { metadata }),
  };
}

/** Lines with others put among them: by id, each once. A line that is told anew keeps what only the first telling said. */
export function merged(
  lines: readonly ChatMessage[],
  incoming: readonly ChatMessage[],
): readonly ChatMessage[] {
  if (incoming.length === 0) return lines;
  const all = [...lines];
  let head = lines.length;
  for (const message of incoming) {
    const at = placeOf(all, message.chat_message_id);
    const old = all[at];
    head = Math.min(head, at);
    if (old?.chat_message_id === message.chat_message_id) all[at] = together(old, message);
    else all.splice(at, 0, message);
  }
  madeFrom(lines, all, head);
  return all;
}

/** A line that was pushed, or answered to a send. One older than everything known stays for its page to bring. */
export function arrived(transcript: Transcript, message: ChatMessage): Transcript {
  const oldest = transcript.lines[0];
  const isBeyond =
    transcript.base !== undefined &&
    oldest !== undefined &&
    compareIds(message.chat_message_id, oldest.chat_message_id) < 0;
  return isBeyond ? transcript : { ...transcript, lines: merged(transcript.lines, [message]) };
}

/** Known lines up to `base.newest`. */
const settled = ({ lines, base }: Transcript): number =>
  base === undefined ? 0 : placeAfter(lines, base.newest);

/** Whether there is an older page to read. */
export function hasOlder(transcript: Transcript): boolean {
  const { base, complete } = transcript;
  if (base === undefined || complete) return false;
  return base.total === undefined || settled(transcript) < base.total;
}

/** Whether an older page that was asked for when `asked` was known joins on to what is known now. */
export const joinsOn = (asked: Transcript, now: Transcript): boolean => asked.cuts === now.cuts;

/**
 * An older page; ask `joinsOn` before. New lines move the pages: what it has of those is the newest part's to read, for here
 * they may join on to nothing.
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
 * The pages that bring the lines before the oldest known one: all of `from` to `to`, and more where these bring nothing.
 * Behind a ragged edge they begin a page earlier, for a missing line may stand among the known ones.
 */
export function pagesBefore({ lines, ragged }: Transcript, page_size: number): { from: number; to: number } {
  const to = Math.floor(lines.length / page_size) + 1;
  return { from: ragged === true ? Math.max(1, to - 1) : to, to };
}

/** The edge was read. */
export function evened(transcript: Transcript): Transcript {
  const { ragged: _read, ...rest } = transcript;
  return rest;
}
