// The chat routes of the V4 contract.
import { DEMO, EMPTY } from '../v4/kit';
import { api, nothing, row } from './row';
import type { Row, World } from './row';

const FIRST = { page: 1, page_size: 20 };
const text = (content: string) =>
  ({ temp_message_id: `t-${content}`, message_type: 'text', content }) as const;

async function session({ core }: World): Promise<string> {
  return (await core.v4.api.chat.createSession()).customer_service_session_id;
}

async function said(world: World): Promise<string> {
  const id = await session(world);
  await world.core.v4.api.chat.send(id, text('在吗'));
  return id;
}

async function closed(world: World): Promise<string> {
  const id = await said(world);
  world.backend.dev.closeChat(BigInt(id));
  return id;
}

const nobodys = api(404, 'CUSTOMER_SERVICE_NOT_FOUND');

export const chatRows: readonly Row[] = [
  row({
    route: 'create_session',
    prepare: nothing,
    call: ({ core }) => core.v4.api.chat.createSession(),
    success: { status: expect.any(String) as unknown },
    refusals: [
      {
        name: 'a fourth within ten seconds',
        run: async ({ core }) => {
          for (let time = 0; time < 3; time += 1) await core.v4.api.chat.createSession();
          return core.v4.api.chat.createSession();
        },
        failure: { ...api(429, 'RATE_LIMIT_EXCEEDED'), wait_seconds: 10 },
      },
    ],
  }),
  row({
    route: 'sessions',
    prepare: said,
    call: ({ core }) => core.v4.api.chat.sessions(FIRST),
    success: {
      sessions: expect.arrayContaining([
        expect.objectContaining({ unread_count: expect.any(Number) as unknown }),
      ]) as unknown,
    },
    empty: {
      run: async (world) => (await world.as(EMPTY.mobile)).core.v4.api.chat.sessions(FIRST),
      reply: { sessions: [] },
    },
    refusals: [
      {
        name: 'kicked off this device',
        run: ({ backend, core }) => {
          backend.dev.endSessions(DEMO.user_id, 'kicked');
          return core.v4.api.chat.sessions(FIRST);
        },
        failure: { kind: 'signed_out', backend: 'v4', reason: 'revoked' },
      },
    ],
  }),
  row({
    route: 'send_message',
    prepare: session,
    call: ({ core }, id) => core.v4.api.chat.send(id, text('你好')),
    success: { content: '你好', message_type: 'text' },
    refusals: [
      {
        name: 'nothing',
        run: ({ core }, id) => core.v4.api.chat.send(id, text('')),
        failure: api(400, 'BAD_REQUEST'),
      },
      {
        name: 'too long',
        run: ({ core }, id) => core.v4.api.chat.send(id, { ...text('长'), content: '长'.repeat(5001) }),
        failure: api(400, 'BAD_REQUEST'),
      },
      {
        name: 'not to be said',
        run: ({ core }, id) => core.v4.api.chat.send(id, text('违禁词')),
        failure: api(400, 'CONTENT_VIOLATION'),
      },
      {
        name: 'closed meanwhile',
        run: async (world) => world.core.v4.api.chat.send(await closed(world), text('还在吗')),
        failure: api(400, 'CUSTOMER_SERVICE_ERROR'),
      },
      {
        name: 'another’s',
        run: ({ core }) => core.v4.api.chat.send('99999999', text('x')),
        failure: nobodys,
      },
      {
        name: 'an image without an address',
        run: ({ core }, id) =>
          core.v4.api.chat.send(id, { temp_message_id: 'i', message_type: 'image', image_url: 'nowhere' }),
        failure: api(400, 'CUSTOMER_SERVICE_ERROR'),
      },
      {
        name: 'the 21st of a minute',
        run: async ({ core }, id) => {
          for (let time = 0; time < 20; time += 1) await core.v4.api.chat.send(id, text(`第${time}条`));
          return core.v4.api.chat.send(id, text('再一条'));
        },
        failure: api(429, 'RATE_LIMIT_EXCEEDED'),
      },
    ],
  }),
  row({
    route: 'messages',
    prepare: said,
    call: ({ core }, id) => core.v4.api.chat.messages(id, FIRST),
    success: {
      messages: expect.arrayContaining([
        expect.objectContaining({ content: '在吗', sender_type: 'user' }),
      ]) as unknown,
    },
    empty: {
      run: async ({ core }) =>
        core.v4.api.chat.messages(await said({ core } as World), { page: 99, page_size: 20 }),
      reply: { messages: [] },
    },
    refusals: [
      {
        name: 'another’s',
        run: ({ core }) => core.v4.api.chat.messages('99999999', FIRST),
        failure: nobodys,
      },
    ],
  }),
  row({
    route: 'rate',
    prepare: closed,
    call: ({ core }, id) => core.v4.api.chat.rate(id, 5),
    success: { satisfaction_score: 5 },
    refusals: [
      {
        name: 'still open',
        run: async (world) => world.core.v4.api.chat.rate(await session(world), 5),
        failure: api(400, 'CUSTOMER_SERVICE_ERROR'),
      },
      {
        name: 'out of bounds',
        run: ({ core }, id) => core.v4.api.chat.rate(id, 6),
        failure: api(400, 'BAD_REQUEST'),
      },
      {
        name: 'a second time',
        run: async ({ core }, id) => {
          await core.v4.api.chat.rate(id, 5);
          return core.v4.api.chat.rate(id, 4);
        },
        failure: { kind: 'api', status: 409 },
      },
    ],
    without: ['enumerations'],
  }),
  row({
    route: 'upload_image',
    prepare: session,
    call: ({ core }, id) => core.v4.api.chat.uploadImage(id, 'test/backend/static/items/tea.png'),
    success: { image_url: expect.stringMatching(/^https?:/) as unknown },
    refusals: [
      {
        name: 'no picture',
        run: ({ core }, id) => core.v4.api.chat.uploadImage(id, 'package.json'),
        failure: { kind: 'api' },
      },
      {
        name: 'another’s',
        run: ({ core }) => core.v4.api.chat.uploadImage('99999999', 'test/backend/static/items/tea.png'),
        failure: nobodys,
      },
    ],
    without: ['ids', 'enumerations'],
  }),
];

/** As documented, and in February; the July revision does not offer it. */
export const issues: Row = row({
  route: 'issues',
  prepare: nothing,
  call: ({ core }) => core.v4.api.chat.issues(FIRST),
  success: {
    rows: expect.arrayContaining([
      expect.objectContaining({ status: expect.any(String) as unknown }),
    ]) as unknown,
  },
  empty: {
    run: async (world) => (await world.as(EMPTY.mobile)).core.v4.api.chat.issues(FIRST),
    reply: { rows: [], count: 0 },
  },
  refusals: [
    {
      name: 'not offered here',
      run: ({ backend, core }) => {
        backend.dev.fail({ status: 404, code: 'NOT_FOUND', prefix: '/api/v4/system/chat/issues' });
        return core.v4.api.chat.issues(FIRST);
      },
      failure: api(404, 'NOT_FOUND'),
    },
  ],
});
