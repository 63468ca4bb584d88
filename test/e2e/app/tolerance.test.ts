// What the wire may bring: ids beyond 2^53, words of a later backend, fields that are missing or broken.
import { openItem, pages } from '../support/journeys';
import { signInQuietly } from '../support/inside';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';
import type { Device } from '../../preview/playwright';

const LIST = '/backpack/items';

const world = useWorld();

jest.setTimeout(90_000);

type Item = Record<string, unknown>;

/** Changes one item in the list and on its own page. */
function changeItem(item_id: bigint, change: (item: Item) => void): void {
  const detail = `/items/${item_id}`;
  world.rewrites.set(LIST, ({ items }) =>
    (items as Item[]).filter((one) => one['item_id'] === `${item_id}`).forEach(change),
  );
  world.rewrites.set(detail, change);
}

/** Words of code, of JavaScript or of the wire on a page for people. */
async function expectNothingInternal(device: Device): Promise<void> {
  expect(await device.text()).not.toMatch(/undefined|null|NaN|\[object|item_|_id|\/api|[A-Za-z]{4,}/);
}

test('A7 an id beyond 2^53 opens its own item, not its neighbour', async () => {
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  await device.tap({ css: '[aria-label="查找"]' });
  await device.type({ css: 'wx-input[aria-label="查找物品"]' }, '二十四节气卡');
  await device.tap({ css: '[aria-label^="二十四节气卡 · 大寒"]' });
  await device.ready(pages.item);
  expect((await device.pages()).at(-1)?.query).toEqual({ item_id: '9007199254740993' });
  await until(() => world.backend.dev.requests.count('GET /api/v4/backpack/items/:item_id') > 0);
  const asked = world.backend.dev.requests.recent().map(({ path }) => path);
  expect(asked.some((path) => path.endsWith('/items/9007199254740993'))).toBe(true);
  expect(asked.some((path) => path.endsWith('/items/9007199254740992'))).toBe(false);
  await device.see({ text: '二十四节气卡 · 大寒' });

  await openItem(device, '9007199254740992');
  await until(async () => (await device.text()).includes('二十四节气卡'));
  expect(await device.text()).not.toContain('大寒');
  await expectCalm(device);
});

test('A7 words of a later backend and missing fields still make a sensible item', async () => {
  const item_id = world.backend.dev.give({ owner_user_id: 31, item_name: '一次体验' });
  const required = ['item_id', 'item_name', 'item_type', 'status', 'tracking_code', 'rarity_code'];
  changeItem(item_id, (item) => {
    for (const name of Object.keys(item)) if (!required.includes(name)) delete item[name];
    Object.assign(item, {
      item_type: 'experience',
      status: 'paused',
      rarity_code: 'mythic',
      tracking_code: '77',
    });
  });
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  const card = await device.find({ css: '[aria-label^="一次体验，"]' });
  expect(await card.first().getAttribute('aria-label')).toBe('一次体验，状态未知，物品');

  await device.tap({ text: '一次体验' });
  await device.ready(pages.item);
  await device.see({ text: '状态未知' });
  await device.see({ text: '当前状态暂不支持操作，如有疑问请联系客服' });
  await expectNothingInternal(device);
  await expectCalm(device);
});

test('A7, I6 a broken required field is one row of the list and a page to try again, and names nothing internal', async () => {
  const item_id = world.backend.dev.give({ owner_user_id: 31, item_name: '双人下午茶套餐' });
  changeItem(item_id, (item) => delete item['item_name']);
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  await device.see({ css: '[aria-label*="可使用"]' });
  await device.page.evaluate(() => globalThis.__host?.call('onReachBottom'));
  await device.see({ text: '这条内容暂时无法显示' });
  await expectNothingInternal(device);
  await openItem(device, `${item_id}`);
  await device.see({ text: '内容暂时无法显示' });
  await device.see({ text: '重试' });
  await expectNothingInternal(device);

  world.rewrites.clear();
  await device.tap({ text: '重试' });
  await device.see({ text: '双人下午茶套餐' });
  await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
  await device.ready(pages.backpack);
  await device.see({ text: '双人下午茶套餐' });
  const { errors, console, unknownApis } = await device.problems();
  expect([errors, unknownApis]).toEqual([[], []]);
  // The error log, which the preview writes to the console.
  expect(console.length).toBeGreaterThan(0);
  for (const line of console)
    expect(line).toMatch(/^\[log\] broken rows 1 of GET \/backpack\S* at \d\.item_name: /);
});
