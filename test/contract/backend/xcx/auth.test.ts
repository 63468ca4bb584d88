// Staff accounts: signing in by a code, tokens that are good once, the application and its review.
import { at, textAt } from '../support/client';
import { PROFILES, startStaff } from './client';
import type { StaffClient } from './client';

describe.each(PROFILES)('staff accounts, %s', (profile) => {
  const HOUR_MS = 3_600_000;
  let staff: StaffClient;

  beforeAll(async () => {
    staff = await startStaff({ profile });
  });
  beforeEach(() => staff.backend.dev.reset());
  afterAll(() => staff.backend.close());

  const login = (code: string) => staff.staff('POST', '/login', undefined, { code });
  const refresh = (refresh_token: unknown) => staff.staff('POST', '/refresh', undefined, { refresh_token });
  const me = (token?: string) => staff.staff('GET', '/me', token);
  const APPLICATION = {
    site_code: 'hz001',
    applied_role_text: '助教',
    phone: '13800000321',
    nickname: '阿树',
  };

  test('every demo account has its status, and an unknown person is new', async () => {
    const statuses = {
      coach: 'approved',
      manager: 'approved',
      empty: 'approved',
      new: 'new',
      pending: 'pending',
    };
    for (const [name, status] of Object.entries({
      ...statuses,
      rejected: 'rejected',
      disabled: 'disabled',
    })) {
      expect(at((await login(`demo-${name}`)).json, 'data', 'user', 'status')).toBe(status);
    }
    const stranger = at((await login('somebody')).json, 'data', 'user');
    expect(stranger).toMatchObject({ status: 'new', nickname: '微信用户' });
    expect(at((await login('somebody')).json, 'data', 'user')).toEqual(stranger);
  });

  test('who is signed in', async () => {
    const coach = at((await me(await staff.enter('demo-coach'))).json, 'data');
    expect(coach).toMatchObject({ status: 'approved', role: 'coach', coach_level: '高级' });
    const rejected = at((await me(await staff.enter('demo-rejected'))).json, 'data');
    expect(rejected).toMatchObject({ status: 'rejected' });
    expect(textAt(rejected, 'reject_reason')).toContain('门店编号');
  });

  test('a code with a one-time part belongs to its person, and is good once', async () => {
    const person = async (code: string) => at((await login(code)).json, 'data', 'user', 'user_id');
    const coach = await person('demo-coach');
    expect(await person('demo-coach-mi9x2abcd0')).toBe(coach);
    expect(await person('preview-openid-mi9x2abcd1')).toBe(coach);
    expect(await person('nobody-mi9x2abcd2')).toBe(await person('nobody-mi9x2abcd3'));
    expect((await login('demo-coach-mi9x2abcd0')).status).toBe(401);
    expect((await login('')).status).toBe(422);
  });

  test('a refresh gives two new tokens and the old refresh token ends its whole family', async () => {
    const first = (await login('demo-coach')).json;
    const old = textAt(first, 'data', 'refresh_token');
    const other = await staff.enter('demo-coach');
    const second = await refresh(old);
    expect(second.status).toBe(200);
    const access = textAt(second.json, 'data', 'access_token');
    expect(access).not.toBe(textAt(first, 'data', 'access_token'));
    expect((await me(access)).status).toBe(200);
    expect(await refresh(old)).toMatchObject({ status: 401, code: '401' });
    expect((await refresh(textAt(second.json, 'data', 'refresh_token'))).status).toBe(401);
    expect((await me(access)).status).toBe(401);
    expect((await me(other)).status).toBe(200);
  });

  test('of two refreshes at the same time one wins', async () => {
    const token = textAt((await login('demo-coach')).json, 'data', 'refresh_token');
    const statuses = (await Promise.all([refresh(token), refresh(token)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 401]);
  });

  test('access lives two hours, refresh seven days; the panel ends both early', async () => {
    const reply = (await login('demo-coach')).json;
    const [access, renewal] = [textAt(reply, 'data', 'access_token'), textAt(reply, 'data', 'refresh_token')];
    staff.backend.clock.advance(2 * HOUR_MS - 2000);
    expect((await me(access)).status).toBe(200);
    staff.backend.clock.advance(3000);
    expect(await me(access)).toMatchObject({ status: 401, code: '401' });
    const renewed = textAt((await refresh(renewal)).json, 'data', 'access_token');
    staff.backend.dev.xcx.expireAccess(staff.backend.dev.xcx.userId('demo-coach'));
    expect((await me(renewed)).status).toBe(401);
    const last = textAt((await login('demo-coach')).json, 'data', 'refresh_token');
    staff.backend.clock.advance(7 * 24 * HOUR_MS + 1000);
    expect((await refresh(last)).status).toBe(401);
  });

  test('no token, nonsense, a refresh token and a customer token are 401', async () => {
    const customer = (await staff.login('13800000031')).access;
    const renewal = textAt((await login('demo-coach')).json, 'data', 'refresh_token');
    for (const token of [undefined, 'nonsense', renewal, customer]) {
      expect(await me(token)).toMatchObject({ status: 401, code: '401' });
    }
    for (const token of [undefined, '', 'nonsense', await staff.enter('demo-coach')]) {
      expect((await refresh(token)).status).toBe(401);
    }
  });

  test('work needs an approved account', async () => {
    for (const name of ['new', 'pending', 'rejected', 'disabled']) {
      const token = await staff.enter(`demo-${name}`);
      expect((await me(token)).status).toBe(200);
      expect(await staff.staff('GET', '/tasks', token)).toMatchObject({ status: 403, code: '403' });
    }
  });

  test.each([
    ['site_code', 'H1001'],
    ['site_code', 'HZ01'],
    ['site_code', undefined],
    ['phone', '12345'],
    ['nickname', '  '],
    ['applied_role_text', ''],
    ['employee_number', 7],
  ])('an application with %s = %p is refused with words', async (name, value) => {
    const token = await staff.enter('demo-new');
    const reply = await staff.staff('POST', '/apply', token, { ...APPLICATION, [name]: value });
    expect(reply).toMatchObject({ status: 422, code: '422' });
    expect(textAt(reply.json, 'message')).not.toBe('');
    expect(at((await me(token)).json, 'data', 'status')).toBe('new');
  });

  test('apply, be refused with a reason, apply again, be approved and work', async () => {
    const token = await staff.enter('demo-new');
    const apply = () => staff.staff('POST', '/apply', token, APPLICATION);
    const decide = (status: string, reason?: string) =>
      staff.call('POST', '/dev/xcx/review', { body: { openid: 'demo-new', status, reason } });
    expect(at((await apply()).json, 'data')).toMatchObject({ status: 'pending', nickname: '阿树' });
    expect((await apply()).status).toBe(409);
    const waiting = (await staff.call('GET', '/dev/xcx/applications')).text;
    expect(waiting).toContain('demo-new');
    await decide('rejected', '照片不清楚');
    expect(at((await me(token)).json, 'data')).toMatchObject({
      status: 'rejected',
      reject_reason: '照片不清楚',
    });
    expect(at((await apply()).json, 'data', 'status')).toBe('pending');
    await decide('approved');
    expect(at((await me(token)).json, 'data')).toMatchObject({ status: 'approved', role: 'coach' });
    expect((await staff.staff('GET', '/tasks', token)).status).toBe(200);
    await decide('disabled');
    expect((await staff.staff('GET', '/tasks', token)).status).toBe(403);
    expect(
      (await staff.call('POST', '/dev/xcx/review', { body: { user_id: 999, status: 'approved' } })).status,
    ).toBe(400);
  });

  test('the development sign-in takes any openid and status', async () => {
    const reply = await staff.staff('POST', '/dev-login', undefined, {
      openid: 'tester',
      status: 'approved',
    });
    expect(at(reply.json, 'data', 'user')).toMatchObject({ status: 'approved', role: 'coach' });
    expect((await staff.staff('POST', '/dev-login', undefined, {})).status).toBe(422);
  });
});
