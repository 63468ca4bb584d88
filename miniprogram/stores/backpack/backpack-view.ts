// The backpack page in flat values: what it says above, below and instead of the list.
import { listFields, listingOf } from '../list/words';
import type { Listing } from '../list/words';
import type { BackpackStore } from './backpack';

export function listing(store: BackpackStore): Listing {
  const { pages, items, rows, narrowed } = store;
  return listingOf(pages, { count: items.length, shown: rows.length, searched: narrowed });
}

/** Nothing to list although there is a backpack: nothing owned, or nothing that fits. */
export function emptyReason(store: BackpackStore): 'no_items' | 'no_match' | '' {
  if (store.state !== 'ready' || store.rows.length > 0) return '';
  if (store.items.length > 0) return 'no_match';
  return store.pages.unreadable > 0 ? '' : 'no_items';
}

/** What `pages/backpack` binds. @param backpack null while nobody is signed in */
export function backpackFields(backpack: () => BackpackStore | null): Record<string, () => string | boolean> {
  const of =
    <T>(read: (store: BackpackStore) => T, otherwise: T) =>
    (): T => {
      const store = backpack();
      return store === null ? otherwise : read(store);
    };
  return {
    ...listFields(of<Listing | null>(listing, null), '件'),
    state: of<string>((store) => store.state, 'signed_out'),
    empty_reason: of<string>(emptyReason, ''),
    has_items: of((store) => store.items.length > 0, false),
    type: of((store) => store.applied.type, ''),
    status: of((store) => store.applied.status, ''),
    query: of((store) => store.filter.query, ''),
  };
}
