// How much two lists share at their ends, by identity: what lies between is what changed.

/** From which list another was made, and how many of its first elements are in both. Only the last one made is remembered. */
const made = new WeakMap<readonly unknown[], { from: readonly unknown[]; head: number }>();

/** Remembers that the first `head` elements of `from` are those of `to`, so that `commonHead` need not look. */
export function madeFrom(from: readonly unknown[], to: readonly unknown[], head: number): void {
  // Otherwise each list would hold the one before it, for ever.
  made.delete(from);
  made.set(to, { from, head });
}

/** How many elements are the same from the start on. */
export function commonHead(one: readonly unknown[], other: readonly unknown[]): number {
  const most = Math.min(one.length, other.length);
  const known = made.get(other);
  let count = known?.from === one ? Math.min(known.head, most) : 0;
  while (count < most && one[count] === other[count]) count += 1;
  return count;
}

/** How many are the same from the end back, beyond the first `head` ones of both. */
export function commonTail(one: readonly unknown[], other: readonly unknown[], head: number): number {
  const most = Math.min(one.length, other.length) - head;
  let count = 0;
  while (count < most && one[one.length - 1 - count] === other[other.length - 1 - count]) count += 1;
  return count;
}
