// `npm run test:chaos [-- --runs N --seed S]`: the chat through at least 200 faults a run. A run that fails says its seed,
// and `--seed` plays it again, step by step the same; with `--runs` too, S is the first of N. `--processes P`: so many at once.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { play } from './plan';
import { playAll } from './pool';
import { closing, linesOf } from './report';
import type { Report } from './run';
import { seedsFrom } from './seeds';
import type { Seeds } from './seeds';

const USUAL_RUNS = 50;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

const tell = (report: Report): void => linesOf(report).forEach(say);

function wanted(): { seeds: Seeds; processes: number } {
  const { values } = parseArgs({
    options: { runs: { type: 'string' }, seed: { type: 'string' }, processes: { type: 'string' } },
  });
  const first = Number(values.seed ?? 1);
  const runs = Number(values.runs ?? (values.seed === undefined ? USUAL_RUNS : 1));
  const processes = Number(values.processes ?? availableParallelism());
  if (![first + 1, runs, processes].every((count) => Number.isSafeInteger(count) && count > 0))
    throw new Error('--runs, --seed and --processes are whole numbers');
  return { seeds: seedsFrom(first, runs), processes };
}

async function main(): Promise<boolean> {
  const began = Date.now();
  const { seeds, processes } = wanted();
  const [only, ...others] = [...seeds.real, ...seeds.virtual];
  let reports: Report[];
  if (only !== undefined && others.length === 0) {
    // In this process, where a debugger may be.
    reports = [await play(only)];
    reports.forEach(tell);
  } else {
    // Those over real sockets mostly wait: one more of them at once, and the others meanwhile.
    const both = [playAll(seeds.real, processes + 1, tell), playAll(seeds.virtual, processes, tell)];
    reports = (await Promise.all(both)).flat();
  }
  const failed = reports.filter(({ problems }) => problems.length > 0).length;
  const tally = { passed: reports.length - failed, failed };
  say(`${closing(reports)} (${Math.round((Date.now() - began) / 1000)} s)`);
  if (process.env['TEST_TALLY'] !== undefined)
    writeFileSync(process.env['TEST_TALLY'], JSON.stringify(tally));
  say(`${tally.passed} passed, ${tally.failed} failed`);
  return failed === 0;
}

main().then(
  (isFine) => process.exit(isFine ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
