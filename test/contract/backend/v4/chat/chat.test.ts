// The documented chat over HTTP: what the recordings of the deployed one cannot show.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, listAt, startClient, textAt } from '../../support/client';
import type { Client, Reply } from '../../support/client';

const DEMO = '13800000031';
const PICTURE = readFileSync(join(__dirname, '../../../../backend/static/items/tea.png'));
let client: Client;
let token: string;

const chat = (method: string, path: string, body?: unknown, bearer = token): Promise<Reply> =>
  client.call(method, `/api/v4/system/chat${path}`, {
    token: bearer,
    ...(body === undefined ? {} : { body }),
  });
const sessions = async () => listAt((await chat('GET', '/sessions')).json, 'data', 'sessions');
const openSession = async () =>
  String(at((await chat('POST', '/sessions', {})).json, 'data', 'customer_service_session_id'));
const upload = async (session: string, content: Uint8Array<ArrayBuffer>, type: string, field = 'image') => {
  const form = new FormData();
  form.append(field, new Blob([content], { type }), 'picture');
  const url = `${client.backend.url}/api/v4/system/chat/sessions/${session}/upload`;
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: 'POST', headers, body: form });
  const json: unknown = await response.json();
  return { status: response.status, code: textAt(json, 'code'), json };
};

beforeAll(async () => {
  client = await startClient();
});
beforeEach(async () => {
  client.backend.dev.reset();
  client.backend.dev.setProfile('documented');
  token = (await client.login(DEMO)).access;
});
afterAll(() => client.backend.close());

test('the demo customer has an open session with unread lines and a rated one with a long history', async () => {
  const [open, closed] = await sessions();
  expect(open).toMatchObject({ status: 'active', unread_count: 2, satisfaction_score: null });
  expect(closed).toMatchObject({ status: 'closed', satisfaction_score: 5, unread_count: 0 });
  const path = `/sessions/${textAt(closed, 'customer_service_session_id')}/messages`;
  const messages = listAt((await chat('GET', path)).json, 'data', 'messages');
  expect(messages.length).toBeGreaterThan(30);
  const types = messages.map(
    (message) => `${textAt(message, 'sender_type')} ${textAt(message, 'message_type')}`,
  );
  expect(new Set(types)).toEqual(new Set(['user text', 'admin text', 'user image', 'system system']));
  const image = messages.find((message) => at(message, 'message_type') === 'image');
  expect((await fetch(textAt(image, 'metadata', 'image_url'))).status).toBe(200);
});

test('a resend over HTTP gives the same message back, and its temporary id is echoed everywhere', async () => {
  const path = `/sessions/${await openSession()}`;
  const send = () => chat('POST', `${path}/message`, { content: '你好 <b>', temp_message_id: 'tmp-1' });
  const [first, second] = [await send(), await send()];
  expect(at(second.json, 'data')).toEqual(at(first.json, 'data'));
  expect(at(first.json, 'data')).toMatchObject({ temp_message_id: 'tmp-1', content: '你好 <b>' });
  const messages = listAt((await chat('GET', `${path}/messages?page_size=3`)).json, 'data', 'messages');
  expect(messages.map((message) => at(message, 'temp_message_id'))).toEqual([null, null, 'tmp-1']);
});

test('the deployed send stores first and answers three seconds later, when no agent is there', async () => {
  client.backend.dev.setProfile('deployed');
  const path = `/sessions/${await openSession()}/messages`;
  let isAnswered = false;
  const sent = chat('POST', path, { content: '在吗' }).then((reply) => {
    isAnswered = true;
    return reply;
  });
  const stored = async () => (await chat('GET', path)).text.includes('在吗');
  while (!(await stored()) || client.backend.clock.waiting() === 0);
  client.backend.clock.advance(2000);
  await stored();
  expect(isAnswered).toBe(false);
  client.backend.clock.advance(1000);
  expect((await sent).status).toBe(200);
});

test('a long conversation pages to its end', async () => {
  token = (await client.login('13800000032')).access;
  const path = `/sessions/${await openSession()}/messages`;
  const page = async (number: number) => (await chat('GET', `${path}?page=${number}&page_size=100`)).json;
  expect(at(await page(1), 'data', 'pagination')).toMatchObject({ total: 2000, total_pages: 20 });
  expect(textAt(await page(20), 'data', 'messages', 0, 'content')).toMatch(/^1\. /);
  expect(textAt(await page(1), 'data', 'messages', 99, 'content')).toMatch(/^2000\. /);
});

test('an uploaded picture is kept and can be sent', async () => {
  const session = await openSession();
  const made = await upload(session, new Uint8Array(PICTURE), 'image/png');
  const image_url = textAt(made.json, 'data', 'image_url');
  expect(image_url.endsWith(textAt(made.json, 'data', 'object_key'))).toBe(true);
  const loaded = Buffer.from(await (await fetch(image_url)).arrayBuffer());
  expect(loaded.equals(PICTURE)).toBe(true);
  const body = { content: image_url, message_type: 'image', metadata: { image_url } };
  const sent = await chat('POST', `/sessions/${session}/message`, body);
  expect(at(sent.json, 'data')).toMatchObject({ message_type: 'image', metadata: { image_url } });
});

test('a file that is no picture, is too large, in another field, or for another’s session is refused', async () => {
  const session = await openSession();
  const bytes = (length: number) => {
    const content = new Uint8Array(length);
    content.set(PICTURE.subarray(0, 16));
    return content;
  };
  expect(await upload(session, new TextEncoder().encode('hello'), 'image/png')).toMatchObject({
    status: 400,
  });
  expect(await upload(session, bytes(100), 'text/plain')).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  expect(await upload(session, bytes(5 * 1024 * 1024), 'image/png')).toMatchObject({ status: 200 });
  expect(await upload(session, bytes(5 * 1024 * 1024 + 1), 'image/png')).toMatchObject({
    status: 400,
    code: 'FILE_TOO_LARGE',
  });
  expect(await upload(session, bytes(100), 'image/png', 'file')).toMatchObject({ code: 'FILE_REQUIRED' });
  token = (await client.login('13800000033')).access;
  expect(await upload(session, bytes(100), 'image/png')).toMatchObject({ status: 404 });
});

test('tickets: every type, status and priority, in pages, by status; unknown to the deployed one of July', async () => {
  const { json } = await chat('GET', '/issues?page_size=50');
  const rows = listAt(json, 'data', 'rows');
  const values = (name: string) => [...new Set(rows.map((row) => textAt(row, name)))].sort();
  expect(values('status')).toEqual(['closed', 'open', 'processing', 'resolved']);
  expect(values('priority')).toEqual(['high', 'low', 'medium', 'urgent']);
  expect(values('issue_type')).toHaveLength(8);
  expect(at(json, 'data', 'count')).toBe(rows.length);
  const times = rows.map((row) => textAt(row, 'created_at'));
  expect(times).toEqual([...times].sort().reverse());
  const open = await chat('GET', '/issues?status=open&page=1&page_size=2');
  expect(at(open.json, 'data')).toMatchObject({
    count: 3,
    page: 1,
    page_size: 2,
    rows: [{ status: 'open' }, {}],
  });
  client.backend.dev.setProfile('deployed');
  expect((await chat('GET', '/issues')).text).toContain('接口不存在');
});

test('customers may not act as agents', async () => {
  const customer = (await client.login('13800000033')).access;
  const path = '/api/v4/console/customer-service/sessions/2203/close';
  expect(await client.call('POST', path, { token: customer, body: {} })).toMatchObject({ status: 403 });
  const body = { mobile: '13800000033', verification_code: '123456' };
  expect(await client.call('POST', '/api/v4/console/auth/login', { body })).toMatchObject({ status: 403 });
});
