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

/** The server echoes the id that the phone made. */
const byTempId = (lines: readonly ChatMessage[], { temp_message_id }: Entry) =>
  lines.find((line) => line.temp_message_id === temp_message_id);

/** Own lines that an entry may be: newer than anything known when it left, saying the same, nobody else's. */
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
 * The line that `entry` became, if that is certain. The deployed backend keeps no id of ours, so there it counts only when
 * as many lines as doubtful messages say the same; otherwise a line of another device could pass for a lost message.
 * @param entries all of the session, in order
 */
export function lineOf(entry: Entry, entries: readonly Entry[], history: History): ChatMessage | undefined {
  const named = byTempId(history.lines, entry);
  if (named !== undefined || history.profile === 'documented') return named;
  const found = candidates(entry, history);
  const alike = entries.filter((other) => sentAfter(other) !== undefined && saySame(other.body, entry.body));
  return found.length === alike.length ? found[alike.indexOf(entry)] : undefined;
}

/** Lines that are most likely an entry whose answer is still awaited: shown as that entry, not beside it. */
export function awaited(entries: readonly Entry[], history: History): ReadonlySet<Id> {
  const underWay = entries.filter(({ status }) => status.state === 'sending' || status.state === 'checking');
  return new Set(underWay.flatMap((entry) => candidates(entry, history)).map((line) => line.chat_message_id));
}
