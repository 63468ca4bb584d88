// Coaches, customers and figures as flat rows: the figure is the board's, a direction is the server's, nothing is made up.
import fc from 'fast-check';
import { lostIn, financeBoardSchema } from '../../../../miniprogram/packages/staff/api/schema/finance';
import {
  coachRows,
  customerRows,
  dimensionWords,
  sortedCoaches,
  starsText,
  visitText,
} from '../../../../miniprogram/packages/staff/format/board-rows';
import { financeCards, ringOf } from '../../../../miniprogram/packages/staff/format/finance-cards';
import { isFinanceEstimate } from '../../../../miniprogram/packages/staff/format/when';
import { filterFrom, queryOf, BOARDS } from '../../../../miniprogram/packages/staff/stores/boards/filters';
import { readOf } from '../../../../miniprogram/api/schema-run';
import type { ApiBoardFinanceMetric } from '../../../../typings/xcx/boards';
import { coach, customer, metric, NOW } from './kit';

const whole = { is_compared: false, is_estimate: false, is_whole: true };
const none = { panels: [], unnamed: 0 };

test('E2 whatever a link says, the filter is one of the tables, and its own link opens it again', () => {
  const board = fc.constantFrom(...BOARDS.map(({ name }) => name));
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom('month', 'SNOOKER', 'hallA', '1', 'loyal', 'sv_desc', 'constructor', '__proto__'),
  );
  const query = fc.dictionary(
    fc.constantFrom('sort', 'skill', 'time', 'area', 'compare', 'dimension', 'project'),
    words,
  );
  fc.assert(
    fc.property(board, query, (name, said) => {
      const filter = filterFrom(name, said);
      const link = queryOf(name, filter);
      expect(filterFrom(name, link)).toEqual(filter);
      for (const value of Object.values(link)) expect(value).toMatch(/^\w{1,24}$/);
    }),
  );
});

test('E1 sorting keeps every coach once, the highest first, who has no figure last', () => {
  const coaches = fc.array(
    fc.record({ id: fc.nat(999), hours: fc.option(fc.integer({ min: 0, max: 300 })) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(coaches, (some) => {
      const rows = some.map(({ id, hours }) => coach(id, { total_hours: hours }));
      const sorted = sortedCoaches(rows, 'perf_desc', []).map(({ total_hours }) => total_hours ?? -1);
      expect(sorted).toEqual(some.map(({ hours }) => hours ?? -1).sort((one, other) => other - one));
    }),
  );
});

test('a coach’s row has the sorted figure at the right and the others in the line', () => {
  const one = coach(1, { total_hours: 86.5, total_income: 6980, customer_count: 15, satisfaction: null });
  expect(coachRows([one], 'perf_desc')).toMatchObject([
    { figure: '86.5h', about: '¥6,980 · 15 位 · 召回 1 回访 1', stars: '', bar: 100, tone: 'legendary' },
  ]);
  expect(coachRows([one], 'salary_desc')).toMatchObject([
    { figure: '¥6,980', about: '86.5h · 15 位 · 召回 1 回访 1' },
  ]);
  // The document's reply has no field for it: there is an order, and no figure.
  expect(coachRows([one], 'sv_desc')).toMatchObject([{ figure: '', bar: -1 }]);
  expect(coachRows([{ ...one, stored_value: 9000 }], 'sv_desc')).toMatchObject([
    { figure: '¥9,000', bar: 100 },
  ]);
});

test.each([
  [92, '4.6'],
  [4.8, '4.8'],
  [100, '5.0'],
  [0, ''],
  [null, ''],
] as const)('a satisfaction of %p is said as "%s"', (sent, said) => expect(starsText(sent)).toBe(said));

test.each([
  ['2026-11-27', '今天'],
  ['2026-11-26', '昨天'],
  ['2026-11-09', '18 天前'],
  ['2026-10-21', '10-21'],
  ['2025-10-21', '2025-10-21'],
  ['刚刚来过', '刚刚来过'],
])('a visit of %s is said as "%s"', (sent, said) => expect(visitText(sent, NOW)).toBe(said));

test('each dimension has its own figure and says what it is; what was not sent gives way to what was spent', () => {
  const said = (dimension: string, more = {}): unknown[] => {
    const some = [customer(3, more)];
    const [row] = customerRows(some, dimension, NOW);
    return [dimensionWords(dimension, some).figure, row?.figure, row?.bar];
  };
  expect(said('spend60')).toEqual(['60 天消费', '¥3,000', 100]);
  expect(said('freq60')).toEqual(['60 天到店', '3 次', 100]);
  expect(said('recall')).toEqual(['最近到店', '3 天前', -1]);
  expect(said('loyal')).toEqual(['亲密度', '🧡 8.1', 100]);
  expect(said('potential')).toEqual(['累计消费', '¥3,000', 100]);
  expect(said('potential', { monthly_consume: 700 })).toEqual(['月均消费', '¥700', 100]);
  expect(said('balance', { available_months: '约0.8个月' })).toEqual(['储值够用', '约0.8个月', -1]);
  expect(said('balance')).toEqual(['累计消费', '¥3,000', 100]);
});

test('a walk-in and a lost name are nobody in particular, and a walk-in leads nowhere', () => {
  const rows = customerRows(
    [customer(1, { name: '' }), customer(2, { is_scattered: true, name: '' })],
    'recent',
    NOW,
  );
  expect(rows).toMatchObject([
    { name: '未知客户', is_off: true, id: '1' },
    { name: '散客', is_off: true, id: '' },
  ]);
});

test('E1 an arrow only from the server, and an absent comparison is no 0', () => {
  const compared = { ...whole, is_compared: true };
  const said = (more: Partial<ApiBoardFinanceMetric>, facts = compared) =>
    financeCards([metric('x', more)], none, facts).map(({ trend, trend_text }) => [trend, trend_text]);
  expect(said({ trend: 'down', compare: -12.5 })).toEqual([['down', '下降 12.5%']]);
  expect(said({ trend: 'up' })).toEqual([['up', '上升']]);
  expect(said({ trend: 'sideways' })).toEqual([['', '无对比']]);
  expect(said({ compare: -8 })).toEqual([['flat', '变化 -8%']]);
  expect(said({})).toEqual([['', '无对比']]);
  expect(said({}, whole)).toEqual([['', '']]);
});

test('figures have their units, and what is none is --', () => {
  const said = (value: number | null, unit: string) =>
    financeCards([metric('x', { value, unit })], none, whole).map(
      ({ figure, unit: apart }) => figure + apart,
    );
  expect([
    said(-368, '元'),
    said(68.5, '%'),
    said(3482, '人'),
    said(849.54, '小时'),
    said(null, '元'),
  ]).toEqual([...[['-¥368'], ['68.5%'], ['3,482人'], ['849.5小时'], ['--']]]);
});

test('a ring only of parts that make up the whole', () => {
  const of = (...values: number[]) => ({ sub_items: values.map((value, at) => ({ label: `${at}`, value })) });
  expect(ringOf(metric('x', of(700, 500)))?.parts).toHaveLength(2);
  expect(ringOf(metric('x', of(1300, -100)))).toBeNull();
  expect(ringOf(metric('x', of(700, 400)))).toBeNull();
  expect(ringOf(metric('x', of(1200)))).toBeNull();
  expect(ringOf(metric('x', { value: null, ...of(1, 2) }))).toBeNull();
});

test('finance is an estimate in the first five days of the present month, and then no more', () => {
  const at = (day: number): number => Date.UTC(2026, 10, day, 4);
  expect([isFinanceEstimate('month', at(5)), isFinanceEstimate('month', at(6))]).toEqual([true, false]);
  expect(isFinanceEstimate('lastMonth', at(2))).toBe(false);
});

const read = readOf(financeBoardSchema) as (value: unknown) => ApiBoardFinanceMetric[];
const kinds = (value: unknown, facts = whole): string =>
  financeCards(read(value), lostIn(read(value)), facts)
    .filter(({ kind }) => kind === 'lost' || kind === 'note')
    .map(({ kind, label }) => `${kind} ${label}`)
    .join();

test('E1 of six panels the one that failed, the one that is null and the one that is missing say so alone', () => {
  const board = {
    overview: { occurrence: 1000 },
    recharge: null,
    revenue: { error: '超时' },
    cashflow: 'failed',
    expense: { total: 5 },
  };
  expect(kinds(board)).toBe('lost 储值,lost 营业额,lost 现金流,lost 助教');
  expect(read(board).map(({ key }) => key)).toEqual(['overview.occurrence', 'expense.total']);
  // Recharges belong to the whole store: that is no failure.
  expect(kinds(board, { ...whole, is_whole: false })).toBe('note 储值,lost 营业额,lost 现金流,lost 助教');
});

test('E1 of a list the entries that are null are told by their number, the broken ones are left out', () => {
  const list = [metric('revenue'), null, { key: 'visits' }, metric('hours')];
  for (const board of [list, { metrics: list }]) {
    expect(kinds(board)).toBe('lost 有 1 项');
    expect(read(board).map(({ key }) => key)).toEqual(['revenue', 'hours']);
  }
});
