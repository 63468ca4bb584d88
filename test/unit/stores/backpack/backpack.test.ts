// The backpack: whose it is, what shows first, how it refreshes, what is new.
import type { BackpackStore } from '../../../../miniprogram/stores/backpack/backpack';
import { backpackFooter, firstRows } from '../../../../miniprogram/stores/backpack/backpack-view';
import { failureIn } from '../../../../miniprogram/stores/list/progress';
import { failedWords } from '../../../../miniprogram/stores/list/words';
import { settle } from '../../../support/fake-time';
import { item, items } from './kit';
import { filled, noticeText, setUp, shown, whole, wholePages } from './world';

const network = { kind: 'network' } as const;

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
    expect(wholePages(client)).toEqual([1]);
    clock.at += 15_000;
    void store.show();
    expect(wholePages(client)).toEqual([1, 1]);
  });

  it('keeps pages further down, while a pull starts over; what is known shows until it was read again', async () => {
    const { store, client } = await filled(items(40, 21), 40);
    const more = store.pages.loadMore();
    await settle();
    await whole(client).answer({ items: items(20, 1), pagination: { total: 40, total_pages: 2 } });
    await more;
    const quiet = store.refresh();
    await whole(client).answer({ items: items(40, 21), pagination: { total: 40, total_pages: 2 } });
    expect(store.pages.loaded?.items).toHaveLength(40);
    void quiet;
    const pulled = store.reload();
    await whole(client).answer({ items: items(40, 21), pagination: { total: 40, total_pages: 2 } });
    await pulled;
    expect(store.pages.loaded?.items).toHaveLength(20);
    expect(store.items).toHaveLength(40);
    expect(store.pages.has_more).toBe(true);
  });

  it('reads a further page only after a refresh under way, and once', async () => {
    const { store, client } = await filled(items(40, 21), 40);
    void store.pages.refresh();
    void store.pages.loadMore();
    void store.pages.loadMore();
    expect(wholePages(client)).toEqual([1, 1]);
    await whole(client).answer({ items: items(40, 21), pagination: { total: 40, total_pages: 2 } });
    expect(wholePages(client)).toEqual([1, 1, 2]);
  });

  it('says below the list that a further page failed, and reads it again at a tap', async () => {
    const { store, client } = await filled(items(40, 21), 40);
    expect(client.last.query).toMatchObject({ page: 1, status: 'available' });
    await client.last.fail({ kind: 'timeout' });
    expect(backpackFooter(store)).toEqual({ text: '加载失败，点此重试', action: true });
    const asked = client.asked.length;
    void store.loadMore();
    await settle();
    expect(client.asked).toHaveLength(asked + 1);
    expect(backpackFooter(store)).toEqual({ text: '正在加载…', action: false });
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

  it('are items listed before all known ones, until they are opened, also after a restart', async () => {
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
    await whole(client).answer({ items: items(20, 1), pagination: { total: 40, total_pages: 2 } });
    expect(store.new_count).toBe(0);
  });

  it('count until the list was looked at, and carry the mark until the next visit', async () => {
    const { storage } = await filled(items(3, 1));
    const { store, client } = setUp(storage);
    await client.last.answer({ items: items(5, 1) });
    expect(store.new_count).toBe(2);
    void store.show();
    expect([store.new_count, newOnes(store)]).toEqual([0, ['5', '4']]);
    store.open('5');
    void store.show();
    expect(newOnes(store)).toEqual(['4']);
    void store.show();
    expect(newOnes(store)).toEqual([]);
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
  const over = (one: BackpackStore) => {
    one.look({ pane: 'over' });
    return one.rows.map((row) => row.state_text);
  };
  expect(over(store)).toEqual(['已使用']);
  expect(over(setUp(storage).store)).toEqual(['已使用']);
});

describe('what the next start begins with', () => {
  const first = (store: BackpackStore) => firstRows(store)?.map(({ item_id }) => item_id);

  it('H6 is the first screen of the list, as seen by then', async () => {
    const { store } = await filled(items(30, 1));
    expect(first(store)).toEqual(['30', '29', '28', '27', '26', '25', '24', '23']);
    expect(firstRows(store)?.some(({ is_new }) => is_new)).toBe(false);
  });

  it('H6 is not what is looked at narrower, or stands there old', async () => {
    const { store, client } = await filled(items(3, 1));
    for (const change of [
      { pane: 'over' },
      { type: 'voucher' },
      { query: '物品' },
      { soon: true },
    ] as const) {
      store.look(change);
      expect(first(store)).toBeUndefined();
      store.look({ pane: 'available', type: '', query: '', soon: false });
      expect(first(store)).toHaveLength(3);
    }
    void store.pages.refresh();
    await client.last.fail(network);
    expect(first(store)).toBeUndefined();
  });

  it('H6 is nothing while nothing is known', () => {
    const phone = setUp();
    phone.signIn();
    expect(first(phone.store)).toBeUndefined();
  });
});
