// The auth wrappers and the session store against the reference backend, in both profiles.
import { CODE, DEMO, failing, INACTIVE, PROFILES, SECOND, signedIn, useBackend } from './kit';

describe.each(PROFILES)('V4 auth, %s', (profile) => {
  const kit = useBackend({ profile });

  test('sends a code, and says what the backend says about it', async () => {
    const sent = await kit.core().v4.api.auth.sendCode(DEMO.mobile);
    expect(sent).toMatchObject({ expires_in: 300, sms_sent: false });
    expect(sent.message).toContain('短信');
  });

  test('refuses what is no phone number', async () => {
    expect(await failing(kit.core().v4.api.auth.sendCode('123'))).toMatchObject({
      kind: 'api',
      status: 400,
      code: 'INVALID_MOBILE_FORMAT',
    });
  });

  test('a second code too soon: says how many seconds to wait', async () => {
    const { v4 } = kit.core();
    await v4.api.auth.sendCode(DEMO.mobile);
    const failure = await failing(v4.api.auth.sendCode(DEMO.mobile));
    expect(failure).toMatchObject({ kind: 'api', status: 429, code: 'SMS_RATE_LIMIT' });
    expect(failure.kind === 'api' && failure.wait_seconds).toBeGreaterThan(50);
  });

  test('signs in: the user with a string id, both forms of the refresh token', async () => {
    const { v4 } = kit.core();
    await v4.api.auth.sendCode(DEMO.mobile);
    const { reply, refresh_cookie } = await v4.api.auth.login(DEMO.mobile, CODE);
    expect(reply.user).toMatchObject({ user_id: '31', mobile: DEMO.mobile, status: 'active' });
    expect(reply.access_token.split('.')).toHaveLength(3);
    expect(refresh_cookie).toMatch(/^ey/);
  });

  test('an unknown number is registered', async () => {
    const core = kit.core();
    await core.session.requestCode('13800009999');
    await expect(core.session.signIn('13800009999', CODE)).resolves.toEqual({ is_new_user: true });
    expect(core.session.customer).toMatchObject({ state: 'signed_in', user: { mobile: '13800009999' } });
  });

  test.each<[string, string, string, number]>([
    ['', CODE, 'MOBILE_REQUIRED', 400],
    [DEMO.mobile, '', 'VERIFICATION_CODE_REQUIRED', 400],
    [DEMO.mobile, '000000', 'INVALID_VERIFICATION_CODE', 401],
    [SECOND.mobile, '000000', 'VERIFICATION_CODE_EXPIRED', 401],
    [INACTIVE.mobile, CODE, 'USER_INACTIVE', 403],
  ])('does not sign in %s with %s: %s', async (mobile, code, expected, status) => {
    const core = kit.core();
    await core.session.requestCode(DEMO.mobile);
    expect(await failing(core.session.signIn(mobile, code))).toMatchObject({
      kind: 'api',
      status,
      code: expected,
    });
    expect(core.session.customer).toEqual({ state: 'signed_out' });
    // The form's 401 is no matter of tokens.
    expect(kit.backend.dev.requests.count('POST /api/v4/auth/refresh')).toBe(0);
  });

  test('verifies, reads the profile and the devices', async () => {
    const { v4 } = await signedIn(kit);
    await expect(v4.api.auth.verify()).resolves.toMatchObject({ user_id: '31', valid: true });
    const { user } = await v4.api.auth.profile();
    expect(user).toMatchObject({ user_id: '31', mobile: '138****0031' });
    const { list } = await v4.api.auth.loginSessions();
    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({
      is_current: true,
      authentication_session_id: expect.stringMatching(/^\d+$/) as string,
    });
  });

  test('every auth call carries the same device id, at most 64 characters', async () => {
    const core = await signedIn(kit);
    await core.v4.api.auth.verify();
    const ids = core.platform.phone.http.sent.map(({ headers }) => headers['X-Device-Id'] ?? '');
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[\w-]{8,64}$/);
    const { list } = await core.v4.api.auth.loginSessions();
    expect(list[0]?.device_id).toBe(ids[0]);
  });

  test('without a sign-in nothing is asked of the server', async () => {
    const { v4 } = kit.core();
    kit.backend.dev.requests.clear();
    expect(await failing(v4.api.auth.verify())).toEqual({
      kind: 'signed_out',
      backend: 'v4',
      reason: 'left',
    });
    expect(kit.backend.dev.requests.byRoute()).toEqual({});
  });

  test('A9 signing out ends the session at the server and leaves nothing of the person on the phone', async () => {
    const core = await signedIn(kit);
    const { storage } = core.platform.phone;
    core.session
      .area('customer')
      ?.write({ name: 'draft.1', kind: 'kept', version: 1, decode: String }, 'a draft');
    const token = core.session.tokens('customer').read()?.tokens.access_token ?? 'none';
    await core.session.signOut('customer');

    expect(core.session.customer).toEqual({ state: 'signed_out', reason: 'left' });
    expect([...storage.entries.keys()]).toEqual(['app:kept/device_id']);
    expect([...storage.entries.values()].join()).not.toContain(token);
    const gone = await fetch(`${kit.backend.url}/api/v4/auth/verify`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(gone.status).toBe(401);
    expect(kit.backend.dev.requests.count('POST /api/v4/auth/logout')).toBe(1);
  });

  test('A9 signing out works without a server', async () => {
    const core = await signedIn(kit);
    kit.backend.dev.drop({ count: 1, when: 'before', prefix: '/api/v4/auth/logout' });
    await core.session.signOut('customer');
    expect(core.session.customer).toEqual({ state: 'signed_out', reason: 'left' });
    expect([...core.platform.phone.storage.entries.keys()]).toEqual(['app:kept/device_id']);
  });

  test('a restart of the app finds the person still signed in', async () => {
    const core = await signedIn(kit);
    const again = kit.core({ storage: core.platform.phone.storage });
    expect(again.session.customer).toMatchObject({ state: 'signed_in', user: { user_id: '31' } });
    await expect(again.v4.api.auth.verify()).resolves.toMatchObject({ valid: true });
  });
});
