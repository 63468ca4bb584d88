// H5: each half's code runs for those who need it, and after what they see first.
import type { Device } from '../../preview/playwright';
import { signInQuietly } from '../support/inside';
import { pages } from '../support/journeys';
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

test('H5 for staff alone, nothing of customer service runs', async () => {
  const device = await world.open({ path: pages.me });
  await device.page.evaluate(async () => {
    const { session } = (globalThis.__host?.app() as unknown as PreviewedApp).core;
    await session.signInStaff();
  });
  await until(async () => (await device.page.evaluate(staffState)) === 'signed_in');
  await device.see({ text: '我的' });
  expect(await customerService(device)).toEqual([]);
});

const staffState = () => (globalThis.__host?.app() as unknown as PreviewedApp).core.session.staff.state;

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
