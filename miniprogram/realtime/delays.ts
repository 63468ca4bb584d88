// Every time of the socket's policy in one place, and how long to wait before another attempt. All in ms.
import type { Random } from '../platform/ports';

export const TIMES = {
  /** How long a socket outlives the app's going to the background. */
  grace: 15_000,
  /** A server that is lost is lost to everyone: its people come back spread over this. */
  spread: 30_000,
  /** Back-off after a failed attempt: a random part of `base`, then of twice that … at most of `cap`. */
  base: 1_000,
  cap: 60_000,
  /** A loss counts as so many failed attempts: who then finds the server unwell waits in a crowd. */
  failures_of_a_loss: 4,
  /** The server is full, or refuses a token that was just renewed. */
  long_least: 120_000,
  long_most: 300_000,
  /** Handshake, token and the server's answer together. */
  open: 30_000,
  /** WeChat may never confirm a close: after this the old socket is given up. */
  close: 2_000,
  renew: 30_000,
  /** How long any packet may take to come after a probe. */
  probe: 5_000,
  /** The server pings every 25 s; a longer silence is asked about. */
  quiet: 40_000,
  /** Shorter gaps are nobody's business. */
  banner: 3_000,
} as const;

/** After the loss of a connection that was good. */
export const lossDelay = (random: Random): number => random() * TIMES.spread;

/** Full jitter. `failures` ≥ 1: attempts that failed in a row. */
export const backOff = (failures: number, random: Random): number =>
  random() * Math.min(TIMES.cap, TIMES.base * 2 ** (failures - 1));

export const longDelay = (random: Random): number =>
  TIMES.long_least + random() * (TIMES.long_most - TIMES.long_least);
