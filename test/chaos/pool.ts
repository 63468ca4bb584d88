// Runs in several processes: each is given the next seed when it is done with one.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { brokenOff } from './seeds';
import type { Report } from './run';

const entry = path.resolve(__dirname, 'worker.ts');

/** Plays all seeds; each report is told as soon as it is there. A process that dies fails the seed it was at. */
export async function playAll(
  seeds: readonly number[],
  processes: number,
  tell: (report: Report) => void,
): Promise<Report[]> {
  const left = [...seeds];
  const reports: Report[] = [];
  const hear = (report: Report) => {
    reports.push(report);
    tell(report);
  };
  const work = async (): Promise<void> => {
    while (left.length > 0) await workThrough(left, hear);
  };
  await Promise.all(Array.from({ length: Math.min(processes, seeds.length) }, work));
  return reports;
}

/** One process, until nothing is left to do or it dies. */
function workThrough(left: number[], hear: (report: Report) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork(entry, { serialization: 'advanced' });
    let seed: number | undefined;
    let began = 0;
    const next = (): void => {
      seed = left.shift();
      began = Date.now();
      if (seed === undefined) child.disconnect();
      else child.send(seed);
    };
    child.on('message', (report: Report) => {
      hear(report);
      next();
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (seed !== undefined) {
        const how = `its process ended with ${signal ?? `code ${String(code)}`}, see above`;
        hear(brokenOff(seed, how, Date.now() - began));
      }
      resolve();
    });
    next();
  });
}
