// A phone without room.
import type { Device } from '../../preview/playwright';

const FILLING = 'filling-';

/** Fills the storage to its last byte, with things that are not the app's to remove. */
export const fill = (device: Device): Promise<void> =>
  device.page.evaluate((name) => {
    const { storage } = (globalThis.__host?.app() as unknown as PreviewedApp).core.platform;
    // The app's own caches give way first: take their room too.
    for (const key of storage.keys()) if (/:cache\//.test(key)) storage.remove(key);
    let count = 0;
    for (let size = 1_000_000; size >= 1;) {
      try {
        storage.set(`${name}${count}`, 'x'.repeat(size));
        count += 1;
      } catch {
        size = Math.floor(size / 2);
      }
    }
  }, FILLING);

/** Takes that away. */
export const makeRoom = (device: Device): Promise<void> =>
  device.page.evaluate((name) => {
    const { storage } = (globalThis.__host?.app() as unknown as PreviewedApp).core.platform;
    for (const key of storage.keys()) if (key.startsWith(name)) storage.remove(key);
  }, FILLING);
