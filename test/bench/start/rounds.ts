// From many loads to one figure: each start is set against the empty pages opened just before and after it, so that a
// machine that is slower for a while is slower for both.
import { median } from '../figures';
import { EMPTY, scenes } from './scenes';
import type { Scene } from './scenes';

/** What was seen of one start, and of the empty pages before and after it. */
export interface Sample<Seen> {
  seen: Seen;
  before: Seen;
  after: Seen;
}

/** By the scene's name. */
export type Round<Seen> = Record<string, Sample<Seen>>;

/** Each scene once, between empty pages. */
export async function oneRound<Seen>(look: (scene: Scene) => Promise<Seen>): Promise<Round<Seen>> {
  const round: Round<Seen> = {};
  let before = await look(EMPTY);
  for (const scene of scenes) {
    const seen = await look(scene);
    const after = await look(EMPTY);
    round[scene.name] = { seen, before, after };
    before = after;
  }
  return round;
}

/** @param ms what is compared */
export function ratioOf<Seen>({ seen, before, after }: Sample<Seen>, ms: (seen: Seen) => number): number {
  return ms(seen) / ((ms(before) + ms(after)) / 2);
}

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
