// Tokens, sessions and devices (V4 §4): how each 401 comes about, and what ends it.
import { at, startClient, textAt } from '../../support/client';
import type { Client, Reply } from '../../support/client';

const DEMO = '13800000031';
const HOUR_MS = 60 * 60 * 1000;
let client: Client;

beforeAll(async () => {
  client = await startClient();
});
beforeEach(() => client.backend.dev.reset());
afterAll(() => client.backend.close());

const verify = (token: string, on = client): Promise<Reply> =>
  on.call('GET', '/api/v4/auth/verify', { token });
const refresh = (refresh_token: string, token?: string, on = client): Promise<Reply> =>
  on.call('POST', '/api/v4/auth/refresh', {
    body: { refresh_token },
    token,
    headers: { 'x-device-id': 'device-a' },
  });
const access = (reply: Reply): string => textAt(reply.json, 'data', 'access_token');

test('an access token lives 24 hours, though expires_in says seven days', async () => {
  const { access: token } = await client.login(DEMO);
  client.backend.clock.advance(24 * HOUR_MS - 5000);
  expect((await verify(token)).status).toBe(200);
  client.backend.clock.advance(5000);
  expect(await verify(token)).toMatchObject({ status: 401, code: 'TOKEN_EXPIRED' });
});

test('a refresh with the expired token goes on with the same session', async () => {
  const tokens = await client.login(DEMO);
  client.backend.clock.advance(25 * HOUR_MS);
  const next = access(await refresh(tokens.refresh, tokens.access));
  const { json } = await client.call('GET', '/api/v4/auth/sessions', { token: next });
  expect(at(json, 'data', 'list', 'length')).toBe(1);
  expect(at(json, 'data', 'list', 0, 'is_current')).toBe(true);
});

test('tokens expired by hand answer TOKEN_EXPIRED until they are refreshed, even within the same second', async () => {
  const tokens = await client.login(DEMO);
  client.backend.dev.expireAccess(31);
  expect((await verify(tokens.access)).code).toBe('TOKEN_EXPIRED');
  const next = access(await refresh(tokens.refresh, tokens.access));
  expect((await verify(next)).status).toBe(200);
  expect((await verify(tokens.access)).code).toBe('TOKEN_EXPIRED');
  expect(client.backend.dev.requests.count('POST /api/v4/auth/refresh')).toBe(1);
});

test('a refresh token ends after seven days, by hand, or when it is no refresh token', async () => {
  const tokens = await client.login(DEMO);
  expect(await refresh(tokens.access)).toMatchObject({ status: 401, code: 'INVALID_REFRESH_TOKEN' });
  client.backend.dev.expireRefresh(31);
  expect(await refresh(tokens.refresh)).toMatchObject({ status: 401, code: 'INVALID_REFRESH_TOKEN' });
  const later = await client.login(DEMO);
  client.backend.clock.advance(7 * 24 * HOUR_MS);
  expect(await refresh(later.refresh)).toMatchObject({ status: 401, code: 'INVALID_REFRESH_TOKEN' });
});

test('each way a session ends has its code', async () => {
  const { dev, db, clock } = client.backend;
  const first = await client.login(DEMO);
  await client.login(DEMO);
  expect((await verify(first.access)).code).toBe('SESSION_REVOKED');

  const second = await client.login(DEMO);
  dev.endSessions(31, 'other_device');
  expect((await verify(second.access)).code).toBe('SESSION_REPLACED');
  expect((await refresh(second.refresh, second.access)).code).toBe('SESSION_REPLACED');

  const third = await client.login(DEMO);
  db.run('UPDATE authentication_sessions SET expires_at = ?', clock.now());
  expect((await verify(third.access)).code).toBe('SESSION_EXPIRED');
  db.run('DELETE FROM authentication_sessions');
  expect((await verify(third.access)).code).toBe('SESSION_NOT_FOUND');
});

test('a disabled account cannot log in, nor go on', async () => {
  const body = { mobile: '13800000034', verification_code: '123456' };
  const login = await client.call('POST', '/api/v4/auth/login', { body });
  expect(login).toMatchObject({ status: 403, code: 'USER_INACTIVE' });
  const { access: token } = await client.login(DEMO);
  client.backend.db.run(`UPDATE users SET status = 'inactive' WHERE user_id = 31`);
  expect(await verify(token)).toMatchObject({ status: 403, code: 'USER_INACTIVE' });
});

test('a second SMS waits for the rest of the minute', async () => {
  const send = () => client.call('POST', '/api/v4/auth/send-code', { body: { mobile: DEMO } });
  await send();
  client.backend.clock.advance(45_000);
  const refused = await send();
  expect(refused).toMatchObject({ status: 429, code: 'SMS_RATE_LIMIT' });
  expect([14, 15]).toContain(at(refused.json, 'data', 'remaining_seconds'));
  client.backend.clock.advance(15_000);
  expect((await send()).status).toBe(200);
});

test('listeners learn once that a session ended, and why', async () => {
  const ends: string[] = [];
  const stop = client.backend.onSessionEnd(({ user_id, device_id, reason }) =>
    ends.push(`${user_id} ${device_id} ${reason}`),
  );
  await client.login(DEMO, 'phone');
  const { access: token } = await client.login(DEMO, 'phone');
  await client.call('POST', '/api/v4/auth/logout', { token });
  stop();
  expect(ends).toEqual(['31 phone same_device', '31 phone logout']);
});

describe('the February revision', () => {
  let february: Client;
  beforeAll(async () => {
    february = await startClient({ revision: 'february' });
  });
  afterAll(() => february.backend.close());

  test('refreshes from the cookie alone', async () => {
    const tokens = await february.login(DEMO);
    expect((await refresh(tokens.refresh, tokens.access, february)).code).toBe('REFRESH_TOKEN_REQUIRED');
    const headers = { cookie: `other=1; refresh_token=${tokens.refresh}` };
    const reply = await february.call('POST', '/api/v4/auth/refresh', { headers, token: tokens.access });
    expect(reply.status).toBe(200);
  });

  test('a login on another device replaces the first', async () => {
    const { access: token } = await february.login(DEMO, 'phone');
    await february.login(DEMO, 'tablet');
    expect((await verify(token, february)).code).toBe('SESSION_REPLACED');
  });
});
