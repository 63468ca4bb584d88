// `npm run test:chaos [-- --runs N --seed S]`: the chat through at least 200 faults a run. A run that fails says its seed,
// and `--seed` plays it again, step by step the same.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Profile } from '../backend/profile';
import { run } from './run';
import type { Report } from './run';
import { startRealServer } from './world/real-server';
import { loadSlow } from './slow/load';
import type { Problem } from './verdict/store';

const SHOWN_PROBLEMS = 10;
const KINDS: readonly Problem['kind'][] = ['lost', 'duplicated', 'out of order', 'stuck', 'leaked', 'failed'];

/** Every third run speaks the deployed profile. */
const profileOf = (seed: number): Profile => (seed % 3 === 0 ? 'deployed' : 'documented');

/** Every tenth run lives under Promises whose reactions are macrotasks. */
const isSlow = (seed: number): boolean => seed % 10 === 5;

/** Every fiftieth run goes over real sockets, fifty times as fast as life; only its faults can be played again. */
const isReal = (seed: number): boolean => seed % 50 === 41;

function start(seed: number): PromiseLike<Report> {
  if (isReal(seed)) return run(seed, profileOf(seed), startRealServer);
  return (isSlow(seed) ? loadSlow() : run)(seed, profileOf(seed));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function tell(report: Report, ms: number): void {
  const { seed, profile, problems, faults, fault_count, written, unconfirmed } = report;
  const counts = KINDS.map((kind) => `${kind} ${problems.filter((problem) => problem.kind === kind).length}`);
  // The deployed backend keeps no id of ours: a message that is not in its history when its time is over may be anywhere.
  const asked =
    profile === 'deployed'
      ? `, 未确认 ${unconfirmed} (not in the history, then sent again by the person)`
      : '';
  const how = [
    profile,
    ...(isSlow(seed) ? ['slow Promises'] : []),
    ...(isReal(seed) ? ['real sockets'] : []),
  ];
  const mark = problems.length === 0 ? '✓' : '✗';
  say(
    `${mark} C1 seed ${seed}, ${how.join(', ')}: ${counts.join(', ')}${asked}; ${fault_count} faults, ${written} messages, ${ms} ms`,
  );
  for (const { kind, what } of problems.slice(0, SHOWN_PROBLEMS)) say(`    ${kind}: ${what}`);
  if (problems.length > 0) {
    say(`    faults: ${[...faults].map(([name, count]) => `${name} ${count}`).join(', ')}`);
    say(`    again: npm run test:chaos -- --seed ${seed}`);
  }
}

function total(reports: readonly Report[]): string {
  const sums = new Map<string, number>();
  for (const { faults } of reports)
    for (const [name, count] of faults) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums].map(([name, count]) => `${name} ${count}`).join(', ');
}

async function main(): Promise<boolean> {
  const options = { runs: { type: 'string', default: '50' }, seed: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const first = Number(values.seed ?? 1);
  const runs = values.seed === undefined ? Number(values.runs) : 1;
  if (!Number.isInteger(first) || !Number.isInteger(runs) || runs < 1)
    throw new Error('--runs and --seed are whole numbers');
  const reports: Report[] = [];
  for (let seed = first; seed < first + runs; seed += 1) {
    const started = Date.now();
    const report = await start(seed);
    reports.push(report);
    tell(report, Date.now() - started);
  }
  const failed = reports.filter(({ problems }) => problems.length > 0).length;
  const tally = { passed: runs - failed, failed };
  say(`faults thrown: ${total(reports)}`);
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
