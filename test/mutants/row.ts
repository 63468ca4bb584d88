// What the table says: a change that makes the program wrong, and the test that must notice.

/** One change of one file. */
export interface Change {
  /** Stands exactly once in the file. */
  from: string;
  to: string;
  /** The name of the test that must fail, or a part of it as its file spells it. */
  fails: string;
  /** Why nobody can notice: then the change must survive. At most `MOST_ARGUED` of all. */
  equivalent?: string;
}

/** Changes of one file that one file of tests must notice. Paths count from the repository's root. */
export interface Group {
  file: string;
  test: string;
  changes: readonly Change[];
}

export interface Row extends Change {
  domain: string;
  file: string;
  test: string;
}

export const MOST_ARGUED = 5;

/** The rows of one domain, in the order written. */
export const rowsOf = (domain: string, groups: readonly Group[]): Row[] =>
  groups.flatMap(({ file, test, changes }) => changes.map((change) => ({ domain, file, test, ...change })));

/** Rows that hold every one of the words, wherever it is in them; all rows without words. */
export function chosen(rows: readonly Row[], words: readonly string[]): Row[] {
  const textOf = ({ domain, file, test, from, to, fails }: Row) =>
    [domain, file, test, from, to, fails].join('\n').toLowerCase();
  return rows.filter((row) => words.every((word) => textOf(row).includes(word.toLowerCase())));
}
