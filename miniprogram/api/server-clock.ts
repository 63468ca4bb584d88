// The server's time, learnt from its replies and kept from one start to the next. While it is not `confirmed` it may be
// wrong: do nothing irreversible because of it.
import { createListeners } from '../platform/listeners';
import type { Clock, Off } from '../platform/ports';

export interface ServerClock {
  /** Milliseconds since 1970 as the server sees it. */
  now(): number;
  /**
   * Takes the time a reply carried (ms), when its request left (ms, the clock this one was made from), and how coarse the
   * server's time is (a Date header has whole seconds).
   */
  learn(server_ms: number, sent_at_ms: number, coarseness_ms?: number): void;
  /** Server minus phone, ms; as it was last time until something was learnt, 0 where nothing ever was. */
  readonly skew_ms: number;
  /** Learnt in this run of the app, and the phone's clock has not jumped since. */
  readonly confirmed: boolean;
  /** Call it when the phone's clock jumped or the phone slept: the next reply replaces all that is known. */
  doubt(): void;
  /** Told when it is confirmed, when it becomes doubtful, and when it moved by more than a second. */
  onChange(listener: () => void): Off;
}

/**
 * When something was asked (ms, by the server's clock), as far as is known by now and at the latest: that the phone's clock was
 * set may show only by the reply to what was asked.
 * @param at as the clock said it then
 * @param skew_ms the clock's then
 */
export const askedAt = (at: number, skew_ms: number, clock: Pick<ServerClock, 'skew_ms'>): number =>
  at + Math.min(0, clock.skew_ms - skew_ms);

/** What was asked may seem to be stored so much before it was, ms: a request that was long on its way tells the server's time badly. */
export const CLOCKS_DIFFER_MS = 60_000;

/** Where the skew outlives the app. */
export interface SkewMemory {
  read(): number | undefined;
  write(skew_ms: number): void;
}

/**
 * How much a phone's clock drifts at most, as a share of the time passed: the error of an old measurement grows by it.
 */
const DRIFT = 0.001;
/** A measurement that differs by this much more than both errors allow means that somebody set a clock. */
const JUMP_MS = 2_000;
/** A reply that took longer, or seems to because the clock was set meanwhile, is ignored. */
const LONGEST_TRIP_MS = 60_000;
/** Smaller changes are neither told to listeners nor written down. */
const NOTABLE_MS = 1_000;

const nowhere: SkewMemory = { read: () => undefined, write: () => undefined };

/**
 * A clock that keeps the most exact of what it learns.
 * @param clock one that never goes back
 */
export function createServerClock(clock: Clock, memory: SkewMemory = nowhere): ServerClock {
  const changes = createListeners<undefined>();
  let best: { skew_ms: number; error_ms: number; at_ms: number } | undefined;
  /** The skew that is stored, 0 where none is; undefined when the stored one may be wrong and is to be overwritten. */
  let kept_ms: number | undefined = memory.read() ?? 0;
  let skew_ms = kept_ms;
  let told_ms = skew_ms;

  function take(next: NonNullable<typeof best>): void {
    const was_confirmed = best !== undefined;
    best = next;
    skew_ms = next.skew_ms;
    if (kept_ms === undefined || Math.abs(skew_ms - kept_ms) > NOTABLE_MS) {
      kept_ms = skew_ms;
      memory.write(skew_ms);
    }
    if (was_confirmed && Math.abs(skew_ms - told_ms) <= NOTABLE_MS) return;
    told_ms = skew_ms;
    changes.tell(undefined);
  }

  return {
    get skew_ms() {
      return skew_ms;
    },
    get confirmed() {
      return best !== undefined;
    },
    now: () => clock.now() + skew_ms,
    learn(server_ms, sent_at_ms, coarseness_ms = 0) {
      const at_ms = clock.now();
      if (at_ms - sent_at_ms > LONGEST_TRIP_MS) return;
      // The server read its clock somewhere between sending and now; in the middle the error is smallest.
      const error_ms = Math.abs(at_ms - sent_at_ms) / 2 + coarseness_ms / 2;
      const learnt_ms = Math.round(server_ms + coarseness_ms / 2 - (sent_at_ms + at_ms) / 2);
      if (best !== undefined) {
        const aged_ms = best.error_ms + Math.abs(at_ms - best.at_ms) * DRIFT;
        const jumped = Math.abs(learnt_ms - best.skew_ms) > error_ms + aged_ms + JUMP_MS;
        if (error_ms > aged_ms && !jumped) return;
      }
      take({ skew_ms: learnt_ms, error_ms, at_ms });
    },
    doubt() {
      if (best === undefined) return;
      best = undefined;
      // The stored skew was measured against a clock that may have been set since.
      kept_ms = undefined;
      changes.tell(undefined);
    },
    onChange: changes.add,
  };
}
