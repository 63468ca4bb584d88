// The session list page by page: reading the first again forgets nothing that was read since.
import type { ChatPage } from '../../../../miniprogram/api/v4/chat';
import { Sessions } from '../../../../miniprogram/stores/chat/sessions';
import type { ChatSession } from '../../../../typings/v4/chat';

function listOf(count: number) {
  const rows: ChatSession[] = Array.from({ length: count }, (_, index) => ({
    customer_service_session_id: String(count - index),
    status: 'closed',
  }));
  const sessions = new Sessions({
    api: {
      createSession: () => Promise.reject(new Error('not here')),
      sessions: async ({ page, page_size }: ChatPage) => ({
        sessions: rows.slice((page - 1) * page_size, page * page_size),
        pagination: { page, page_size, total: rows.length },
      }),
    },
    shelf: { read: () => undefined, write: () => true },
    isAlive: () => true,
    onClosed: () => undefined,
  });
  return { rows, sessions };
}

test('a list that was read to its end stays so when its first page is read again', async () => {
  const { sessions } = listOf(62);
  await sessions.refresh();
  expect([sessions.list?.length, sessions.has_more]).toEqual([50, true]);
  await sessions.loadMore();
  expect([sessions.list?.length, sessions.has_more]).toEqual([62, false]);
  await sessions.refresh();
  expect([sessions.list?.length, sessions.has_more]).toEqual([62, false]);
});

test('a list that shrank to one page is that page, and may grow again', async () => {
  const { rows, sessions } = listOf(62);
  await sessions.refresh();
  await sessions.loadMore();
  const rest = rows.splice(3);
  await sessions.refresh();
  expect([sessions.list?.length, sessions.has_more]).toEqual([3, false]);
  rows.push(...rest);
  await sessions.refresh();
  expect(sessions.has_more).toBe(true);
});
