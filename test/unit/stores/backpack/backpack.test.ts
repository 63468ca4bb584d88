// The backpack: whose it is, what shows first, how it refreshes, what a person narrows it to.
import { BackpackStore } from '../../../../miniprogram/stores/backpack/backpack';
import {
  backpackFooter,
  nothingIn,
  typeOptions,
} from '../../../../miniprogram/stores/backpack/backpack-view';
import { failureIn } from '../../../../miniprogram/stores/list/progress';
import { failedWords, noticeOf } from '../../../../miniprogram/stores/list/words';
import { perPerson } from '../../../../miniprogram/stores/person/per-person';
import { createFakeService } from '../../../support/fake-service';
import { phoneOf } from '../../../support/fake-phone';
import { createFakeTime, settle } from '../../../support/fake-time';
import { createMemoryStorage } from '../../../support/memory-storage';
import { item, items, NOW } from './kit';
import type { Item } from '../../../../typings/v4/backpack';

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

/** The last question about everything: lists of one status are asked for beside it. */
function whole({ asked }: ReturnType<typeof setUp>['client']) {
  const all = asked.filter(({ query }) => query['status'] === undefined);
  const last = all[all.length - 1];
  if (last === undefined) throw new Error('nothing was asked');
  return last;
}
const wholePages = ({ asked }: ReturnType<typeof setUp>['client']): unknown[] =>
  asked.filter(({ query }) => query['status'] === undefined).map(({ query }) => query['page']);
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

describe('narrowing', () => {
  const mixed = [
    item(5, { item_name: '拿铁 Latte', merchant_name: '山茶咖啡' }),
    item(4, { item_type: 'product', status: 'held' }),
    item(3, { item_type: 'product', status: 'locked' }),
    item(2, { item_type: 'charm', item_type_display: '护身符', status: 'used' }),
    item(1, { status: 'odd' }),
  ];

  it('offers the same types whatever is loaded, as the backend calls them', async () => {
    const texts = (list: Item[]) => typeOptions(list).map(({ text }) => text);
    expect(texts([])).toEqual(['全部', '优惠券', '实物商品', '收藏品', '其他']);
    expect(texts([item(1, { item_type_display: '代金券' })])).toEqual([
      '全部',
      '代金券',
      '实物商品',
      '收藏品',
      '其他',
    ]);
  });

  it('takes held and locked for one, and an unknown status for one that is not over', async () => {
    const { store } = await filled(mixed);
    expect(shown(store)).toEqual(['5', '1']);
    store.look({ pane: 'waiting' });
    expect(shown(store)).toEqual(['4', '3']);
    expect(store.waiting_count).toBe(2);
    store.look({ pane: 'over', type: 'other' });
    expect(shown(store)).toEqual(['2']);
  });

  it.each([
    ['latte', ['5']],
    ['山茶', ['5']],
    [' trk-3 ', ['3']],
    ['没有', []],
  ])('finds %j among everything', async (query, found) => {
    const { store } = await filled(mixed);
    store.look({ query });
    expect(shown(store)).toEqual(found);
    expect(nothingIn(store).title).toBe(found.length === 0 ? '没有找到「没有」' : '');
  });

  it('puts first what ends first, and last what never ends', async () => {
    const { store } = await filled([
      item(3),
      item(2, { expires_at: '2026-12-24 18:00:00' }),
      item(1, { expires_at: '2026-11-24 18:00:00' }),
    ]);
    expect(shown(store)).toEqual(['1', '2', '3']);
    store.look({ order: 'newest' });
    expect(shown(store)).toEqual(['3', '2', '1']);
    expect(store.soon_count).toBe(1);
    store.look({ soon: true });
    expect(shown(store)).toEqual(['1']);
    store.receive(item(1, { status: 'used' }));
    expect(shown(store)).toEqual(['3', '2']);
  });
});

describe('J1 the backpack tells the truth', () => {
  const statuses = ['available', 'locked', 'used', 'expired', 'destroyed'];
  /** 60 items, each status and type among them everywhere. */
  const owned = items(60, 1).map((one, index) => ({
    ...one,
    status: statuses[index % 5] ?? '',
    item_type: ['voucher', 'product', 'collectible', 'charm'][index % 4] ?? '',
  }));
  type Client = ReturnType<typeof setUp>['client'];

  /** Answers what is asked as the documented backend does. @returns the number of the questions that it answered */
  async function serve({ asked }: Client, from: number, most = 100): Promise<number> {
    let at = from;
    await settle();
    for (; at < asked.length && at < from + most; at += 1) {
      const question = asked[at];
      const { page = 1, status, item_type } = question?.query ?? {};
      const fits = owned.filter(
        (one) => (status ?? one.status) === one.status && (item_type ?? one.item_type) === one.item_type,
      );
      const start = (Number(page) - 1) * 20;
      const pagination = { page: Number(page), total: fits.length, total_pages: Math.ceil(fits.length / 20) };
      await question?.answer({ items: fits.slice(start, start + 20), pagination });
      await settle();
    }
    return at;
  }
  async function begun() {
    const phone = setUp();
    phone.signIn();
    const at = await serve(phone.client, 0, 1);
    return { ...phone, store: phone.store, at };
  }
  const ids = (fits: (one: Item) => boolean) =>
    owned
      .filter(fits)
      .map(({ item_id }) => item_id)
      .sort();

  it('J1 asks the server for the status and type that are looked at, and has all of them', async () => {
    const { store, client, at } = await begun();
    let next = await serve(client, at);
    expect([...shown(store)].sort()).toEqual(ids(({ status }) => status === 'available'));
    expect(store.waiting_count).toBe(12);
    store.look({ pane: 'over', type: 'product' });
    next = await serve(client, next);
    const over = ({ status, item_type }: Item) =>
      /used|expired|destroyed/.test(status) && item_type === 'product';
    expect([...shown(store)].sort()).toEqual(ids(over));
    expect(
      client.asked.map(({ query }) => `${query['status'] ?? ''} ${query['item_type'] ?? ''}`.trim()),
    ).toEqual([...['', 'available', 'locked'], ...['used product', 'expired product', 'destroyed product']]);
    expect(next).toBe(6);
  });

  it('J1 reads on by itself while a search has not ended, and says that nothing was found only then', async () => {
    const { store, client, at } = await begun();
    store.look({ query: '物品 1' });
    expect(backpackFooter(store).text).toBe('正在查找…已看 20 件');
    expect(nothingIn(store).title).toBe('');
    await serve(client, at);
    expect(shown(store)).toHaveLength(11);
    store.look({ query: '哪里都没有' });
    expect(nothingIn(store)).toMatchObject({
      title: '没有找到「哪里都没有」',
      text: '找过了全部 60 件物品。',
    });
  });

  it('J1 never says that a pane is empty before all of it was read', async () => {
    const { store, client, at } = await begun();
    store.look({ pane: 'over', type: 'collectible' });
    expect([nothingIn(store).title, backpackFooter(store).text]).toEqual(['', '正在加载…']);
    await serve(client, at);
    store.look({ type: 'voucher' });
    await serve(client, client.asked.length - 1);
    expect(shown(store).length).toBeGreaterThan(0);
  });

  it('J1 shows what was cached until the server has told all of it, and no longer', async () => {
    const phone = setUp();
    phone.signIn();
    await serve(phone.client, 0);
    expect(shown(phone.store)).toHaveLength(12);
    const again = setUp(phone.storage);
    expect(shown(again.store)).toHaveLength(12);
    await serve(again.client, 0, 1);
    expect(shown(again.store)).toHaveLength(12);
    await serve(again.client, 1);
    expect([...shown(again.store)].sort()).toEqual(ids(({ status }) => status === 'available'));
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
