// Which seed plays in which world; a seed alone says it, so that any run can be played again.
import type { Profile } from '../backend/profile';
import type { Report } from './run';

/** Every third run speaks the deployed profile. */
export const profileOf = (seed: number): Profile => (seed % 3 === 0 ? 'deployed' : 'documented');

/** In every second run somebody of the staff works on the same phone; they are quick runs, in this process. */
export const hasStaff = (seed: number): boolean => seed % 2 === 0 && !isReal(seed);

/** In the others, as far as they play in this process, a customer redeems at the store's counter. */
export const hasCounter = (seed: number): boolean => seed % 2 === 1 && !isSlow(seed) && !isReal(seed);

/** Every tenth run lives under Promises whose reactions are macrotasks. */
export const isSlow = (seed: number): boolean => seed % 10 === 5;

/** Every 25th run goes over real sockets, fifty times as fast as life; only its faults can be played again. */
export const isReal = (seed: number): boolean => seed % 25 === 16;

/** By what they are played in. */
export interface Seeds {
  real: readonly number[];
  virtual: readonly number[];
}

/** Seeds from `first` on. */
export function seedsFrom(first: number, runs: number): Seeds {
  const seeds = Array.from({ length: runs }, (_, index) => first + index);
  return { real: seeds.filter(isReal), virtual: seeds.filter((seed) => !isReal(seed)) };
}

/** The report of a run that did not come to its end. */
export function brokenOff(seed: number, what: string, ms: number): Report {
  return {
    ...{ seed, profile: profileOf(seed), ms },
    ...{ faults: new Map(), fault_count: 0, written: 0, codes: 0, unconfirmed: 0 },
    problems: [{ kind: 'stuck', what: `the run broke off: ${what}` }],
  };
}
