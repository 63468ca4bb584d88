/** Every file that is shipped is reached from `app.json`, and what files name exists. */
import type { Check } from '../check';
import { reachedFiles } from '../reached';
import { readWaiting, WAITING_FILE } from '../waiting';

export const reach: Check = {
  title: 'every file is reached and what is named exists',
  run({ root }) {
    const { missing, unreached } = reachedFiles(root);
    const waiting = Object.keys(readWaiting(root));
    const waits = (path: string): boolean => waiting.some((prefix) => path.startsWith(prefix));
    const idle = waiting.filter((prefix) => !unreached.some((path) => path.startsWith(prefix)));
    return [
      ...missing,
      ...unreached
        .filter((path) => !waits(path))
        .map((path) => ({ at: `miniprogram/${path}`, message: 'nothing uses this file' })),
      // Such a line would hide the next file that nothing uses.
      ...idle.map((prefix) => ({ at: WAITING_FILE, message: `${prefix} waits for nothing: take it out` })),
    ];
  },
};
