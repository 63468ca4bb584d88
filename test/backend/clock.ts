// The backend's own time. Every deadline is judged by it, so that a test or the dev panel can move a month in one call.

export interface Clock {
  /** Milliseconds since 1970 as the backend sees them. */
  now(): number;
  /**
   * Moves the backend's time by `ms` (negative moves it back). Work that falls due on the way is done in its order,
   * each at its own time.
   */
  advance(ms: number): void;
  /** Returns to the machine's time. */
  reset(): void;
  /** Does `work` once, `ms` later. @returns a function that calls it off */
  after(ms: number, work: () => void): () => void;
  /** How many pieces of work wait. */
  waiting(): number;
  /** Calls off all work that waits. */
  stop(): void;
}

/** Wakes up once, `ms` of the machine's time later. @returns a function that calls it off */
export type Alarm = (ms: number, ring: () => void) => () => void;

const LONGEST_ALARM_MS = 2 ** 31 - 1;

const machineAlarm: Alarm = (ms, ring) => {
  const timer = setTimeout(ring, Math.min(ms, LONGEST_ALARM_MS));
  return () => clearTimeout(timer);
};

interface Due {
  at: number;
  work: () => void;
}

/** The machine's time, moved as asked. */
export function createClock(machine: () => number = Date.now, alarm: Alarm = machineAlarm): Clock {
  let offsetMs = 0;
  let agenda: Due[] = [];
  let callOff = (): void => undefined;
  const now = () => machine() + offsetMs;
  /** Takes what is due by `limit`, the earliest first; equal ones in the order in which they were asked for. */
  const takeDue = (limit: number): Due | undefined => {
    const next = agenda.reduce<Due | undefined>(
      (best, due) => (best && best.at <= due.at ? best : due),
      undefined,
    );
    if (next === undefined || next.at > limit) return undefined;
    agenda = agenda.filter((due) => due !== next);
    return next;
  };
  const arm = (): void => {
    callOff();
    callOff = () => undefined;
    if (agenda.length === 0) return;
    const first = Math.min(...agenda.map(({ at }) => at));
    callOff = alarm(Math.max(0, first - now()), ring);
  };
  const ring = (): void => {
    for (let due = takeDue(now()); due !== undefined; due = takeDue(now())) due.work();
    arm();
  };
  return {
    now,
    advance: (ms) => {
      const target = now() + ms;
      for (let due = takeDue(target); due !== undefined; due = takeDue(target)) {
        offsetMs += Math.max(0, due.at - now());
        due.work();
      }
      offsetMs += target - now();
      arm();
    },
    reset: () => {
      offsetMs = 0;
      arm();
    },
    after: (ms, work) => {
      const due = { at: now() + ms, work };
      agenda.push(due);
      arm();
      return () => {
        agenda = agenda.filter((other) => other !== due);
        arm();
      };
    },
    waiting: () => agenda.length,
    stop: () => {
      agenda = [];
      arm();
    },
  };
}

/** A clock that stands still until it is moved. */
export function createVirtualClock(startMs: number): Clock {
  return createClock(
    () => startMs,
    () => () => undefined,
  );
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
