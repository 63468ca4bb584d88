// Every chat reply that was recorded of the deployed backend, got from ours in the same order.
import { at, startClient, textAt } from '../../support/client';
import type { Client, Reply } from '../../support/client';
import { replay } from '../../support/replay';

const CUSTOMER = '13800000001';
const STRANGER = '13800000002';
const AGENT = '13800000035';
let client: Client;
let token: string;
let stranger: string;
let agent: string;
let session: string;

const chat = (method: string, path: string, body?: unknown, bearer = token): Promise<Reply> =>
  client.call(method, `/api/v4/system/chat${path}`, {
    token: bearer,
    ...(body === undefined ? {} : { body }),
  });
const create = () => chat('POST', '/sessions', {});
const send = (body: unknown, path = 'messages') => chat('POST', `/sessions/${session}/${path}`, body);
const history = (query = '') => chat('GET', `/sessions/${session}/messages${query}`);
const rate = (satisfaction_score: unknown, bearer = token) =>
  chat('POST', `/sessions/${session}/rate`, { satisfaction_score }, bearer);
const desk = (action: string, body: unknown = {}) =>
  client.call('POST', `/api/v4/console/customer-service/sessions/${session}/${action}`, {
    token: agent,
    body,
  });
const upload = (form?: FormData) =>
  fetch(`${client.backend.url}/api/v4/system/chat/sessions/${session}/upload`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    ...(form === undefined ? {} : { body: form }),
  });

async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  const json: unknown = JSON.parse(text);
  return { status: response.status, code: textAt(json, 'code'), text, json, setCookie: undefined };
}

const remember = (made: Reply): Reply => {
  session = String(at(made.json, 'data', 'customer_service_session_id'));
  return made;
};

beforeAll(async () => {
  client = await startClient({ profile: 'deployed' });
  client.backend.dev.waitWithoutAgent(0);
  token = (await client.login(CUSTOMER)).access;
  stranger = (await client.login(STRANGER)).access;
});
afterAll(() => client.backend.close());

const greeting = { content: '你好 <b>"x"</b> & /', message_type: 'text', temp_message_id: 'tmp-1' };

replay('chat over HTTP', () => ({
  section: '03',
  left: {},
  steps: {
    'create session': async () => remember(await create()),
    'create session again': create,
    'create: third': create,
    'create: fourth within 10 s': create,
    'send per seed doc (/message)': () => send({ content: '你好' }, 'message'),
    'send (no agent online)': () => send(greeting),
    'send: same Idempotency-Key + temp_message_id again': () => send(greeting),
    'send: empty': () => send({ content: '' }),
    'send: blanks': () => send({ content: '   ' }),
    'send: 5001 chars': () => send({ content: '长'.repeat(5001) }),
    'send: type image with URL in content': () =>
      send({ content: 'https://example.invalid/a.png', message_type: 'image' }),
    'send: type image with metadata.image_url': () =>
      send({
        content: 'x',
        message_type: 'image',
        metadata: { image_url: 'https://example.invalid/a.png' },
      }),
    'send: type system': () => send({ content: 'x', message_type: 'system' }),
    'send to a session of nobody': () => chat('POST', '/sessions/99999999/messages', { content: 'x' }),
    "history of someone else's session": () =>
      chat('GET', `/sessions/${session}/messages`, undefined, stranger),
    'history: id not a number': () => chat('GET', '/sessions/abc/messages'),
    'upload: no file': async () => reply(await upload()),
    'upload: text/plain file in field image': async () => {
      const form = new FormData();
      form.append('image', new Blob(['plain'], { type: 'text/plain' }), 'a.txt');
      return reply(await upload(form));
    },
  },
}));

replay('the agent', () => ({
  section: '04',
  left: {},
  steps: {
    'agent login (console)': async () => {
      const made = await client.call('POST', '/api/v4/console/auth/login', {
        body: { mobile: AGENT, verification_code: '123456' },
      });
      agent = textAt(made.json, 'data', 'access_token');
      return made;
    },
    'agent accept': () => desk('accept'),
    'agent send': () => desk('send', { content: '您好 <i>请问</i> a/b', message_type: 'text' }),
    'history default': async () => {
      await send({ content: '经由socket' });
      return history();
    },
    'history page=1&page_size=2': () => history('?page=1&page_size=2&limit=2'),
    'history page=2&page_size=2': () => history('?page=2&page_size=2&limit=2'),
    'history page=99': () => history('?page=99&page_size=2&limit=2'),
    'history page_size=0': () => history('?page=1&page_size=0&limit=0'),
    'history before_message_id (ignored?)': () => history('?before_message_id=1&page_size=1&limit=1'),
    'agent send 2': () => desk('send', { content: '第二条' }),
    'session list (unread_count)': () => chat('GET', '/sessions?page=1&page_size=10&limit=10'),
    search: () => chat('GET', '/sessions/search?keyword=socket'),
    'agent asks for a rating while open': () => desk('satisfaction'),
    'rate while open': () => rate(5),
    'agent close': () => desk('close', { close_reason: '已解决' }),
    'send after close': () => send({ content: '还在吗' }),
    'history after close': () => history('?page=1&page_size=2&limit=2'),
    'rate 6': () => rate(6),
    "rate another's": () => rate(5, stranger),
    rate: () => rate(5),
    'rate again': () => rate(4),
    issues: () => chat('GET', '/issues'),
  },
}));

replay('two sockets', () => ({
  section: '06',
  left: {},
  steps: {
    'new session after close': async () => {
      client.backend.clock.advance(60_000);
      return remember(await create());
    },
    'agent send to 2 sockets': () => desk('send', { content: '两个连接' }),
    'agent send after #2 left': () => desk('send', { content: '只剩第一个连接' }),
  },
}));

replay('a customer who is an administrator too', () => ({
  section: '14',
  left: {
    'disputes (what replaced issues)': 'not offered',
    'mark-viewed': 'replayed with the backpack',
    'upload of a PNG with no object storage configured': 'we have a place to put it',
  },
  steps: {
    'create session': async () => {
      token = (await client.login(AGENT, 'phone')).access;
      return remember(await create());
    },
    'agent sends to that user': () => desk('send', { content: '给有管理员角色的用户' }),
    'cs-agent identity': () => client.call('GET', '/api/v4/system/cs-agent/me', { token }),
    create: async () => {
      token = (await client.login(CUSTOMER)).access;
      return remember(await create());
    },
    'cs-agent send image': () =>
      client.call('POST', `/api/v4/system/cs-agent/sessions/${session}/send`, {
        token: agent,
        body: {
          content: 'x',
          message_type: 'image',
          metadata: { image_url: 'https://example.invalid/b.png' },
        },
      }),
    'cs-agent send location': () =>
      client.call('POST', `/api/v4/system/cs-agent/sessions/${session}/send`, {
        token: agent,
        body: {
          content: 'x',
          message_type: 'location',
          metadata: { latitude: 31.2, longitude: 121.5, address: '测试路1号' },
        },
      }),
    transfer: () => desk('transfer', { target_admin_id: 32 }),
    history: () => history('?page_size=3'),
  },
}));

test('the twenty-first message of a minute is refused, refused attempts counted in', async () => {
  client.backend.clock.advance(60_000);
  const sent = await Promise.all(Array.from({ length: 19 }, (_, n) => send({ content: `r${n}` })));
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await send({ content: '' })).status).toBe(400);
  const refused = await send({ content: '太多' });
  expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMIT_EXCEEDED' });
  expect(at(refused.json, 'data')).toEqual({ current: 20, limit: 20, user_type: 'user' });
});
