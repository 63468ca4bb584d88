// Tables that are asked for words from the wire. Such a word is data: `constructor` and its like are no entries.

/** An object that has its own entries and nothing else, so that any word may be looked up in it as it stands. */
export type Table<T> = { readonly [word: string]: T | undefined };

/** A table of ours, by what the wire may say. Lint refuses object literals in its place. */
export function tableOf<T>(entries: Readonly<Record<string, T>>): Table<T> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}
