// Which items a person has not looked at yet: new until opened, for three days at most, so that the mark means something.
import type { Item } from '../../typings/v4/backpack';
import { parseWireTime } from '../format/time';

const NEW_MS = 3 * 86_400_000;
/** Most ids remembered; the oldest go first. */
const LIMIT = 2000;

/** Item id → when it first appeared here (ms, server's clock), 0 once opened or known from before. */
export type Seen = Readonly<Record<string, number>>;

/** When an item of a list read for the first time on this phone counts as having appeared. */
function appearedBefore(item: Item, now: number): number {
  const acquired = parseWireTime(item.acquired_at);
  return acquired !== null && now - acquired < NEW_MS ? acquired : 0;
}

/**
 * Takes note of items that were read.
 * @param seen `undefined` on this phone's first reading: then only items acquired lately are new
 * @returns the same object when nothing was added
 */
export function listed(seen: Seen | undefined, items: readonly Item[], now: number): Seen {
  const added = items.filter(({ item_id }) => seen?.[item_id] === undefined);
  if (seen !== undefined && added.length === 0) return seen;
  const fresh = added.map(
    (item) => [item.item_id, seen === undefined ? appearedBefore(item, now) : now] as const,
  );
  const all = [...Object.entries(seen ?? {}), ...fresh];
  return Object.fromEntries(all.slice(-LIMIT));
}

/** The person opened an item. */
export function opened(seen: Seen, item_id: string): Seen {
  return seen[item_id] === 0 ? seen : { ...seen, [item_id]: 0 };
}

/** Whether the item carries the mark at `now` (ms, server's clock). */
export function isNew(seen: Seen, item_id: string, now: number): boolean {
  const since = seen[item_id];
  return since !== undefined && since > 0 && now - since < NEW_MS;
}
