// What a run says of its row.
import type { Ran } from './jest-run';
import type { Row } from './row';

export type Verdict =
  | { state: 'killed'; why?: string }
  | { state: 'survived' }
  /** It survived, as the row says that it must. */
  | { state: 'argued' }
  | { state: 'error'; why: string };

/** The tests that a row names, of those that ran. */
const namedIn = ({ tests }: Ran, { test, fails }: Pick<Row, 'test' | 'fails'>) =>
  tests.filter(({ file, name }) => file === test && name.includes(fails));

/** Why the row says nothing: the test that it names does not pass as things are; `undefined` where it does. */
export function unfounded(unchanged: Ran, row: Row): string | undefined {
  const broken = unchanged.broken.find(({ file }) => file === row.test);
  if (broken !== undefined) return `${row.test} cannot be run as things are`;
  const named = namedIn(unchanged, row);
  if (named.length === 0) return `${row.test} has no test “${row.fails}”`;
  return named.some(({ state }) => state === 'failed') ? `“${row.fails}” fails as things are` : undefined;
}

/** @param ran the named test against the changed file */
export function judge(ran: Ran, row: Row): Verdict {
  const [broken] = ran.broken;
  if (broken !== undefined) return { state: 'error', why: `the tests cannot be loaded: ${broken.why}` };
  const isKilled = ran.endless || namedIn(ran, row).some(({ state }) => state === 'failed');
  if (row.equivalent === undefined) {
    if (!isKilled) return { state: 'survived' };
    return ran.endless ? { state: 'killed', why: 'it runs without end' } : { state: 'killed' };
  }
  return isKilled
    ? { state: 'error', why: 'it is argued equivalent, and a test notices' }
    : { state: 'argued' };
}

/** The line that is printed. */
export function lineOf({ domain, file, from, to, fails, equivalent }: Row, verdict: Verdict): string {
  const short = (text: string): string => {
    const flat = text.replace(/\s+/g, ' ').trim();
    return flat.length > 60 ? `${flat.slice(0, 59)}…` : flat;
  };
  const name = file.split('/').at(-1) ?? file;
  const what = `${domain}: ${name}: ${short(from)} → ${to.trim() === '' ? '(nothing)' : short(to)}`;
  const state = verdict.state.padEnd(8);
  switch (verdict.state) {
    case 'killed':
      return `${state} ${what}${verdict.why === undefined ? '' : ` (${verdict.why})`}`;
    case 'survived':
      return `${state} ${what}\n         must fail: ${fails}`;
    case 'argued':
      return `${state} ${what}\n         ${equivalent ?? ''}`;
    case 'error':
      return `${state} ${what}\n         ${verdict.why}`;
  }
}
