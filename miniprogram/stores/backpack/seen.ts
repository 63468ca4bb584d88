// Which items a person has not looked at yet: new until opened, or until the visit after the one that listed them, and for
// three days at most, so that the mark means something.
import type { Item } from '../../../typings/v4/backpack';
import { parseWireTime } from '../../format/time';

const NEW_MS = 3 * 86_400_000;
/** Most ids remembered; the oldest go first. */
const LIMIT = 2000;

/**
 * Item id → when it first appeared here (ms, server's clock); the same below zero once it stood in the list before the
 * person's eyes; 0 once opened, or known from before.
 */
export type Seen = Readonly<Record<string, number>>;

/**
 * Since when an item that was not noted yet is here, 0 if it is not new. `ahead`: it is listed before every noted item.
 */
function appeared(item: Item, ahead: boolean, now: number): number {
  const acquired = parseWireTime(item.acquired_at);
  if (acquired !== null) return now - acquired < NEW_MS ? acquired : 0;
  return ahead ? now : 0;
}

/**
 * Takes note of items that were read. Where the backend does not say when an item was acquired, those listed before
 * all known ones are new: further pages and this phone's first reading bring old ones.
 * @param seen `undefined` on this phone's first reading
 * @param items newest first
 * @param is_whole whether they are of the list of everything: what a narrow one has first is not therefore new
 * @returns the same object when nothing was added
 */
export function listed(seen: Seen | undefined, items: readonly Item[], now: number, is_whole = true): Seen {
  const known = seen ?? {};
  const first_known = items.findIndex(({ item_id }) => known[item_id] !== undefined);
  const new_until = seen === undefined || !is_whole ? 0 : first_known < 0 ? items.length : first_known;
  const added = items.flatMap((item, index) =>
    known[item.item_id] === undefined
      ? [[item.item_id, appeared(item, index < new_until, now)] as const]
      : [],
  );
  if (seen !== undefined && added.length === 0) return seen;
  return Object.fromEntries([...Object.entries(known), ...added].slice(-LIMIT));
}

/** The person opened an item. */
export function opened(seen: Seen, item_id: string): Seen {
  return seen[item_id] === 0 ? seen : { ...seen, [item_id]: 0 };
}

/** The list stood before the person's eyes: its new items count no more, and keep the mark for this visit. */
export function looked(seen: Seen): Seen {
  if (Object.values(seen).every((since) => since <= 0)) return seen;
  return Object.fromEntries(Object.entries(seen).map(([id, since]) => [id, since > 0 ? -since : since]));
}

/** Another visit begins: what the last one listed is no longer new. */
export function visited(seen: Seen): Seen {
  if (Object.values(seen).every((since) => since >= 0)) return seen;
  return Object.fromEntries(Object.entries(seen).map(([id, since]) => [id, since < 0 ? 0 : since]));
}

/** Whether the item carries the mark at `now` (ms, server's clock). */
export function isNew(seen: Seen, item_id: string, now: number): boolean {
  const since = Math.abs(seen[item_id] ?? 0);
  // By a wrong clock it may have been noted in years to come.
  return since > 0 && Math.abs(now - since) < NEW_MS;
}

/** Whether it is new and no list with it was looked at yet. */
export const isUnseen = (seen: Seen, item_id: string, now: number): boolean =>
  (seen[item_id] ?? 0) > 0 && isNew(seen, item_id, now);
