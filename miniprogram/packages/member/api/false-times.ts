// Drops times that are wrong (V4 §Fields), so that the page shows none: in the February revision every row of the
// history carries the time of the answer, and pushes carry a clock that is hours ahead.
import type { ChatMessage } from '../../../../typings/v4/chat';
import { mappedRows } from '../../../api/rows';
import { parseWireTime } from '../../../format/time';

/** Rows whose times are all this near to the answer's own time carry the answer's. */
const WITHIN_MS = 1_000;
/** Two correct clocks differ by less than this. */
const AHEAD_MS = 60_000;

export function timeless<Timed extends { created_at?: string }>(row: Timed): Timed {
  const { created_at: _false, ...rest } = row;
  // What is left is the row without a field that may be absent.
  return rest as Timed;
}

/** The rows without their times, where all of them say when the answer was written. @param answered_at as it was written */
export function withTrueTimes(
  rows: readonly ChatMessage[],
  answered_at: string | undefined,
): readonly ChatMessage[] {
  const answered = parseWireTime(answered_at);
  if (answered === null) return rows;
  const isAnswers = ({ created_at }: ChatMessage): boolean => {
    const at = parseWireTime(created_at);
    return at !== null && Math.abs(at - answered) <= WITHIN_MS;
  };
  return rows.every(isAnswers) ? mappedRows(rows, timeless) : rows;
}

/** True of a time that the server cannot have written by now. @param now epoch ms on the server's clock */
export function isYetToCome(created_at: string | undefined, now: number): boolean {
  return (parseWireTime(created_at) ?? now) > now + AHEAD_MS;
}
