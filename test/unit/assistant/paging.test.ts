// A page of conversations or of messages is as long as it came, also where one of its rows cannot be read: what stands
// behind it is read on to. The backend here says nothing of its paging.
import * as v from 'valibot';
import {
  chatsSchema,
  chatMessagesSchema,
} from '../../../miniprogram/packages/assistant/api/schema/assistant';
import { Chats } from '../../../miniprogram/packages/assistant/stores/chats/chats';
import { History } from '../../../miniprogram/packages/assistant/stores/talk/history';

/** A full first page whose second row is broken, and one row behind it. */
const sent = (page: number, size: number, row: (id: string) => object): object[] =>
  Array.from({ length: page === 1 ? size : 1 }, (_, at) =>
    page === 1 && at === 1 ? { broken: true } : row(String((page - 1) * size + at + 1)),
  );

test('conversations', async () => {
  const row = (id: string) => ({
    ...{ id, customer_name: '', last_message: '', last_time: '2026-11-28 09:32:00', unread_count: 0 },
  });
  const { pages } = new Chats({
    chats: async ({ page, pageSize }) =>
      Promise.resolve(v.parse(chatsSchema, { items: sent(page, pageSize, row) })),
  });
  await pages.refresh();
  await pages.loadMore();
  expect([pages.loaded?.list.at(-1)?.id, pages.loaded?.list.length, pages.has_more]).toEqual([
    '21',
    20,
    false,
  ]);
});

test('messages: the newest are on the last page', async () => {
  const row = (id: string) => ({ id, role: 'user', content: id, created_at: '2026-11-28 09:32:00' });
  const history = new History({
    messages: async (_chat_id, { page = 1, pageSize = 50 }) =>
      Promise.resolve(v.parse(chatMessagesSchema, { items: sent(page, pageSize, row) })),
  });
  const items = await history.latest('7');
  expect([items.at(-1)?.id, items.length]).toEqual(['51', 50]);
});
