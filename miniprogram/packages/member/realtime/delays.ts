// Every time of the socket's policy in one place, and how long to wait before another attempt. All in ms.
import { fullJitter } from '../../../platform/backoff';
import type { Random } from '../../../platform/ports';

export const TIMES = {
  /** How long a socket outlives the app's going to the background. */
  grace: 15_000,
  /** When the server goes away all its people lose it at once: they reconnect at random moments within this time. */
  spread: 30_000,
  /** So many spreads of that length follow one another; each later one is twice as long as the one before, at most … */
  even_spreads: 4,
  longest_spread: 60_000,
  /** Back-off after a failed attempt: a random part of `base`, then of twice that … at most of `cap`. */
  base: 1_000,
  cap: 60_000,
  /** The server is full, or refuses a token that was just renewed. */
  long_least: 120_000,
  long_most: 300_000,
  /**
   * A server that ends one connection without a word has most likely ended its sign-in: asked within this, it says so. One
   * that does it again sooner than `dismissed_again` is lost like any other.
   */
  dismissed: 3_000,
  dismissed_again: 60_000,
  /** Handshake, token and the server's answer together. */
  open: 30_000,
  /** WeChat may never confirm a close: after this the old socket is given up. */
  close: 2_000,
  renew: 30_000,
  /** How long any packet may take to come after a probe. */
  probe: 5_000,
  /** The server pings every 25 s; a longer silence is asked about. */
  quiet: 40_000,
  /** Shorter gaps are not shown. */
  banner: 3_000,
} as const;

/** A period in which everybody who lost the server tries once to reconnect, each at a random moment. */
export interface Spread {
  /** Counted from 0, the loss itself. */
  round: number;
  ends_at: number;
}

/**
 * Spreads follow each other without overlap, so that those who failed never join those who have yet to try: in no second
 * do more people come than in the first spread, and the last ones do not dwindle (docs/performance.md has the figures).
 * @param before the spread in which an attempt failed; nothing where the connection was just lost
 */
export function nextSpread(
  before: Spread | undefined,
  now: number,
  random: Random,
): [spread: Spread, until: number] {
  const round = before === undefined ? 0 : before.round + 1;
  const doublings = Math.max(0, round + 1 - TIMES.even_spreads);
  const length = Math.min(TIMES.longest_spread, TIMES.spread * 2 ** doublings);
  const begins_at = Math.max(now, before?.ends_at ?? now);
  return [{ round, ends_at: begins_at + length }, begins_at + random() * length];
}

/** Full jitter. `failures` ≥ 1: attempts that failed in a row. */
export const backOff = (failures: number, random: Random): number =>
  fullJitter({ base_ms: TIMES.base, cap_ms: TIMES.cap }, failures, random());

export const longDelay = (random: Random): number =>
  TIMES.long_least + random() * (TIMES.long_most - TIMES.long_least);
