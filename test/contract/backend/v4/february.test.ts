// The February revision of the deployed backend: a clock that is 8 h off, wrong times in the history, refusals as 500.
import { at, listAt, startClient, textAt } from '../support/client';
import type { Client } from '../support/client';
import { listen, names } from '../support/socket';

const EMPTY = '13800000033';
const HOUR_MS = 3_600_000;
/** Two looks at one clock, on a busy machine. */
const NEAR_MS = 60_000;
let client: Client;
let token: string;
let session: string;

beforeAll(async () => {
  client = await startClient({ profile: 'deployed', revision: 'february' });
});
beforeEach(async () => {
  client.backend.dev.reset();
  client.backend.dev.waitWithoutAgent(0);
  token = (await client.login(EMPTY)).access;
  const made = await client.call('POST', '/api/v4/system/chat/sessions', { token, body: {} });
  session = String(at(made.json, 'data', 'customer_service_session_id'));
});
afterAll(() => client.backend.close());

const path = () => `/api/v4/system/chat/sessions/${session}/messages`;
const send = (content: string) => client.call('POST', path(), { token, body: { content } });
const history = async () => listAt((await client.call('GET', path(), { token })).json, 'data', 'messages');
const stated = (value: unknown, ...way: (string | number)[]) => Date.parse(textAt(value, ...way));

test('the envelope’s time is 8 h off, the Date header is not', async () => {
  const response = await fetch(`${client.backend.url}/api/v4/auth/profile`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const body: unknown = await response.json();
  const truth = Date.parse(response.headers.get('date') ?? '');
  expect(Math.abs(stated(body, 'timestamp') + 8 * HOUR_MS - truth)).toBeLessThan(NEAR_MS);
  expect(textAt(body, 'timestamp')).toMatch(/\+08:00$/);
  expect(Math.abs(stated(body, 'data', 'timestamp') - stated(body, 'timestamp'))).toBeLessThan(1000);
  // Errors tell the same time.
  const refused = await client.call('GET', '/api/v4/auth/profile');
  expect(Math.abs(stated(refused.json, 'timestamp') + 8 * HOUR_MS - Date.now())).toBeLessThan(NEAR_MS);
});

test('what is stored keeps its true time: a code ends when it says', async () => {
  const item_id = client.backend.dev.give({ owner_user_id: 33, item_name: '热饮券', item_type: 'voucher' });
  const made = await client.call('POST', `/api/v4/backpack/items/${item_id}/redeem`, { token });
  const ends = stated(made.json, 'data', 'qr', 'expires_at');
  expect(Math.abs(ends - client.backend.clock.now() - 5 * 60_000)).toBeLessThan(NEAR_MS);
  // A phone that believes the envelope would show 8:05:00.
  expect(Math.round((ends - stated(made.json, 'timestamp')) / 60_000)).toBe(8 * 60 + 5);
});

test('history tells the time of reading for every row; a send tells the true one', async () => {
  const first = await send('第一条');
  client.backend.dev.advance(2 * HOUR_MS);
  const { json } = await send('第二条');
  const sent = [stated(first.json, 'data', 'sent_at'), stated(json, 'data', 'sent_at')];
  expect(Math.round(((sent[1] ?? 0) - (sent[0] ?? 0)) / HOUR_MS)).toBe(2);
  expect(Math.abs((sent[1] ?? 0) - client.backend.clock.now())).toBeLessThan(NEAR_MS);
  client.backend.dev.advance(HOUR_MS);
  const page = await client.call('GET', path(), { token });
  const times = listAt(page.json, 'data', 'messages').map((row) => stated(row, 'created_at'));
  expect(times.length).toBeGreaterThanOrEqual(2);
  for (const time of times) expect(Math.abs(time - stated(page.json, 'timestamp'))).toBeLessThan(1000);
});

test('of two lines in one second the list may show the earlier one', async () => {
  const whole = 1000 - (client.backend.clock.now() % 1000);
  client.backend.dev.advance(whole);
  const ids = [await send('先'), await send('后')].map(({ json }) =>
    Number(at(json, 'data', 'chat_message_id')),
  );
  const sql = 'UPDATE chat_messages SET created_at = ? WHERE chat_message_id IN (?, ?)';
  client.backend.db.run(sql, client.backend.clock.now(), ids[0] ?? 0, ids[1] ?? 0);
  const { json } = await client.call('GET', '/api/v4/system/chat/sessions', { token });
  const row = listAt(json, 'data', 'sessions').find(
    (one) => at(one, 'customer_service_session_id') === session,
  );
  expect(Number(at(row, 'last_message', 'chat_message_id'))).toBe(ids[0]);
});

test('a text into a closed session is a 500 that says nothing, and is not stored', async () => {
  client.backend.dev.closeChat(BigInt(session));
  const before = (await history()).length;
  const reply = await send('还在吗');
  expect(reply).toMatchObject({ status: 500, code: 'INTERNAL_ERROR' });
  expect(textAt(reply.json, 'message')).not.toContain('关闭');
  expect(await history()).toHaveLength(before);
});

test('a rating that is refused is a 500', async () => {
  const rate = (satisfaction_score: number) => {
    const to = `/api/v4/system/chat/sessions/${session}/rate`;
    return client.call('POST', to, { token, body: { satisfaction_score } });
  };
  expect((await rate(5)).status).toBe(500);
  client.backend.dev.closeChat(BigInt(session));
  expect([(await rate(5)).status, (await rate(4)).status]).toEqual([200, 500]);
});

test('another device cuts the socket without a word; the next call says why', async () => {
  const phone = (await client.login(EMPTY, 'phone')).access;
  const heard = await listen(client.backend.url, phone);
  await client.login(EMPTY, 'tablet');
  expect(await heard.wait('disconnect')).toBe('io server disconnect');
  expect(names(heard)).not.toContain('session_replaced');
  expect((await client.call('GET', '/api/v4/auth/profile', { token: phone })).code).toBe('SESSION_REPLACED');
});

test('it is a revision of the deployed backend alone, and is switched while it runs', async () => {
  const off = async () => {
    const { json } = await client.call('GET', '/api/v4/auth/profile');
    return Math.round((Date.now() - stated(json, 'timestamp')) / HOUR_MS);
  };
  expect(await off()).toBe(8);
  await client.call('POST', '/dev/revision', { body: { revision: 'july' } });
  expect(await off()).toBe(0);
  client.backend.dev.setRevision('february');
  client.backend.dev.setProfile('documented');
  expect(await off()).toBe(0);
  client.backend.dev.setProfile('deployed');
  expect((await client.call('POST', '/dev/revision', { body: { revision: 'may' } })).status).toBe(400);
});
