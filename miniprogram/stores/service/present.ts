// Renews words that depend on the time (明天到期) when something shown ends, at midnight, and when the clock is corrected,
// so that an open page never shows something as valid that is over.
import { reaction } from 'mobx-miniprogram';
import type { ServerClock } from '../../api/server-clock';
import { SOON_DAYS } from '../../format/deadline';
import type { Off, Timers } from '../../platform/ports';

const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;
/** A timer cannot wait longer than a signed 32-bit number of ms. */
const LONGEST_MS = 2 ** 31 - 1;

/** The next moment at which words like 明天到期 change. All times are epoch ms on the server's clock. */
function nextTurn(deadlines: readonly (number | null)[], now: number): number {
  const midnight = (Math.floor((now + BEIJING_MS) / DAY_MS) + 1) * DAY_MS - BEIJING_MS;
  const turns = deadlines.flatMap((end) => (end === null ? [] : [end, end - SOON_DAYS * DAY_MS]));
  return turns.reduce((next, turn) => (turn > now ? Math.min(next, turn) : next), midnight);
}

export interface PresentParts {
  clock: Pick<ServerClock, 'now' | 'onChange'>;
  timers: Timers;
}

/**
 * Calls `show` at each such moment.
 * @param deadlines of all that is shown; what it reads is watched (MobX)
 */
export function followPresent(
  { clock, timers }: PresentParts,
  deadlines: () => readonly (number | null)[],
  show: (now: number) => void,
): Off {
  let cancel: Off = () => undefined;

  let ends: readonly (number | null)[] = [];

  function plan(): void {
    cancel();
    const now = clock.now();
    cancel = timers.after(Math.min(LONGEST_MS, nextTurn(ends, now) - now), turn);
  }

  function turn(): void {
    show(clock.now());
    plan();
  }

  const stops = [
    reaction(
      deadlines,
      (now_ends) => {
        ends = now_ends;
        plan();
      },
      { fireImmediately: true },
    ),
    clock.onChange(turn),
  ];
  return () => {
    for (const stop of stops) stop();
    cancel();
  };
}
