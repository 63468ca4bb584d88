// The item page in flat values: its state, the item, its actions, what went wrong and where.
import { tableOf } from '../../../../format/lookup';
import type { ItemStore } from './item';
import { emptyItemView, itemView } from '../../format/item-view';
import type { ItemView } from '../../format/item-view';
import { failedFields } from '../../../../stores/list/words';
import { eachField } from '../../../../stores/fields';
import { absenceWords, staleText, useErrorText } from './words';
import type { TimelineStore } from './timeline';

const ACTION_TEXTS = tableOf<string>({
  redeem: '去使用',
  show_code: '看券码',
  use: '立即使用',
});

/** One item as its page shows it. */
export interface ShownItem {
  item: ItemStore;
  timeline: TimelineStore;
  /** Epoch ms on the server's clock, for which words are said (observable). */
  now(): number;
}

const NO_WORDS = { title: '', text: '', action: 'nothing', failed_for: 'other' };

/**
 * What the page binds.
 * @param shown null while nobody is signed in
 */
export function itemFields(shown: () => ShownItem | null): Record<string, () => string | boolean> {
  const item = (): ItemStore | undefined => shown()?.item;
  const view = eachField(emptyItemView, (): ItemView => {
    const present = shown();
    const known = present?.item.item ?? null;
    return present === null || known === null ? emptyItemView : itemView(known, present.now());
  });
  const absence = () => {
    const store = item();
    return store === undefined ? NO_WORDS : absenceWords(store);
  };
  const said = (words: (store: ItemStore) => string): string => {
    const store = item();
    return store === undefined ? '' : words(store);
  };
  return {
    ...view,
    signed_out: () => shown() === null,
    state: () => stateOf(item()),
    ...failedFields(absence),
    stale_text: () => said(staleText),
    main_text: () =>
      (view.is_product() && view.main_action() === 'redeem'
        ? '到店领取'
        : ACTION_TEXTS[view.main_action()]) ?? '',
    other_text: () => ACTION_TEXTS[view.other_action()] ?? '',
    using: () => item()?.using ?? false,
    use_error: () => said(useErrorText),
    instructions: () => item()?.instructions ?? '',
    timeline_state: () => shown()?.timeline.current.state ?? 'loading',
  };
}

function stateOf(store: ItemStore | undefined): 'loading' | 'failed' | 'ready' {
  if (store?.absence !== undefined && store.absence !== null) return 'failed';
  return (store?.item ?? null) === null ? 'loading' : 'ready';
}
