// CHAT-4: a stream whose end names only the conversation has its answer read from there, wherever pages end.
import type { ApiChatMessage } from '../../../typings/xcx/assistant';
import type { Call, Client } from '../../../miniprogram/api/client';
import { xcxRoutes } from '../../../miniprogram/api/xcx/routes';
import { createAssistantApi } from '../../../miniprogram/packages/assistant/api/assistant';

const MOST = 100;

/** A conversation of so many messages, the last two of them the question and its answer; `read` are the pages asked for. */
function conversation(count: number) {
  const read: number[] = [];
  const messages = Array.from({ length: count }, (_, at): ApiChatMessage => {
    const role = (count - at) % 2 === 0 ? 'user' : 'assistant';
    return { id: String(at + 1), role, content: `${role} ${at + 1}`, created_at: '2026-11-22 10:00:00' };
  });
  const client = {
    async call({ route, query }: Call<unknown>) {
      expect(route).toBe(xcxRoutes.chat_messages);
      const page = Number(query?.['page']);
      read.push(page);
      return { items: messages.slice((page - 1) * MOST, page * MOST), total: count };
    },
    async stream() {
      return { chat_id: '7' };
    },
  };
  return { read, assistant: createAssistantApi(client as unknown as Client, 60_000) };
}

test.each([
  [2, [1]],
  [100, [1]],
  [101, [1, 2]],
  [102, [1, 2]],
  [200, [1, 2]],
  [201, [1, 3, 2]],
  [202, [1, 3]],
])('among %i messages it is found with pages %j', async (count, pages) => {
  const { assistant, read } = conversation(count);
  const reply = await assistant.stream({ content: 'x', chat_id: '7' }, () => undefined);
  expect(reply).toMatchObject({
    user_message: { content: `user ${count - 1}` },
    ai_reply: { content: `assistant ${count}` },
  });
  expect(read).toEqual(pages);
});
