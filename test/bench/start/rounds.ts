// From many loads to one figure: each start is set against the empty pages opened just before and after it, so that a
// machine that is slower for a while is slower for both.
import { median } from '../figures';

/** One start among its neighbours; ms. */
export interface Sample {
  ms: number;
  empty_before_ms: number;
  empty_after_ms: number;
}

export const ratioOf = ({ ms, empty_before_ms, empty_after_ms }: Sample): number =>
  ms / ((empty_before_ms + empty_after_ms) / 2);

/** Of normally spread values: half of what lies between the quarters, and the error of a median against a mean's. */
const QUARTERS_TO_SIGMA = 1 / 1.349;
const MEDIAN_TO_MEAN = 1.253;

/**
 * How far the median of other such values would typically lie from this one, as a part of it; 0.02 is 2 %.
 * The quarters say it, so one load that was disturbed does not.
 */
export function uncertainty(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  if (half === 0) return Infinity;
  const between = median(sorted.slice(-half)) - median(sorted.slice(0, half));
  const sigma = between * QUARTERS_TO_SIGMA;
  return (MEDIAN_TO_MEAN * sigma) / Math.sqrt(sorted.length) / median(sorted);
}
