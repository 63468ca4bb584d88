// wx.setStorage and its family, asynchronous, synchronous and in batches.
import { isRecord, required, type Options } from '../check';
import { ApiFailure } from '../failure';
import type { ApiTable } from '../table';
import type { Store } from './store';

/** Add the storage API over one program's store. */
export function addStorage(table: ApiTable, store: Store): void {
  /** An asynchronous write, which answers when the value is kept. */
  const write = (name: string, change: (options: Options) => void): void =>
    table.async(name, async (options) => {
      change(options);
      await store.settled();
    });
  write('setStorage', (options) => store.set(required(options, { key: 'String' }).key, options['data']));
  table.async('getStorage', (options) => {
    const { key } = required(options, { key: 'String' });
    if (!store.has(key)) throw new ApiFailure('data not found');
    return { data: store.get(key) };
  });
  write('removeStorage', (options) => store.remove(required(options, { key: 'String' }).key));
  write('clearStorage', () => store.clear());
  table.async('getStorageInfo', () => ({ ...store.info() }));

  table.sync('setStorageSync', (key: unknown, data: unknown) => store.set(keyOf(key), data));
  table.sync('getStorageSync', (key: unknown) => readOrEmpty(store, keyOf(key)));
  table.sync('removeStorageSync', (key: unknown) => store.remove(keyOf(key)));
  table.sync('clearStorageSync', () => store.clear());
  table.sync('getStorageInfoSync', () => store.info());

  write('batchSetStorage', (options) => setAll(store, required(options, { kvList: 'Array' }).kvList));
  table.async('batchGetStorage', (options) => ({
    dataList: required(options, { keyList: 'Array' }).keyList.map((key) => readOrEmpty(store, keyOf(key))),
  }));
  table.sync('batchSetStorageSync', (pairs: readonly unknown[]) => setAll(store, pairs));
  table.sync('batchGetStorageSync', (keys: readonly unknown[]) =>
    keys.map((key) => readOrEmpty(store, keyOf(key))),
  );
}

function keyOf(key: unknown): string {
  return required({ key }, { key: 'String' }).key;
}

function readOrEmpty(store: Store, key: string): unknown {
  return store.has(key) ? store.get(key) : '';
}

function setAll(store: Store, pairs: readonly unknown[]): void {
  for (const pair of pairs) {
    const { key } = required(isRecord(pair) ? pair : {}, { key: 'String' });
    store.set(key, isRecord(pair) ? pair['value'] : undefined);
  }
}
