// Lists of which one broken row breaks only itself: the others are shown, and the broken ones are counted.
import type * as v from 'valibot';
import { firstIssue } from './schema';
import { BROKEN, readOf, schemaOf } from './schema-run';
import type { Read } from './schema-run';

type Schema<T> = v.GenericSchema<unknown, T>;

/** What a list lost. Holds no value of the reply, so it may be logged as it is. */
export interface BrokenRows {
  count: number;
  /** Of the first one: its place in the reply's list and the field, `3.customer_name`. */
  path: string;
  problem: string;
}

/** Beside the list instead of in it, so that good rows keep their type. */
const losses = new WeakMap<readonly unknown[], BrokenRows>();

/**
 * What a decoded list lost, `undefined` when every row was good. Ask the very list of the reply: a copy of it has
 * forgotten.
 */
export function brokenIn(rows: readonly unknown[]): BrokenRows | undefined {
  return losses.get(rows);
}

/**
 * A list without its broken rows; `brokenIn` tells how many there were. A list whose rows are all broken (two or more)
 * is a reply of another contract, and fails as a whole.
 */
export function goodRows<T>(row: Schema<T>): Schema<T[]> {
  const read = readOf(row) as Read<T>;
  return schemaOf<T[]>({
    expects: 'Array',
    read(input) {
      if (!Array.isArray(input)) return BROKEN;
      const rows: T[] = [];
      let [first, changed] = [-1, false];
      for (let at = 0; at < input.length; at += 1) {
        const value = input[at] as unknown;
        const decoded = read(value);
        if (decoded === BROKEN) {
          if (first < 0) first = at;
          continue;
        }
        rows.push(decoded);
        changed ||= decoded !== value;
      }
      const count = input.length - rows.length;
      if (count > 1 && rows.length === 0) return BROKEN;
      if (count > 0) losses.set(rows, { count, ...issueAt(row, input, first) });
      return changed || count > 0 ? rows : (input as T[]);
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
