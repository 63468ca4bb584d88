// The phone's storage in memory, counting what holds the app up while it is done: writes and removals.
import { createMemoryStorage } from '../../support/memory-storage';
import type { MemoryStorage } from '../../support/memory-storage';

export class CountedStorage {
  /** Since the start, or since somebody set it back. */
  writes = 0;
  readonly port: MemoryStorage = createMemoryStorage();

  constructor() {
    const { set, remove } = this.port;
    this.port.set = (key, value) => {
      this.writes += 1;
      set(key, value);
    };
    this.port.remove = (key) => {
      this.writes += 1;
      remove(key);
    };
  }
}
