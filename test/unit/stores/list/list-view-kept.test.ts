// A list that grows, shrinks and changes in places is cut as if all of it were cut anew, and what did not change is not
// touched: the same objects stay.
import * as fc from 'fast-check';
import { chunkKeys, rechunk } from '../../../../miniprogram/format/chunks';
import type { Chunk, Row } from '../../../../miniprogram/format/chunks';
import { ListView } from '../../../../miniprogram/stores/list/list-view';

interface Line extends Row {
  text: string;
}

/** At a place (a share of the list): so many rows go, so many come. */
interface Edit {
  place: number;
  gone: number;
  come: number;
  /** The removed rows are inserted again at another place. */
  moves: boolean;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  place: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  gone: fc.oneof(fc.constant(0), fc.nat(30)),
  come: fc.oneof(fc.constantFrom(0, 1), fc.nat(45)),
  moves: fc.boolean(),
});

function edited(rows: readonly Line[], { place, gone, come, moves }: Edit, from: number): Line[] {
  const next = [...rows];
  const at = Math.floor(place * next.length);
  const made = Array.from({ length: come }, (_, index) => ({ row_key: String(from + index), text: '' }));
  const taken = next.splice(at, gone, ...made);
  if (moves) next.splice(next.length >> 1, 0, ...taken);
  return next;
}

test('C2 a list changed in places has the chunks and keys that cutting all of it gives', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
      const view = new ListView<Line>('chunks');
      const nextKey = chunkKeys();
      let whole: Chunk<Line>[] = [];
      let rows: Line[] = [];
      edits.forEach((one, turn) => {
        rows = edited(rows, one, turn * 100);
        view.setRows(rows);
        whole = rechunk(whole, rows, nextKey);
        expect(view.snapshot()).toEqual(whole);
      });
    }),
    { numRuns: 150 },
  );
});

test('C2 a row that comes leaves every other chunk the object it was', () => {
  const view = new ListView<Line>('chunks');
  const rows = edited([], { place: 0, gone: 0, come: 90, moves: false }, 0);
  view.setRows(rows);
  const before = view.snapshot();
  view.setRows([...rows, { row_key: 'new', text: '' }]);
  const after = view.snapshot();
  expect(after.filter((chunk, index) => chunk === before[index])).toHaveLength(4);
  expect(Object.keys(view.take())).toHaveLength(5);
});
