// How much of the phone's storage is cached content, and its removal: what is `kept` (tokens, drafts, codes) stays.
import type { StoragePort } from './ports';

const isCache = (key: string): boolean => /^[^/]+:cache\//.test(key);

/** Bytes that a text takes in UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const surrogate = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || surrogate ? 2 : 3;
  }
  return bytes;
}

/** Bytes of all cached content; what cannot be read counts nothing. */
export function cachedBytes(storage: StoragePort): number {
  try {
    return storage
      .keys()
      .filter(isCache)
      .reduce((sum, key) => sum + byteLength(key) + byteLength(storage.get(key) ?? ''), 0);
  } catch {
    return 0;
  }
}

/** Removes all cached content, of everybody on this phone. @throws what the phone throws */
export function clearCaches(storage: StoragePort): void {
  for (const key of storage.keys().filter(isCache)) storage.remove(key);
}
