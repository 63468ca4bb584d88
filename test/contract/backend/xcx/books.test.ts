// Every figure worked out a second time, in TypeScript over the stored rows, and compared with what the routes say.
import { int } from '../../../backend/db/store';
import type { Row } from '../../../backend/db/store';
import { at, listAt, textAt } from '../support/client';
import { PROFILES, startStaff, sum, within } from './client';
import type { StaffClient } from './client';
import { ledgerOf } from './ledger';

describe.each(PROFILES)('the books, %s', (profile) => {
  let staff: StaffClient;
  let coach: string;
  let services: Row[];
  let recharges: Row[];

  beforeAll(async () => {
    staff = await startStaff({ profile });
    coach = await staff.enter('demo-coach');
    ({ services, recharges } = ledgerOf(staff));
  });
  afterAll(() => staff.backend.close());

  const ofDemo = (rows: readonly Row[]) => rows.filter((row) => int(row, 'coach_id') === 1);

  test.each([
    ['2026-11-01', '2026-12-01'],
    ['2026-10-01', '2026-11-01'],
    ['2026-02-01', '2026-03-01'],
  ])("a coach's month from %s", async (from, to) => {
    const [year, month] = from.split('-');
    const query = `year=${year}&month=${Number(month)}`;
    const given = within(ofDemo(services), 'started_at', from, to);
    const paid = within(ofDemo(recharges), 'created_at', from, to);
    const hours = sum(given, 'half_hours') / 2;
    const income = sum(given, 'income') + sum(paid, 'commission');
    const customers = new Set([...given, ...paid].map((row) => row['customer_id'])).size;
    const perf = await staff.get(`/performance?${query}`, coach);
    expect(hours).toBeGreaterThan(10);
    expect(perf).toMatchObject({ total_hours: hours, total_income: income, total_customers: customers });
    // The prize of the three busiest coaches is not part of the income.
    const items = listAt(perf, 'income_items')
      .filter((item) => at(item, 'label') !== 'Top3 奖金')
      .reduce<number>((total, item) => total + Number(at(item, 'amount')), 0);
    expect(items).toBe(income);
    const { summary } = { summary: at(await staff.get(`/performance/records?${query}`, coach), 'summary') };
    expect(summary).toEqual({
      total_count: given.length + paid.length,
      total_hours: hours,
      total_hours_raw: sum(given, 'half_hours_raw') / 2,
      total_income: income,
    });
  });

  test('the banner of the tasks is the month of the performance page', async () => {
    const banner = at(await staff.get('/tasks', coach), 'performance');
    const perf = await staff.get('/performance?year=2026&month=11', coach);
    for (const name of ['total_hours', 'total_income', 'total_customers'])
      expect(at(banner, name)).toBe(at(perf, name));
  });

  test('a month begins and ends at midnight in Beijing', async () => {
    const border = Date.parse('2026-11-01T00:00:00+08:00');
    const near = ofDemo(services).filter((row) => Math.abs(int(row, 'started_at') - border) <= 30 * 60_000);
    expect(near.some((row) => int(row, 'started_at') === border)).toBe(true);
    expect(near.some((row) => int(row, 'started_at') === border - 30 * 60_000)).toBe(true);
    const days = async (month: number) =>
      listAt(
        await staff.get(`/performance/records?year=2026&month=${month}&page_size=100`, coach),
        'date_groups',
      );
    const [october, november] = [await days(10), await days(11)];
    expect(at(october[0], 'date')).toBe('2026-10-31');
    const ranges = (group: unknown) => listAt(group, 'records').map((record) => at(record, 'time_range'));
    expect(ranges(october[0])).toContain('23:30-00:00');
    const first = november.at(-1);
    expect(at(first, 'date')).toBe('2026-11-01');
    expect(ranges(first)).toContain('00:00-01:30');
  });

  test("a month's records come page by page, each once, by day with the day's totals", async () => {
    const groups: unknown[] = [];
    for (let page = 1, more = true; more; page += 1) {
      const reply = await staff.get(
        `/performance/records?year=2026&month=10&page=${page}&page_size=9`,
        coach,
      );
      groups.push(...listAt(reply, 'date_groups'));
      more = at(reply, 'has_more') === true;
    }
    const ids = groups.flatMap((group) => listAt(group, 'records').map((record) => textAt(record, 'id')));
    const given = within(ofDemo(services), 'started_at', '2026-10-01', '2026-11-01');
    const paid = within(ofDemo(recharges), 'created_at', '2026-10-01', '2026-11-01');
    const stored = [...given.map((row) => row['service_id']), ...paid.map((row) => row['recharge_id'])].map(
      String,
    );
    expect([...ids].sort()).toEqual(stored.sort());
    const days = new Map(groups.map((group) => [textAt(group, 'date'), Number(at(group, 'total_hours'))]));
    expect([...days.values()].reduce((a, b) => a + b)).toBe(sum(given, 'half_hours') / 2);
    expect([...days.keys()]).toEqual([...days.keys()].sort().reverse());
  });

  test('nobody is in two places at once, and no balance is below zero', () => {
    const clashes = staff.rows(`SELECT 1 AS one FROM xcx_visits a JOIN xcx_visits b ON a.visit_id < b.visit_id
    AND a.started_at < b.ended_at AND b.started_at < a.ended_at
    LEFT JOIN xcx_services s ON s.visit_id = a.visit_id LEFT JOIN xcx_services t ON t.visit_id = b.visit_id
    WHERE a.started_at > ${staff.backend.clock.now() - 90 * 86_400_000}
      AND (a.table_id = b.table_id OR a.customer_id = b.customer_id OR s.coach_id = t.coach_id)`);
    expect(clashes).toEqual([]);
    expect(staff.rows('SELECT * FROM xcx_balances WHERE balance < 0')).toEqual([]);
    const future = `SELECT 1 AS one FROM xcx_visits WHERE ended_at > ${staff.backend.clock.now()}`;
    expect(staff.rows(future)).toEqual([]);
  });

  test('the same seed and time give the same store', async () => {
    const twin = await startStaff({ profile });
    try {
      const tables = ['visits', 'services', 'recharges', 'tasks', 'notes', 'clues', 'expenses', 'customers'];
      for (const table of tables) {
        const sql = `SELECT * FROM xcx_${table} ORDER BY 1`;
        expect(twin.rows(sql)).toEqual(staff.rows(sql));
      }
    } finally {
      await twin.backend.close();
    }
  });
});
