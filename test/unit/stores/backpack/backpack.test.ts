// The backpack: whose it is, what shows first, how it refreshes, what a person narrows it to.
import { BackpackStore } from '../../../../miniprogram/stores/backpack/backpack';
import {
  emptyReason,
  failedWords,
  footer,
  noticeText,
} from '../../../../miniprogram/stores/backpack/backpack-view';
import { FakeApi, FakeSession, item, items, memoryStore, NOW, settle } from './kit';

const network = { kind: 'network' } as const;

function setUp(storage = memoryStore()) {
  const session = new FakeSession(storage);
  const api = new FakeApi();
  const clock = { at: NOW, now: () => clock.at };
  const store = new BackpackStore({ session, api, clock });
  return { storage, session, api, clock, store };
}

/** Signed in, with the first answer given. */
async function filled(list = items(30, 1), total = list.length, storage = memoryStore()) {
  const kit = setUp(storage);
  kit.session.signIn('31');
  await kit.api.last.answer({
    items: list,
    pagination: { page: 1, total, total_pages: Math.ceil(total / 20) },
  });
  return kit;
}

const shown = (store: BackpackStore): string[] => store.rows.map((row) => row.item_id);

describe('whose backpack', () => {
  it('is nobody’s signed out, and asks for nothing', () => {
    const { store, api } = setUp();
    expect(store.state).toBe('signed_out');
    expect(api.asked).toHaveLength(0);
  });

  it('loads as soon as somebody signs in', async () => {
    const { store, session, api } = setUp();
    session.signIn('31');
    expect(store.state).toBe('loading');
    await api.last.answer({ items: items(2, 1) });
    expect(store.state).toBe('ready');
    expect(shown(store)).toEqual(['2', '1']);
  });

  it('forgets everything when the person leaves, and an answer that comes later changes nothing', async () => {
    const { store, session, api } = await filled();
    const refresh = store.refresh();
    const late = api.last;
    session.signOut();
    expect(late.aborted()).toBe(true);
    await late.answer({ items: items(9, 1) });
    await refresh;
    expect(store.state).toBe('signed_out');
    expect(store.items).toEqual([]);
  });

  it('never shows one person’s cache to another', async () => {
    const { storage } = await filled();
    const { store, session } = setUp(storage);
    session.signIn('32');
    expect(store.state).toBe('loading');
  });
});

describe('cached content', () => {
  it('shows at once, is refreshed behind, and stays with a notice when that fails', async () => {
    const { storage } = await filled(items(3, 1));
    const { store, session, api } = setUp(storage);
    session.signIn('31');
    expect(store.state).toBe('ready');
    expect(store.cached).toBe(true);
    await api.last.fail(network);
    expect(shown(store)).toEqual(['3', '2', '1']);
    expect(noticeText(store)).toBe('网络连接失败，显示的是上次的内容');
    const retry = store.refresh();
    await api.last.answer({ items: items(4, 1) });
    await retry;
    expect(shown(store)).toEqual(['4', '3', '2', '1']);
    expect(noticeText(store)).toBe('');
    expect(store.cached).toBe(false);
  });

  it('without any, a failure is the page’s state, and a retry leads out of it', async () => {
    const { store, session, api } = setUp();
    session.signIn('31');
    await api.last.fail(network);
    expect(store.state).toBe('failed');
    expect(failedWords(store)).toMatchObject({ title: '网络连接失败', action: 'retry' });
    const retry = store.refresh();
    expect(store.state).toBe('loading');
    await api.last.answer({ items: [] });
    await retry;
    expect(store.state).toBe('empty');
  });

  it('does not hide a bug of ours', async () => {
    const { store, api } = await filled();
    const refresh = store.refresh();
    void refresh.catch(() => undefined);
    await api.last.crash(new TypeError('a bug'));
    await expect(refresh).rejects.toThrow('a bug');
  });
});

describe('refreshing', () => {
  it('on show waits until what shows is 15 s old', async () => {
    const { store, api, clock } = await filled();
    await store.show();
    expect(api.asked).toHaveLength(1);
    clock.at += 15_000;
    void store.show();
    expect(api.asked).toHaveLength(2);
  });

  it('keeps pages further down, while a pull starts over', async () => {
    const { store, api } = await filled(items(40, 21), 40);
    const more = store.loadMore();
    await settle();
    await api.last.answer({ items: items(20, 1), pagination: { total: 40, total_pages: 2 } });
    await more;
    const quiet = store.refresh();
    await api.last.answer({ items: items(40, 21), pagination: { total: 40, total_pages: 2 } });
    await quiet;
    expect(store.items).toHaveLength(40);
    const pulled = store.reload();
    await api.last.answer({ items: items(40, 21), pagination: { total: 40, total_pages: 2 } });
    await pulled;
    expect(store.items).toHaveLength(20);
    expect(store.has_more).toBe(true);
  });

  it('reads a further page only after a refresh under way, and once', async () => {
    const { store, api } = await filled(items(40, 21), 40);
    void store.refresh();
    void store.loadMore();
    void store.loadMore();
    expect(api.asked.map(({ page }) => page)).toEqual([1, 1]);
    await api.last.answer({ items: items(40, 21), pagination: { total: 40, total_pages: 2 } });
    expect(api.asked.map(({ page }) => page)).toEqual([1, 1, 2]);
  });

  it('says below the list that a further page failed, and reads it again', async () => {
    const { store, api } = await filled(items(40, 21), 40);
    void store.loadMore();
    await settle();
    await api.last.fail({ kind: 'timeout' });
    expect(footer(store)).toEqual({ text: '加载失败，点此重试', action: true });
    void store.loadMore();
    await settle();
    expect(api.last.page).toBe(2);
    expect(footer(store).text).toBe('正在加载…');
  });
});

describe('narrowing', () => {
  const mixed = [
    item(5, { item_name: '拿铁 Latte', merchant_name: '山茶咖啡' }),
    item(4, { item_type: 'product', status: 'held' }),
    item(3, { item_type: 'product', status: 'locked' }),
    item(2, { item_type: 'charm', item_type_display: '护身符', status: 'used' }),
    item(1, { status: 'odd' }),
  ];

  it('offers the types and statuses that occur, in people’s words, known ones first', async () => {
    const { store } = await filled(mixed);
    expect(store.types.map(({ text }) => text)).toEqual(['全部类型', '兑换券', '商品', '护身符']);
    expect(store.statuses.map(({ text }) => text)).toEqual([
      '全部状态',
      '可使用',
      '已锁定',
      '已使用',
      '状态未知',
    ]);
  });

  it('offers no status where all have the same (deployed)', async () => {
    const { store } = await filled(items(3, 1));
    expect(store.statuses).toEqual([]);
    expect(store.types).toEqual([]);
  });

  it('takes held and locked for one status', async () => {
    const { store } = await filled(mixed);
    store.setFilter({ status: 'locked' });
    expect(shown(store)).toEqual(['4', '3']);
  });

  it.each([
    ['latte', ['5']],
    ['山茶', ['5']],
    [' trk-3 ', ['3']],
    ['没有', []],
  ])('finds %j', async (query, found) => {
    const { store } = await filled(mixed);
    store.setFilter({ query });
    expect(shown(store)).toEqual(found);
    expect(emptyReason(store)).toBe(found.length === 0 ? 'no_match' : '');
  });

  it('drops a choice that is no longer offered', async () => {
    const { store, api } = await filled(mixed);
    store.setFilter({ type: 'charm' });
    const refresh = store.reload();
    await api.last.answer({ items: mixed.slice(0, 3) });
    await refresh;
    expect(shown(store)).toEqual(['5', '4', '3']);
  });

  it('says that a search covers what is loaded', async () => {
    const { store } = await filled(items(40, 21), 40);
    store.setFilter({ query: '25' });
    expect(footer(store)).toEqual({ text: '已在加载的 20 件中查找，点此加载更多', action: true });
  });
});

describe('new items', () => {
  const newOnes = (store: BackpackStore): string[] =>
    store.rows.filter((row) => row.is_new).map((row) => row.item_id);

  it('are none on a phone’s first reading, unless acquired lately', async () => {
    const { store } = await filled([
      item(2, { acquired_at: '2026-11-21 20:00:00' }),
      item(1, { acquired_at: '2026-10-01 20:00:00' }),
      item(3),
    ]);
    expect(newOnes(store)).toEqual(['2']);
  });

  it('are what came before all that was known, until opened; and that outlives the app', async () => {
    const { storage } = await filled(items(3, 1));
    const { store, session, api } = setUp(storage);
    session.signIn('31');
    await api.last.answer({ items: items(5, 1) });
    expect(newOnes(store)).toEqual(['5', '4']);
    store.open('5');
    expect(newOnes(store)).toEqual(['4']);
    expect(store.new_count).toBe(1);
    const again = setUp(storage);
    again.session.signIn('31');
    expect(newOnes(again.store)).toEqual(['4']);
  });

  it('are not what a further page brings', async () => {
    const { store, api } = await filled(items(40, 21), 40);
    void store.loadMore();
    await settle();
    await api.last.answer({ items: items(20, 1), pagination: { total: 40, total_pages: 2 } });
    expect(store.new_count).toBe(0);
  });

  it('stop being new after three days', async () => {
    const { store, clock, api } = await filled(items(3, 1));
    void store.refresh();
    await api.last.answer({ items: items(4, 1) });
    expect(newOnes(store)).toEqual(['4']);
    clock.at += 3 * 86_400_000;
    void store.show();
    expect(newOnes(store)).toEqual([]);
  });
});

test('what an item’s own page learns shows in the list and in its cache', async () => {
  const { store, storage } = await filled(items(2, 1));
  store.receive({ ...item(2), status: 'used' });
  expect(store.rows.map((row) => row.status_text)).toEqual(['已使用', '可使用']);
  const again = setUp(storage);
  again.session.signIn('31');
  expect(again.store.rows[0]?.status_text).toBe('已使用');
});
