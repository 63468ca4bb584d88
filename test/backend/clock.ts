// The backend's own time. Every deadline is judged by it, so that a test or the dev panel can move a month in one call.

export interface Clock {
  /** Milliseconds since 1970 as the backend sees them. */
  now(): number;
  /** Moves the backend's time by `ms` (negative moves it back). */
  advance(ms: number): void;
  /** Returns to the machine's time. */
  reset(): void;
}

export function createClock(machine: () => number = Date.now): Clock {
  let offsetMs = 0;
  return {
    now: () => machine() + offsetMs,
    advance: (ms) => {
      offsetMs += ms;
    },
    reset: () => {
      offsetMs = 0;
    },
  };
}

const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;

/** `2026-11-22T06:41:03.519+08:00`, how the envelope and the auth replies write time. */
export function beijingIso(ms: number): string {
  return new Date(ms + BEIJING_OFFSET_MS).toISOString().replace('Z', '+08:00');
}

/** `2026-11-21T22:41:03.519Z`, how item and order times are written. */
export function utcIso(ms: number): string {
  return new Date(ms).toISOString();
}

/** Drops the milliseconds, as a DATETIME column does. */
export function wholeSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
