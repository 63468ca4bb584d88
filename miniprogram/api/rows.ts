// Lists of which one broken row breaks only itself: the others are shown, and the broken ones are counted.
import type * as v from 'valibot';
import { firstIssue } from './schema';
import { BROKEN, readOf, schemaOf } from './schema-run';
import type { Read } from './schema-run';

type Schema<T> = v.GenericSchema<unknown, T>;

/** What a list lost. Holds no value of the reply, so it may be logged as it is. */
export interface BrokenRows {
  count: number;
  /** How many of them were replaced by a substitute row. */
  replaced?: number;
  /** Of the first one: its place in the reply's list and the field, `3.customer_name`. */
  path: string;
  problem: string;
}

/** What each decoded list lost. Kept beside the list, not in it, so that the type of its rows stays the same. */
const losses = new WeakMap<readonly unknown[], BrokenRows>();

/**
 * What a decoded list lost, `undefined` when every row was good. Pass the list of the reply itself: nothing is known of
 * a copy.
 */
export function brokenIn(rows: readonly unknown[]): BrokenRows | undefined {
  return losses.get(rows);
}

/** How many rows came, whatever became of them: paging counts these. */
export const receivedIn = (rows: readonly unknown[]): number => rows.length + missingIn(rows);

/** How many rows are missing from the list without a substitute. */
function missingIn(rows: readonly unknown[]): number {
  const { count = 0, replaced = 0 } = brokenIn(rows) ?? {};
  return count - replaced;
}

/** Maps the rows, one for one; what the list lost is known of the result too. */
export function mappedRows<Row, Made>(rows: readonly Row[], make: (row: Row) => Made): Made[] {
  const made = rows.map(make);
  const lost = losses.get(rows);
  if (lost !== undefined) losses.set(made, lost);
  return made;
}

/** How deep to look for lists: no reply holds one deeper. */
const DEEPEST = 4;

/** What the lists of a reply lost, wherever in it they are. */
export function lossesIn(reply: unknown): BrokenRows[] {
  const found: BrokenRows[] = [];
  const look = (part: unknown, depth: number): void => {
    if (typeof part !== 'object' || part === null || depth > DEEPEST) return;
    const own = losses.get(part as unknown[]);
    if (own !== undefined) found.push(own);
    for (const inner of Object.values(part)) look(inner, depth + 1);
  };
  look(reply, 0);
  return found;
}

/** How many rows are missing from all lists of a reply without a substitute. */
export const missingRows = (reply: unknown): number =>
  lossesIn(reply).reduce((sum, { count, replaced = 0 }) => sum + count - replaced, 0);

/**
 * A list without its broken rows; `brokenIn` tells how many there were. A list whose rows are all broken (two or more)
 * does not follow the contract at all, and fails as a whole.
 * @param instead makes the substitute of a broken row, if enough of the row can be read
 */
export function goodRows<T>(row: Schema<T>, instead?: Schema<T>): Schema<T[]> {
  const read = readOf(row) as Read<T>;
  const readInstead = instead === undefined ? (): typeof BROKEN => BROKEN : (readOf(instead) as Read<T>);
  return schemaOf<T[]>({
    expects: 'Array',
    read(input) {
      if (!Array.isArray(input)) return BROKEN;
      const rows: T[] = [];
      let [first, changed, count, replaced] = [-1, false, 0, 0];
      for (let at = 0; at < input.length; at += 1) {
        const value = input[at] as unknown;
        let decoded = read(value);
        if (decoded === BROKEN) {
          if (first < 0) first = at;
          count += 1;
          decoded = readInstead(value);
          if (decoded === BROKEN) continue;
          replaced += 1;
        }
        rows.push(decoded);
        changed ||= decoded !== value;
      }
      if (count > 1 && count === input.length) return BROKEN;
      if (count === 0) return changed ? rows : (input as T[]);
      losses.set(rows, { count, ...(replaced > 0 ? { replaced } : {}), ...issueAt(row, input, first) });
      return rows;
    },
    *parts(input) {
      if (!Array.isArray(input)) return;
      for (const [key, value] of input.entries())
        yield [row, value as unknown, { type: 'array', input, key }];
    },
  });
}

function issueAt(row: Schema<unknown>, input: unknown[], at: number): Omit<BrokenRows, 'count'> {
  const { issues = [] } = row['~run']({ value: input[at] }, {});
  const { path, problem } = firstIssue(issues);
  return { path: path === '$' ? String(at) : `${at}.${path}`, problem };
}
