// Shelf, files and timers of somebody who may leave: whatever still runs for them then changes nothing.
import type { AbortSignal } from './abort';
import { PlatformError } from './failure';
import type { FilesPort, Off, Timers } from './ports';
import { answerFor } from './standing';
import type { StorageArea } from './storage-types';

/**
 * The shelf may be wiped, so nothing is written to it any more; what is read is still that person's own.
 * @param left set once the owner has left: writes then say that they failed
 */
export function guardedArea(area: StorageArea, left: AbortSignal): StorageArea {
  return {
    ...area,
    write: (key, value) => !left.aborted && area.write(key, value),
    remove(key) {
      if (!left.aborted) area.remove(key);
    },
  };
}

/** Each step is carried out; what it told comes to nobody who has left. */
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
