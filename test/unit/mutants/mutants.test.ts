// The table of changes that tests must notice: every row can be played, and what a run says of it is told right.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { changed, replaced, ROOT, RowError } from '../../mutants/changed';
import { runJest } from '../../mutants/jest-run';
import type { Ran, Run } from '../../mutants/jest-run';
import { chosen, MOST_ARGUED } from '../../mutants/row';
import type { Row } from '../../mutants/row';
import { runRows } from '../../mutants/run';
import { TABLE } from '../../mutants/table';

const ORDER: Row = {
  domain: 'ids',
  file: 'miniprogram/api/order.ts',
  test: 'test/unit/api/order.test.ts',
  from: 'return a.length - b.length;',
  to: 'return b.length - a.length;',
  fails: 'ids sort as the numbers they are',
};

const passes: Ran = {
  tests: [{ file: ORDER.test, name: 'ids sort as the numbers they are, beyond 2^53 too', state: 'passed' }],
  broken: [],
  endless: false,
};
const fails: Ran = { ...passes, tests: passes.tests.map((test) => ({ ...test, state: 'failed' })) };

/** Plays one row; `ran` is what the tests say of the changed file. */
async function play(row: Row, ran: Ran, unchanged = passes) {
  const lines: string[] = [];
  const asked: Run[] = [];
  const jest = async (run: Run): Promise<Ran> => {
    asked.push(run);
    return run.change === undefined ? unchanged : ran;
  };
  const tally = await runRows([row], { jest, say: (line) => lines.push(line), workers: 1 });
  return { tally, asked, line: lines.join('\n') };
}

describe('K2 the table', () => {
  test('can be played, row by row: its text stands in the program, and the name in the tests', () => {
    const why = (row: Row): string => {
      try {
        changed(row);
        const isNamed = readFileSync(path.join(ROOT, row.test), 'utf8').includes(row.fails);
        return isNamed ? '' : `${row.test} has no test “${row.fails}”`;
      } catch (error) {
        if (error instanceof RowError) return `${row.file}: ${row.from}: ${error.message}`;
        throw error;
      }
    };
    expect(TABLE.map(why).filter((problem) => problem !== '')).toEqual([]);
  });

  test('has no row twice, and argues few of them away', () => {
    const keys = TABLE.map(({ file, from, to }) => `${file}\n${from}\n${to}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(TABLE.filter(({ equivalent }) => equivalent !== undefined).length).toBeLessThanOrEqual(
      MOST_ARGUED,
    );
  });

  test('is chosen from by words, all of which a row must hold', () => {
    expect(chosen(TABLE, [])).toHaveLength(TABLE.length);
    const some = chosen(TABLE, ['CHANNEL', 'grace']);
    expect(some.length).toBeGreaterThan(0);
    expect(some.every(({ domain }) => domain === 'channel')).toBe(true);
  });
});

describe('K2 a row', () => {
  test('is killed where the test that it names fails, and survives where it passes', async () => {
    const killed = await play(ORDER, fails);
    expect([killed.tally, killed.line.split(' ')[0]]).toEqual([{ passed: 1, failed: 0 }, 'killed']);
    const survived = await play(ORDER, passes);
    expect([survived.tally, survived.line.split(' ')[0]]).toEqual([{ passed: 0, failed: 1 }, 'survived']);
  });

  test('is killed where the program runs without end', async () => {
    expect((await play(ORDER, { tests: [], broken: [], endless: true })).line).toContain('without end');
  });

  test('is an error where its text is gone, is there twice, or does not compile', async () => {
    const rows: [Partial<Row>, string][] = [
      [{ from: 'no such text' }, 'not in the file any more'],
      [{ from: 'length' }, 'times'],
      [{ to: 'return b.length -' }, 'does not compile'],
      [{ to: ORDER.from }, 'changes nothing'],
    ];
    for (const [row, why] of rows) {
      const { tally, line, asked } = await play({ ...ORDER, ...row }, fails);
      expect([tally, line]).toEqual([{ passed: 0, failed: 1 }, expect.stringContaining(why)]);
      expect(asked.filter(({ change }) => change !== undefined)).toEqual([]);
    }
  });

  test('is an error where its test is not there, or does not pass as things are', async () => {
    const nameless = await play({ ...ORDER, fails: 'no such name' }, fails);
    expect(nameless.line).toContain('has no test “no such name”');
    expect((await play(ORDER, fails, fails)).line).toContain('fails as things are');
  });

  test('is an error where the tests cannot even be loaded: that is not noticing', async () => {
    const broken = { tests: [], broken: [{ file: ORDER.test, why: 'x is not a function' }], endless: false };
    expect((await play(ORDER, broken)).tally).toEqual({ passed: 0, failed: 1 });
  });

  test('that is argued equivalent must survive', async () => {
    const row = { ...ORDER, equivalent: 'nobody calls it' };
    expect((await play(row, passes)).tally).toEqual({ passed: 1, failed: 0 });
    expect((await play(row, fails)).line).toContain('error');
  });
});

test('K2 a change reaches the tests and never the file', async () => {
  const file = path.join(ROOT, ORDER.file);
  const before = readFileSync(file, 'utf8');
  const change = { file: ORDER.file, text: changed(ORDER) };
  const [as_is, with_change] = await Promise.all([
    runJest({ tests: [ORDER.test], longest_ms: 60_000 }),
    runJest({ tests: [ORDER.test], change, longest_ms: 60_000 }),
  ]);
  expect(as_is.tests.map(({ state }) => state)).not.toContain('failed');
  expect(with_change.tests.map(({ state }) => state)).toContain('failed');
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('K2 what is put in is taken as it is written', () => {
  expect(replaced('a + b', '+', "$& $' $1")).toBe("a $& $' $1 b");
  expect(() => replaced('a', 'b', 'c')).toThrow(RowError);
});
