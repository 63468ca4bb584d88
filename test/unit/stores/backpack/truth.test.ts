// What a person narrows their backpack to, and that all of it is found.
import {
  backpackFooter,
  nothingIn,
  typeOptions,
} from '../../../../miniprogram/stores/backpack/backpack-view';
import { settle } from '../../../support/fake-time';
import type { Item } from '../../../../typings/v4/backpack';
import { item, items } from './kit';
import { filled, setUp, shown, whole } from './world';

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

  it('J1 asks for all of a pane again when the list is pulled down, and shows no longer what has gone since', async () => {
    const { store, client } = await filled(items(40, 21), 40);
    const page = (from: number, to: number) => ({
      items: items(from, to),
      pagination: { total: 40, total_pages: 2 },
    });
    await client.last.answer(page(40, 21));
    await client.last.answer(page(20, 1));
    await client.last.answer({ items: [] });
    expect(shown(store)).toHaveLength(40);
    const before = client.asked.length;
    const pulled = store.reload();
    await client.last.answer(page(39, 20));
    await pulled;
    expect(shown(store)).toHaveLength(40);
    await client.last.answer(page(39, 20));
    await client.last.answer(page(19, 1));
    expect(client.asked.slice(before).map(({ query }) => [query['status'], query['page']])).toEqual([
      ...[
        [undefined, 1],
        ['available', 1],
        ['available', 2],
        ['locked', 1],
      ],
    ]);
    expect(shown(store)).toEqual(items(39, 1).map(({ item_id }) => item_id));
  });

  it('J1 shows an item as it was read last, whichever list it was read in', async () => {
    const { store, client } = await filled(items(40, 21), 40);
    await client.last.answer({ items: [item(40, { item_name: '新名' }), ...items(39, 1)] });
    expect(store.rows.find(({ item_id }) => item_id === '40')?.item_name).toBe('新名');
    void store.refresh();
    await settle();
    await whole(client).answer({ items: [item(40, { item_name: '再新' }), ...items(39, 1)] });
    expect(store.rows.find(({ item_id }) => item_id === '40')?.item_name).toBe('再新');
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
