// Looks up what the wire sent in a table of ours; `constructor` and its like are no entries.

/** The table's own entry for `key`, `undefined` without one. */
export function entryOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined;
}
