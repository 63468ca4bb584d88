// Which line of the history is which message of the outbox, when the answer to its send never came.
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import type { Id } from '../../../../../../typings/v4/common';
import type { RouteProfile } from '../../../../../api/v4/routes';
import { saySame, saysTheSame, sentAfter } from './entry';
import type { Entry } from './entry';
import { linesAfter } from '../conversation/transcript';

export interface History {
  /** Ascending by id. */
  lines: readonly ChatMessage[];
  profile: RouteProfile;
  /** Whether a line is known to be another message of this phone. */
  isClaimed(id: Id): boolean;
}

/** The line with this phone's id for the message, where the server keeps that id. */
const byTempId = (lines: readonly ChatMessage[], { temp_message_id }: Entry) =>
  lines.find((line) => line.temp_message_id === temp_message_id);

/**
 * The lines that may be this entry: written by the customer after the entry left, with the same content, and not known
 * to be another message.
 */
export function candidates(entry: Entry, { lines, isClaimed }: History): ChatMessage[] {
  const after = sentAfter(entry);
  if (after === undefined) return [];
  return linesAfter(lines, after).filter(
    (line) =>
      line.sender_type === 'user' &&
      (line.temp_message_id ?? '') === '' &&
      saysTheSame(entry.body, line) &&
      !isClaimed(line.chat_message_id),
  );
}

/**
 * The line that `entry` is stored as, if that is certain. The deployed backend does not keep the phone's id. There a
 * line is taken only if exactly as many lines have this content as entries whose outcome is unknown; otherwise a line
 * from another device could be taken for a message that was lost.
 * @param entries all entries of the session, in order
 */
export function lineOf(entry: Entry, entries: readonly Entry[], history: History): ChatMessage | undefined {
  const named = byTempId(history.lines, entry);
  if (named !== undefined || history.profile === 'documented') return named;
  const found = candidates(entry, history);
  const alike = entries.filter((other) => sentAfter(other) !== undefined && saySame(other.body, entry.body));
  return found.length === alike.length ? found[alike.indexOf(entry)] : undefined;
}

/**
 * Lines that are most likely entries whose answer has not come yet. The page shows the entry and hides the line, so
 * that the message does not show twice.
 */
export function awaited(entries: readonly Entry[], history: History): ReadonlySet<Id> {
  const underWay = entries.filter(({ status }) => status.state === 'sending' || status.state === 'checking');
  return new Set(underWay.flatMap((entry) => candidates(entry, history)).map((line) => line.chat_message_id));
}
