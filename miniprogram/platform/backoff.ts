// How long to wait before another attempt: twice as long after each failure, up to a cap, with jitter.

export interface BackOff {
  /** The longest wait after the first failure, ms. */
  base_ms: number;
  cap_ms: number;
}

const longest = ({ base_ms, cap_ms }: BackOff, failures: number): number =>
  Math.min(cap_ms, base_ms * 2 ** Math.max(0, failures - 1));

/**
 * Full jitter: anything up to the longest wait, which spreads many phones best.
 * @param failures in a row, ≥ 1
 * @param draw a random number, 0 ≤ x < 1
 */
export const fullJitter = (limits: BackOff, failures: number, draw: number): number =>
  draw * longest(limits, failures);

/** Equal jitter: between half of the longest wait and all of it, where a wait is wanted in any case. */
export const equalJitter = (limits: BackOff, failures: number, draw: number): number =>
  longest(limits, failures) * (0.5 + draw / 2);
