// How much two lists share at their ends, by identity: what lies between is what changed.

/** How many elements are the same from the start on. */
export function commonHead(one: readonly unknown[], other: readonly unknown[]): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
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
