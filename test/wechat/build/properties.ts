/** Short names for custom properties, which sheets of every package share, so that no minifier of one sheet may touch them. */

import { nth } from './nth';

/** Where it is declared or used; `.button--wide` of a class is neither. */
const PROPERTY = /(?<=[{;(,\s])--[a-z][\w-]*/g;

/**
 * One short name for each custom property, the most used the shortest.
 * @param sheets shortened WXSS of the whole program
 * @param others texts of its markup and scripts: what they mention keeps its name
 */
export function shortProperties(
  sheets: readonly string[],
  others: readonly string[],
): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const sheet of sheets)
    for (const [name] of sheet.matchAll(PROPERTY)) uses.set(name, (uses.get(name) ?? 0) + 1);
  for (const text of others) for (const [name] of text.matchAll(/--[a-z][\w-]*/g)) uses.delete(name);
  const names = [...uses].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return new Map(names.map(([name], at) => [name, `--${nth(at)}`]));
}

/** The sheet with the short names. */
export function withProperties(sheet: string, names: ReadonlyMap<string, string>): string {
  return sheet.replace(PROPERTY, (name) => names.get(name) ?? name);
}
