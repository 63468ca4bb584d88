// Waiting until the program has come to rest, where nothing tells that it has.
import { setTimeout as wait } from 'node:timers/promises';

const QUIET_MS = 1000;

/** A value once it has not changed for a second: a page with cached content asks only after it is shown. */
export async function settled<T extends number | string>(read: () => T | Promise<T>): Promise<T> {
  let [value, since] = [await read(), Date.now()];
  while (Date.now() - since < QUIET_MS) {
    await wait(50);
    const now = await read();
    if (now !== value) [value, since] = [now, Date.now()];
  }
  return value;
}
