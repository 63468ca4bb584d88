// Tasks: the list and its banner, what can be done with a task, everything about one.
import { at, listAt, textAt } from '../support/client';
import { PROFILES, startStaff } from './client';
import type { StaffClient } from './client';

describe.each(PROFILES)('tasks, %s', (profile) => {
  let staff: StaffClient;
  let coach: string;

  beforeAll(async () => {
    staff = await startStaff({ profile });
  });
  beforeEach(async () => {
    staff.backend.dev.reset();
    coach = await staff.enter('demo-coach');
  });
  afterAll(() => staff.backend.close());

  const idsOf = (page: unknown): string[] => listAt(page, 'items').map((item) => textAt(item, 'id'));
  const act = (id: string, action: string, body?: unknown) =>
    staff.staff('POST', `/tasks/${id}/${action}`, coach, body);

  async function firstWith(status: string): Promise<string> {
    return textAt(await staff.get(`/tasks?status=${status}`, coach), 'items', 0, 'id');
  }

  /** Where a task stands in the list. */
  async function itemOf(id: string): Promise<unknown> {
    const items = listAt(await staff.get('/tasks?pageSize=100', coach), 'items');
    return items.find((item) => at(item, 'id') === id);
  }

  test('pages of the list bring every task of the coach once, and no other', async () => {
    const ids: string[] = [];
    for (let page = 1; ids.length < 500; page += 1) {
      const found = idsOf(await staff.get(`/tasks?page=${page}&pageSize=7`, coach));
      if (found.length === 0) break;
      ids.push(...found);
    }
    const stored = staff
      .rows('SELECT task_id FROM xcx_tasks WHERE coach_id = 1')
      .map(({ task_id }) => String(task_id));
    expect(ids.length).toBeGreaterThan(40);
    expect([...ids].sort()).toEqual(stored.sort());
  });

  test('pinned tasks come first, then open ones by deadline, abandoned ones, finished ones', async () => {
    const items = listAt(await staff.get('/tasks?pageSize=100', coach), 'items');
    const rank = (item: unknown) =>
      at(item, 'is_pinned') === true
        ? 0
        : ['pending', 'abandoned', 'completed'].indexOf(textAt(item, 'status')) + 1;
    const ranks = items.map(rank);
    expect(ranks).toEqual([...ranks].sort());
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2, 3]));
    const open = items.filter((item) => rank(item) === 1).map((item) => at(item, 'deadline') ?? '9999');
    expect(open).toEqual([...open].sort());
    const types = new Set(items.map((item) => textAt(item, 'task_type_label')));
    expect(types).toEqual(new Set(['高优先召回', '优先召回', '客户回访', '关系构建']));
  });

  test.each(['pending', 'completed', 'abandoned'])('only %s tasks when asked', async (status) => {
    const page = await staff.get(`/tasks?status=${status}&pageSize=100`, coach);
    const found = new Set(listAt(page, 'items').map((item) => at(item, 'status')));
    expect(found).toEqual(new Set([status]));
    expect(at(page, 'total')).toBe(listAt(page, 'items').length);
  });

  test.each(['status=done', 'page=0', 'page=x', 'pageSize=101', 'pageSize=1.5'])(
    '?%s is refused',
    async (query) => {
      expect(await staff.staff('GET', `/tasks?${query}`, coach)).toMatchObject({ status: 422, code: '422' });
    },
  );

  test('a new coach has an empty list and an empty month', async () => {
    const page = await staff.get('/tasks', await staff.enter('demo-empty'));
    const performance = { total_hours: 0, total_income: 0, total_customers: 0, month_label: '11月' };
    expect(page).toMatchObject({ items: [], total: 0, page: 1, pageSize: 20, performance });
  });

  test('a manager sees the tasks of all coaches', async () => {
    const page = await staff.get('/tasks', await staff.enter('demo-manager'));
    expect(at(page, 'total')).toBe(staff.rows('SELECT 1 AS one FROM xcx_tasks').length);
  });

  test('pin and unpin', async () => {
    const page = await staff.get('/tasks?status=pending&pageSize=100', coach);
    const id = textAt(
      // The deployed system withdraws a task that is long overdue, and such a task cannot be pinned.
      listAt(page, 'items').find(
        (item) => at(item, 'is_pinned') === false && String(at(item, 'deadline')) >= '2026-11-22',
      ),
      'id',
    );
    expect(at((await act(id, 'pin')).json, 'data')).toEqual({ is_pinned: true });
    expect(await itemOf(id)).toMatchObject({ is_pinned: true });
    expect(at((await act(id, 'unpin')).json, 'data')).toEqual({ is_pinned: false });
    expect(await itemOf(id)).toMatchObject({ is_pinned: false });
    expect((await act(await firstWith('completed'), 'pin')).status).toBe(409);
  });

  test('abandon needs a reason; restoring clears it and the pin', async () => {
    const id = await firstWith('pending');
    await act(id, 'pin');
    for (const body of [{}, { reason: '  ' }, { reason: 7 }])
      expect((await act(id, 'abandon', body)).status).toBe(422);
    expect(at((await act(id, 'abandon', { reason: '客户已搬走' })).json, 'data')).toEqual({
      status: 'abandoned',
    });
    expect((await act(id, 'abandon', { reason: '再次' })).status).toBe(409);
    expect(await staff.get(`/tasks/${id}`, coach)).toMatchObject({
      status: 'abandoned',
      abandon_reason: '客户已搬走',
    });
    expect(at((await act(id, 'restore')).json, 'data')).toEqual({ status: 'pending' });
    const restored = await staff.get(`/tasks/${id}`, coach);
    expect(restored).toMatchObject({ status: 'pending', is_pinned: false });
    expect(at(restored, 'abandon_reason') ?? null).toBeNull();
    expect((await act(id, 'restore')).status).toBe(409);
  });

  test('the store completes a task; a completed one cannot be abandoned', async () => {
    const id = await firstWith('pending');
    await staff.call('POST', '/dev/xcx/complete-task', { body: { task_id: id } });
    expect(await itemOf(id)).toMatchObject({ status: 'completed' });
    expect(await act(id, 'abandon', { reason: '不做了' })).toMatchObject({ status: 409, code: '409' });
  });

  test("another coach's task is forbidden, an unknown one not found", async () => {
    const [other] = staff.rows('SELECT task_id FROM xcx_tasks WHERE coach_id = 2 LIMIT 1');
    for (const action of ['pin', 'abandon', 'restore']) {
      expect((await act(String(other?.['task_id']), action, { reason: 'x' })).status).toBe(403);
    }
    expect((await staff.staff('GET', `/tasks/${String(other?.['task_id'])}`, coach)).status).toBe(403);
    for (const id of ['1', 'abc', '0'])
      expect((await staff.staff('GET', `/tasks/${id}`, coach)).status).toBe(404);
  });

  test('details come whole, with nulls, and without what is optional', async () => {
    const shapes = new Map<string, unknown>();
    for (const id of idsOf(await staff.get('/tasks?pageSize=12', coach))) {
      const detail = await staff.get(`/tasks/${id}`, coach);
      const balance = at(detail, 'balance');
      shapes.set(balance === undefined ? 'missing' : balance === null ? 'null' : 'full', detail);
      expect(listAt(detail, 'talking_points').length).toBeGreaterThan(0);
      if (at(detail, 'is_scattered') === true) continue;
      expect(textAt(detail, 'ai_analysis', 'summary')).toContain(textAt(detail, 'customer_name'));
      expect(at(detail, 'has_note')).toBe(listAt(detail, 'notes').length > 0);
    }
    // The deployed system leaves nothing out: what there is not is null.
    const all = profile === 'documented' ? ['full', 'missing', 'null'] : ['full', 'null'];
    expect([...shapes.keys()].sort()).toEqual(all);
    expect(textAt(shapes.get('full'), 'customer_phone')).toMatch(/^13800001\d{3}$/);
  });
});
