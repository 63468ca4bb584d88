// What the backpack's tests share: items, and a phone's storage.
import { createStore } from '../../../../miniprogram/platform/storage';
import type { Store } from '../../../../miniprogram/platform/storage-types';
import type { Item } from '../../../../typings/v4/backpack';

/** 2026-11-22 14:00 in Beijing. */
export const NOW = Date.UTC(2026, 10, 22, 6);

export const item = (id: number | string, more: Partial<Item> = {}): Item => ({
  item_id: String(id),
  item_name: `物品 ${id}`,
  item_type: 'voucher',
  status: 'available',
  tracking_code: `TRK-${id}`,
  rarity_code: 'common',
  ...more,
});

export const items = (from: number, to: number): Item[] =>
  Array.from({ length: from - to + 1 }, (_, index) => item(from - index));

/** A phone's storage in memory. */
export function memoryStore(): Store {
  const values = new Map<string, string>();
  const raw = {
    get: (key: string) => values.get(key),
    set: (key: string, value: string) => void values.set(key, value),
    remove: (key: string) => void values.delete(key),
    keys: () => [...values.keys()],
    value_limit: 1_000_000,
  };
  return createStore(raw, { now: () => NOW });
}
