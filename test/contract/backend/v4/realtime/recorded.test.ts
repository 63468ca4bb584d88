// The deployed backend's socket, event by event, against what was recorded of it.
import type { EventEntry } from '../../../recorded/parse';
import { recordedSection } from '../../../recorded/read';
import { shapeDifferences } from '../../../recorded/shape';
import { at, startClient, textAt } from '../../support/client';
import type { Client } from '../../support/client';
import { listen, Listener, names } from '../../support/socket';

const CUSTOMER = '13800000001';
let client: Client;
let token: string;
let agentToken: string;
let session: string;
const open: Listener[] = [];

async function connect(bearer: string): Promise<Listener> {
  const listener = await listen(client.backend.url, bearer);
  open.push(listener);
  return listener;
}

/** Recorded payloads of one event, as one client saw them. */
function recorded(section: string, who: string, event: string): unknown[] {
  return recordedSection(section)
    .entries.filter((entry): entry is EventEntry => entry.kind === 'event')
    .filter((entry) => entry.who === who && entry.event === event)
    .map(({ payload }) => payload);
}

const expectShape = (theirs: unknown, ours: unknown) => expect(shapeDifferences(theirs, ours)).toEqual([]);

const desk = (action: string, body: unknown = {}) =>
  client.call('POST', `/api/v4/console/customer-service/sessions/${session}/${action}`, {
    token: agentToken,
    body,
  });
const chat = (path: string, body: unknown) =>
  client.call('POST', `/api/v4/system/chat${path}`, { token, body });

beforeAll(async () => {
  client = await startClient({ profile: 'deployed' });
});
beforeEach(async () => {
  client.backend.dev.reset();
  token = (await client.login(CUSTOMER, 'dev-a')).access;
  const body = { mobile: '13800000035', verification_code: '123456' };
  const made = await client.call('POST', '/api/v4/console/auth/login', { body });
  agentToken = textAt(made.json, 'data', 'access_token');
  session = String(at((await chat('/sessions', {})).json, 'data', 'customer_service_session_id'));
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});
afterAll(() => client.backend.close());

test('a connection is greeted, a customer and an agent each as what they are', async () => {
  const [user, agent] = [await connect(token), await connect(agentToken)];
  const [theirs] = recorded('04', 'agent', 'connection_established');
  const [mine, other] = [
    await user.wait('connection_established'),
    await agent.wait('connection_established'),
  ];
  expectShape(theirs, mine);
  expectShape(theirs, other);
  expect([at(mine, 'session_user_type'), at(other, 'session_user_type')]).toEqual(['user', 'admin']);
});

test('an agent’s message is pushed flat, escaped, without a time, and with ids as numbers', async () => {
  const user = await connect(token);
  await desk('accept');
  await desk('send', { content: '您好 <i>请问</i> a/b' });
  const [theirs] = recorded('04', 'user', 'new_message');
  const pushed = await user.wait('new_message');
  expectShape(theirs, pushed);
  expect(at(pushed, 'content')).toBe(at(theirs, 'content'));
  await desk('satisfaction');
  expect(await user.wait('new_message', 2)).toEqual({
    type: 'satisfaction_request',
    session_id: Number(session),
  });
});

test('what a customer sends is pushed to the agent, in two forms, and never back to the customer', async () => {
  const [user, agent] = [await connect(token), await connect(agentToken)];
  await desk('accept');
  user.emit('send_message', { session_id: Number(session), content: '经由socket' });
  expectShape(recorded('04', 'user', 'message_sent')[0], await user.wait('message_sent'));
  expectShape(recorded('04', 'agent', 'new_message')[0], await agent.wait('new_message'));
  await chat(`/sessions/${session}/messages`, { content: 'r0' });
  expectShape(recorded('07', 'agent', 'new_message')[0], await agent.wait('new_message', 2));
  user.emit('ping');
  expectShape(recorded('04', 'user', 'pong')[0], await user.wait('pong'));
  expect(user.of('new_message')).toEqual([]);
});

test('nothing is ever acknowledged', async () => {
  const user = await connect(token);
  expect(await user.isAcknowledged('send_message', { session_id: session, content: '要ack' }, 300)).toBe(
    false,
  );
  await user.wait('message_sent');
  expect(user.of('message_sent')).toHaveLength(1);
});

test('what cannot be sent over the socket is answered by a message_error each', async () => {
  const user = await connect(token);
  const errors = recorded('04', 'user', 'message_error');
  user.emit('send_message', {});
  user.emit('send_message', null);
  user.emit('send_message', { session_id: 99999999, content: 'x' });
  await desk('close');
  user.emit('send_message', { session_id: Number(session), content: 'x' });
  await user.wait('message_error', 4);
  const ours = user.of('message_error');
  ours.forEach((payload, index) => expectShape(errors[index], payload));
  expect(ours.map((payload) => [at(payload, 'error'), at(payload, 'message')])).toEqual(
    errors.map((payload) => [at(payload, 'error'), at(payload, 'message')]),
  );
});

test('reconnect_session brings what was missed, fifty at most', async () => {
  const since = new Date(client.backend.clock.now() - 1).toISOString();
  for (let n = 0; n < 52; n += 1) await desk('send', { content: `第${n}条` });
  const user = await connect(token);
  user.emit('reconnect_session', { last_sync_time: since });
  const missed = await user.wait('offline_messages');
  expectShape(recorded('04', 'user', 'offline_messages')[0], missed);
  expect([at(missed, 'count'), at(missed, 'messages', 49, 'content')]).toEqual([50, '第49条']);
  expectShape(recorded('04', 'user', 'session_restored')[0], await user.wait('session_restored'));
  user.emit('reconnect_session', null);
  expectShape(recorded('04', 'user', 'session_restore_error')[0], await user.wait('session_restore_error'));
  user.emit('reconnect_session', { last_sync_time: new Date(client.backend.clock.now() + 1).toISOString() });
  const nothing = await user.wait('session_restored', 2);
  expect(at(nothing, 'message')).toBe(at(recorded('04', 'user', 'session_restored')[1], 'message'));
  expect(user.of('offline_messages')).toHaveLength(1);
});

test('an agent’s closing is pushed to nobody, the system’s own is', async () => {
  const user = await connect(token);
  await desk('close', { close_reason: '已解决' });
  user.emit('ping');
  await user.wait('pong');
  expect(names(user)).toEqual(['connect', 'connection_established', 'pong']);
  client.backend.clock.advance(60_000);
  session = String(at((await chat('/sessions', {})).json, 'data', 'customer_service_session_id'));
  client.backend.dev.closeChat(BigInt(session), '长时间未回复');
  const closed = await user.wait('session_closed');
  expect(closed).toMatchObject({ session_id: Number(session), close_reason: '长时间未回复' });
  expect(at(closed, 'closed_at')).toMatch(/Z$/);
});

test('both sockets of a person hear a push, and the one that stays goes on hearing', async () => {
  const [first, second] = [await connect(token), await connect(token)];
  await desk('send', { content: '两个连接' });
  expect(await first.wait('new_message')).toEqual(await second.wait('new_message'));
  second.close();
  await desk('send', { content: '只剩第一个连接' });
  expect(at(await first.wait('new_message', 2), 'content')).toBe('只剩第一个连接');
});

test('refusals, in the recorded words', async () => {
  const refusal = async (auth: Record<string, unknown>) => {
    const listener = new Listener(client.backend.url, auth);
    open.push(listener);
    return listener.wait('connect_error');
  };
  expect(await refusal({})).toBe('Authentication required: missing token');
  expect(await refusal({ token: 'abc' })).toBe('Authentication failed: invalid token');
  const { access, refresh } = await client.login('13800000032', 'dev-b');
  expect(await refusal({ token: refresh })).toBe('Authentication failed: missing session_token');
  await client.login('13800000032', 'dev-b');
  expect(await refusal({ token: access })).toBe('Authentication failed: session_replaced');
  client.backend.dev.expireAccess(32);
  const { access: fresh } = await client.login('13800000032', 'dev-c');
  client.backend.dev.expireAccess(32);
  expect(await refusal({ token: fresh })).toBe('Authentication failed: invalid token');
});

test('polling is refused, and so is a page of another site', async () => {
  const { url } = client.backend;
  const polling = await fetch(`${url}/socket.io/?EIO=4&transport=polling`);
  expect([polling.status, await polling.json()]).toEqual([400, { code: 0, message: 'Transport unknown' }]);
  const foreign = new Listener(url, { token }, { extraHeaders: { origin: 'https://example.invalid' } });
  const wechat = new Listener(url, { token }, { extraHeaders: { origin: 'https://servicewechat.com' } });
  open.push(foreign, wechat);
  expect(await foreign.wait('connect_error')).toBe('websocket error');
  await wechat.wait('connect');
});

test('a login on the same device says so to the older one’s socket and cuts it; a logout leaves it', async () => {
  const user = await connect(token);
  const { access } = await client.login(CUSTOMER, 'dev-a');
  const replaced = await user.wait('session_replaced');
  expectShape(recorded('08', 'user', 'session_replaced')[0], replaced);
  expect(replaced).toMatchObject({ reason: 'session_replaced', device_id: 'dev-a' });
  expect(await user.wait('disconnect')).toBe('io server disconnect');
  const again = await connect(access);
  await client.call('POST', '/api/v4/auth/logout', { token: access });
  again.emit('ping');
  await again.wait('pong');
  expect(again.connected).toBe(true);
});

test('a device that is kicked hears session_revoked', async () => {
  const user = await connect(token);
  client.backend.dev.endSessions(Number(at(await user.wait('connection_established'), 'user_id')), 'kicked');
  expect(await user.wait('session_replaced')).toMatchObject({ reason: 'session_revoked' });
  expect(await user.wait('disconnect')).toBe('io server disconnect');
});
