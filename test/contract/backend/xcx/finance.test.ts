// The finance board worked out a second time over the stored rows: as documented a list of metrics, deployed six panels.
import { int } from '../../../backend/db/store';
import { at, listAt } from '../support/client';
import { startStaff, sum, within } from './client';
import type { StaffClient } from './client';
import { ledgerOf } from './ledger';
import type { Ledger } from './ledger';

const SPANS = [
  ['month', '2026-11-01', '2026-12-01'],
  ['lastMonth', '2026-10-01', '2026-11-01'],
  ['week', '2026-11-16', '2026-11-23'],
  ['lastWeek', '2026-11-09', '2026-11-16'],
  ['quarter3', '2026-08-01', '2026-11-01'],
  ['quarter', '2026-10-01', '2027-01-01'],
  ['lastQuarter', '2026-07-01', '2026-10-01'],
  ['half6', '2026-05-01', '2026-11-01'],
] as const;
const AREAS = ['hallA', 'hallB', 'hallC', 'mahjong', 'tea', 'vip'];

let staff: StaffClient;
let manager: string;
let books: Ledger;

function useStore(profile: 'documented' | 'deployed'): void {
  beforeAll(async () => {
    staff = await startStaff({ profile });
    manager = await staff.enter('demo-manager');
    books = ledgerOf(staff);
  });
  afterAll(() => staff.backend.close());
}

/** Last month's revenue up to the day of the month that this month has reached. */
function takenBefore(): number {
  const start = Date.parse('2026-10-01T00:00:00+08:00');
  const elapsed = staff.backend.clock.now() - Date.parse('2026-11-01T00:00:00+08:00');
  return books.amount(
    books.visits.filter((v) => int(v, 'started_at') >= start && int(v, 'started_at') < start + elapsed),
  );
}

describe('finance, documented', () => {
  useStore('documented');

  test.each(SPANS)('the turnover of %s', async (time, from, to) => {
    const board = await staff.get(`/board/finance?time=${time}&area=all`, manager);
    const metric = (key: string) => listAt(board).find((one) => at(one, 'key') === key);
    const values = (key: string) => listAt(metric(key), 'sub_items').map((item) => Number(at(item, 'value')));
    const there = within(books.visits, 'started_at', from, to);
    expect(at(metric('revenue'), 'value')).toBe(books.amount(there));
    expect(at(metric('visits'), 'value')).toBe(there.length);
    expect(at(metric('recharge'), 'value')).toBe(
      sum(within(books.recharges, 'created_at', from, to), 'amount'),
    );
    for (const key of ['revenue', 'payment', 'areas', 'recharge', 'cash_in', 'cash_out']) {
      expect(values(key).reduce((a, b) => a + b)).toBe(at(metric(key), 'value'));
    }
    expect(values('areas')).toEqual(
      AREAS.map((area) => books.amount(there.filter((visit) => visit['area'] === area))),
    );
  });

  test("the halls are A, B and C together, and no area shows the whole store's money", async () => {
    const revenue = async (area: string) => {
      const board = listAt(await staff.get(`/board/finance?time=lastMonth&area=${area}`, manager));
      expect(board.some((one) => at(one, 'key') === 'cash_out')).toBe(area === 'all');
      return Number(at(board[0], 'value'));
    };
    const [a, b, c] = [await revenue('hallA'), await revenue('hallB'), await revenue('hallC')];
    expect(await revenue('hall')).toBe(a + b + c);
    const rooms = (await revenue('mahjong')) + (await revenue('tea')) + (await revenue('vip'));
    expect(await revenue('all')).toBe(a + b + c + rooms);
  });

  test('a trend compares with as much of the span before', async () => {
    const board = listAt(await staff.get('/board/finance?time=month&compare=1', manager));
    const before = takenBefore();
    const value = Number(at(board[0], 'value'));
    expect(at(board[0], 'trend')).toBe(value > before ? 'up' : value < before ? 'down' : 'flat');
    expect(
      listAt(await staff.get('/board/finance', manager)).some((one) => at(one, 'trend') !== undefined),
    ).toBe(false);
  });
});

describe('finance, deployed', () => {
  useStore('deployed');
  const board = (query = '') => staff.get(`/board/finance${query}`, manager);
  const amounts = (rows: unknown) => listAt(rows).map((row) => Number(at(row, 'amount')));
  const total = (rows: unknown) => amounts(rows).reduce((a, b) => a + b, 0);

  test.each(SPANS)('the panels of %s', async (time, from, to) => {
    const panels = await board(`?time=${time}`);
    const there = within(books.visits, 'started_at', from, to);
    const taken = books.amount(there);
    const discount = sum(there, 'discount');
    const recharged = sum(within(books.recharges, 'created_at', from, to), 'amount');
    const cash = books.amount(there.filter((visit) => visit['paid_by'] === 'cash'));
    const spent = sum(within(staff.rows('SELECT * FROM xcx_expenses'), 'spent_at', from, to), 'amount');
    const services = within(books.services, 'started_at', from, to);
    const share =
      sum(services, 'income') + sum(within(books.recharges, 'created_at', from, to), 'commission');
    expect(at(panels, 'overview')).toEqual({
      occurrence: taken + discount,
      discount,
      discount_rate: expect.closeTo(discount / (taken + discount), 4) as unknown,
      confirmed_revenue: taken,
      cash_in: cash + recharged,
      cash_out: spent + share,
      cash_balance: cash + recharged - spent - share,
      balance_rate: expect.closeTo((cash + recharged - spent - share) / (cash + recharged), 4) as unknown,
    });
    expect(at(panels, 'recharge')).toMatchObject({ actual_income: recharged, consumed: taken - cash });
    expect(amounts(at(panels, 'revenue', 'structure_rows'))).toEqual(
      AREAS.map((area) => books.amount(there.filter((visit) => visit['area'] === area))),
    );
    expect(total(at(panels, 'revenue', 'price_rows')) - discount).toBe(taken);
    expect(total(at(panels, 'revenue', 'channel_rows'))).toBe(taken);
    expect(at(panels, 'cashflow', 'total')).toBe(cash + recharged);
    const { operation_rows, fixed_rows, coach_rows } = at(panels, 'expense') as Record<string, unknown>;
    expect(total(operation_rows) + total(fixed_rows)).toBe(spent);
    expect(total(coach_rows)).toBe(share);
    const given = services.filter((one) => one['course_class'] !== 'incentive');
    expect(at(panels, 'coach_analysis', 'basic')).toMatchObject({
      total_pay: sum(given, 'fee'),
      total_share: sum(given, 'income'),
    });
  });

  test('without a comparison its fields are not there; with one each figure has a direction', async () => {
    const plain = JSON.stringify(await board());
    expect(plain).not.toMatch(/compare|is_down|is_flat/);
    const panels = await board('?compare=1');
    const taken = Number(at(panels, 'overview', 'confirmed_revenue'));
    const before = takenBefore();
    expect(at(panels, 'overview')).toMatchObject({
      confirmed_revenue_is_down: taken < before,
      confirmed_revenue_is_flat: taken === before,
      confirmed_revenue_compare: expect.closeTo((taken - before) / before, 4) as unknown,
    });
    const rows = listAt(panels, 'revenue', 'structure_rows');
    expect(new Set(rows.map((row) => typeof at(row, 'is_down')))).toEqual(new Set(['boolean']));
  });

  test('recharges, costs and the cash that is left belong to no single area', async () => {
    const panels = await board('?area=hallA');
    expect(at(panels, 'recharge')).toBeNull();
    expect(at(panels, 'overview')).toMatchObject({ cash_out: null, cash_balance: null, balance_rate: null });
    expect(at(panels, 'expense')).toMatchObject({ fixed_rows: [], operation_rows: [] });
  });

  test('a panel that could not be read is null alone', async () => {
    staff.backend.dev.xcx.setQuirks({ failed_modules: ['cashflow'] });
    const panels = await board();
    expect([at(panels, 'cashflow'), at(panels, 'revenue') === null]).toEqual([null, false]);
    staff.backend.dev.xcx.calm();
  });
});
