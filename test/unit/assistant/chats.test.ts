// CHAT-1 The list of conversations: page by page, searched, and in words.
import type { ApiChatHistoryItem } from '../../../typings/xcx/assistant';
import { ApiError } from '../../../miniprogram/api/errors';
import { Chats } from '../../../miniprogram/packages/assistant/stores/chats/chats';
import {
  chatRowsOf,
  chatsFailureOf,
  chatsFields,
} from '../../../miniprogram/packages/assistant/stores/chats/chats-view';
import type { LinkTrouble } from '../../../miniprogram/stores/list/words';
import { room } from './kit';

const NOW = Date.UTC(2026, 10, 28);
const DOWN = { kind: 'network' } as const;

const chat = (id: string, more: Partial<ApiChatHistoryItem> = {}): ApiChatHistoryItem => ({
  ...{ id, customer_name: '', last_message: '', last_time: '2026-11-28 09:32:00', unread_count: 0 },
  ...more,
});

/** So many conversations, the newest first. */
const listOf = (count: number): ApiChatHistoryItem[] =>
  Array.from({ length: count }, (_, at) => chat(String(count - at)));

/** A server with conversations that a test may change. */
function listed(first: ApiChatHistoryItem[]) {
  const server = { all: first, asked: [] as number[], isDown: false };
  const chats = new Chats({
    async chats({ page, pageSize }) {
      server.asked.push(page);
      if (server.isDown) throw new ApiError(DOWN);
      const items = server.all.slice((page - 1) * pageSize, page * pageSize);
      return { items, total: server.all.length, page, pageSize };
    },
  });
  const shown = chatsFields(
    () => chats,
    () => '',
  );
  const said = (...names: string[]) => names.map((name) => shown[name]?.());
  return { server, chats, said };
}

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

test('reads on page after page, and knows where there is no more', async () => {
  const { chats, server, said } = listed(listOf(45));
  await chats.pages.load();
  expect([chats.all.length, chats.pages.has_more]).toEqual([20, true]);
  expect(said('footer_text')).toEqual(['上滑或点此加载更多']);
  await chats.pages.loadMore();
  await chats.pages.loadMore();
  expect(ids(chats.all)).toEqual(ids(server.all));
  expect([chats.pages.has_more, server.asked]).toEqual([false, [1, 2, 3]]);
  expect(said('footer_text')).toEqual(['没有更早的对话了']);
});

test('one that was answered meanwhile moves to the top of the server’s order, and stands here once', async () => {
  const { chats, server } = listed(listOf(30));
  await chats.pages.load();
  const moved = server.all.find(({ id }) => id === '5') ?? chat('5');
  server.all = [moved, ...server.all.filter((one) => one !== moved)];
  await chats.pages.loadMore();
  expect(new Set(ids(chats.all)).size).toBe(chats.all.length);
  await chats.pages.refresh();
  expect(ids(chats.all)).toEqual(ids(server.all.slice(0, 20)));
  await chats.pages.loadMore();
  expect(ids(chats.all)).toEqual(ids(server.all));
});

test('finds by title, customer and last words, whatever the case and the spaces around', async () => {
  const { chats } = listed([
    chat('1', { title: '怎么约 Anna' }),
    chat('2', { title: '没来', customer_name: '林小满' }),
    chat('3', { title: '团课', last_message: '先问 anna 近况' }),
  ]);
  await chats.pages.load();
  const found = (query: string): string[] => (chats.search(query), ids(chats.found));
  expect(found(' ANNA ')).toEqual(['1', '3']);
  expect(found('小满')).toEqual(['2']);
  expect(found('先问')).toEqual(['3']);
  expect([...found('来林'), ...found('课先')]).toEqual([]);
  expect(found('undefined')).toEqual([]);
  expect(found('  ')).toEqual(['1', '2', '3']);
});

test('one is found by its id', async () => {
  const { chats, server } = listed(listOf(3));
  expect(chats.find('2')).toBeUndefined();
  await chats.pages.load();
  expect(chats.find('2')).toBe(server.all[1]);
  expect(chats.find('9')).toBeUndefined();
});

test('says what is searched for, how much was found, and that nothing was', async () => {
  const { chats, said } = listed(listOf(8).map((one) => ({ ...one, title: `第${one.id}个` })));
  chats.search('第3');
  expect(said('query', 'no_match', 'state')).toEqual(['第3', false, 'loading']);
  await chats.pages.load();
  expect(said('no_match', 'footer_text', 'state')).toEqual([false, '共 8 个对话，找到 1 个对话', 'ready']);
  chats.search('没有');
  expect(said('no_match', 'footer_text')).toEqual([true, '共 8 个对话，找到 0 个对话']);
  chats.search(' ');
  expect(said('no_match', 'footer_text')).toEqual([false, '没有更早的对话了']);
});

test('searched in a part of the list, it says that there is more', async () => {
  const { chats, said } = listed(listOf(45));
  await chats.pages.load();
  chats.search('没有');
  expect(said('no_match', 'footer_text')).toEqual([true, '已在加载的 20 个对话中查找，点此加载更多']);
});

test('is loading, empty, failed or there; while nobody is signed in it is none of these', async () => {
  const { chats, server, said } = listed([]);
  server.isDown = true;
  expect([said('state'), chatsFailureOf(chats)]).toEqual([['loading'], null]);
  await chats.pages.load();
  expect([said('state', 'failed_title'), chatsFailureOf(chats)]).toEqual([['failed', '网络连接失败'], DOWN]);
  server.isDown = false;
  await chats.pages.refresh();
  expect([said('state', 'footer_text', 'no_match'), chatsFailureOf(chats)]).toEqual([
    ['empty', '', false],
    null,
  ]);
  const link = (): LinkTrouble => '';
  const nobody = chatsFields(() => null, link);
  expect(['state', 'query', 'no_match', 'footer_text'].map((name) => nobody[name]?.())).toEqual([
    ...['signed_out', '', false, ''],
  ]);
  expect([chatsFailureOf(null), chatRowsOf(null, null, NOW)]).toEqual([null, []]);
});

test('that a further page failed is a failure of the list too', async () => {
  const { chats, server, said } = listed(listOf(30));
  await chats.pages.load();
  server.isDown = true;
  await chats.pages.loadMore();
  expect([chatsFailureOf(chats), said('state')]).toEqual([DOWN, ['ready']]);
});

test('a row says what this phone knows its conversation to be about; only what was found has rows', async () => {
  const { chats } = listed(listOf(3));
  const { subjects } = room();
  subjects.remember('2', { context_type: 'task', context_id: '9' });
  await chats.pages.load();
  expect(chatRowsOf(chats, subjects, NOW).map(({ id, word }) => `${id} ${word}`)).toEqual([
    ...['3 ', '2 任务', '1 '],
  ]);
  chats.search('2026');
  expect(chatRowsOf(chats, subjects, NOW)).toEqual([]);
});
