// The desk's staff tab: who applied and with what, and what is decided about people.
import { at, listAt, textAt } from '../support/client';
import { PROFILES, startStaff } from '../xcx/client';
import type { StaffClient } from '../xcx/client';

describe.each(PROFILES)('staff at the desk, %s', (profile) => {
  let staff: StaffClient;
  beforeAll(async () => {
    staff = await startStaff({ profile });
  });
  beforeEach(() => staff.backend.dev.reset());
  afterAll(() => staff.backend.close());

  const APPLICATION = {
    site_code: 'HZ001',
    applied_role_text: '助教',
    phone: '13800000321',
    nickname: '叶知秋',
  };
  const tab = async () => (await staff.call('GET', '/desk/staff')).json;
  const act = (userId: unknown, what: string, body: object = {}) =>
    staff.call('POST', `/desk/staff/${String(userId)}/${what}`, { body });
  const me = async (token: string) => at((await staff.staff('GET', '/me', token)).json, 'data');

  async function applied(changes: object = {}): Promise<{ token: string; user_id: unknown }> {
    const token = await staff.enter('somebody-new');
    const reply = await staff.staff('POST', '/apply', token, { ...APPLICATION, ...changes });
    expect(reply.status).toBe(200);
    return { token, user_id: at(reply.json, 'data', 'user_id') };
  }
  const application = async (user_id: unknown) =>
    listAt(await tab(), 'applications').find((one) => at(one, 'user_id') === user_id);

  test('an application with what was written, its store, and the coach of that name', async () => {
    const { user_id } = await applied({ employee_number: 'A12' });
    expect(await application(user_id)).toMatchObject({
      ...{ nickname: '叶知秋', phone: '13800000321', employee_number: 'A12', applied_role_text: '助教' },
      ...{ site_code: 'HZ001', matched_store: '朗桌台球·滨江店', matched_coach_id: 10 },
    });
  });

  test('a site code of no store is taken, and seen here alone', async () => {
    const { user_id } = await applied({ site_code: 'ZZ999' });
    expect(await application(user_id)).toMatchObject({ site_code: 'ZZ999', matched_store: null });
  });

  test('approved as the coach who was picked, who is not free any more; or as a manager', async () => {
    const { token, user_id } = await applied();
    expect((await act(user_id, 'review', { status: 'approved', role: 'coach', coach_id: 10 })).status).toBe(
      200,
    );
    expect(await me(token)).toMatchObject({ status: 'approved', role: 'coach', coach_level: '初级' });
    const free = listAt(await tab(), 'free_coaches').map((one) => at(one, 'coach_id'));
    expect(free).not.toContain(10);
    const pending = await application(staff.backend.dev.xcx.userId('demo-pending'));
    const taken = { status: 'approved', role: 'coach', coach_id: 10 };
    expect((await act(at(pending, 'user_id'), 'review', taken)).status).toBe(409);
    await act(at(pending, 'user_id'), 'review', { status: 'approved', role: 'manager' });
    const manager = await staff.enter('demo-pending');
    expect((await staff.staff('GET', '/board/finance', manager)).status).toBe(200);
  });

  test('a refusal and a stop need a reason, which the person reads; an approval takes it back', async () => {
    const { token, user_id } = await applied();
    for (const status of ['rejected', 'disabled']) {
      for (const reason of [undefined, '  ']) {
        expect((await act(user_id, 'review', { status, reason })).status).toBe(400);
      }
    }
    await act(user_id, 'review', { status: 'rejected', reason: '照片不清楚' });
    expect(await me(token)).toMatchObject({ status: 'rejected', reject_reason: '照片不清楚' });
    await act(user_id, 'review', { status: 'approved' });
    expect((await staff.staff('GET', '/tasks', token)).status).toBe(200);
    await act(user_id, 'review', { status: 'disabled', reason: '已离职' });
    expect((await staff.staff('GET', '/tasks', token)).status).toBe(403);
    // As documented only a refusal tells why.
    const told = profile === 'deployed' ? '已离职' : undefined;
    expect(at(await me(token), 'reject_reason')).toBe(told);
    const listed = listAt(await tab(), 'staff').find((one) => at(one, 'user_id') === user_id);
    expect(listed).toMatchObject({ status: 'disabled', review_note: '已离职' });
  });

  test('what a manager opens for a coach, and ending their sign-ins', async () => {
    const coach = await staff.enter('demo-coach');
    const user_id = staff.backend.dev.xcx.userId('demo-coach');
    const board = async () => (await staff.staff('GET', '/board/finance', coach)).status;
    expect(await board()).toBe(403);
    await act(user_id, 'permission', { permission: 'finance', allowed: true });
    expect(await board()).toBe(200);
    await act(user_id, 'permission', { permission: 'finance', allowed: false });
    expect(await board()).toBe(403);
    await act(user_id, 'sign-out');
    expect(await board()).toBe(401);
  });

  test('what makes no sense is refused with words', async () => {
    for (const [id, what, body] of [
      ['x', 'review', { status: 'approved' }],
      ['1', 'review', { status: 'pending' }],
      ['1', 'permission', { permission: 'everything' }],
    ] as const) {
      const reply = await act(id, what, body);
      expect([reply.status, textAt(reply.json, 'message') !== '']).toEqual([400, true]);
    }
    expect((await act('9999', 'review', { status: 'approved' })).status).toBe(404);
  });
});

test('the demo accounts of both sides are listed, each with what signs it in', async () => {
  const staff = await startStaff();
  try {
    const accounts = listAt((await staff.call('GET', '/dev/state')).json, 'accounts');
    const of = (name: string) =>
      accounts.map((one) => at(one, name)).filter((one) => typeof one === 'string');
    expect(of('openid')).toEqual(
      expect.arrayContaining(['demo-coach', 'demo-manager', 'demo-both', 'demo-new', 'demo-pending']),
    );
    for (const openid of of('openid')) expect((await staff.enter(openid)).length).toBeGreaterThan(20);
    const both = accounts.find((one) => at(one, 'openid') === 'demo-both');
    const { access } = await staff.login(textAt(both, 'mobile'));
    expect((await staff.call('GET', '/api/v4/auth/profile', { token: access })).status).toBe(200);
    expect(of('zh')).toHaveLength(accounts.length);
  } finally {
    await staff.backend.close();
  }
});
