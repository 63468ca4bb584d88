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

/**
 * A timer that is late by more than this was not merely delayed by a busy phone: the clock was set, or the phone slept.
 */
const LATE_MS = 5_000;

export interface SteadyTime {
  /** Never goes back. */
  clock: Clock;
  /** The phone's timers, watched for lateness: nothing else can show that the phone's clock was set. */
  timers: Timers;
  /** Called when the phone's clock was set, or the phone slept: whatever rests on the clock must be learnt again. */
  onJump(listener: () => void): Off;
}

/**
 * A phone's time that never goes back and reports jumps. A jump forward counts as time that passed, because a clock
 * that was set looks like a phone that slept.
 */
export function createSteadyTime(phone: { clock: Clock; timers: Timers }): SteadyTime {
  const steady = steadyClock(phone.clock);
  const jumps = createListeners<undefined>();
  const due = new Set<number>();
  let behind_ms = steady.now() - phone.clock.now();
  /** Several timers that are late for one reason are reported once. */
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
