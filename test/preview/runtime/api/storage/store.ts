// One program's storage with WeChat's limits: 1 MB a key, 10 MB in all.
import { ApiFailure } from '../failure';
import type { Backing } from './backing';
import { byteSize, decodeValue, encodeValue } from './codec';

const KEY_LIMIT_BYTES = 1024 * 1024;
const TOTAL_LIMIT_BYTES = 10 * 1024 * 1024;

/** `currentSize` and `limitSize` in KB, as wx.getStorageInfo gives them. */
export interface StorageInfo {
  keys: string[];
  currentSize: number;
  limitSize: number;
}

export class Store {
  private measured: Map<string, number> | null = null;

  constructor(private readonly backing: Backing) {}

  /** Bytes by key, measured at first use: the backing may still be loading when the store is made. */
  private get sizes(): Map<string, number> {
    this.measured ??= new Map(
      this.backing.keys().map((key) => [key, byteSize(key) + byteSize(this.backing.get(key) ?? '')]),
    );
    return this.measured;
  }

  has(key: string): boolean {
    return this.sizes.has(key);
  }

  /** An unknown key gives undefined; the API decides between '' and a failure. */
  get(key: string): unknown {
    const stored = this.backing.get(key);
    return stored === undefined ? undefined : decodeValue(stored);
  }

  /** @throws ApiFailure when the entry or the whole storage would be too large; the old value stays */
  set(key: string, value: unknown): void {
    const stored = encodeValue(value);
    const size = byteSize(key) + byteSize(stored);
    if (size > KEY_LIMIT_BYTES) throw new ApiFailure('entry size limit reached');
    if (this.total() - (this.sizes.get(key) ?? 0) + size > TOTAL_LIMIT_BYTES)
      throw new ApiFailure('exceed storage max size 10Mb');
    this.backing.set(key, stored);
    this.sizes.set(key, size);
  }

  remove(key: string): void {
    this.backing.remove(key);
    this.sizes.delete(key);
  }

  clear(): void {
    for (const key of [...this.sizes.keys()]) this.remove(key);
  }

  /** Resolves when what was set or removed up to now survives a reload. */
  settled(): Promise<void> {
    return this.backing.settled();
  }

  info(): StorageInfo {
    return {
      keys: [...this.sizes.keys()],
      currentSize: Math.ceil(this.total() / 1024),
      limitSize: TOTAL_LIMIT_BYTES / 1024,
    };
  }

  private total(): number {
    let bytes = 0;
    for (const size of this.sizes.values()) bytes += size;
    return bytes;
  }
}
