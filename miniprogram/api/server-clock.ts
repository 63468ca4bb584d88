// The server's time, learnt from its replies: countdowns run to its deadlines, whatever the phone's clock says.
import type { Clock } from '../platform/ports';

export interface ServerClock {
  /** Milliseconds since 1970 as the server sees it. */
  now(): number;
  /**
   * Takes the time a reply carried (ms), when its request left (ms, the phone's clock), and how coarse the server's
   * time is (a Date header has whole seconds).
   */
  learn(server_ms: number, sent_at_ms: number, coarseness_ms?: number): void;
  /** Server minus phone, ms; 0 until something was learnt. */
  readonly skew_ms: number;
}

/** A phone's clock drifts by less than this share of the time passed, so old knowledge slowly gives way to new. */
const DRIFT = 0.001;
/** Knowledge that differs by more than both errors allow: somebody set a clock. */
const JUMP_MS = 2_000;

/** A clock that keeps the most exact of what it learns. */
export function createServerClock(clock: Clock): ServerClock {
  let best: { skew_ms: number; error_ms: number; at_ms: number } | undefined;
  return {
    get skew_ms() {
      return best?.skew_ms ?? 0;
    },
    now: () => clock.now() + (best?.skew_ms ?? 0),
    learn(server_ms, sent_at_ms, coarseness_ms = 0) {
      const at_ms = clock.now();
      // The server read its clock somewhere between sending and now; in the middle the error is smallest.
      const error_ms = Math.abs(at_ms - sent_at_ms) / 2 + coarseness_ms / 2;
      const skew_ms = Math.round(server_ms + coarseness_ms / 2 - (sent_at_ms + at_ms) / 2);
      if (best !== undefined) {
        const aged_ms = best.error_ms + Math.abs(at_ms - best.at_ms) * DRIFT;
        const jumped = Math.abs(skew_ms - best.skew_ms) > error_ms + aged_ms + JUMP_MS;
        if (error_ms > aged_ms && !jumped) return;
      }
      best = { skew_ms, error_ms, at_ms };
    },
  };
}
