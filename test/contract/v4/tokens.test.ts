// Expired, replaced and revoked tokens over real HTTP: the gate, the client and the session store together.
import { DEMO, failing, PROFILES, signedIn, useBackend } from './kit';

const REFRESH = 'POST /api/v4/auth/refresh';

describe.each(PROFILES)('V4 tokens, %s', (profile) => {
  const kit = useBackend({ profile });

  test.each([20, 50])(
    'A4 %i parallel requests with an expired access token → exactly one refresh',
    async (count) => {
      const core = await signedIn(kit);
      const before = core.session.tokens('customer').read()?.tokens.access_token;
      kit.backend.dev.expireAccess(DEMO.user_id);
      const replies = await Promise.all(Array.from({ length: count }, () => core.v4.api.auth.verify()));
      expect(replies.every(({ user_id }) => user_id === '31')).toBe(true);
      expect(kit.backend.dev.requests.count(REFRESH)).toBe(1);
      expect(core.session.tokens('customer').read()?.tokens.access_token).not.toBe(before);
      expect(core.session.customer.state).toBe('signed_in');
    },
  );

  test('A4 Refresh fails by network: still signed in, and the next call works', async () => {
    const core = await signedIn(kit);
    kit.backend.dev.expireAccess(DEMO.user_id);
    kit.backend.dev.drop({ count: 3, when: 'before', prefix: '/api/v4/auth/refresh' });
    expect(await failing(core.v4.api.auth.verify())).toEqual({ kind: 'network', unsent: true });
    expect(core.session.customer.state).toBe('signed_in');
    await expect(core.v4.api.auth.verify()).resolves.toMatchObject({ valid: true });
  });

  test('A4 Refresh answered by 500 and 503: still signed in', async () => {
    const core = await signedIn(kit);
    kit.backend.dev.expireAccess(DEMO.user_id);
    kit.backend.dev.fail({ status: 500, count: 3, prefix: '/api/v4/auth/refresh' });
    expect(await failing(core.v4.api.auth.verify())).toMatchObject({ kind: 'api', status: 500 });
    expect(core.session.customer.state).toBe('signed_in');
    kit.backend.dev.fail({ status: 503, code: 'SYSTEM_MAINTENANCE', prefix: '/api/v4/auth/refresh' });
    expect(await failing(core.v4.api.auth.verify())).toMatchObject({ kind: 'maintenance' });
    expect(core.session.customer.state).toBe('signed_in');
  });

  test('A4 a write refused for its token is replayed once, and happens once', async () => {
    const core = await signedIn(kit);
    kit.backend.dev.expireAccess(DEMO.user_id);
    await core.v4.api.auth.logout();
    expect(kit.backend.dev.requests.count(REFRESH)).toBe(1);
    expect(kit.backend.dev.requests.count('POST /api/v4/auth/logout')).toBe(2);
  });

  test('A4 a second 401 after a good refresh is reported, without a loop', async () => {
    const core = await signedIn(kit);
    kit.backend.dev.fail({ status: 401, code: 'TOKEN_EXPIRED', count: 10, prefix: '/api/v4/auth/verify' });
    expect(await failing(core.v4.api.auth.verify())).toMatchObject({
      kind: 'api',
      status: 401,
      code: 'TOKEN_EXPIRED',
    });
    expect(kit.backend.dev.requests.count(REFRESH)).toBe(1);
    expect(kit.backend.dev.requests.count('GET /api/v4/auth/verify')).toBe(2);
    expect(core.session.customer.state).toBe('signed_in');
  });

  test('A4 the refresh itself refused: signed out as expired, told once', async () => {
    const core = await signedIn(kit);
    const told: string[] = [];
    core.session.onSignedOut((identity, reason) => told.push(`${identity} ${reason}`));
    kit.backend.dev.expireAccess(DEMO.user_id);
    kit.backend.dev.expireRefresh(DEMO.user_id);
    const failures = await Promise.all(Array.from({ length: 20 }, () => failing(core.v4.api.auth.verify())));
    const signed_out = { kind: 'signed_out', backend: 'v4', reason: 'expired' };
    expect(failures).toEqual(Array(20).fill(signed_out));
    expect(told).toEqual(['customer expired']);
    expect(kit.backend.dev.requests.count(REFRESH)).toBe(1);
    expect(core.session.customer).toEqual({ state: 'signed_out', reason: 'expired' });
  });

  test.each([
    ['other_device', 'replaced'],
    ['kicked', 'revoked'],
  ] as const)('A4 session ended by %s: signed out as %s, without a refresh', async (ended, reason) => {
    const core = await signedIn(kit);
    kit.backend.dev.endSessions(DEMO.user_id, ended);
    expect(await failing(core.v4.api.auth.verify())).toEqual({ kind: 'signed_out', backend: 'v4', reason });
    expect(core.session.customer).toEqual({ state: 'signed_out', reason });
    expect(kit.backend.dev.requests.count(REFRESH)).toBe(0);
    // The reason is kept over a restart only if the person is likely to sign in again.
    expect(
      [...core.platform.phone.storage.entries.keys()].filter((key) => key.startsWith('customer:')),
    ).toEqual([]);
  });

  test('the token of a renewed pair serves the next restart', async () => {
    const core = await signedIn(kit);
    kit.backend.dev.expireAccess(DEMO.user_id);
    await core.v4.api.auth.verify();
    kit.backend.dev.requests.clear();
    await kit.core({ storage: core.platform.phone.storage }).v4.api.auth.verify();
    expect(kit.backend.dev.requests.count(REFRESH)).toBe(0);
  });
});

describe('V4 tokens, the February revision', () => {
  const kit = useBackend({ profile: 'deployed', revision: 'february' });

  test('A4 refreshes by the cookie alone', async () => {
    const core = await signedIn(kit);
    kit.backend.dev.expireAccess(DEMO.user_id);
    await expect(core.v4.api.auth.verify()).resolves.toMatchObject({ user_id: '31' });
    kit.backend.dev.expireAccess(DEMO.user_id);
    await expect(core.v4.api.auth.verify()).resolves.toMatchObject({ user_id: '31' });
    expect(kit.backend.dev.requests.count(REFRESH)).toBe(2);
  });
});
