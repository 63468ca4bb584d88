// How pages of items become one list: no item twice, none lost when pages shift while they are read.
import type { Asset, BackpackReply, Item } from '../../../typings/v4/backpack';
import { factsOfPagination, nextPage } from '../../api/paging';
import { receivedIn } from '../../api/rows';
import type { Pages } from '../list/paged-list';

/** Rows asked for at a time. */
export const PAGE_SIZE = 20;

/** What was read so far. `total` is null where the backend does not say. */
export interface Loaded extends Pages {
  items: readonly Item[];
  assets: readonly Asset[];
  total: number | null;
}

const totalOf = ({ pagination }: BackpackReply): number | null =>
  pagination?.total ?? pagination?.total_count ?? null;

/** The first of each id, in order. */
export function once(items: readonly Item[]): Item[] {
  const ids = new Set<string>();
  return items.filter(({ item_id }) => !ids.has(item_id) && ids.add(item_id));
}

/** The deployed list says nothing of paging: it is whole. */
function pageAfter({ pagination, items }: BackpackReply, page: number): number | null {
  if (pagination === undefined) return null;
  return nextPage(factsOfPagination(pagination), { page, page_size: PAGE_SIZE }, receivedIn(items));
}

/** The list when page 1 is all that counts: first read, and pull to refresh. */
export function firstPage(reply: BackpackReply): Loaded {
  return {
    items: once(reply.items),
    assets: reply.assets ?? [],
    next_page: pageAfter(reply, 1),
    total: totalOf(reply),
  };
}

/**
 * Page 1 was read again while the list holds more pages: its items replace the old ones, and those of later pages stay,
 * so that a person who scrolled stays in place. If page 1 shares no item with the list, only page 1 is kept.
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
 * The old list with items as `fresh` describes them now; new items of `fresh` come after the item that they follow
 * there.
 */
function merged(old: readonly Item[], fresh: readonly Item[]): Item[] {
  const items = [...old];
  let at = items.length - 1;
  for (const item of once(fresh)) {
    const known = items.findIndex(({ item_id }) => item_id === item.item_id);
    at = known < 0 ? at + 1 : known;
    items.splice(at, known < 0 ? 0 : 1, item);
  }
  return items;
}

/**
 * The list with `page` added. If the total has shrunk since the page before, items have moved up into that page: it is
 * read once more before the next.
 */
export function appended(old: Loaded, reply: BackpackReply, page: number): Loaded {
  const total = totalOf(reply);
  const shrank = total !== null && old.total !== null && total < old.total && page > 1;
  const next_page = shrank ? page - 1 : pageAfter(reply, page);
  return { ...old, items: merged(old.items, reply.items), next_page, total };
}

/** The list with those of its items that `fresh` describes as they are now; others stay. */
export function withItems(old: Loaded, fresh: readonly Item[]): Loaded {
  const now = new Map(fresh.map((item) => [item.item_id, item]));
  if (!old.items.some(({ item_id }) => now.has(item_id))) return old;
  return { ...old, items: old.items.map((one) => ({ ...one, ...now.get(one.item_id) })) };
}
