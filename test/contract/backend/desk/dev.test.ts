// The dev panel: what it does to the next call, who may use it, and what it counts.
import { refusal } from '../../../backend/dev/access';
import { Faults } from '../../../backend/http/faults';
import { at, startClient } from '../support/client';
import type { Client, Reply } from '../support/client';

const DEMO = '13800000031';
let client: Client;
let token: string;

beforeAll(async () => {
  client = await startClient();
});
beforeEach(async () => {
  expect((await dev('POST', '/reset')).status).toBe(200);
  token = (await client.login(DEMO)).access;
});
afterAll(() => client.backend.close());

const dev = (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> => client.call(method, `/dev${path}`, { ...(body === undefined ? {} : { body }), headers });
const verify = () => client.call('GET', '/api/v4/auth/verify', { token });
const stats = () => client.call('GET', '/api/v4/backpack/stats', { token });

test('the page and the state', async () => {
  expect((await client.call('GET', '/dev')).text).toContain('<!doctype html>');
  expect(at((await dev('GET', '/state')).json, 'profile')).toBe('documented');
});

test('the next calls fail as asked, under their prefix only', async () => {
  const data = { remaining_time: 7 };
  const plan = { count: 2, status: 429, code: 'RATE_LIMIT_EXCEEDED', prefix: '/api/v4/backpack', data };
  await dev('POST', '/fail', plan);
  expect((await verify()).status).toBe(200);
  const refused = await stats();
  expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMIT_EXCEEDED' });
  expect(at(refused.json, 'data')).toEqual(data);
  expect([(await stats()).status, (await stats()).status]).toEqual([429, 200]);
  expect((await dev('POST', '/fail', { status: 200 })).status).toBe(400);
});

test('a connection dropped before is never handled; dropped after, its work is done', async () => {
  const id = client.backend.dev.give({ owner_user_id: 31, item_type: 'collectible' });
  const use = () => client.call('POST', `/api/v4/backpack/items/${id}/use`, { token });
  await dev('POST', '/drop', { when: 'before' });
  await expect(use()).rejects.toThrow();
  expect(at(client.backend.dev.item(id), 'item', 'status')).toBe('available');
  await dev('POST', '/drop', { when: 'after' });
  await expect(use()).rejects.toThrow();
  expect(at(client.backend.dev.item(id), 'item', 'status')).toBe('used');
  expect((await use()).status).toBe(400);
});

test('maintenance answers every call until it is over', async () => {
  await dev('POST', '/maintenance', { message: '升级中', end_time: '2026-12-01T00:00:00+08:00' });
  const reply = await verify();
  expect(reply).toMatchObject({ status: 503, code: 'SYSTEM_MAINTENANCE' });
  const data = { maintenance: true, message: '升级中', end_time: '2026-12-01T00:00:00+08:00' };
  expect(at(reply.json, 'data')).toEqual(data);
  await dev('POST', '/maintenance', { on: false });
  expect((await verify()).status).toBe(200);
});

test('a caller over the limit is told to wait', async () => {
  await dev('POST', '/rate-limit', { per_minute: 2 });
  expect([(await verify()).status, (await verify()).status]).toEqual([200, 200]);
  const refused = await verify();
  expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMIT_EXCEEDED' });
  expect(at(refused.json, 'data', 'retry_after')).toBeGreaterThan(0);
  await dev('POST', '/clock', { ms: 61_000 });
  expect((await verify()).status).toBe(200);
});

test('latency delays an answer', async () => {
  await dev('POST', '/latency', { ms: 120 });
  const before = performance.now();
  await verify();
  expect(performance.now() - before).toBeGreaterThanOrEqual(110);
});

test('latency that is lifted lets those go that wait already, and a reset handles them no more', async () => {
  const faults = new Faults();
  faults.latencyMs = 60_000;
  const lifted = faults.delay();
  faults.latencyMs = 0;
  expect(await lifted).toBe(true);
  faults.latencyMs = 60_000;
  const dropped = faults.delay();
  faults.dropDelayed();
  expect(await dropped).toBe(false);
});

test('requests are counted by route, and the count can start anew', async () => {
  await Promise.all([verify(), verify(), client.call('GET', '/api/v4/backpack/items/1', { token })]);
  const counted = at((await dev('GET', '/requests')).json, 'by_route');
  expect(counted).toMatchObject({ 'GET /api/v4/auth/verify': 2, 'GET /api/v4/backpack/items/:item_id': 1 });
  await dev('DELETE', '/requests');
  expect(at((await dev('GET', '/requests')).json, 'by_route')).toEqual({});
});

test('an item is given, its QR read, and the counter redeems it', async () => {
  const gift = { user_id: 31, item_name: '面板赠券', expires_in_days: 3 };
  const id = String(at((await dev('POST', '/items', gift)).json, 'item_id'));
  expect((await dev('GET', `/items/${id}/qr`)).status).toBe(404);
  const redeemed = await client.call('POST', `/api/v4/backpack/items/${id}/redeem`, { token });
  const { json } = await dev('GET', `/items/${id}/qr`);
  expect(at(json, 'qr_content')).toBe(at(redeemed.json, 'data', 'qr', 'qr_content'));
  expect((await dev('POST', '/redeem', { item_id: id })).status).toBe(200);
  expect(at((await dev('GET', `/items/${id}`)).json, 'item', 'status')).toBe('used');
  expect((await dev('POST', '/redeem', { item_id: id })).status).toBe(400);
});

test('sessions and tokens are ended from the panel', async () => {
  await dev('POST', '/expire-access', { user_id: 31 });
  expect((await verify()).code).toBe('TOKEN_EXPIRED');
  token = (await client.login(DEMO)).access;
  expect(at((await dev('POST', '/end-sessions', { user_id: 31 })).json, 'ended')).toBe(1);
  expect((await verify()).code).toBe('SESSION_REPLACED');
});

test('the profile is switched while running', async () => {
  await dev('POST', '/profile', { profile: 'deployed' });
  expect((await client.call('GET', '/api/v4/backpack', { token })).status).toBe(200);
  expect((await dev('POST', '/profile', { profile: 'other' })).status).toBe(400);
  await dev('POST', '/profile', { profile: 'documented' });
});

test('other machines and other sites are refused', async () => {
  const host = 'localhost:8901';
  const own = { host, origin: 'http://localhost:8901' };
  expect(refusal({ ip: '127.0.0.1', headers: { host } })).toBeUndefined();
  expect(refusal({ ip: '::ffff:127.0.0.1', headers: own })).toBeUndefined();
  const neighbour = { host, origin: 'http://localhost:8900' };
  expect(refusal({ ip: '::1', headers: neighbour })).toContain('own pages');
  for (const ip of ['192.168.1.20', '10.127.0.1', '::ffff:10.0.0.1', '::11']) {
    expect(refusal({ ip, headers: { host } })).toContain('this machine');
  }
  expect((await dev('GET', '/state', undefined, { origin: 'https://example.com' })).status).toBe(403);
});
