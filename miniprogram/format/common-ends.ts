// How many elements two lists share at their start and at their end, by identity; what lies between has changed.

/** For a list, the list that it was made from, and how many of their first elements are the same. */
const made = new WeakMap<readonly unknown[], { from: readonly unknown[]; head: number }>();

/** Remembers that the first `head` elements of `from` are those of `to`, so that `commonHead` need not look. */
export function madeFrom(from: readonly unknown[], to: readonly unknown[], head: number): void {
  // Without this each list would keep the one before it in memory, and that the one before, without end.
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
