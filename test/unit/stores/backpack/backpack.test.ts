// The backpack: whose it is, what shows first, how it refreshes, what a person narrows it to.
import { BackpackStore } from '../../../../miniprogram/stores/backpack/backpack';
import { emptyReason, listing } from '../../../../miniprogram/stores/backpack/backpack-view';
import { failureIn } from '../../../../miniprogram/stores/list/progress';
import { failedWords, footerOf, noticeOf } from '../../../../miniprogram/stores/list/words';
import { perPerson } from '../../../../miniprogram/stores/person/per-person';
import { createFakeService } from '../../../support/fake-service';
import { phoneOf } from '../../../support/fake-phone';
import { createFakeTime, settle } from '../../../support/fake-time';
import { createMemoryStorage } from '../../../support/memory-storage';
import { item, items, NOW } from './kit';

const network = { kind: 'network' } as const;

function setUp(storage = createMemoryStorage()) {
  const clock = { at: NOW, now: () => clock.at };
  const phone = createFakeService(clock, storage);
  const backpacks = perPerson(
    phone.service,
    phoneOf(createFakeTime()),
    (person) => new BackpackStore(person),
  );
  return {
    ...{ ...phone, clock, backpacks },
    /** Of whoever is signed in. */
    get store() {
      const { current } = backpacks;
      if (current === null) throw new Error('nobody is signed in');
      return current;
    },
  };
}

/** Signed in, with the first answer given. */
async function filled(list = items(30, 1), total = list.length, storage = createMemoryStorage()) {
  const phone = setUp(storage);
  phone.signIn();
  await phone.client.last.answer({
    items: list,
    pagination: { page: 1, total, total_pages: Math.ceil(total / 20) },
  });
  return phone;
}

const footer = (store: BackpackStore) => footerOf(listing(store), '件');
const noticeText = (store: BackpackStore) => noticeOf(store.pages.refreshing, '').text;
const shown = (store: BackpackStore): string[] => store.rows.map((row) => row.item_id);

describe('whose backpack', () => {
  it('is nobody’s signed out, and asks for nothing', () => {
    const { backpacks, client } = setUp();
    expect(backpacks.current).toBeNull();
    expect(client.asked).toHaveLength(0);
  });

  it('loads as soon as somebody signs in', async () => {
    const phone = setUp();
    phone.signIn();
    expect(phone.store.state).toBe('loading');
    await phone.client.last.answer({ items: items(2, 1) });
    expect(phone.store.state).toBe('ready');
    expect(shown(phone.store)).toEqual(['2', '1']);
  });

  it('is gone when the person leaves, and an answer that comes later changes nothing', async () => {
    const phone = await filled();
    const { store } = phone;
    void store.pages.refresh();
    const late = phone.client.last;
    phone.signOut();
    await late.answer({ items: items(99, 1) });
    expect(phone.backpacks.current).toBeNull();
    expect(store.items).toHaveLength(30);
    expect(phone.storage.keys().filter((key) => key.includes('backpack'))).toEqual([]);
  });

  it('never shows one person’s cache to another', async () => {
    const { storage } = await filled();
    const phone = setUp(storage);
    phone.signIn('32');
    expect(phone.store.state).toBe('loading');
  });
});

describe('cached content', () => {
  it('shows at once, is refreshed behind, and stays with a notice when that fails', async () => {
    const { storage } = await filled(items(3, 1));
    const phone = setUp(storage);
    const { store } = phone;
    expect(store.state).toBe('ready');
    expect(store.cached).toBe(true);
    await phone.client.last.fail(network);
    expect(shown(store)).toEqual(['3', '2', '1']);
    expect(noticeText(store)).toBe('网络连接失败，显示的是上次的内容');
    const retry = store.pages.refresh();
    await phone.client.last.answer({ items: items(4, 1) });
    await retry;
    expect(shown(store)).toEqual(['4', '3', '2', '1']);
    expect(noticeText(store)).toBe('');
    expect(store.cached).toBe(false);
  });

  it('without any, a failure is the page’s state, and a retry leads out of it', async () => {
    const phone = setUp();
    phone.signIn();
    const { store } = phone;
    await phone.client.last.fail(network);
    expect(store.state).toBe('failed');
    expect(failedWords(failureIn(store.pages.refreshing))).toMatchObject({
      title: '网络连接失败',
      action: 'retry',
    });
    const retry = store.pages.refresh();
    expect(store.state).toBe('loading');
    await phone.client.last.answer({ items: [] });
    await retry;
    expect(store.state).toBe('empty');
  });

  it('does not hide a bug of ours', async () => {
    const { store, client } = await filled();
    const refresh = store.pages.refresh();
    void refresh.catch(() => undefined);
    await client.last.crash(new TypeError('a bug'));
    await expect(refresh).rejects.toThrow('a bug');
  });
});

describe('refreshing', () => {
  it('on show waits until what shows is 15 s old', async () => {
    const { store, client, clock } = await filled();
    await store.show();
    expect(client.asked).toHaveLength(1);
    clock.at += 15_000;
    void store.show();
    expect(client.asked).toHaveLength(2);
  });

  it('keeps pages further down, while a pull starts over', async () => {
    const { store, client } = await filled(items(40, 21), 40);
    const more = store.pages.loadMore();
    await settle();
    await client.last.answer({ items: items(20, 1), pagination: { total: 40, total_pages: 2 } });
    await more;
    const quiet = store.pages.refresh();
    await client.last.answer({ items: items(40, 21), pagination: { total: 40, total_pages: 2 } });
    await quiet;
    expect(store.items).toHaveLength(40);
    const pulled = store.pages.reload();
    await client.last.answer({ items: items(40, 21), pagination: { total: 40, total_pages: 2 } });
    await pulled;
    expect(store.items).toHaveLength(20);
    expect(store.pages.has_more).toBe(true);
  });

  it('reads a further page only after a refresh under way, and once', async () => {
    const { store, client } = await filled(items(40, 21), 40);
    void store.pages.refresh();
    void store.pages.loadMore();
    void store.pages.loadMore();
    expect(client.pages).toEqual([1, 1]);
    await client.last.answer({ items: items(40, 21), pagination: { total: 40, total_pages: 2 } });
    expect(client.pages).toEqual([1, 1, 2]);
  });

  it('says below the list that a further page failed, and reads it again', async () => {
    const { store, client } = await filled(items(40, 21), 40);
    void store.pages.loadMore();
    await settle();
    await client.last.fail({ kind: 'timeout' });
    expect(footer(store)).toEqual({ text: '加载失败，点此重试', action: true });
    void store.pages.loadMore();
    await settle();
    expect(client.last.query['page']).toBe(2);
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
    const { store, client } = await filled(mixed);
    store.setFilter({ type: 'charm' });
    const refresh = store.pages.reload();
    await client.last.answer({ items: mixed.slice(0, 3) });
    await refresh;
    expect(shown(store)).toEqual(['4', '3', '5']);
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
    const { store, client } = setUp(storage);
    await client.last.answer({ items: items(5, 1) });
    expect(newOnes(store)).toEqual(['5', '4']);
    store.open('5');
    expect(newOnes(store)).toEqual(['4']);
    expect(store.new_count).toBe(1);
    const again = setUp(storage);
    expect(newOnes(again.store)).toEqual(['4']);
  });

  it('are not what a further page brings', async () => {
    const { store, client } = await filled(items(40, 21), 40);
    void store.pages.loadMore();
    await settle();
    await client.last.answer({ items: items(20, 1), pagination: { total: 40, total_pages: 2 } });
    expect(store.new_count).toBe(0);
  });

  it('stop being new after three days', async () => {
    const { store, clock, client } = await filled(items(3, 1));
    void store.pages.refresh();
    await client.last.answer({ items: items(4, 1) });
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
  expect(again.store.rows[0]?.status_text).toBe('已使用');
});
