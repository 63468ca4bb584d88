// Storage in memory, with the platform's limits and a switch that breaks it.
import type { StoragePort } from '../../miniprogram/platform/ports';

export interface MemoryStorage extends StoragePort {
  readonly entries: Map<string, string>;
  /** Most characters in all; writes over it throw, as a full phone does. */
  limit: number;
  /** While set, every call throws this. */
  broken: Error | undefined;
}

/** `entries` may be handed on, to play a restart of the app. */
export function createMemoryStorage(
  entries = new Map<string, string>(),
  value_limit = 340_000,
): MemoryStorage {
  const working = <T>(run: () => T): T => {
    if (storage.broken !== undefined) throw storage.broken;
    return run();
  };
  const used = () => [...entries].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  const storage: MemoryStorage = {
    entries,
    limit: Infinity,
    broken: undefined,
    value_limit,
    get: (key) => working(() => entries.get(key)),
    set: (key, value) =>
      working(() => {
        if (storage.limit === Infinity) return void entries.set(key, value);
        const after = used() - (entries.has(key) ? key.length + (entries.get(key)?.length ?? 0) : 0);
        if (after + key.length + value.length > storage.limit)
          throw new Error('setStorage:fail exceed limit');
        entries.set(key, value);
      }),
    remove: (key) => working(() => void entries.delete(key)),
    keys: () => working(() => [...entries.keys()]),
  };
  return storage;
}
