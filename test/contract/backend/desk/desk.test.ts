// The agents' desk: what its page asks for, and who may ask.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, listAt, startClient, textAt } from '../support/client';
import type { Client } from '../support/client';

const PICTURE = readFileSync(join(__dirname, '../../../backend/static/items/tea.png'));
let client: Client;
let token: string;
let session: string;

const desk = (path: string, body?: unknown) =>
  client.call(body === undefined ? 'GET' : 'POST', `/desk${path}`, body === undefined ? {} : { body });
const history = async () => {
  const path = `/api/v4/system/chat/sessions/${session}/messages`;
  return listAt((await client.call('GET', path, { token })).json, 'data', 'messages');
};
const send = (content: string) =>
  client.call('POST', `/api/v4/system/chat/sessions/${session}/message`, { token, body: { content } });
const queued = async () => {
  const { json } = await desk('/sessions');
  return listAt(json, 'sessions').find((row) => at(row, 'session_id') === session);
};

/** Reads the live feed until something fits. */
async function hear(fits: (text: string) => boolean, meanwhile: () => Promise<unknown>): Promise<string> {
  const stop = new AbortController();
  const { body } = await fetch(`${client.backend.url}/desk/events`, { signal: stop.signal });
  if (body === null) throw new Error('no feed');
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let isAsked = false;
  while (!fits(text)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the feed ended after ${text}`);
    text += value;
    if (!isAsked) await meanwhile();
    isAsked = true;
  }
  stop.abort();
  return text;
}

beforeAll(async () => {
  client = await startClient();
});
beforeEach(async () => {
  client.backend.dev.reset();
  client.backend.dev.setProfile('documented');
  token = (await client.login('13800000033')).access;
  const made = await client.call('POST', '/api/v4/system/chat/sessions', { token, body: {} });
  session = String(at(made.json, 'data', 'customer_service_session_id'));
});
afterAll(() => client.backend.close());

test('the page and its files are there, and nothing else is', async () => {
  const page = (await desk('')).text;
  const files = [...page.matchAll(/(?:href|src)="\/desk(\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(files.length).toBeGreaterThan(2);
  for (const path of files) expect([path, (await desk(path)).status]).toEqual([path, 200]);
  for (const path of ['/page/../routes.ts', '/page/%2e%2e%2froutes.ts', '/font/package.json', '/font/../x']) {
    expect([path, (await desk(path)).status]).toEqual([path, 404]);
  }
});

test('another site’s page may not use the desk', async () => {
  const headers = { origin: 'http://example.invalid' };
  expect((await client.call('GET', '/desk/sessions', { headers })).status).toBe(403);
  const accept = `/desk/sessions/${session}/accept`;
  expect((await client.call('POST', accept, { headers, body: {} })).status).toBe(403);
});

test('a session’s whole life at the desk', async () => {
  await send('在吗');
  expect(await queued()).toMatchObject({ status: 'waiting', customer: '苏木槿', agent: null, unanswered: 1 });
  await desk(`/sessions/${session}/accept`, {});
  await desk(`/sessions/${session}/send`, { content: '在的 <b>' });
  expect(await queued()).toMatchObject({
    status: 'active',
    agent: '客服小禾',
    unanswered: 0,
    last: '在的 <b>',
  });
  expect(await history()).toMatchObject([{ content: '在吗' }, { content: '在的 <b>', sender_type: 'admin' }]);
  const { json } = await desk(`/sessions/${session}`);
  expect(at(json, 'messages', 1)).toMatchObject({ from: 'agent', content: '在的 <b>', is_read: true });
  expect((await desk(`/sessions/${session}/satisfaction`, {})).status).toBe(200);
  await desk(`/sessions/${session}/close`, { reason: '已解决' });
  expect(await queued()).toMatchObject({ status: 'closed', close_reason: '已解决', unanswered: 0 });
  expect(await desk(`/sessions/${session}/send`, { content: '还有' })).toMatchObject({ status: 400 });
});

test('looking at a conversation from the desk marks nothing read for the customer', async () => {
  await desk(`/sessions/${session}/send`, { content: '您好' });
  await desk(`/sessions/${session}`);
  const { json } = await client.call('GET', '/api/v4/system/chat/sessions', { token });
  expect(at(json, 'data', 'sessions', 0, 'unread_count')).toBe(1);
});

test('the desk has the lines in the order in which they were written, even where customers get them in arbitrary order', async () => {
  const said = ['一', '二', '三', '四', '五'];
  for (const content of said) await send(content);
  client.backend.dev.setProfile('deployed');
  const shown = listAt((await desk(`/sessions/${session}`)).json, 'messages').map((row) =>
    at(row, 'content'),
  );
  expect(shown).toEqual(said);
});

test('a picture goes to the customer, who can load it', async () => {
  const url = `${client.backend.url}/desk/sessions/${session}/image`;
  const headers = { 'content-type': 'image/png' };
  const sent = await fetch(url, { method: 'POST', headers, body: new Uint8Array(PICTURE) });
  expect(sent.status).toBe(200);
  const [message] = await history();
  expect(message).toMatchObject({ message_type: 'image', sender_type: 'admin' });
  const picture = await fetch(textAt(message, 'metadata', 'image_url'));
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await picture.arrayBuffer()).equals(PICTURE)).toBe(true);
  const fake = await fetch(url, { method: 'POST', headers, body: 'no picture' });
  expect(fake.status).toBe(400);
});

test('the feed tells of what happens, and an open desk counts as an agent', async () => {
  client.backend.dev.setProfile('deployed');
  const path = `/api/v4/system/chat/sessions/${session}/messages`;
  const text = await hear(
    (heard) => heard.includes('"message"'),
    () => client.call('POST', path, { token, body: { content: '在吗' } }),
  );
  expect(text).toContain(`{"kind":"message","session_id":"${session}"}`);
});

test('a code is redeemed by its text and by its QR, once each', async () => {
  for (const shown of ['code', 'qr'] as const) {
    const id = client.backend.dev.give({ owner_user_id: 33, item_name: '热饮券' });
    const { json } = await client.call('POST', `/api/v4/backpack/items/${id}/redeem`, { token });
    const value =
      shown === 'qr' ? textAt(json, 'data', 'qr', 'qr_content') : textAt(json, 'data', 'code').toLowerCase();
    const done = await desk('/redeem', { shown: ` ${value} ` });
    expect(done.json).toMatchObject({ item: { item_name: '热饮券', status: 'used' } });
    expect(await desk('/redeem', { shown: value })).toMatchObject({
      status: 400,
      code: 'ORDER_STATUS_INVALID',
    });
  }
  expect(await desk('/redeem', { shown: '' })).toMatchObject({ status: 400 });
});

test('the scripted agent is switched at the desk and sees to those who wait', async () => {
  await send('积分');
  await desk('/script', { on: true });
  expect(at((await desk('/sessions')).json, 'scripted_agent')).toBe(true);
  client.backend.clock.advance(4000);
  expect(await history()).toMatchObject([
    { content: '积分' },
    { sender_type: 'admin', sender: { nickname: '客服小禾' } },
    { content: '您目前还没有积分，到店消费后会自动到账。' },
  ]);
  await desk('/script', { on: false });
  expect(at((await desk('/sessions')).json, 'scripted_agent')).toBe(false);
});
