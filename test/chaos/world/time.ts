// Virtual time for one run: a clock and timers that move when told, and wait for every promise to settle in between.
import type { Clock } from '../../backend/clock';

export interface WorldTime {
  now(): number;
  after(ms: number, run: () => void): () => void;
  /** Moves on, running what falls due in its order. */
  advance(ms: number): Promise<void>;
  /** The backend's view of it. */
  readonly backend: Clock;
}

interface Due {
  at: number;
  order: number;
  run: () => void;
}

/** Set by the Promise that stands in for native ones in some runs: reactions that wait for their macrotask. */
declare global {
  var slowReactions: (() => number) | undefined;
}

/** Work of this process that is no timer of the world: time stands still until it is done. */
let busy = 0;

export async function whileBusy<T>(work: Promise<T>): Promise<T> {
  busy += 1;
  try {
    return await work;
  } finally {
    busy -= 1;
  }
}

/** Resolves when nothing is left to run but timers. By callbacks, so that it does not wait for itself. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    let was_busy = false;
    const look = (): void => {
      if (busy > 0) was_busy = true;
      else if ((globalThis.slowReactions?.() ?? 0) === 0) {
        if (!was_busy) return resolve();
        // What waited for the work has its turn first.
        was_busy = false;
      }
      setImmediate(look);
    };
    setImmediate(look);
  });
}

export function createWorldTime(start_ms: number): WorldTime {
  let now = start_ms;
  let orders = 0;
  let waiting: Due[] = [];

  function after(ms: number, run: () => void): () => void {
    const due = { at: now + Math.max(0, Math.ceil(ms)), order: (orders += 1), run };
    waiting.push(due);
    return () => {
      waiting = waiting.filter((other) => other !== due);
    };
  }

  function takeDue(end: number): Due | undefined {
    let first: Due | undefined;
    for (const due of waiting) {
      const isSooner =
        first === undefined || due.at < first.at || (due.at === first.at && due.order < first.order);
      if (due.at <= end && isSooner) first = due;
    }
    if (first !== undefined) waiting.splice(waiting.indexOf(first), 1);
    return first;
  }

  return {
    now: () => now,
    after,
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (let due = takeDue(end); due !== undefined; due = takeDue(end)) {
        now = Math.max(now, due.at);
        due.run();
        await settle();
      }
      now = end;
    },
    backend: {
      now: () => now,
      after,
      advance: () => {
        throw new Error('the world moves, not the backend');
      },
      reset: () => undefined,
      waiting: () => waiting.length,
      stop: () => undefined,
    },
  };
}
