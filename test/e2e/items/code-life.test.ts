// The code card over time: it renews itself, heals after a bad network, says when it is over, and gives the screen back.
import { nextQr, openCode } from '../support/journeys';
import { enter } from '../support/inside';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';
import type { Device } from '../../preview/playwright';

const SECOND = 1_000;
const STEP = 15 * SECOND;
const DAY = 86_400 * SECOND;
const RENEWALS = 'GET /api/v4/backpack/items/:item_id/redeem/refresh-qr';
const REFRESHES = 'POST /api/v4/auth/refresh';

const world = useWorld();

jest.setTimeout(90_000);

const count = (route: string): number => world.backend.dev.requests.count(route);

/**
 * The same time goes by for the backend and for the phone, in small steps: the phone corrects its clock by what the
 * backend says, so a reply between the two would count a step twice.
 */
async function pass(device: Device, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= STEP) {
    const step = Math.min(left, STEP);
    world.backend.dev.advance(step);
    await device.advance(step);
  }
}

/** A signed-in phone with a code on its screen. */
async function withCode(clock?: Date): Promise<{ device: Device; item_id: bigint; shown: string }> {
  const { dev } = world.backend;
  const item_id = dev.give({ owner_user_id: 31, item_name: '手冲咖啡豆', item_type: 'product' });
  const device = await enter(world, clock === undefined ? {} : { clock }, accounts.full);
  await openCode(device, `${item_id}`);
  await device.tap({ text: '生成券码' });
  const shown = await nextQr(device);
  expect(shown).toBe(dev.lastQr(item_id));
  return { device, item_id, shown };
}

const screenOf = (device: Device) =>
  device.page.evaluate(() => {
    const now = globalThis.__host?.device?.();
    return { brightness: now?.brightness, awake: now?.keepScreenOn, effect: now?.visualEffectOnCapture };
  });
const LENT = { brightness: 1, awake: true, effect: 'hidden' };
const OWN = { brightness: 0.6, awake: false, effect: 'none' };
const screenBecomes = (device: Device, state: typeof LENT) =>
  until(async () => JSON.stringify(await screenOf(device)) === JSON.stringify(state));

test('A3 renews the code before it ends, and once more when the app comes back', async () => {
  const { device, item_id, shown } = await withCode(new Date());
  // It is renewed when about 30 s of its 5 minutes are left; the test itself takes some of them.
  await pass(device, 210 * SECOND);
  expect(count(RENEWALS)).toBe(0);
  await pass(device, 70 * SECOND);
  const second = await nextQr(device, shown);
  expect(second).toBe(world.backend.dev.lastQr(item_id));
  expect(await device.text()).not.toContain('过期');

  await device.background();
  await pass(device, 400 * SECOND);
  await device.foreground();
  const third = await nextQr(device, second);
  expect(third).toBe(world.backend.dev.lastQr(item_id));
  await expectCalm(device);
});

test('A3 says that the code is over while the network is away, and heals by itself', async () => {
  const { device, item_id, shown } = await withCode(new Date());
  await device.offline();
  await device.see({ text: /^网络不可用，当前二维码可用至 \d\d:\d\d$/ });
  await pass(device, 301 * SECOND);
  await device.see({ css: '[aria-label="二维码已过期 等待网络恢复后自动更新"]' });
  await device.online();
  expect(await nextQr(device, shown)).toBe(world.backend.dev.lastQr(item_id));
  await until(async () => !(await device.text()).includes('网络不可用'));
  await expectCalm(device);
});

test('A3 keeps trying when a renewal is lost on the way', async () => {
  const { dev } = world.backend;
  const { device, item_id, shown } = await withCode(new Date());
  dev.drop({ count: 1_000, prefix: '/api/v4/backpack' });
  await pass(device, 260 * SECOND);
  await until(async () => {
    await pass(device, SECOND);
    return (await device.text()).includes('网络不可用，当前二维码可用至');
  });
  expect(await nextQr(device)).toBe(shown);
  await pass(device, 45 * SECOND);
  await device.see({ css: '[aria-label="二维码已过期 等待网络恢复后自动更新"]' });

  dev.faults.clear();
  await pass(device, 31 * SECOND);
  expect(await nextQr(device, shown)).toBe(dev.lastQr(item_id));
  await expectCalm(device);
});

test('A3 says that the order is over, apart from its QR, and offers a new one', async () => {
  const { device, item_id } = await withCode();
  expect(await device.text()).toMatch(/请在 \d{4}-\d\d-\d\d \d\d:\d\d 前使用/);
  // The order lives as long as the refresh token: half-way the person is kept signed in.
  world.backend.dev.advance(4 * DAY);
  await until(() => {
    const { requests } = world.backend.dev;
    const last = requests.recent().at(-1);
    return (
      requests.count(REFRESHES) === 1 &&
      last?.path === `/api/v4/backpack/items/${item_id}` &&
      last.status === 200
    );
  });
  world.backend.dev.advance(3 * DAY + 60 * SECOND);
  await device.see({ text: '券码已过期' });
  await device.see({ text: '重新生成券码' });
  await screenBecomes(device, OWN);
  await expectCalm(device);
});

test('A3 lends the screen while a code shows, and gives it back on hide, in background and on leaving', async () => {
  const { device, item_id } = await withCode();
  await screenBecomes(device, LENT);
  await device.background();
  await screenBecomes(device, OWN);
  await device.foreground();
  await screenBecomes(device, LENT);
  await openCode(device, '9007199254740992');
  await screenBecomes(device, OWN);
  await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
  await screenBecomes(device, LENT);
  await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
  await screenBecomes(device, OWN);
  expect(world.backend.dev.item(item_id)?.item).toMatchObject({ status: 'locked' });
  await expectCalm(device);
});

test('A3 answers a screenshot with a word and a fresh code', async () => {
  const { device, item_id, shown } = await withCode();
  await device.page.evaluate(() => globalThis.__host?.captureScreen?.());
  await device.see({ text: /^检测到截屏/ });
  expect(await nextQr(device, shown)).toBe(world.backend.dev.lastQr(item_id));
  await expectCalm(device);
});
