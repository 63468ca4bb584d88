// Chunks: whatever changes, the rows are all there in order, and what stays is not moved.
import * as fc from 'fast-check';
import { CHUNK_SIZE, chunkKeys, rechunk } from '../../../miniprogram/format/chunks';
import type { Chunk, Row } from '../../../miniprogram/format/chunks';

const rowsOf = (keys: readonly (string | number)[]): Row[] => keys.map((key) => ({ row_key: String(key) }));
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
const keysOf = (chunks: readonly Chunk<Row>[]): string[] =>
  chunks.flatMap(({ rows }) => rows.map((row) => row.row_key));
const lists = fc.uniqueArray(fc.nat(120), { maxLength: 110 });

describe('rechunk', () => {
  it('keeps every row once and in order, in chunks of at most 20 with keys of their own', () => {
    fc.assert(
      fc.property(fc.array(lists, { minLength: 1, maxLength: 8 }), (states) => {
        const nextKey = chunkKeys();
        let chunks: Chunk<Row>[] = [];
        for (const state of states) {
          chunks = rechunk(chunks, rowsOf(state), nextKey);
          expect(keysOf(chunks)).toEqual(state.map(String));
          expect(new Set(chunks.map(({ key }) => key)).size).toBe(chunks.length);
          for (const { rows } of chunks) expect(rows.length).toBeLessThanOrEqual(CHUNK_SIZE);
          for (const { rows } of chunks) expect(rows.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('leaves no crumbs: two neighbours never fit into one chunk', () => {
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        const nextKey = chunkKeys();
        const chunks = rechunk(rechunk<Row>([], rowsOf(one), nextKey), rowsOf(other), nextKey);
        chunks.slice(1).forEach(({ rows }, index) => {
          expect(rows.length + (chunks[index]?.rows.length ?? 0)).toBeGreaterThan(CHUNK_SIZE);
        });
      }),
    );
  });

  it('does not touch full chunks when an older page comes before them', () => {
    const nextKey = chunkKeys();
    const before = rechunk<Row>([], rowsOf(range(20, 60)), nextKey);
    const after = rechunk(before, rowsOf(range(0, 60)), nextKey);
    expect(after.slice(1)).toEqual(before);
  });

  it('appends into the last chunk and then into new ones', () => {
    const nextKey = chunkKeys();
    const before = rechunk<Row>([], rowsOf(range(0, 25)), nextKey);
    const after = rechunk(before, rowsOf(range(0, 65)), nextKey);
    expect(after.map(({ key }) => key)).toEqual(['c1', 'c2', 'c3', 'c4']);
    expect(after[0]).toEqual(before[0]);
    expect(after.map(({ rows }) => rows.length)).toEqual([20, 20, 20, 5]);
  });
});
