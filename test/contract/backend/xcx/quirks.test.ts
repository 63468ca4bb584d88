// What the panel can do to the staff backend: failures in its own words, maintenance, and the real system's quirks.
import { at, listAt, textAt } from '../support/client';
import { PROFILES, startStaff } from './client';
import { asDocumented } from './reader';
import type { StaffClient } from './client';

describe.each(PROFILES)('the panel, %s', (profile) => {
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

  const dev = (path: string, body: object) => staff.call('POST', `/dev/xcx/${path}`, { body });
  const tasks = () => staff.staff('GET', '/tasks', coach);

  test("the next calls fail in the staff backend's own words, under their prefix only", async () => {
    await dev('fail', { status: 500, count: 2, message: '数据库繁忙', prefix: '/api/xcx/tasks' });
    expect((await staff.staff('GET', '/me', coach)).status).toBe(200);
    expect((await tasks()).json).toEqual({ code: 500, message: '数据库繁忙' });
    expect([(await tasks()).status, (await tasks()).status]).toEqual([500, 200]);
    expect((await dev('fail', { status: 200 })).status).toBe(400);
  });

  test('maintenance stops the staff backend alone', async () => {
    await dev('maintenance', { message: '夜间维护' });
    expect((await tasks()).json).toEqual({ code: 503, message: '夜间维护' });
    expect((await staff.call('GET', '/api/v4/backpack')).code).not.toBe('SYSTEM_MAINTENANCE');
    await dev('maintenance', { on: false });
    expect((await tasks()).status).toBe(200);
  });

  test('too many calls are told to wait', async () => {
    staff.backend.dev.faults.requestsPerMinute = 1;
    expect([(await tasks()).status, (await tasks()).status]).toEqual([200, 429]);
  });

  test('ids as numbers, also inside other objects; phones stay text', async () => {
    await dev('quirks', { ids_as_numbers: true });
    const raw = async (path: string) =>
      at((await staff.call('GET', `/api/xcx${path}`, { token: coach })).json, 'data');
    const items = listAt(await raw('/tasks?pageSize=100'), 'items');
    expect(typeof at(items[0], 'id')).toBe('number');
    const full = items.map((item) => Number(at(item, 'id'))).find((id) => id % 6 < 4);
    const detail = await raw(`/tasks/${full}`);
    const [id, phone] =
      profile === 'documented' ? ['customer_id', 'customer_phone'] : ['customerId', 'customerPhone'];
    expect(typeof at(detail, id)).toBe('number');
    expect(typeof at(detail, phone)).toBe('string');
  });

  test('bare bodies, while refusals keep their envelope', async () => {
    await dev('quirks', { unwrapped: true });
    expect(at((await tasks()).json, 'total')).toBeGreaterThan(0);
    expect(at((await tasks()).json, 'code')).toBeUndefined();
    expect((await staff.staff('GET', '/tasks/1', coach)).json).toEqual({ code: 404, message: '任务不存在' });
  });

  test('times without a zone', async () => {
    await dev('quirks', { plain_times: true });
    expect(textAt(await staff.get('/notes', coach), 'items', 0, 'created_at')).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
    );
  });

  test('the boards in their other shapes, with one panel null', async () => {
    staff.backend.dev.xcx.setProfile('documented');
    const metrics = listAt(await staff.get('/board/finance', manager)).length;
    const coaches = await staff.get('/board/coaches', coach);
    await dev('quirks', { coach_board_page: true, finance_metrics: true, null_panel: 'cash_in' });
    const page = await staff.get('/board/coaches', coach);
    expect(page).toEqual({ items: coaches, total: 12, page: 1, pageSize: 12 });
    const board = listAt(await staff.get('/board/finance', manager), 'metrics');
    expect(board).toHaveLength(metrics);
    expect(board.filter((metric) => metric === null)).toHaveLength(1);
    await dev('calm', {});
    expect(listAt(await staff.get('/board/finance', manager))).toHaveLength(metrics);
    staff.backend.dev.xcx.setProfile(profile);
  });

  test('nonsense sent to the panel is refused, and its state is shown', async () => {
    expect((await dev('quirks', { stream: 'sometimes' })).status).toBe(400);
    expect((await dev('permission', { openid: 'nobody', permission: 'finance' })).status).toBe(400);
    expect((await dev('complete-task', { task_id: 1 })).status).toBe(404);
    expect(at((await staff.call('GET', '/dev/xcx/quirks')).json, 'stream')).toBe('on');
    expect((await staff.call('GET', '/dev/xcx/users')).text).toContain('demo-manager');
  });

  const ROUTES = [
    ['GET', '/tasks/%s'],
    ['POST', '/tasks/%s/pin'],
    ['POST', '/tasks/%s/abandon'],
    ['DELETE', '/notes/%s'],
    ['GET', '/customers/%s'],
    ['GET', '/chat/%s/messages'],
    ['POST', '/chat/%s/messages'],
  ] as const;

  test.each(['-1', '0', '1e9', 'NaN', '99999999999999999999', '%00', "1'--", '%E4%B8%AD'])(
    'the id %s is refused everywhere, never a server error',
    async (id) => {
      for (const [method, path] of ROUTES) {
        const body = method === 'POST' ? { body: { reason: 'x', content: 'x' } } : {};
        const reply = await staff.call(method, `/api/xcx${path.replace('%s', id)}`, {
          token: manager,
          ...body,
        });
        expect([403, 404, 422]).toContain(reply.status);
        expect(asDocumented(reply).code).toBe(String(reply.status));
      }
    },
  );

  test.each(['{', '[]', '"x"', '7', 'null'])('the body %s is refused, never a server error', async (raw) => {
    for (const path of [
      '/login',
      '/dev-login',
      '/refresh',
      '/notes',
      '/chat/messages',
      '/chat/stream',
      '/tasks/1/abandon',
    ]) {
      const reply = await staff.call('POST', `/api/xcx${path}`, { token: coach, raw });
      expect([401, 404, 405, 422]).toContain(reply.status);
      expect(asDocumented(reply).code).toBe(String(reply.status));
    }
  });
});
