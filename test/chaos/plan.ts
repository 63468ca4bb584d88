// Plays a seed in its world.
import { run } from './run';
import type { Report } from './run';
import { brokenOff, hasCounter, hasStaff, isReal, isSlow, profileOf } from './seeds';
import { loadSlow } from './slow/load';
import { withCounter } from './world/counter/begin';
import { withStaff } from './world/staff/begin';
import { startRealServer } from './world/real-server';

function start(seed: number): PromiseLike<Report> {
  if (isReal(seed)) return run(seed, profileOf(seed), startRealServer);
  if (hasStaff(seed)) return run(seed, profileOf(seed), withStaff);
  if (hasCounter(seed)) return run(seed, profileOf(seed), withCounter);
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
