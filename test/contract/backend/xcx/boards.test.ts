// The boards of coaches and customers, the customer pages, who may see what, and the labels of the filters.
import { int } from '../../../backend/db/store';
import { at, listAt, textAt } from '../support/client';
import { PROFILES, startStaff, sum, within } from './client';
import { rowsOf } from './reader';
import type { StaffClient } from './client';

describe.each(PROFILES)('boards, %s', (profile) => {
  const DAY_MS = 86_400_000;
  let staff: StaffClient;
  let coach: string;
  let manager: string;

  beforeAll(async () => {
    staff = await startStaff({ profile });
  });
  beforeEach(async () => {
    staff.backend.dev.reset();
    [coach, manager] = [await staff.enter('demo-coach'), await staff.enter('demo-manager')];
  });
  afterAll(() => staff.backend.close());

  const coaches = async (query = '') => listAt(rowsOf(await staff.get(`/board/coaches${query}`, coach)));
  const numbers = (rows: readonly unknown[], name: string) => rows.map((row) => Number(at(row, name)));
  const customers = async (query: string, token = manager) =>
    listAt(await staff.get(`/board/customers?pageSize=100&${query}`, token), 'items');

  test.each([
    ['perf_desc', 'total_hours', -1],
    ['perf_asc', 'total_hours', 1],
    ['salary_desc', 'total_income', -1],
    ['salary_asc', 'total_income', 1],
  ])('coaches by %s', async (sort, name, direction) => {
    const values = numbers(await coaches(`?sort=${sort}`), name);
    expect(values).toHaveLength(12);
    expect(values).toEqual([...values].sort((a, b) => (a - b) * direction));
  });

  test('coaches by finished tasks and by the stored value of their customers', async () => {
    const finished = (await coaches('?sort=task_desc&time=last_6m')).map(
      (row) => Number(at(row, 'task_stats', 'recall')) + Number(at(row, 'task_stats', 'callback')),
    );
    expect(finished[0]).toBeGreaterThan(0);
    expect(finished).toEqual([...finished].sort((a, b) => b - a));
    const balances = staff.rows(
      'SELECT c.coach_id, balance FROM xcx_balances JOIN xcx_customers c USING (customer_id)',
    );
    const of = (id: unknown) =>
      sum(
        balances.filter((row) => String(row['coach_id']) === id),
        'balance',
      );
    const stored = (await coaches('?sort=sv_desc')).map((row) => of(at(row, 'id')));
    expect(stored).toEqual([...stored].sort((a, b) => b - a));
  });

  test.each([
    ['month', '2026-11-01', '2026-12-01'],
    ['last_month', '2026-10-01', '2026-11-01'],
    ['quarter', '2026-10-01', '2027-01-01'],
    ['last_quarter', '2026-07-01', '2026-10-01'],
    ['last_3m', '2026-08-01', '2026-11-01'],
    ['last_6m', '2026-05-01', '2026-11-01'],
  ])('coaches of %s', async (time, from, to) => {
    const services = staff.rows(
      'SELECT s.*, started_at FROM xcx_services s JOIN xcx_visits USING (visit_id)',
    );
    for (const row of (await coaches(`?time=${time}`)).slice(0, 3)) {
      const own = services.filter((one) => String(one['coach_id']) === at(row, 'id'));
      expect(at(row, 'total_hours')).toBe(sum(within(own, 'started_at', from, to), 'half_hours') / 2);
    }
  });

  test('coaches of a skill; a new one has hours 0 and no satisfaction', async () => {
    const singers = await coaches('?skill=KTV');
    expect(singers.length).toBeGreaterThan(2);
    for (const row of singers) expect(listAt(row, 'skills')).toContain('KTV');
    const fresh = (await coaches()).find((row) => at(row, 'id') === '12');
    expect(fresh).toMatchObject({ total_hours: 0, total_income: 0, customer_count: 0, satisfaction: null });
  });

  test('customers by what they spent and how often they came in 60 days, worked out anew', async () => {
    const from = staff.backend.clock.now() - 60 * DAY_MS;
    const bills = staff.rows('SELECT * FROM xcx_bills').filter((bill) => int(bill, 'started_at') > from);
    const spent = new Map<string, number>();
    for (const bill of bills) {
      const id = String(bill['customer_id']);
      spent.set(id, (spent.get(id) ?? 0) + int(bill, 'amount'));
    }
    const order = [...spent].sort(([a, x], [b, y]) => y - x || Number(a) - Number(b));
    const shown = await customers('dimension=spend60');
    expect(shown.map((row) => [at(row, 'id'), at(row, 'total_spend')])).toEqual(order.slice(0, 100));
    const visits = numbers(await customers('dimension=freq60'), 'visit_count');
    expect(visits).toEqual([...visits].sort((a, b) => b - a));
  });

  test('customers by balance, last recharge, last visit, absence and closeness', async () => {
    const stored = new Map(
      staff
        .rows('SELECT * FROM xcx_balances')
        .map((row) => [String(row['customer_id']), int(row, 'balance')]),
    );
    const balances = (await customers('dimension=balance')).map((row) => stored.get(textAt(row, 'id')) ?? 0);
    expect(balances).toEqual([...balances].sort((a, b) => b - a));
    const last = new Map(
      staff
        .rows('SELECT customer_id, MAX(created_at) AS at FROM xcx_recharges GROUP BY 1')
        .map((row) => [String(row['customer_id']), int(row, 'at')]),
    );
    const recharged = (await customers('dimension=recharge')).map((row) => last.get(textAt(row, 'id')) ?? 0);
    expect(recharged).toEqual([...recharged].sort((a, b) => b - a));
    const days = (await customers('dimension=recent')).map((row) => textAt(row, 'last_visit'));
    expect(days).toEqual([...days].sort().reverse());
    const close = numbers(await customers('dimension=loyal'), 'relation_index');
    expect(close[0]).toBeGreaterThan(8);
    expect(close).toEqual([...close].sort((a, b) => b - a));
    const away = (await customers('dimension=recall')).slice(0, 20).map((row) => textAt(row, 'last_visit'));
    for (const day of away) expect(day < '2026-11-01').toBe(true);
    expect((await customers('dimension=potential')).length).toBeGreaterThan(20);
  });

  test('pages bring every customer once, and a project only its own', async () => {
    const ids: string[] = [];
    for (let page = 1; page <= 5; page += 1) {
      const found = await staff.get(`/board/customers?dimension=recent&page=${page}&pageSize=64`, manager);
      ids.push(...listAt(found, 'items').map((row) => textAt(row, 'id')));
      expect(at(found, 'total')).toBe(300);
    }
    expect(new Set(ids).size).toBe(300);
    const singers = staff.rows(
      `SELECT DISTINCT customer_id FROM xcx_visits JOIN xcx_tables USING (table_id) WHERE project = 'KTV'`,
    );
    const found = await staff.get('/board/customers?dimension=recent&project=KTV', manager);
    expect(at(found, 'total')).toBe(singers.length);
  });

  test('a coach sees the own customers; a permission opens the others', async () => {
    const total = async () =>
      Number(at(await staff.get('/board/customers?dimension=recent', coach), 'total'));
    const own = await total();
    expect(own).toBeLessThan(300);
    const [row] = staff.rows(`SELECT customer_id FROM xcx_customers c WHERE coach_id <> 1 AND NOT EXISTS
    (SELECT 1 FROM xcx_earnings e WHERE e.customer_id = c.customer_id AND e.coach_id = 1)`);
    const path = `/customers/${String(row?.['customer_id'])}`;
    const records = `${path}/records?year=2026&month=10`;
    for (const one of [path, records]) expect((await staff.staff('GET', one, coach)).status).toBe(403);
    await staff.call('POST', '/dev/xcx/permission', {
      body: { openid: 'demo-coach', permission: 'all_customers' },
    });
    for (const one of [path, records]) expect((await staff.staff('GET', one, coach)).status).toBe(200);
    expect(await total()).toBe(300);
  });

  test('finance is closed to coaches until it is permitted', async () => {
    const closed = await staff.staff('GET', '/board/finance', coach);
    expect(closed).toMatchObject({ status: 403, code: '403' });
    expect(textAt(closed.json, 'message')).toContain('权限');
    staff.backend.dev.xcx.permit(staff.backend.dev.xcx.userId('demo-coach'), 'finance', true);
    expect((await staff.staff('GET', '/board/finance', coach)).status).toBe(200);
  });

  test('one customer: masked and full phone, level, records of a month by table', async () => {
    const id = textAt((await customers('dimension=loyal', coach))[0], 'id');
    const one = await staff.get(`/customers/${id}`, coach);
    expect(textAt(one, 'phone')).toMatch(/^138\*{4}\d{4}$/);
    expect(textAt(one, 'phone_full')).toMatch(/^1380000\d{4}$/);
    const month = `/customers/${id}/records?year=2026&month=10`;
    const all = await staff.get(month, coach);
    const table = at(all, 'tables', 0);
    const some = listAt(await staff.get(`${month}&table=${textAt(table, 'id')}`, coach), 'records');
    expect(some.length).toBeGreaterThan(0);
    expect(new Set(some.map((record) => at(record, 'table')))).toEqual(new Set([textAt(table, 'name')]));
    expect(await staff.get(`/customers/${id}/records?year=2020&month=1`, coach)).toMatchObject({
      records: [],
      tables: [],
      has_more: false,
    });
  });

  test.each([
    '/board/coaches?sort=best',
    '/board/coaches?skill=CHESS',
    '/board/coaches?time=year',
    '/board/customers?dimension=age',
    '/board/customers?project=CHESS',
    '/board/finance?time=year',
    '/board/finance?area=roof',
    '/board/finance?compare=2',
    '/performance?year=2026',
    '/performance?year=2026&month=13',
    '/performance/records?year=2026&month=11&page_size=101',
    '/customers/1/records?month=1',
    '/customers/1/records?year=2026&month=1&table=x',
  ])('%s is refused', async (path) => {
    expect(await staff.staff('GET', path, manager)).toMatchObject({ status: 422, code: '422' });
  });

  test('an unknown customer, an unknown route, an empty month, the labels', async () => {
    expect((await staff.staff('GET', '/customers/9999', manager)).status).toBe(404);
    expect(await staff.staff('GET', '/nothing', manager)).toMatchObject({ status: 404, code: '404' });
    const empty = await staff.get('/performance/records?year=2020&month=1', coach);
    expect(empty).toMatchObject({
      date_groups: [],
      has_more: false,
      summary: { total_count: 0, total_hours: 0 },
    });
    const overview = await staff.get('/performance?year=2026&month=11', await staff.enter('demo-empty'));
    expect(overview).toMatchObject({
      total_hours: 0,
      income_items: [],
      this_month_records: [],
      new_customers: [],
    });
    const labels = listAt(await staff.get('/config/skill-types', coach)).map((one) => at(one, 'value'));
    expect(labels).toEqual(['ALL', 'BILLIARD', 'SNOOKER', 'MAHJONG', 'KTV']);
  });
});
