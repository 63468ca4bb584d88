// What the chat's calls ask of the client, and how they read what either revision of the backend answers.
import * as v from 'valibot';
import type { Call, Reply, Upload } from '../../../../miniprogram/api/call';
import type { Client } from '../../../../miniprogram/api/client';
import { v4Routes } from '../../../../miniprogram/api/v4/routes';
import { createChatApi } from '../../../../miniprogram/packages/member/api/chat';

const SEND_MS = 12_000;
const routes = v4Routes('documented');

/** The calls over a client whose server answers so; what is asked is kept. */
function asking(data: unknown, timestamp?: string) {
  const calls: (Call<unknown> | Upload<unknown>)[] = [];
  const answer = <T>(call: Call<T> | Upload<T>): T => (calls.push(call), v.parse(call.schema, data));
  const client: Client = {
    call: async (call) => answer(call),
    callFull: async <T>(call: Call<T>): Promise<Reply<T>> => ({
      ...{ data: answer(call), message: '', cookies: [] },
      ...(timestamp === undefined ? {} : { timestamp }),
    }),
    upload: async (call) => answer(call),
    stream: () => Promise.reject(new Error('nothing is streamed')),
  };
  return { api: createChatApi(client, routes, SEND_MS), calls };
}

const line = (id: number, more: object = {}) => ({
  ...{ chat_message_id: id, sender_id: 9, sender_type: 'admin', message_type: 'text', content: 'a&#x2F;b' },
  ...more,
});
const sent = { chat_message_id: 7, content: '在吗', message_type: 'text' };
const text = { temp_message_id: 't1', message_type: 'text', content: '在吗' } as const;

test('a page is asked for by both names that the backends know', async () => {
  const { api, calls } = asking({ sessions: [] });
  await api.sessions({ page: 2, page_size: 50 });
  expect(calls).toMatchObject([{ route: routes.sessions, query: { page: 2, page_size: 50, limit: 50 } }]);
});

test('sessions have their last lines read as messages are, a new one too', async () => {
  const row = {
    ...{ customer_service_session_id: 9, status: 'active' },
    last_message: { content: 'a&#x2F;b', sender_type: 'admin', message_source: 'admin_client' },
  };
  const listed = await asking({ sessions: [row] }).api.sessions({ page: 1, page_size: 50 });
  const { api, calls } = asking(row);
  for (const session of [...listed.sessions, await api.createSession()]) {
    expect(session).toMatchObject({
      ...{ customer_service_session_id: '9', last_message: { content: 'a/b' } },
    });
  }
  expect(calls).toMatchObject([{ route: routes.create_session, body: { source: 'mobile' } }]);
});

test('a history’s lines belong to its session, and are read as the app knows them', async () => {
  const { api, calls } = asking({ messages: [line(1), line(2, { sender_id: null })] });
  const { messages } = await api.messages('2220', { page: 1, page_size: 20 });
  expect(messages).toMatchObject([
    { chat_message_id: '1', customer_service_session_id: '2220', content: 'a/b', sender_type: 'admin' },
    { chat_message_id: '2', customer_service_session_id: '2220', sender_type: 'system' },
  ]);
  expect(calls).toMatchObject([{ route: routes.messages, params: { id: '2220' }, query: { limit: 20 } }]);
});

test('a history whose lines all carry the time of the answer has no times; other times stay', async () => {
  const at = '2026-11-22T14:00:00+08:00';
  const told = { messages: [line(1, { created_at: at })] };
  const timesOf = async (answered: string) =>
    (await asking(told, answered).api.messages('1', { page: 1, page_size: 20 })).messages[0]?.created_at;
  expect([await timesOf(at), await timesOf('2026-11-22T15:00:00+08:00')]).toEqual([undefined, at]);
});

describe('a message', () => {
  test('leaves with the phone’s own number, and has as long as a send may take', async () => {
    const { api, calls } = asking(sent);
    await api.send('2220', text);
    expect(calls).toMatchObject([
      {
        ...{ route: routes.send_message, params: { id: '2220' } },
        ...{ body: { temp_message_id: 't1', message_type: 'text', content: '在吗' } },
        options: { timeout_ms: SEND_MS },
      },
    ]);
    await api.send('2220', text, { timeout_ms: 5 });
    expect(calls[1]?.options).toMatchObject({ timeout_ms: 5 });
  });

  test('that is a picture has its address in both places in which a backend looks', async () => {
    const { api, calls } = asking({ ...sent, message_type: 'image' });
    const image_url = 'https://pictures.example.com/1.png';
    await api.send('2220', { temp_message_id: 't1', message_type: 'image', image_url });
    expect(calls).toMatchObject([
      { body: { temp_message_id: 't1', message_type: 'image', content: image_url, metadata: { image_url } } },
    ]);
  });

  test.each([
    [{ created_at: 'a' }, 'a'],
    [{ sent_at: 'b' }, 'b'],
    [{ created_at: 'a', sent_at: 'b' }, 'a'],
    [{}, undefined],
  ])('whose answer has the times %j was said at %j', async (times, created_at) => {
    const reply = await asking({ ...sent, ...times }).api.send('2220', text);
    expect(reply.created_at).toBe(created_at);
  });
});

test('a rating and a picture name their session; how far a picture is goes to who asked', async () => {
  const rating = asking({ satisfaction_score: 4 });
  await rating.api.rate('2220', 4);
  expect(rating.calls).toMatchObject([
    { route: routes.rate, params: { id: '2220' }, body: { satisfaction_score: 4 } },
  ]);
  const { api, calls } = asking({ image_url: 'https://pictures.example.com/1.png' });
  const onProgress = () => undefined;
  await api.uploadImage('2220', 'kept/1.png', onProgress);
  await api.uploadImage('2220', 'kept/1.png');
  const upload = {
    route: routes.upload_image,
    params: { id: '2220' },
    file_path: 'kept/1.png',
    name: 'image',
  };
  expect(calls).toMatchObject([{ ...upload, onProgress }, upload]);
  expect(calls[1]).not.toHaveProperty('onProgress');
});

test('tickets have what agents wrote in them read as messages are', async () => {
  const row = { issue_id: 4, issue_type: 'item', status: 'resolved', resolution: 'a&#x2F;b' };
  const { api, calls } = asking({ rows: [row, { ...row, resolution: null }], count: 2 });
  const { rows } = await api.issues({ page: 1, page_size: 20 });
  expect(rows).toMatchObject([{ issue_id: '4', resolution: 'a/b' }, { resolution: null }]);
  expect(calls).toMatchObject([{ route: routes.issues, query: { page: 1, page_size: 20 } }]);
});
