// What an item's page says: the item, its buttons, what is missing, what went wrong and where.
import { autorun } from 'mobx-miniprogram';
import type { Item, TimelineReply, UseReply } from '../../../../typings/v4/backpack';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import { ItemStore } from '../../../../miniprogram/packages/member/stores/item/item';
import { itemFields } from '../../../../miniprogram/packages/member/stores/item/item-view';
import { TimelineStore } from '../../../../miniprogram/packages/member/stores/item/timeline';
import { ITEM } from './kit';

const HISTORY: TimelineReply = {
  ...{ tracking_code: 'TRK-V-1', item_name: ITEM.item_name, item_type: 'voucher', status: 'available' },
  timeline: [],
};
const network: Failure = { kind: 'network' };
const api = (status: number, message = '…'): Failure => ({ kind: 'api', status, code: 'X', message });

/** A page of an item: `listed` is what the backpack knows, `next` what the server answers each question. */
function page(next: Item | Failure, listed: Item[] = []) {
  const server = {
    next,
    using: undefined as Failure | undefined,
    history: HISTORY as TimelineReply | Failure,
  };
  const told = <T extends object>(answer: T | Failure): Promise<T> =>
    'kind' in answer ? Promise.reject(new ApiError(answer)) : Promise.resolve(answer);
  const item = new ItemStore('7001', {
    backpack: { items: listed, receive: () => undefined },
    api: {
      item: () => told(server.next),
      use: () => told<UseReply>(server.using ?? { item_id: '7001', status: 'used' }),
    },
  });
  const timeline = new TimelineStore('7001', {
    profile: 'documented',
    api: { timeline: () => told(server.history) },
  });
  const fields = itemFields(() => ({ item, timeline, now: () => Date.UTC(2026, 10, 22, 2) }));
  const says = (): Record<string, unknown> =>
    Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read()]));
  return { ...{ item, timeline, fields, server, says } };
}

test('nobody signed in: the page says so and shows nothing of an item', () => {
  const says = Object.fromEntries(
    Object.entries(itemFields(() => null)).map(([name, read]) => [name, read()]),
  );
  expect(says).toMatchObject({
    ...{ signed_out: true, state: 'loading', timeline_state: 'loading', using: false, item_name: '' },
    ...{ failed_title: '', failed_action: 'nothing', stale_text: '', use_error: '', main_text: '' },
    ...{ other_text: '', instructions: '' },
  });
});

test('the page follows its item: first loading, then what the server says of it', async () => {
  const { fields, item } = page(ITEM);
  const seen: unknown[] = [];
  const stop = autorun(() => seen.push([fields['state']?.(), fields['item_name']?.()]));
  await item.refresh();
  stop();
  expect(seen[0]).toEqual(['loading', '']);
  expect(seen.at(-1)).toEqual(['ready', '手冲咖啡兑换券']);
});

test.each<[Partial<Item>, string, string]>([
  [{}, '去使用', ''],
  [{ item_type: 'product' }, '到店领取', ''],
  [{ status: 'held', has_redemption_code: true }, '看券码', ''],
  [{ item_type: 'product', status: 'held' }, '看券码', ''],
  [{ item_type: 'collectible' }, '立即使用', ''],
  [{ allowed_actions: ['use', 'redeem'] }, '去使用', '立即使用'],
  [{ status: 'used' }, '', ''],
])('the buttons of %j say „%s“ and „%s“', async (more, main_text, other_text) => {
  const { item, says } = page({ ...ITEM, ...more });
  await item.refresh();
  expect(says()).toMatchObject({ main_text, other_text });
});

test.each<[Failure, string, string, string]>([
  [api(404), '找不到该物品', 'home', 'other'],
  [api(403), '无权查看', 'home', 'other'],
  [network, '网络连接失败', 'retry', 'offline'],
  [{ kind: 'maintenance', message: '' }, '系统维护中', 'retry', 'maintenance'],
  [{ kind: 'signed_out', backend: 'v4', reason: 'expired' }, '请重新登录', 'nothing', 'other'],
])('%j is said in the place of the item', async (failure, failed_title, failed_action, failed_for) => {
  const { item, says } = page(failure);
  await item.refresh();
  expect(says()).toMatchObject({ state: 'failed', failed_title, failed_action, failed_for, stale_text: '' });
});

test('an item that is known and could not be read again stays, with a line above it until it was', async () => {
  const { item, says, server } = page(network, [ITEM]);
  await item.refresh();
  expect(says()).toMatchObject({
    ...{ state: 'ready', failed_title: '', stale_text: '网络连接失败，显示的是上次的内容' },
  });
  server.next = ITEM;
  await item.refresh();
  expect(says()).toMatchObject({ state: 'ready', stale_text: '' });
});

test('an item that is known and gone by now is not shown as old', async () => {
  const { item, says } = page(api(404), [ITEM]);
  await item.refresh();
  expect(says()).toMatchObject({ state: 'failed', failed_title: '找不到该物品', stale_text: '' });
});

test('using says that it runs, then what came of it; a refusal stays until the next try', async () => {
  const { item, says, server } = page({ ...ITEM, item_type: 'collectible' });
  await item.refresh();
  server.using = network;
  const using = item.use();
  expect(says()).toMatchObject({ using: true, use_error: '' });
  await using;
  expect(says()).toMatchObject({ using: false, use_error: '网络连接失败，请检查网络后重试。' });
  server.using = undefined;
  const again = item.use();
  expect(says()).toMatchObject({ using: true, use_error: '' });
  await again;
  expect(says()).toMatchObject({ using: false, use_error: '', instructions: '' });
});

test('an item of which nothing is known is not used', async () => {
  const { item, says } = page(network);
  const using = item.use();
  expect(says()).toMatchObject({ using: false });
  await using;
  expect(item.use_failure).toBeNull();
});

test('the history that failed is loading while it is read again', async () => {
  const { timeline, server, says } = page(ITEM);
  expect(says()['timeline_state']).toBe('loading');
  server.history = network;
  await timeline.refresh();
  expect(says()['timeline_state']).toBe('failed');
  server.history = HISTORY;
  const again = timeline.refresh();
  expect(says()['timeline_state']).toBe('loading');
  await again;
  expect(says()['timeline_state']).toBe('ready');
});
