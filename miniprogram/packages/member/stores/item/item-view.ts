// The item page in flat values: its state, the item, its actions, what went wrong and where.
import type { ItemStore } from './item';
import { emptyItemView, itemView } from '../../format/item-view';
import type { ItemView } from '../../format/item-view';
import { absenceWords, staleText, useErrorText } from './words';
import type { TimelineStore } from './timeline';

const ACTION_TEXTS: Record<string, string> = {
  redeem: '到店核销',
  show_code: '查看核销码',
  use: '立即使用',
};

/**
 * What the page binds.
 * @param now epoch ms on the server's clock
 */
export function itemFields(
  store: ItemStore,
  timeline: TimelineStore,
  now: () => number,
): Record<string, () => string | boolean> {
  const view = (): ItemView => (store.item === null ? emptyItemView : itemView(store.item, now()));
  const each = Object.keys(emptyItemView).map(
    (name) => [name, () => view()[name as keyof ItemView]] as const,
  );
  return {
    ...Object.fromEntries(each),
    state: () => (store.absence !== null ? 'failed' : store.item === null ? 'loading' : 'ready'),
    failed_title: () => absenceWords(store).title,
    failed_text: () => absenceWords(store).text,
    failed_button: () => absenceWords(store).button,
    failed_for: () => absenceWords(store).failed_for,
    stale_text: () => staleText(store),
    main_text: () => ACTION_TEXTS[view().main_action] ?? '',
    other_text: () => ACTION_TEXTS[view().other_action] ?? '',
    using: () => store.using,
    use_error: () => useErrorText(store),
    instructions: () => store.instructions,
    timeline_state: () => timeline.current.state,
  };
}
