// H5: each half's code runs for those who need it, and after what they see first.
import type { Device } from '../../preview/playwright';
import { signInQuietly } from '../support/inside';
import { pages } from '../support/journeys';
import { enterAsStaff, seeTabs, staffAccounts, staffPages, switchTo } from '../support/staff';
import { until } from '../support/until';
import { accounts, useWorld } from '../support/world';

const world = useWorld();
jest.setTimeout(90_000);

/** Files of customer service, and what they need of npm. */
const CUSTOMER_SERVICE = /packages\/member\/(realtime|stores\/chat|api)\/|(socket|engine)\.io/;

async function customerService(device: Device): Promise<string[]> {
  const { executed } = await device.modules();
  return executed.map(({ file }) => file).filter((file) => CUSTOMER_SERVICE.test(file));
}

/** The packages whose scripts came. */
const packagesOf = async (device: Device): Promise<string[]> =>
  (await device.modules()).fetched.map(({ root }) => root);

/** A customer's phone as it is when the app was left. */
async function leftPhone(): Promise<Record<string, unknown>> {
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  const storage = await device.storage();
  await device.close();
  return storage;
}

test('H5 signed out, nothing of customer service runs, whatever tab is opened', async () => {
  const device = await world.open();
  await device.see({ text: '手机号登录' });
  for (const page of [pages.me, pages.chat, pages.backpack]) {
    await device.page.evaluate((url) => globalThis.__host?.navigation.switchTab(`/${url}`), page);
    await device.ready(page);
  }
  expect(await customerService(device)).toEqual([]);
  expect((await device.modules()).executed.length).toBeGreaterThan(20);
});

test('H5 D1 for staff alone, nothing of customer service runs, and of the packages only their own comes', async () => {
  const device = await enterAsStaff(world, {}, staffAccounts.coach);
  await seeTabs(device, ['任务', '看板', '我的']);
  for (const tab of [staffPages.boards, staffPages.tasks]) await switchTo(device, tab);
  await until(async () => (await packagesOf(device)).includes('packages/staff'));
  expect(await customerService(device)).toEqual([]);
  expect(await packagesOf(device)).not.toContain('packages/member');
});

test('D1 for a customer nothing of the staff’s package comes, whatever tab is opened', async () => {
  const device = await world.open({ path: pages.me });
  await signInQuietly(device, accounts.full);
  await seeTabs(device, ['背包', '客服', '我的']);
  for (const tab of [pages.backpack, pages.chat, pages.me]) await switchTo(device, tab);
  await until(async () => (await customerService(device)).length > 0);
  expect(await packagesOf(device)).not.toContain('packages/staff');
});

test('H5 for a customer it is fetched after the first content, and then the badge appears', async () => {
  const storage = await leftPhone();
  const device = await world.open({ storage, network: { offline: true } });
  await device.see({ css: '[aria-label*="可使用"]' });
  expect(await customerService(device)).toEqual([]);
  await device.online();
  await device.see({ css: '[aria-label="客服，2 条新的"]' });
  expect((await customerService(device)).length).toBeGreaterThan(0);
});

test('H5 without a network at the first start the chat tab says so, and recovers by itself', async () => {
  const storage = await leftPhone();
  const device = await world.open({ storage, network: { offline: true } });
  await device.page.evaluate((url) => globalThis.__host?.navigation.switchTab(`/${url}`), pages.chat);
  await device.ready(pages.chat);
  await device.see({ text: '网络连接失败' });
  await device.see({ text: '重试' });
  expect(await customerService(device)).toEqual([]);
  await device.online();
  await device.see({ text: /(开始|继续)咨询/ });
  expect((await customerService(device)).length).toBeGreaterThan(0);
});
