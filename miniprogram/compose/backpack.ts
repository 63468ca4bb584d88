// The backpack for pages: its store, built on first use, and the page's flat view of it.
import { BackpackStore } from '../stores/backpack/backpack';
import { emptyReason, failedFor, failedWords, footer, noticeText } from '../stores/backpack/backpack-view';
import { oncePerCore } from './once';
import type { FlatValue } from './bind/page';

/** The one backpack of the app; item pages tell it what they learn (`receive`). */
export const useBackpack = oncePerCore(
  (core) => new BackpackStore({ session: core.session, api: core.v4.api.backpack, clock: core.v4.clock }),
);

/** What `pages/backpack` binds. */
export function backpackFields(store: BackpackStore): Record<string, () => FlatValue> {
  return {
    state: () => store.state,
    failed_title: () => failedWords(store).title,
    failed_text: () => failedWords(store).text,
    failed_action: () => failedWords(store).action,
    failed_for: () => failedFor(store),
    notice_text: () => noticeText(store),
    empty_reason: () => emptyReason(store),
    has_items: () => store.items.length > 0,
    type: () => store.applied.type,
    status: () => store.applied.status,
    query: () => store.filter.query,
    footer_text: () => footer(store).text,
    footer_action: () => footer(store).action,
    adding: () => store.adding.state === 'running',
  };
}
