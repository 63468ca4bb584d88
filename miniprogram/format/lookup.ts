// Tables that are looked up by words from the wire. They inherit nothing, so a word such as `constructor` finds no
// entry.

/** An object that has its own entries and nothing else, so that any word may be looked up in it as it stands. */
export type Table<T> = { readonly [word: string]: T | undefined };

/** Makes a table that words from the wire may be looked up in. Lint refuses object literals for this. */
export function tableOf<T>(entries: Readonly<Record<string, T>>): Table<T> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}
