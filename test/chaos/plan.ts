// Which seed plays in which world; a seed alone says it, so that any run can be played again.
import type { Profile } from '../backend/profile';
import { run } from './run';
import type { Report } from './run';
import { loadSlow } from './slow/load';
import { startRealServer } from './world/real-server';

/** Every third run speaks the deployed profile. */
export const profileOf = (seed: number): Profile => (seed % 3 === 0 ? 'deployed' : 'documented');

/** Every tenth run lives under Promises whose reactions are macrotasks. */
export const isSlow = (seed: number): boolean => seed % 10 === 5;

/** Every 25th run goes over real sockets, fifty times as fast as life; only its faults can be played again. */
export const isReal = (seed: number): boolean => seed % 25 === 16;

/** Seeds from `first` on, those that take longest first. */
export function seedsFrom(first: number, runs: number): number[] {
  const seeds = Array.from({ length: runs }, (_, index) => first + index);
  return [...seeds.filter(isReal), ...seeds.filter((seed) => !isReal(seed))];
}

function start(seed: number): PromiseLike<Report> {
  if (isReal(seed)) return run(seed, profileOf(seed), startRealServer);
  return (isSlow(seed) ? loadSlow() : run)(seed, profileOf(seed));
}

/** Plays a seed. What breaks the run itself is a problem of that run. */
export async function play(seed: number): Promise<Report> {
  const began = Date.now();
  try {
    return await start(seed);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return brokenOff(seed, what, Date.now() - began);
  }
}

/** The report of a run that did not come to its end. */
export function brokenOff(seed: number, what: string, ms: number): Report {
  return {
    ...{ seed, profile: profileOf(seed), ms },
    ...{ faults: new Map(), fault_count: 0, written: 0, unconfirmed: 0 },
    problems: [{ kind: 'stuck', what: `the run broke off: ${what}` }],
  };
}
