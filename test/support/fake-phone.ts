// The part of a phone that a signed-in person has, for stores that keep no files.
import type { FilesPort, Timers } from '../../miniprogram/platform/ports';

const files: FilesPort = {
  keep: (path) => Promise.resolve(path),
  remove: () => Promise.resolve(),
  size: () => Promise.resolve(undefined),
  list: () => Promise.resolve([]),
};

/** @param timers the test's own */
export const phoneOf = (timers: Timers): { timers: Timers; files: FilesPort } => ({ timers, files });
