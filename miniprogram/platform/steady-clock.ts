// Clocks and timers for what must not depend on how a phone's clock is set: phones set theirs by the network, people by hand.
import { createListeners } from './listeners';
import type { Clock, Off, Timers } from './ports';

/** A clock that never goes back: it stands still where the phone's is set back, and runs on from there. */
export function steadyClock(clock: Clock): Clock {
  let last = clock.now();
  let behind = 0;
  return {
    now() {
      const read = clock.now() + behind;
      if (read < last) behind += last - read;
      last = Math.max(read, last);
      return last;
    },
  };
}

/** A timer that is this late was not only kept waiting by a busy phone. */
const LATE_MS = 5_000;

export interface SteadyTime {
  /** Never goes back. */
  clock: Clock;
  /** The phone's, watched: there is no other measure of time to hold its clock against. */
  timers: Timers;
  /** The phone's clock was set, or the phone slept: what was known by it is to be learnt again. */
  onJump(listener: () => void): Off;
}

/**
 * The time of a phone, with its jumps told. Forward it cannot tell a clock that was set from a phone that slept, so both
 * count as time that passed.
 */
export function createSteadyTime(phone: { clock: Clock; timers: Timers }): SteadyTime {
  const steady = steadyClock(phone.clock);
  const jumps = createListeners<undefined>();
  const due = new Set<number>();
  let behind_ms = steady.now() - phone.clock.now();
  /** Overdue timers are told of once. */
  let told_until = -Infinity;

  function read(): number {
    const now = steady.now();
    const is_set_back = now - phone.clock.now() > behind_ms;
    behind_ms = Math.max(behind_ms, now - phone.clock.now());
    const is_late = [...due].some((at) => now - at > LATE_MS && at > told_until);
    if (is_late) told_until = now;
    if (is_set_back || is_late) jumps.tell(undefined);
    return now;
  }

  return {
    clock: { now: read },
    timers: {
      after(ms, run) {
        const at = read() + ms;
        due.add(at);
        const cancel = phone.timers.after(ms, () => {
          read();
          due.delete(at);
          run();
        });
        return () => {
          due.delete(at);
          cancel();
        };
      },
    },
    onJump: jumps.add,
  };
}
