// What to give `setData` so that a page's chunks become the wanted ones: paths into rows where the shape stays, a whole
// chunk where its rows or it itself moved, everything where most moved (setData can neither insert nor remove in an array).
import type { Chunk, Row } from './chunks';

/** Data path → value, as `setData` takes it. */
export type Patch = Record<string, unknown>;

function sameKeys<R extends Row>(one: readonly R[], other: readonly R[]): boolean {
  return one.length === other.length && one.every((row, index) => row.row_key === other[index]?.row_key);
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Down to the leaves that differ: most rows are flat, but a row may hold lists (the stretches of a text) that grow at their
 * end. What lost a field, or entries of a list, goes whole.
 */
function patchValue(patch: Patch, path: string, before: unknown, after: unknown): void {
  if (before === after) return;
  if (Array.isArray(before) && Array.isArray(after) && before.length <= after.length) {
    after.forEach((entry: unknown, at) => patchValue(patch, `${path}[${at}]`, before[at], entry));
  } else if (isFields(before) && isFields(after) && Object.keys(before).every((name) => name in after)) {
    for (const name of Object.keys(after)) patchValue(patch, `${path}.${name}`, before[name], after[name]);
  } else {
    patch[path] = after;
  }
}

function patchChunk<R extends Row>(patch: Patch, path: string, before: Chunk<R>, after: Chunk<R>): void {
  const kept = after.rows.slice(0, before.rows.length);
  if (before.height !== after.height || !sameKeys(before.rows, kept)) {
    patch[path] = after;
    return;
  }
  after.rows.forEach((row, index) => {
    const old = before.rows[index];
    if (old === undefined) patch[`${path}.rows[${index}]`] = row;
    else patchValue(patch, `${path}.rows[${index}]`, old, row);
  });
}

/**
 * The smallest plain `setData` that turns `before` into `after`; empty when nothing changed.
 * @param path where the chunks are in the page's data, e.g. `chunks`
 */
export function patchOf<R extends Row>(
  path: string,
  before: readonly Chunk<R>[],
  after: readonly Chunk<R>[],
): Patch {
  if (after.length < before.length) return { [path]: after };
  const patch: Patch = {};
  let moved = 0;
  after.forEach((chunk, index) => {
    const old = before[index];
    if (old === chunk) return;
    if (old !== undefined && old.key === chunk.key) return patchChunk(patch, `${path}[${index}]`, old, chunk);
    patch[`${path}[${index}]`] = chunk;
    if (old !== undefined) moved += 1;
  });
  // When more than half of the chunks are set anyway, setting the whole list costs one path instead of many.
  return moved > 1 && moved * 2 > before.length ? { [path]: after } : patch;
}
