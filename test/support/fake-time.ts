// A clock and timers that move only when a test says so.
import type { Clock, Timers } from '../../miniprogram/platform/ports';

export interface FakeTime extends Clock, Timers {
  /** Moves time on, running what falls due in order, and lets promises settle in between. */
  advance(ms: number): Promise<void>;
  /** How many timers wait. */
  readonly pending: number;
  /** In how many ms each of them is due, the next one first. */
  readonly due: readonly number[];
}

/**
 * Lets every promise that is ready settle, however long its chain. A turn, not a tick: before it, node says of a promise that
 * was refused and that nobody heard, so that this fails the test that it belongs to.
 */
export const settle = () =>
  new Promise<void>((resolve) => void (byTicks ? process.nextTick(resolve) : setImmediate(resolve)));

let byTicks = false;

/** By ticks, which are quicker, for whoever takes a turn now and then themselves. */
export function settleByTicks(): void {
  byTicks = true;
}

/** Starts at `start_ms`, ms since 1970. */
export function createFakeTime(start_ms = 1_795_300_000_000): FakeTime {
  let now = start_ms;
  let waiting: { at: number; run: () => void }[] = [];

  return {
    now: () => now,
    after(ms, run) {
      const entry = { at: now + Math.max(0, ms), run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    get pending() {
      return waiting.length;
    },
    get due() {
      return waiting.map(({ at }) => at - now).sort((one, other) => one - other);
    },
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const due = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        waiting = waiting.filter((entry) => entry !== due);
        now = Math.max(now, due.at);
        due.run();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}
