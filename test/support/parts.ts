// What each part of `npm test` runs, and how its result is counted.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { sum } from './tally';
import type { Tally } from './tally';

const root = path.resolve(__dirname, '../..');
const bin = (name: string): string => path.join(root, 'node_modules', '.bin', name);

/** Runs one command with the terminal's streams; resolves to its exit code (1 when it was ended by a signal). */
function exec(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** A command that either holds or not counts as one test. */
async function check(command: string, args: readonly string[]): Promise<Tally> {
  const ok = (await exec(command, args)) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** The native compiler: both packages that hold a `tsc` claim its name among the commands. */
const tsc = path.join(root, 'node_modules', 'typescript-native', 'bin', 'tsc');

async function types(): Promise<Tally> {
  const shipped = await check(process.execPath, [tsc, '-p', 'tsconfig.json']);
  const tests = await check(process.execPath, [tsc, '-p', 'test/tsconfig.json']);
  return { passed: shipped.passed + tests.passed, failed: shipped.failed + tests.failed };
}

async function lint(): Promise<Tally> {
  const walls = await check(bin('eslint'), ['miniprogram', 'typings', '--max-warnings', '0']);
  const script = await check(bin('oxlint'), [
    '--type-aware',
    '--deny-warnings',
    'miniprogram',
    'typings',
    'test',
  ]);
  const style = await check(bin('stylelint'), ['miniprogram/**/*.wxss', '--max-warnings', '0']);
  const format = await check(bin('oxfmt'), ['--check']);
  return {
    passed: walls.passed + script.passed + style.passed + format.passed,
    failed: walls.failed + script.failed + style.failed + format.failed,
  };
}

/** A filter that starts like an issue's line (`A2`) chooses tests by name, anything else chooses files. */
function jestFilter(filter: readonly string[]): string[] {
  const [first] = filter;
  if (first === undefined) return [];
  return /^[A-Z]\d+$/.test(first) ? ['-t', `(^| )${first} `, ...filter.slice(1)] : [...filter];
}

/** MB for what is young: each file's sandbox is thrown away whole, and collected less often costs a tenth less. Workers have it too. */
const ROOM = '--max-semi-space-size=64';

/** Several projects share one run, so that its workers stay busy to the end. `options` are jest's own. */
async function jest(
  names: readonly string[],
  filter: readonly string[],
  options: readonly string[] = [],
): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tally-'));
  const file = path.join(folder, 'tally.json');
  try {
    // The filter stands first: --selectProjects takes every plain word after it.
    const args = [...jestFilter(filter), ...options, '--selectProjects', ...names];
    const code = await exec(process.execPath, [ROOM, bin('jest'), ...args], { TEST_TALLY: file });
    const tally = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Tally)
      : { passed: 0, failed: 1 };
    // An exit code that the counts do not explain (an open handle, a crash) is a failure of its own.
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A program of our own that counts for itself. @param file from the repository's root */
async function script(file: string, options: readonly string[]): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tally-'));
  const tallied = path.join(folder, 'tally.json');
  try {
    const code = await exec(bin('tsx'), [file, ...options], { TEST_TALLY: tallied });
    const tally = existsSync(tallied)
      ? (JSON.parse(readFileSync(tallied, 'utf8')) as Tally)
      : { passed: 0, failed: 1 };
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Not jest: its runs are made by the hundred. `--runs N`, `--seed S`, `--processes P`; 50 runs without. */
const chaos = (options: readonly string[]): Promise<Tally> => script('test/chaos/main.ts', options);

/** Models of the socket's policy, the chat and the gate, explored. `--deeper N`, `--model NAME`, `--story word,word`, `--processes P`. */
const models = (options: readonly string[]): Promise<Tally> => script('test/chaos/model/main.ts', options);

export const parts = {
  types,
  lint,
  unit: (filter: readonly string[]) => jest(['unit'], filter),
  component: (filter: readonly string[]) => jest(['component'], filter),
  contract: (filter: readonly string[]) => jest(['contract'], filter),
  models,
  chaos,
  e2e: (filter: readonly string[]) => jest(['e2e'], filter),
  /** By hand and nightly: no part of the whole. Filtered by words. */
  mutants: (words: readonly string[]) => script('test/mutants/main.ts', words),
} satisfies Record<string, (filter: readonly string[]) => Promise<Tally>>;

/** One after another in a process at a time; the quickest first. Two beside the browsers' own take a tenth longer for the same. */
async function beside(): Promise<Tally> {
  const alone = ['--processes', '1'];
  return sum([await types(), await lint(), await models(alone), await chaos(alone)]);
}

/**
 * Both at once, so that the cores are never idle: browsers come first and mostly wait, so one more worker drives them once the
 * rest is done, and what needs no browser keeps all workers busy to the end. Neither may redraw the terminal that it shares.
 */
async function together(): Promise<Tally> {
  process.env['TERM'] = 'dumb';
  const folder = mkdtempSync(path.join(tmpdir(), 'beside-'));
  process.env['TEST_BESIDE'] = path.join(folder, 'busy');
  writeFileSync(process.env['TEST_BESIDE'], '');
  const done = (): void => rmSync(folder, { recursive: true, force: true });
  const workers = `--maxWorkers=${availableParallelism() + 1}`;
  const tests = jest(['unit', 'component', 'contract', 'e2e'], [], [workers]);
  return sum(await Promise.all([tests, beside().finally(done)]));
}

/** Everything, as `npm test` runs it. */
export const whole: readonly (readonly [name: string, run: () => Promise<Tally>])[] = [
  ['types, lint, unit, component, contract, models, chaos, e2e', together],
];

export type PartName = keyof typeof parts;
