// Shelf and timers of somebody who may leave: whatever still runs for them then changes nothing.
import type { Off, Timers } from './ports';
import type { StorageArea } from './storage-types';

/**
 * The shelf may be wiped, so nothing is written to it any more; what is read is still that person's own.
 * @param isPresent false once the owner has left: writes then say that they failed
 */
export function guardedArea(area: StorageArea, isPresent: () => boolean): StorageArea {
  return {
    ...area,
    write: (key, value) => isPresent() && area.write(key, value),
    remove(key) {
      if (isPresent()) area.remove(key);
    },
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
