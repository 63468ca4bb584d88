// The documented live events, and the socket weather of the dev panel.
import { at, startClient, textAt } from '../../support/client';
import type { Client } from '../../support/client';
import { listen, Listener, names } from '../../support/socket';

const CUSTOMER = '13800000033';
let client: Client;
let token: string;
let agentToken: string;
let session: string;
const open: Listener[] = [];

async function connect(bearer = token): Promise<Listener> {
  const listener = await listen(client.backend.url, bearer);
  open.push(listener);
  return listener;
}

const chat = (path: string, body: unknown, bearer = token) =>
  client.call('POST', `/api/v4/system/chat${path}`, { token: bearer, body });
const send = (content: string, temp_message_id?: string) =>
  chat(`/sessions/${session}/message`, { content, temp_message_id });
const desk = (action: string, body: unknown = {}) =>
  client.call('POST', `/api/v4/console/customer-service/sessions/${session}/${action}`, {
    token: agentToken,
    body,
  });
const dev = (path: string, body: unknown = {}) => client.call('POST', `/dev/${path}`, { body });
const contents = (listener: Listener) =>
  listener.of('new_message').map((payload) => at(payload, 'message', 'content'));

beforeAll(async () => {
  client = await startClient();
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

test('a session’s whole life in documented events, the same on both of a person’s devices', async () => {
  const [phone, tablet] = [await connect(), await connect()];
  const session_id = Number(session);
  await send('在吗', 'tmp-1');
  await desk('accept');
  await desk('send', { content: '<b>在</b> a/b' });
  await desk('satisfaction');
  await desk('close', { close_reason: '已解决' });
  for (const device of [phone, tablet]) {
    await device.wait('session_closed');
    expect(names(device)).toEqual([
      ...['connect', 'new_message', 'session_update', 'session_update', 'new_message'],
      ...['satisfaction_request', 'new_message', 'session_update', 'session_closed'],
    ]);
    const states = device.of('session_update').map((payload) => at(payload, 'status'));
    expect(states).toEqual(['assigned', 'active', 'closed']);
    expect(device.of('satisfaction_request')).toEqual([{ session_id }]);
    expect(device.of('session_closed')).toEqual([{ session_id }]);
  }
  const [own, agents, line] = phone.of('new_message');
  expect(own).toMatchObject({
    session_id,
    message: { sender_type: 'user', temp_message_id: 'tmp-1', content: '在吗', message_type: 'text' },
  });
  expect(agents).toMatchObject({ message: { sender_type: 'admin', content: '<b>在</b> a/b' } });
  expect(line).toMatchObject({ message: { sender_type: 'system', message_type: 'system', sender_id: null } });
  expect(at(own, 'message', 'created_at')).toMatch(/\+08:00$/);
});

test('nobody gets pushes about another person’s session', async () => {
  const other = await connect((await client.login('13800000032')).access);
  const mine = await connect();
  await send('悄悄话');
  await mine.wait('new_message');
  client.backend.dev.endSessions(32);
  await other.wait('disconnect');
  expect(names(other)).toEqual(['connect', 'disconnect']);
});

test('ids beyond 2^53 keep their digits in a push', async () => {
  const phone = await connect();
  await dev('chat/next-id', { id: '9007199254740993' });
  await send('大');
  await phone.wait('new_message');
  expect(phone.frames.at(-1)).toContain('"chat_message_id":9007199254740993,');
});

test('the end of a login cuts its socket, and no other', async () => {
  const phone = await connect();
  const other = await connect((await client.login(CUSTOMER, 'dev-b')).access);
  await client.call('POST', '/api/v4/auth/logout', { token });
  expect(await phone.wait('disconnect')).toBe('io server disconnect');
  await desk('send', { content: '还在' });
  await other.wait('new_message');
});

test('a token that expires while it is connected does not cut the socket', async () => {
  const phone = await connect();
  client.backend.dev.expireAccess(33);
  client.backend.clock.advance(25 * 60 * 60 * 1000);
  agentToken = textAt(
    (
      await client.call('POST', '/api/v4/console/auth/login', {
        body: { mobile: '13800000035', verification_code: '123456' },
      })
    ).json,
    'data',
    'access_token',
  );
  await desk('send', { content: '还在' });
  expect(await phone.wait('new_message')).toMatchObject({ message: { content: '还在' } });
});

describe('weather', () => {
  test('sockets are dropped with a close frame, or lost without', async () => {
    for (const [frame, code] of [
      [true, 1001],
      [false, 1006],
    ] as const) {
      const phone = await connect();
      expect(at((await dev('sockets/drop', { frame })).json, 'dropped')).toBe(1);
      expect([await phone.wait('disconnect'), phone.closeCode]).toEqual(['transport close', code]);
    }
  });

  test('a silent socket stays open and hears nothing more', async () => {
    const phone = await connect();
    await dev('sockets/silence');
    await desk('send', { content: '听得见吗' });
    const later = await connect();
    await desk('send', { content: '现在呢' });
    await later.wait('new_message');
    expect([phone.connected, phone.of('new_message')]).toEqual([true, []]);
  });

  test('handshakes are refused while a restart lasts', async () => {
    const phone = await connect();
    await dev('sockets/restart', { ms: 5000 });
    expect(await phone.wait('disconnect')).toBe('transport close');
    const early = new Listener(client.backend.url, { token });
    open.push(early);
    expect(await early.wait('connect_error')).toBe('websocket error');
    client.backend.clock.advance(5000);
    await connect();
  });

  test('a full server lets in and turns away', async () => {
    await dev('sockets/full');
    const phone = await connect();
    expect(await phone.wait('connection_rejected')).toMatchObject({ reason: 'server_full' });
    expect(await phone.wait('disconnect')).toBe('io server disconnect');
    await dev('sockets/full', { on: false });
    expect((await connect()).of('connection_rejected')).toEqual([]);
  });

  test('pushes come late, twice, or out of order', async () => {
    const phone = await connect();
    await dev('sockets/pushes', { duplicate: true });
    await desk('send', { content: '一' });
    await phone.wait('new_message', 2);
    await dev('sockets/pushes', { reorder: true });
    await desk('send', { content: '二' });
    await desk('send', { content: '三' });
    await phone.wait('new_message', 4);
    await dev('sockets/pushes', { delay_ms: 60_000 });
    await desk('send', { content: '四' });
    expect(contents(phone)).toEqual(['一', '一', '三', '二']);
    client.backend.clock.advance(60_000);
    await phone.wait('new_message', 5);
  });

  test('calm clears all of it', async () => {
    await dev('sockets/pushes', { duplicate: true, reorder: true, delay_ms: 5 });
    await dev('sockets/full');
    await dev('sockets/refuse');
    await dev('calm');
    const { json } = await client.call('GET', '/dev/state');
    expect(at(json, 'sockets')).toEqual({
      ...{ open: 0, refuses: false, full: false },
      ...{ delayMs: 0, duplicate: false, reorder: false },
    });
  });
});
