// What only the deployed system does, through the client: each is read, or done without.
import { createCoachesApi } from '../../../miniprogram/packages/staff/api/coaches';
import { createCustomersApi } from '../../../miniprogram/packages/staff/api/customers';
import { createNotesApi } from '../../../miniprogram/packages/staff/api/notes';
import { createPerformanceApi } from '../../../miniprogram/packages/staff/api/performance';
import { createTaskApi } from '../../../miniprogram/packages/staff/api/task';
import type { ClientCore } from '../../support/client-core';
import { failing } from '../v4/kit';
import { useStaff } from './kit';

const kit = useStaff('deployed');
const FIRST = { page: 1, pageSize: 100 };
const DAY_MS = 86_400_000;
const quirks = (changes: Parameters<typeof kit.backend.dev.xcx.setQuirks>[0]) =>
  kit.backend.dev.xcx.setQuirks(changes);

async function taskWhere(core: ClientCore, sql: string): Promise<string> {
  const { items } = await core.xcx.api.tasks.tasks({ ...FIRST, status: 'pending' });
  const ids = items.filter(({ status }) => status === 'pending').map(({ id }) => id);
  const wanted = kit.backend.db.all(`SELECT task_id FROM xcx_tasks WHERE ${sql}`);
  const found = wanted.map((row) => String(row['task_id'])).find((id) => ids.includes(id));
  if (found === undefined) throw new Error(`no task where ${sql}`);
  return found;
}

test('a refused value is told in the framework’s words, outside of any envelope', async () => {
  const core = await kit.staff();
  const id = await taskWhere(core, `status = 'pending'`);
  expect(await failing(core.xcx.api.tasks.abandon(id, ' '))).toEqual({
    ...{ kind: 'api', status: 422, code: '422', message: '放弃原因不能为空', field: 'reason' },
  });
  expect(await failing(core.xcx.api.tasks.tasks({ page: 0, pageSize: 20 }))).toMatchObject({
    ...{ kind: 'api', status: 422, message: expect.stringContaining('valid integer') as unknown },
  });
});

test('a page is as long as was asked, whichever way the size is spelt there', async () => {
  const core = await kit.staff();
  for (const revision of ['march', 'may'] as const) {
    quirks({ revision });
    expect((await core.xcx.api.tasks.tasks({ page: 2, pageSize: 3 })).items).toHaveLength(3);
    expect((await createNotesApi(core.xcx.client).notes({ page: 1, pageSize: 2 })).items).toHaveLength(2);
  }
  const perf = createPerformanceApi(core.xcx.client);
  const month = { year: 2025, month: 12 };
  const { date_groups } = await perf.records({ ...month, page: 1, page_size: 2 });
  expect(date_groups.flatMap(({ records }) => records)).toHaveLength(2);
});

test('the account in either spelling', async () => {
  quirks({ snake_account: true });
  const core = await kit.staff('demo-stores');
  const snake = await core.xcx.api.auth.me();
  quirks({ snake_account: false });
  expect(await core.xcx.api.auth.me()).toEqual(snake);
  expect(snake.stores).toHaveLength(2);
});

test('a note completes a follow-up, and only that', async () => {
  const core = await kit.staff();
  const notes = createNotesApi(core.xcx.client);
  const task = createTaskApi(core.xcx.client);
  const kinds = { follow_up_visit: 'completed', high_priority_recall: 'pending' };
  for (const [kind, after] of Object.entries(kinds)) {
    const target_id = await taskWhere(core, `task_type = '${kind}'`);
    await notes.create({ content: '已联系', target_type: 'task', target_id });
    expect([kind, (await task.task(target_id)).status]).toEqual([kind, after]);
  }
});

test('an open task long overdue is withdrawn: inactive, and can no longer be pinned', async () => {
  const core = await kit.staff();
  const id = await taskWhere(core, 'deadline IS NOT NULL');
  kit.backend.dev.advance(60 * DAY_MS);
  await core.session.signInStaff();
  expect((await createTaskApi(core.xcx.client).task(id)).status).toBe('inactive');
  expect(await failing(core.xcx.api.tasks.setPinned(id, true))).toMatchObject({ status: 409 });
});

test('a walk-in has no page, and no name in lists; customers who joined lately have no phone', async () => {
  const core = await kit.staff('demo-manager');
  const customers = createCustomersApi(core.xcx.client);
  const [walkIn] = kit.backend.db.all('SELECT customer_id FROM xcx_walk_ins LIMIT 1');
  expect(await failing(customers.customer(String(walkIn?.['customer_id'])))).toMatchObject({ status: 404 });
  const board = { dimension: 'recent', project: 'ALL', ...FIRST } as const;
  const { items } = await core.xcx.api.boards.customers(board);
  const scattered = items.filter(({ is_scattered }) => is_scattered === true);
  expect(scattered.every(({ name }) => name === '')).toBe(true);
  const [young] = kit.backend.db.all('SELECT customer_id FROM xcx_customers ORDER BY joined_at DESC LIMIT 1');
  const detail = await customers.customer(String(young?.['customer_id']));
  expect(detail).toMatchObject({ phone: '', phone_full: '' });
});

test('parts that failed or expired are absent or empty, and the rest is there', async () => {
  const core = await kit.staff();
  const [own] = kit.backend.db.all(
    'SELECT customer_id FROM xcx_earnings WHERE coach_id = 1 GROUP BY 1 ORDER BY COUNT(*) DESC LIMIT 1',
  );
  const customers = createCustomersApi(core.xcx.client);
  const id = String(own?.['customer_id']);
  quirks({ failed_modules: ['balance', 'coach_tasks', 'consumption_records'], ai_expired: true });
  const detail = await customers.customer(id);
  expect(detail.balance).toBeUndefined();
  expect(detail).toMatchObject({
    ...{ coach_tasks: [], consumption_records: [], ai_insight: { summary: '', strategies: [] } },
    days_since_visit: expect.any(Number) as unknown,
  });
  const { items } = await core.xcx.api.tasks.tasks(FIRST);
  expect(items.every(({ ai_suggestion }) => ai_suggestion === undefined)).toBe(true);
});

test('another store: its own coaches and nothing of the first one, until one goes back', async () => {
  const core = await kit.staff('demo-stores');
  const board = { sort: 'perf_desc', skill: 'ALL', time: 'month' } as const;
  const here = await core.xcx.api.boards.coaches(board);
  const { access_token, refresh_token, user } = await core.xcx.api.auth.switchStore('2');
  core.session.adoptStaff({ access_token, refresh_token }, user);
  expect(user).toMatchObject({ store_id: '2', store_name: '朗桌台球·城西店' });
  const there = await core.xcx.api.boards.coaches(board);
  expect(there.filter(({ id }) => here.some((one) => one.id === id))).toEqual([]);
  expect((await core.xcx.api.tasks.tasks(FIRST)).items).toEqual([]);
  expect(await failing(core.xcx.api.auth.switchStore('9'))).toMatchObject({ status: 403 });
  const back = await core.xcx.api.auth.switchStore('1');
  expect(back.user.store_id).toBe('1');
});

test('the business day: named by the server, in the past in a sandbox, or without such a route', async () => {
  const core = await kit.staff();
  expect(await core.xcx.api.config.runtimeClock()).toMatch(/^\d{4}-\d\d-\d\d$/);
  quirks({ business_date: '2026-05-14' });
  expect(await core.xcx.api.config.runtimeClock()).toBe('2026-05-14');
  expect((await core.xcx.api.tasks.tasks(FIRST)).performance.month_label).toBe('5月');
  const cut = await createPerformanceApi(core.xcx.client).overview({ year: 2026, month: 6 });
  expect(cut.total_hours).toBe(0);
  quirks({ absent: ['GET /runtime-clock'] });
  expect(await core.xcx.api.config.runtimeClock()).toBeNull();
});

test('a coach’s own page, and another’s for a person who may see it', async () => {
  const coach = createCoachesApi((await kit.staff()).xcx.client);
  const month = { year: 2026, month: 5, coach_id: '2' };
  expect((await coach.coach('1')).history_months).toHaveLength(6);
  const own = createPerformanceApi((await kit.staff()).xcx.client);
  expect(await failing(own.overview(month))).toMatchObject({ status: 403 });
  const manager = await kit.staff('demo-manager');
  const others = createPerformanceApi(manager.xcx.client);
  expect((await createCoachesApi(manager.xcx.client).coach('2')).id).toBe('2');
  const { total_hours } = await others.overview(month);
  const [row] = kit.backend.db.all(
    `SELECT SUM(half_hours) / 2.0 AS hours FROM xcx_earnings WHERE coach_id = 2
     AND started_at >= ? AND started_at < ?`,
    Date.parse('2026-05-01T00:00:00+08:00'),
    Date.parse('2026-06-01T00:00:00+08:00'),
  );
  expect(total_hours).toBe(Number(row?.['hours']));
  quirks({ absent: ['GET /coaches/:id'] });
  expect(await failing(coach.coach('1'))).toMatchObject({ status: 404 });
});

test('finance: rates are percent, directions the server’s, nothing is made up for an area', async () => {
  const core = await kit.staff('demo-manager');
  const finance = (area: 'all' | 'hallA', compare: boolean) =>
    core.xcx.api.boards.finance({ time: 'lastMonth', area, compare });
  const whole = await finance('all', true);
  const metric = (key: string) => whole.find((one) => one.key === key);
  const [discount, all] = [metric('overview.discount'), metric('overview.occurrence')];
  expect(metric('overview.discount_rate')).toMatchObject({ unit: '%' });
  expect(metric('overview.discount_rate')?.value).toBeCloseTo(
    (100 * (discount?.value ?? 0)) / (all?.value ?? 1),
    1,
  );
  expect(new Set(whole.map(({ panel }) => panel))).toEqual(
    new Set(['overview', 'recharge', 'revenue', 'cashflow', 'expense', 'coach_analysis']),
  );
  const moved = all?.compare ?? 0;
  expect(all?.trend).toBe(moved > 0 ? 'up' : moved < 0 ? 'down' : 'flat');
  const plain = await finance('hallA', false);
  expect(plain.some(({ panel }) => panel === 'recharge')).toBe(false);
  expect(plain.some(({ key }) => key === 'overview.cash_out')).toBe(false);
  expect(plain.some(({ trend, compare }) => trend !== undefined || compare !== undefined)).toBe(false);
  quirks({ failed_modules: ['revenue', 'overview'] });
  const left = await finance('all', false);
  expect(left.length).toBeGreaterThan(0);
  expect(left.some(({ panel }) => panel === 'revenue' || panel === 'overview')).toBe(false);
});

test('skills as the backend names them; a name of another revision is refused', async () => {
  const core = await kit.staff();
  quirks({ revision: 'march' });
  const values = (await core.xcx.api.config.skillTypes()).map(({ value }) => value);
  expect(values).toEqual(['all', 'chinese', 'snooker', 'mahjong', 'karaoke']);
  const board = { sort: 'perf_desc', time: 'month' } as const;
  expect(await failing(core.xcx.api.boards.coaches({ ...board, skill: 'KTV' }))).toMatchObject({
    status: 422,
  });
});
