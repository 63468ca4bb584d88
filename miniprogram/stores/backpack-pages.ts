// How pages of items become one list: no item twice, none lost when pages shift while they are read.
import type { Asset, BackpackReply, Item } from '../../typings/v4/backpack';

/** Rows asked for at a time. */
export const PAGE_SIZE = 20;

/** What was read so far. `next_page` is null when there is no more. */
export interface Loaded {
  items: readonly Item[];
  assets: readonly Asset[];
  next_page: number | null;
}

/** The first of each id, in order. */
function once(items: readonly Item[]): Item[] {
  const ids = new Set<string>();
  return items.filter(({ item_id }) => !ids.has(item_id) && ids.add(item_id));
}

/** Whether the backend has pages after `page` (V4 pagination in either spelling; the deployed list has none). */
function hasMore({ pagination, items }: BackpackReply, page: number): boolean {
  if (pagination === undefined || items.length === 0) return false;
  if (pagination.has_next !== undefined) return pagination.has_next;
  if (typeof pagination.total_pages === 'number') return page < pagination.total_pages;
  const total = pagination.total ?? pagination.total_count;
  return total === undefined ? items.length >= PAGE_SIZE : page * PAGE_SIZE < total;
}

/** The list when page 1 is all that counts: first read, and pull to refresh. */
export function firstPage(reply: BackpackReply): Loaded {
  return {
    items: once(reply.items),
    assets: reply.assets ?? [],
    next_page: hasMore(reply, 1) ? 2 : null,
  };
}

/**
 * Page 1 read again behind a list that is further: its items replace theirs, and what followed them stays, so that
 * nobody who scrolled is thrown back. When nothing connects the two, page 1 alone counts.
 */
export function refreshedFirst(old: Loaded, reply: BackpackReply): Loaded {
  const first = firstPage(reply);
  const last_id = first.items[first.items.length - 1]?.item_id;
  const joint = old.items.findIndex(({ item_id }) => item_id === last_id);
  if (first.next_page === null || joint < 0) return first;
  const items = once([...first.items, ...old.items.slice(joint + 1)]);
  return items.length > first.items.length ? { ...first, items, next_page: old.next_page } : first;
}

/**
 * The list with `page` behind it. The next page is counted from what is there, so that items which moved up while
 * pages were read are asked for again; a page that brought nothing new is never asked for twice.
 */
export function appended(old: Loaded, reply: BackpackReply, page: number): Loaded {
  const fresh = new Map(reply.items.map((item) => [item.item_id, item]));
  const updated = old.items.map((item) => fresh.get(item.item_id) ?? item);
  const items = once([...updated, ...reply.items]);
  const grew = items.length > old.items.length;
  const counted = Math.floor(items.length / PAGE_SIZE) + 1;
  const next_page = grew ? Math.min(counted, page + 1) : page + 1;
  return { ...old, items, next_page: hasMore(reply, page) ? next_page : null };
}

/** The list with one item as it is now known (after it was redeemed or used); others stay. */
export function withItem(old: Loaded, item: Item): Loaded {
  const known = old.items.some(({ item_id }) => item_id === item.item_id);
  if (!known) return old;
  return {
    ...old,
    items: old.items.map((one) => (one.item_id === item.item_id ? { ...one, ...item } : one)),
  };
}
