// The assistant's conversations.
import { api, nothing, row } from './row';
import type { Row, World } from './row';
import { notApproved } from './xcx-rows';

const FIRST = { page: 1, pageSize: 20 };
const question = { content: '这个月做了多少小时？', context_type: 'general' } as const;

async function chat({ staff }: World): Promise<string> {
  const { chat_id } = await staff.assistant.ask(question);
  if (chat_id === undefined) throw new Error('no conversation began');
  return chat_id;
}

export const assistantRows: readonly Row[] = [
  row({
    route: 'chats',
    prepare: chat,
    call: ({ staff }) => staff.assistant.chats(FIRST),
    success: {
      items: expect.arrayContaining([
        expect.objectContaining({ id: expect.any(String) as unknown }),
      ]) as unknown,
    },
    empty: {
      run: async (world) => (await world.as('demo-empty')).staff.assistant.chats(FIRST),
      reply: { items: [], total: 0 },
    },
    list: (value) => (value as { items: unknown[] }).items,
    refusals: [notApproved(({ staff }) => staff.assistant.chats(FIRST))],
    without: ['enumerations'],
  }),
  row({
    route: 'chat_messages',
    prepare: chat,
    call: ({ staff }, id) => staff.assistant.messages(id, FIRST),
    success: { items: expect.arrayContaining([expect.objectContaining({ role: 'assistant' })]) as unknown },
    empty: {
      run: async (world) => world.staff.assistant.messages(await chat(world), { page: 99, pageSize: 20 }),
      reply: { items: [] },
    },
    list: (value) => (value as { items: unknown[] }).items,
    refusals: [
      {
        name: 'another’s',
        run: ({ staff }) => staff.assistant.messages('99999999', FIRST),
        failure: api(404, '404'),
      },
    ],
  }),
  row({
    route: 'send_chat',
    prepare: chat,
    call: ({ staff }, chat_id) => staff.assistant.ask({ content: '还有呢？', chat_id }),
    success: { user_message: { content: '还有呢？' } },
    refusals: [
      {
        name: 'nothing asked',
        run: ({ staff }, chat_id) => staff.assistant.ask({ content: '', chat_id }),
        failure: api(422, '422'),
      },
      {
        name: 'another’s',
        run: ({ staff }) => staff.assistant.ask({ content: 'x', chat_id: '99999999' }),
        failure: api(404, '404'),
      },
    ],
    without: ['enumerations'],
  }),
  row({
    route: 'start_chat',
    prepare: nothing,
    call: ({ staff }) => staff.assistant.ask(question),
    success: { chat_id: expect.any(String) as unknown, user_message: { content: question.content } },
    refusals: [
      {
        name: 'about nothing there is',
        run: ({ staff }) =>
          staff.assistant.ask({ content: 'x', context_type: 'task', context_id: '99999999' }),
        failure: api(404, '404'),
      },
    ],
    without: ['enumerations'],
    reply: 'POST /messages',
  }),
  row({
    route: 'stream_chat',
    prepare: nothing,
    call: ({ staff }) => staff.assistant.stream(question, () => undefined),
    success: { chat_id: expect.any(String) as unknown, user_message: { content: question.content } },
    refusals: [
      {
        name: 'broken off by the assistant',
        run: ({ backend, staff }) => {
          backend.dev.xcx.setQuirks({ stream: 'broken' });
          return staff.assistant.stream(question, () => undefined);
        },
        failure: api(503, '503'),
      },
      {
        name: 'nothing asked',
        run: ({ staff }) => staff.assistant.stream({ ...question, content: ' ' }, () => undefined),
        failure: api(422, '422'),
      },
    ],
    without: ['enumerations'],
    reply: 'POST /chat/stream',
    deployed: { without: ['enumerations'], anyPlace: true },
  }),
];
