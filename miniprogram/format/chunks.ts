// A long list cut into chunks of at most 20 rows, so that a change costs the rows it touches and not the list. Chunks
// keep their rows and their key while rows come before, between and after them: what is on the screen is not rebuilt.

/** A flat view model. The key is made once and never changes, also when the row's id does. */
export interface Row {
  row_key: string;
}

/** `height` (px) stands in for the rows of a chunk far from view. */
export interface Chunk<R extends Row> {
  key: string;
  rows: R[];
  height?: number;
}

export const CHUNK_SIZE = 20;

/** Gives `c1`, `c2`…, never twice. */
export type NextKey = () => string;

/** Makes a `NextKey` of its own. */
export function chunkKeys(): NextKey {
  let last = 0;
  return () => `c${++last}`;
}

/** Cuts `rows` along the boundaries of `previous`; new rows fill the chunk before them, then chunks of their own. */
function cut<R extends Row>(previous: readonly Chunk<R>[], rows: readonly R[], nextKey: NextKey): Chunk<R>[] {
  const homes = new Map<string, string>();
  for (const chunk of previous) for (const row of chunk.rows) homes.set(row.row_key, chunk.key);
  const used = new Set<string>();
  const chunks: Chunk<R>[] = [];
  let current: Chunk<R> | undefined;
  for (const row of rows) {
    const home = homes.get(row.row_key);
    const reopens = home !== undefined && home !== current?.key && !used.has(home);
    if (current === undefined || reopens || current.rows.length >= CHUNK_SIZE) {
      const key = home === undefined || used.has(home) ? nextKey() : home;
      used.add(key);
      current = { key, rows: [] };
      chunks.push(current);
    }
    current.rows.push(row);
  }
  return chunks;
}

/** Joins neighbours that fit into one chunk, so that removals and single insertions do not leave crumbs. */
function join<R extends Row>(chunks: readonly Chunk<R>[]): Chunk<R>[] {
  const joined: Chunk<R>[] = [];
  for (const chunk of chunks) {
    const last = joined[joined.length - 1];
    if (last === undefined || last.rows.length + chunk.rows.length > CHUNK_SIZE) {
      joined.push(chunk);
      continue;
    }
    const key = last.rows.length >= chunk.rows.length ? last.key : chunk.key;
    joined[joined.length - 1] = { key, rows: [...last.rows, ...chunk.rows] };
  }
  return joined;
}

/**
 * The chunks for `rows` that move as few rows as possible from where they are in `previous`.
 * @param rows in the order shown; no `row_key` twice
 */
export function rechunk<R extends Row>(
  previous: readonly Chunk<R>[],
  rows: readonly R[],
  nextKey: NextKey,
): Chunk<R>[] {
  return join(cut(previous, rows, nextKey));
}
