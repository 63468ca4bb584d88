// Which of the loaded items a person wants to see, and which choices are worth offering.
import type { Item } from '../../../typings/v4/backpack';
import { folded, ungrouped } from '../../format/typed';
import { itemStatus, itemTypeText, statusGroup } from '../../format/item-words';

/** Empty means all. */
export interface Filter {
  type: string;
  status: string;
  query: string;
}

export interface Option {
  value: string;
  text: string;
}

export const noFilter: Filter = { type: '', status: '', query: '' };

/** Known ones in the order people expect, unknown ones behind. */
const order = ['voucher', 'product', 'collectible', 'available', 'locked', 'used', 'expired', 'destroyed'];
const rank = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);

/** One option a value that occurs; none when there is nothing to choose between. */
function optionsOf(items: readonly Item[], all: string, optionOf: (item: Item) => Option): Option[] {
  const found = new Map<string, Option>();
  for (const item of items) {
    const option = optionOf(item);
    if (!found.has(option.value)) found.set(option.value, option);
  }
  const options = [...found.values()].sort((one, other) => rank(one.value) - rank(other.value));
  return options.length > 1 ? [{ value: '', text: all }, ...options] : [];
}

export const typeOptions = (items: readonly Item[]): Option[] =>
  optionsOf(items, '全部类型', (item) => ({ value: item.item_type, text: itemTypeText(item) }));

/** Empty where the backend lists available items only. */
export const statusOptions = (items: readonly Item[]): Option[] =>
  optionsOf(items, '全部状态', (item) => ({
    value: statusGroup(item.status),
    text: itemStatus(item).text,
  }));

/** A choice that is no longer offered counts as all. */
export const chosen = (value: string, options: readonly Option[]): string =>
  options.some((option) => option.value === value) ? value : '';

const holds = (text: string | null | undefined, query: string): boolean =>
  typeof text === 'string' && folded(text).includes(query);

/** Items that fit; the query is looked for in name, merchant and tracking code, in any case and width of letters; a code in any grouping. */
export function filtered(items: readonly Item[], filter: Filter): readonly Item[] {
  const query = folded(filter.query);
  const code = ungrouped(filter.query);
  return items.filter(
    (item) =>
      (filter.type === '' || item.item_type === filter.type) &&
      (filter.status === '' || statusGroup(item.status) === filter.status) &&
      (query === '' ||
        holds(item.item_name, query) ||
        holds(item.merchant_name, query) ||
        holds(item.tracking_code, query) ||
        (code !== '' && ungrouped(item.tracking_code).includes(code))),
  );
}
