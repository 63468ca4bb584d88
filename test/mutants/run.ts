// All rows, two at a time: first the tests as things are, then each change against the test that it names.
import type { Tally } from '../support/tally';
import { changed, RowError } from './changed';
import type { Ran, Run } from './jest-run';
import { judge, lineOf, unfounded } from './judge';
import type { Verdict } from './judge';
import type { Row } from './row';

/** For the tests of one row. */
const LONGEST_ROW_MS = 60_000;
/** For all tests that rows name, as things are. */
const LONGEST_ALL_MS = 600_000;

export interface RunParts {
  jest(run: Run): Promise<Ran>;
  say(line: string): void;
  /** How many processes at once. */
  workers: number;
}

/** Plays the rows, and says a line for each. Killed and argued ones count as passed. */
export async function runRows(rows: readonly Row[], { jest, say, workers }: RunParts): Promise<Tally> {
  const tests = [...new Set(rows.map(({ test }) => test))];
  const unchanged =
    tests.length === 0 ? undefined : await jest({ tests, workers, longest_ms: LONGEST_ALL_MS });
  const tally = { passed: 0, failed: 0 };

  async function play(row: Row): Promise<Verdict> {
    const why = unchanged === undefined ? undefined : unfounded(unchanged, row);
    if (why !== undefined) return { state: 'error', why };
    try {
      const change = { file: row.file, text: changed(row) };
      return judge(
        await jest({ tests: [row.test], name: row.fails, change, longest_ms: LONGEST_ROW_MS }),
        row,
      );
    } catch (error) {
      if (error instanceof RowError) return { state: 'error', why: error.message };
      throw error;
    }
  }

  const left = [...rows];
  async function work(): Promise<void> {
    for (let row = left.shift(); row !== undefined; row = left.shift()) {
      const verdict = await play(row);
      if (verdict.state === 'killed' || verdict.state === 'argued') tally.passed += 1;
      else tally.failed += 1;
      say(lineOf(row, verdict));
    }
  }
  await Promise.all(Array.from({ length: workers }, work));
  return tally;
}
