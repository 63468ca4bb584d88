// What the backpack's page says above, below and instead of its list.
import { autorun } from 'mobx-miniprogram';
import type { BackpackStore } from '../../../../miniprogram/stores/backpack/backpack';
import {
  backpackFields,
  backpackFooter,
  nothingIn,
} from '../../../../miniprogram/stores/backpack/backpack-view';
import { settle } from '../../../support/fake-time';
import { item, items } from './kit';
import { filled, setUp } from './world';

const network = { kind: 'network' } as const;
const says = (store: BackpackStore | null): Record<string, unknown> =>
  Object.fromEntries(Object.entries(backpackFields(() => store)).map(([name, read]) => [name, read()]));

test('nobody signed in: nothing is said but that', () => {
  expect(says(null)).toMatchObject({
    ...{ state: 'signed_out', footer_text: '', footer_action: false, nothing_title: '', nothing_text: '' },
    ...{ nothing_action: '', pane: '', waiting_text: '', type: '', type_text: '', order: '', query: '' },
    ...{ is_searching: false, soon: false, soon_text: '' },
  });
});

test('the page follows its list', async () => {
  const phone = setUp();
  phone.signIn();
  const seen: unknown[] = [];
  const fields = backpackFields(() => phone.store);
  const stop = autorun(() => seen.push([fields['state']?.(), fields['footer_text']?.()]));
  await phone.client.last.answer({ items: items(7, 1) });
  stop();
  expect(seen[0]).toEqual(['loading', '正在加载…']);
  expect(seen.at(-1)).toEqual(['ready', '都在这里了，共 7 件']);
});

describe('below the list', () => {
  test('a few rows need no count', async () => {
    const { store } = await filled(items(6, 1));
    expect(backpackFooter(store)).toEqual({ text: '', action: false });
  });

  test('a search says how many it found of how many, and nothing where it found none', async () => {
    const { store } = await filled(items(12, 1));
    store.look({ query: '物品 1' });
    expect(backpackFooter(store)).toEqual({ text: '共 12 件，找到 4 件', action: false });
    store.look({ query: '别的' });
    expect(backpackFooter(store)).toEqual({ text: '', action: false });
  });

  test('what is over is read on as far as somebody scrolls', async () => {
    const { store, client } = await filled(items(40, 21), 60);
    store.look({ pane: 'over' });
    await client.last.answer({ items: [] });
    const over = items(90, 71).map((one) => ({ ...one, status: 'used' }));
    expect(client.last.query['status']).toBe('used');
    await client.last.answer({ items: over, pagination: { total: 45, total_pages: 3 } });
    expect(backpackFooter(store)).toEqual({ text: '上滑或点此加载更多', action: true });
    await client.last.answer({ items: [] });
    const asked = client.asked.length;
    void store.loadMore();
    await settle();
    expect(client.asked.slice(asked).map(({ query }) => [query['status'], query['page']])).toEqual([
      ['used', 2],
    ]);
  });
});

describe('instead of the list', () => {
  test('a backpack that holds points and no item says where items come from', async () => {
    const phone = setUp();
    phone.signIn();
    await phone.client.last.answer({ items: [], assets: [{ asset_code: 'points', available_amount: 5 }] });
    expect(nothingIn(phone.store)).toMatchObject({ title: '还没有物品', action: '' });
    expect(nothingIn(phone.store).text).toContain('会自动放到这里');
  });

  test.each([
    ['available', '没有可使用的物品', ''],
    ['waiting', '没有待使用的物品', ''],
  ] as const)('the pane %s without rows says „%s“', async (pane, title, text) => {
    const { store } = await filled([item(1, { status: 'used' })]);
    store.look({ pane });
    expect(nothingIn(store)).toEqual({ title, text, action: '' });
    store.look({ type: 'voucher' });
    expect(nothingIn(store)).toEqual({ title, text, action: '看全部类型' });
  });

  test('what is over is said to be untold where the backend counts nothing', async () => {
    const { store } = await filled(items(2, 1));
    store.look({ pane: 'over' });
    expect(nothingIn(store)).toMatchObject({ title: '没有已失效的物品', text: '' });
    const deployed = setUp();
    deployed.signIn();
    await deployed.client.last.answer({ items: items(2, 1) });
    deployed.store.look({ pane: 'over' });
    expect(nothingIn(deployed.store)).toMatchObject({
      ...{ title: '没有已失效的物品', text: '门店暂时不提供用过和过期的记录。' },
    });
  });
});

test('how many wait and how many end soon stand beside their words, and not beside a search', async () => {
  const soon = { expires_at: '2026-11-24 18:00:00' };
  const { store } = await filled([item(3, soon), item(2, { status: 'locked' }), item(1)]);
  expect(says(store)).toMatchObject({ waiting_text: '1', soon_text: '1', type_text: '类型', soon: false });
  store.look({ query: '物品' });
  expect(says(store)).toMatchObject({ waiting_text: '1', soon_text: '', is_searching: true });
  store.look({ query: '', type: 'product' });
  expect(says(store)).toMatchObject({ soon_text: '', type_text: '实物商品' });
  store.look({ type: 'other' });
  expect(says(store)).toMatchObject({ type_text: '其他' });
  store.receive(item(2, { status: 'used' }));
  expect(says(store)).toMatchObject({ waiting_text: '' });
});

test('a list that failed first and comes later says why, then how it is', async () => {
  const phone = setUp();
  phone.signIn();
  await phone.client.last.fail(network);
  expect(says(phone.store)).toMatchObject({
    state: 'failed',
    failed_title: '网络连接失败',
    nothing_title: '',
  });
  const again = phone.store.reload();
  await phone.client.last.answer({ items: items(2, 1) });
  await again;
  expect(says(phone.store)).toMatchObject({ state: 'ready', failed_title: '' });
});
