// A page's copy of a long list equals the whole list, whatever changed and wherever the reader is.
import * as fc from 'fast-check';
import type { Chunk, Row } from '../../../../miniprogram/format/chunks';
import { ListView } from '../../../../miniprogram/stores/list/list-view';
import { applyPatch } from './apply-patch';

interface Line extends Row {
  text: string;
  sent: boolean;
}

type Step =
  | { do: 'rows'; rows: Line[] }
  | { do: 'leave'; chunk: number; height: number }
  | { do: 'near'; chunk: number };

const line = fc.record({
  row_key: fc.nat(90).map(String),
  text: fc.constantFrom('a', 'b'),
  sent: fc.boolean(),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('rows' as const),
    rows: fc.uniqueArray(line, { selector: (row) => row.row_key, maxLength: 90 }),
  }),
  fc.record({
    do: fc.constant('leave' as const),
    chunk: fc.nat(6),
    height: fc.integer({ min: 0, max: 3000 }),
  }),
  fc.record({ do: fc.constant('near' as const), chunk: fc.nat(6) }),
);

const lines = (from: number, to: number): Line[] =>
  Array.from({ length: to - from }, (_, i) => ({ row_key: String(from + i), text: 'a', sent: true }));

function run(view: ListView<Line>, change: Step): void {
  const key = change.do === 'rows' ? '' : (view.snapshot()[change.chunk]?.key ?? 'gone');
  if (change.do === 'rows') view.setRows(change.rows);
  else if (change.do === 'leave') view.leave(key, change.height);
  else view.near(key);
}

describe('ListView', () => {
  it('brings the page to the snapshot by patches alone', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 25 }), (steps) => {
        const view = new ListView<Line>('chunks');
        let page: Record<string, unknown> = { chunks: [], other: 1 };
        for (const [change, flushes] of steps) {
          run(view, change);
          if (flushes) page = applyPatch(page, view.take());
        }
        page = applyPatch(page, view.take());
        expect(page).toEqual({
          chunks: JSON.parse(JSON.stringify(view.snapshot())) as Chunk<Line>[],
          other: 1,
        });
        expect(view.take()).toEqual({});
      }),
    );
  });

  it('C1 brings the page to the snapshot with spare places at the front too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(step, fc.boolean()), { maxLength: 25 }),
        fc.integer({ min: 1, max: 4 }),
        (steps, reserve) => {
          const view = new ListView<Line>('chunks', reserve);
          let page: Record<string, unknown> = { chunks: [] };
          for (const [change, flushes] of steps) {
            run(view, change);
            if (flushes) page = applyPatch(page, view.take());
          }
          page = applyPatch(page, view.take());
          expect(page).toEqual({ chunks: JSON.parse(JSON.stringify(view.snapshot())) as Chunk<Line>[] });
          const keys = view.snapshot().map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });

  it('C1 puts an older page before the others without moving one of them', () => {
    const view = new ListView<Line>('chunks', 8);
    view.setRows(lines(40, 80));
    view.take();
    view.setRows(lines(20, 80));
    expect(Object.keys(view.take())).toEqual(['chunks[7]']);
    view.setRows(lines(0, 80));
    expect(Object.keys(view.take())).toEqual(['chunks[6]']);
    expect(view.snapshot().flatMap((chunk) => chunk.rows)).toEqual(lines(0, 80));
  });

  it('C1 makes room anew when the spare places are used up', () => {
    const view = new ListView<Line>('chunks', 1);
    for (const from of [60, 40, 20, 0]) view.setRows(lines(from, 80));
    expect(view.snapshot().flatMap((chunk) => chunk.rows)).toEqual(lines(0, 80));
  });

  it('K1 has spare places again once it made room, so that the next older page moves nothing', () => {
    const view = new ListView<Line>('chunks', 1);
    for (const from of [60, 40, 20]) view.setRows(lines(from, 80));
    expect(view.snapshot()[0]?.rows).toEqual([]);
    view.take();
    view.setRows(lines(0, 80));
    expect(Object.keys(view.take())).toEqual(['chunks[0]']);
  });

  it('shows every row of the list where no chunk is far', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 15 }),
        fc.uniqueArray(line, { selector: (row) => row.row_key }),
        (steps, rows) => {
          const view = new ListView<Line>('chunks');
          for (const change of steps) run(view, change);
          view.setRows(rows);
          for (const { key } of view.snapshot()) view.near(key);
          expect(view.snapshot().flatMap((chunk) => chunk.rows)).toEqual(rows);
        },
      ),
    );
  });

  it('sends one field for one field that changed', () => {
    const view = new ListView<Line>('chunks');
    view.setRows(lines(0, 50));
    view.take();
    view.setRows(lines(0, 50).map((row) => (row.row_key === '27' ? { ...row, sent: false } : row)));
    expect(view.take()).toEqual({ 'chunks[1].rows[7].sent': false });
  });

  it('sends a new row alone', () => {
    const view = new ListView<Line>('chunks');
    view.setRows(lines(0, 25));
    view.take();
    view.setRows(lines(0, 26));
    expect(view.take()).toEqual({ 'chunks[1].rows[5]': lines(25, 26)[0] });
  });

  it('empties a chunk that went far to its height, and fills it when it comes near', () => {
    const view = new ListView<Line>('chunks');
    view.setRows(lines(0, 60));
    view.take();
    view.leave('c1', 1900);
    expect(view.take()).toEqual({ 'chunks[0]': { key: 'c1', rows: [], height: 1900 } });
    view.near('c1');
    expect(view.take()).toEqual({ 'chunks[0]': { key: 'c1', rows: lines(0, 20) } });
  });

  it('keeps a far chunk empty while its rows only change inside', () => {
    const view = new ListView<Line>('chunks');
    view.setRows(lines(0, 60));
    view.leave('c1', 1900);
    view.take();
    view.setRows(lines(0, 60).map((row) => ({ ...row, text: 'b' })));
    expect(Object.keys(view.take()).some((path) => path.startsWith('chunks[0]'))).toBe(false);
  });

  it('shows a far chunk again when rows joined or left it: its height is another now', () => {
    const view = new ListView<Line>('chunks');
    view.setRows(lines(0, 60));
    view.leave('c1', 1900);
    view.setRows(lines(1, 60));
    expect(view.snapshot()[0]).toEqual({ key: 'c1', rows: lines(1, 20) });
  });

  it('does not empty a chunk whose height nobody measured', () => {
    const view = new ListView<Line>('chunks');
    view.setRows(lines(0, 20));
    view.take();
    view.leave('c1', 0);
    expect(view.take()).toEqual({});
  });
});
