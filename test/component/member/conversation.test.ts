// The conversation's page under its list's patches: after each step its data equals the whole list, a row that stays
// keeps its node, and a chunk far from view is a single node.
import * as fc from 'fast-check';
import { observable, runInAction } from 'mobx-miniprogram';
import { bindList } from '../../../miniprogram/compose/bind/list';
import type { Chunk } from '../../../miniprogram/format/chunks';
import { blankRow } from '../../../miniprogram/packages/member/format/message-row';
import type { MessageRow } from '../../../miniprogram/packages/member/format/message-row';
import { createChunkWatcher } from '../../support/chunk-watcher';
import { mount } from '../support/mount';

// The theme needs the whole app, and the list does not depend on it.
jest.mock('../../../miniprogram/compose/bind/theme', () => ({
  themed: Behavior({ data: { themeClass: '' } }),
}));

const row = (key: string, more: Partial<MessageRow> = {}): MessageRow => ({
  ...blankRow(key, 'text'),
  text: `第 ${key} 句`,
  ...more,
});
const rowsFrom = (from: number, to: number): MessageRow[] =>
  Array.from({ length: to - from }, (_, at) => row(String(from + at)));

function openPage(first: readonly MessageRow[], reserve = 3) {
  const page = mount('packages/member/conversation/conversation');
  page.set({ state: 'ready' });
  const due = new Set<() => void>();
  const timers = { after: (_ms: number, run: () => void) => (due.add(run), () => void due.delete(run)) };
  const flush = () => [...due].forEach((run) => (due.delete(run), run()));
  const shown = observable.box(first, { deep: false });
  const { observer, tell } = createChunkWatcher();
  const host = {
    setData: (data: Record<string, unknown>) => page.set(data),
    createIntersectionObserver: () => observer,
  };
  const unbind = bindList(
    host,
    'chunks',
    () => shown.get(),
    { timers, clock: Date },
    // As the page binds it: its last rows are what is seen first.
    { reserve, scroller: '.scroll', first_rows: Infinity },
  );
  const chunks = () => page.data['chunks'] as Chunk<MessageRow>[];
  return {
    ...{ page, chunks },
    rows: () => shown.get(),
    show(rows: readonly MessageRow[]) {
      runInAction(() => shown.set(rows));
      flush();
    },
    /** Moves the n-th chunk far from view (its height, px) or back near it (null). */
    scroll(at: number, height: number | null) {
      const key = chunks()[at]?.key;
      if (key === undefined) return;
      const intersectionRatio = height === null ? 1 : 0;
      const boundingClientRect = { height: height ?? 0, top: 0, bottom: height ?? 0 };
      tell({ intersectionRatio, boundingClientRect, relativeRect: boundingClientRect, dataset: { key } });
      flush();
    },
    close() {
      unbind();
      page.destroy();
    },
  };
}

type Page = ReturnType<typeof openPage>;

/** The page must show these rows; those of far chunks may be missing. */
function expectWhole({ page, chunks, rows }: Page, far: ReadonlySet<string>): void {
  const all = rows();
  const places = new Map(all.map((one, at) => [one.row_key, at]));
  const shown = chunks().flatMap((chunk) => chunk.rows);
  const seen = shown.map(({ row_key }) => places.get(row_key));
  // In order, each as it is now, none twice, and missing only where a chunk is far.
  expect(seen).toEqual([...new Set(seen)].sort((one, other) => Number(one) - Number(other)));
  expect(shown).toEqual(seen.map((at) => all[at ?? -1]));
  const empty = chunks().filter(({ rows: none, height }) => none.length === 0 && height !== undefined);
  if (empty.length === 0) expect(shown).toEqual([...all]);
  expect(empty.every(({ key }) => far.has(key))).toBe(true);
  expect(page.count('.row')).toBe(shown.length);
}

test('C5 an acknowledgement, arrivals and older pages leave the very bubbles in place', () => {
  const sending = row('t1', { own: true, status: 'sending', temp_message_id: 't1' });
  const page = openPage([...rowsFrom(100, 130), sending]);
  const nodes = () => page.page.nodes('.row');
  const before = nodes();
  page.show([...rowsFrom(100, 130), { ...sending, status: '', temp_message_id: '', chat_message_id: '9' }]);
  expect(nodes()).toEqual(before);
  expect(page.page.count('.ring')).toBe(0);
  page.show([...page.rows(), row('200'), row('201')]);
  expect(
    nodes()
      .slice(0, before.length)
      .every((node, at) => node === before[at]),
  ).toBe(true);
  page.show([...rowsFrom(80, 100), ...page.rows()]);
  expect(
    nodes()
      .slice(20, 20 + before.length)
      .every((node, at) => node === before[at]),
  ).toBe(true);
  expectWhole(page, new Set());
  page.close();
});

test('C5 a far chunk is one node of its height, and has its rows again when it comes near', () => {
  const page = openPage(rowsFrom(0, 100));
  page.scroll(3, 1_640);
  expect(page.chunks()[3]).toEqual({ key: 'c1', rows: [], height: 1_640 });
  expect(page.page.count('.row')).toBe(80);
  expect(page.page.count('.chunk')).toBe(5);
  page.scroll(3, null);
  expect(page.chunks()[3]).toEqual({ key: 'c1', rows: rowsFrom(0, 20) });
  expect(page.page.count('.row')).toBe(100);
  page.close();
});

type Step =
  | { do: 'arrive'; count: number }
  | { do: 'older'; count: number }
  | { do: 'send' }
  | { do: 'acknowledge' }
  | { do: 'scroll'; at: number; height: number | null };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('arrive' as const), count: fc.integer({ min: 1, max: 25 }) }),
  fc.record({ do: fc.constant('older' as const), count: fc.integer({ min: 1, max: 25 }) }),
  fc.constant({ do: 'send' as const }),
  fc.constant({ do: 'acknowledge' as const }),
  fc.record({
    do: fc.constant('scroll' as const),
    at: fc.nat(8),
    height: fc.option(fc.integer({ min: 1, max: 3_000 })),
  }),
);

test('C5 after any sequence of changes the page is what the whole list is', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const page = openPage(rowsFrom(1_000, 1_070), 2);
      const far = new Set<string>();
      let [oldest, newest] = [1_000, 1_070];
      for (const one of steps) {
        const rows = page.rows();
        if (one.do === 'arrive') page.show([...rows, ...rowsFrom(newest, (newest += one.count))]);
        if (one.do === 'older') page.show([...rowsFrom((oldest -= one.count), oldest + one.count), ...rows]);
        if (one.do === 'send')
          page.show([...rows, row(`t${(newest += 1)}`, { own: true, status: 'sending' })]);
        if (one.do === 'acknowledge') page.show(rows.map((each) => ({ ...each, status: '' as const })));
        if (one.do === 'scroll') {
          const key = page.chunks()[one.at]?.key ?? '';
          if (one.height === null) far.delete(key);
          else far.add(key);
          page.scroll(one.at, one.height);
        }
        expectWhole(page, far);
      }
      page.close();
    }),
    { numRuns: 15 },
  );
}, 120_000);
