// A stable random name for this installation (`X-Device-Id`): login sessions are keyed by it. It is no secret, so it
// needs no crypto source (the logic layer has none that is synchronous).
import type { Clock, Random } from './ports';
import type { StorageKey, Store } from './storage-types';

const key: StorageKey<string> = {
  name: 'device_id',
  kind: 'kept',
  version: 1,
  decode: (value) => (typeof value === 'string' && /^[\w-]{8,64}$/.test(value) ? value : undefined),
};

/** Reads the stored id or makes one; ≤ 64 characters. Without working storage it lives as long as the app does. */
export function deviceId(store: Store, clock: Clock, random: Random): string {
  const area = store.area('app');
  const stored = area.read(key);
  if (stored !== undefined) return stored;
  const part = () =>
    Math.floor(random() * 36 ** 8)
      .toString(36)
      .padStart(8, '0');
  const made = `mp-${clock.now().toString(36)}-${part()}${part()}`;
  area.write(key, made);
  return made;
}
