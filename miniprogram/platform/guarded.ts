// Storage, files and timers of one person. After they have signed out these do nothing, so code that still runs for
// them changes nothing.
import type { AbortSignal } from './abort';
import { PlatformError } from './failure';
import type { FilesPort, Off, Timers } from './ports';
import { answerFor } from './standing';
import type { StorageArea } from './storage-types';

/**
 * The person's storage may be wiped when they sign out, so nothing is written after that; reading still works.
 * @param left aborted when the owner signs out: writing and removing then return false
 */
export function guardedArea(area: StorageArea, left: AbortSignal): StorageArea {
  return {
    ...area,
    write: (key, value) => !left.aborted && area.write(key, value),
    remove: (key) => !left.aborted && area.remove(key),
  };
}

/** Calls are carried out even after the owner has signed out, but their promises then never settle. */
export function guardedFiles(files: FilesPort, left: AbortSignal): FilesPort {
  const told = <T>(asked: Promise<T>): Promise<T> =>
    answerFor(left, asked, (error) => error instanceof PlatformError);
  return {
    keep: (temporary_path) => told(files.keep(temporary_path)),
    remove: (path) => told(files.remove(path)),
    size: (path) => told(files.size(path)),
    list: () => told(files.list()),
  };
}

export interface GuardedTimers extends Timers {
  /** Cancels all of them; none starts afterwards. */
  stop(): void;
}

export function guardedTimers(timers: Timers): GuardedTimers {
  const running = new Set<Off>();
  let is_stopped = false;
  return {
    after(ms, run) {
      if (is_stopped) return () => undefined;
      const cancel = timers.after(ms, () => {
        running.delete(cancel);
        run();
      });
      running.add(cancel);
      return () => {
        running.delete(cancel);
        cancel();
      };
    },
    stop() {
      is_stopped = true;
      for (const cancel of running) cancel();
      running.clear();
    },
  };
}
