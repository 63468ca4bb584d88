// D7: what went wrong for the users of the deployed system, by its number there, and the test that keeps it from going
// wrong here. A test that has the number in its own name needs no row.
import fs from 'node:fs';
import path from 'node:path';

const TESTS = path.resolve(__dirname, '../..');
const LESSONS = 35;

type Row = { test: string; named: string } | { none: string };

const TABLE: Readonly<Record<number, Row>> = {
  4: {
    test: 'unit/staff/format/month',
    named: 'the items are those that were sent, and the whole is the server’s',
  },
  5: { test: 'unit/staff/format/figures', named: 'never says NaN, Infinity or undefined' },
  6: { test: 'unit/api/xcx/forms', named: 'panels: rates as percent' },
  8: { test: 'unit/staff/boards/boards', named: 'an old area’s figures never stand under a new area’s name' },
  9: {
    none: 'a summary is a field of the reply and advice a list of its own: nothing is told apart by its place',
  },
  12: {
    test: 'unit/assistant/talk',
    named: 'the card that an answer refers to comes with the stored messages',
  },
  21: { test: 'unit/staff/format/figures', named: 'lessons 5, 16, 18, 21' },
  31: { test: 'unit/assistant/talk', named: 'cut off: the messages are read first' },
  32: {
    none: 'the board of coaches promises no day: its foot says 数据按月统计',
  },
  34: { test: 'unit/staff/customers/list', named: 'an empty board is no error' },
};

const files = fs
  .readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !/\.cache|node_modules|lessons/.test(file));
const textOf = (file: string): string => fs.readFileSync(path.join(TESTS, file), 'utf8');

/** The numbers that names of tests begin with: `D7-30 …`, `D7 22, 23: …`. */
const inNames = new Set(
  files.flatMap((file) =>
    [...textOf(file).matchAll(/['"`](?:D7[- ][\d, ]+(?:D7-\d+ )*)+/g)].flatMap(([name]) =>
      [...name.replaceAll('D7', '').matchAll(/\d+/g)].map(([number]) => Number(number)),
    ),
  ),
);

test.each(Array.from({ length: LESSONS }, (_, at) => at + 1))(
  'D7 lesson %i has its test, or a reason',
  (number) => {
    const row = TABLE[number];
    if (row === undefined) return expect(inNames).toContain(number);
    if ('none' in row) return expect(row.none).not.toBe('');
    return expect(textOf(`${row.test}.test.ts`)).toContain(row.named);
  },
);
