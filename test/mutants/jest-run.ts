// Runs tests in a process of their own, with one file of the program changed on its way to them.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './changed';

export interface TestResult {
  /** From the repository's root. */
  file: string;
  name: string;
  state: 'passed' | 'failed';
}

export interface Ran {
  tests: readonly TestResult[];
  /** Files that could not be run at all, with what was said. */
  broken: readonly { file: string; why: string }[];
  /** It was ended because it took too long. */
  endless: boolean;
}

export interface Run {
  /** From the repository's root. */
  tests: readonly string[];
  /** Part of a test's name; all tests of the files without it. */
  name?: string;
  change?: { file: string; text: string };
  workers?: number;
  longest_ms: number;
}

/** What jest writes with `--json`, as far as it is read here. */
interface JestFile {
  name: string;
  message: string;
  assertionResults: { fullName: string; status: string }[];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function readResults(file: string): Pick<Ran, 'tests' | 'broken'> {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as { testResults: JestFile[] };
  const named = testResults.map((one) => ({ ...one, file: path.relative(ROOT, one.name) }));
  return {
    tests: named.flatMap(({ file: test, assertionResults }) =>
      assertionResults.flatMap(({ fullName, status }): TestResult[] =>
        status === 'passed' || status === 'failed' ? [{ file: test, name: fullName, state: status }] : [],
      ),
    ),
    broken: named
      .filter(({ assertionResults, message }) => assertionResults.length === 0 && message !== '')
      .map(({ file: test, message }) => ({ file: test, why: message })),
  };
}

interface Ended {
  /** It was ended because it took too long. */
  endless: boolean;
  /** The last of what it said of itself. */
  said: string;
}

/** How much of what jest said is kept, in characters. */
const KEPT = 2000;

/** Runs jest to its end, or ends it. */
function ended(args: readonly string[], env: NodeJS.ProcessEnv, longest_ms: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
    const child = spawn(process.execPath, [jest, ...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-KEPT);
    });
    let isEndless = false;
    const alarm = setTimeout(() => {
      isEndless = true;
      child.kill('SIGKILL');
    }, longest_ms);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(alarm);
      resolve({ endless: isEndless, said: `${said}(${signal ?? `exit code ${code}`})` });
    });
  });
}

/** @throws Error where jest itself fails */
export async function runJest({ tests, name, change, workers = 1, longest_ms }: Run): Promise<Ran> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutant-'));
  const results = path.join(folder, 'results.json');
  const mutant = path.join(folder, 'mutant.json');
  try {
    const env: NodeJS.ProcessEnv = { ...process.env };
    delete env['MUTANT'];
    if (change !== undefined) {
      writeFileSync(mutant, JSON.stringify({ ...change, file: path.join(ROOT, change.file) }));
      env['MUTANT'] = mutant;
    }
    const config = path.join(__dirname, 'jest.config.js');
    const args = ['--config', config, '--json', '--outputFile', results, '--runTestsByPath', ...tests];
    args.push(workers === 1 ? '--runInBand' : `--maxWorkers=${workers}`);
    if (name !== undefined) args.push('--testNamePattern', escaped(name));
    const { endless, said } = await ended(args, env, longest_ms);
    if (endless) return { tests: [], broken: [], endless };
    if (!existsSync(results)) throw new Error(`jest ended without results for ${tests.join(', ')}: ${said}`);
    return { ...readResults(results), endless: false };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
