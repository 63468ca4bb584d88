// Numeric order of ids that may exceed 2^53: by length, then by text (V4 §Fields).
import type { Id } from '../../typings/v4/common';

/** Negative when `a` is the older id, positive when the newer, 0 when equal. For canonical decimal digits. */
export function compareIds(a: Id, b: Id): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
