// A maintenance of the one backend: said where it is in the way, over without a tap, and no matter to the other's half.
import type { Device } from '../../preview/playwright';
import { signInQuietly } from '../support/inside';
import { go, pages } from '../support/journeys';
import { signInAsStaff, staffAccounts, staffPages, switchTo } from '../support/staff';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

jest.setTimeout(120_000);

/** Longer than the longest pause between two probes of a maintenance whose end nobody knows. */
const PROBED_MS = 46_000;

describe.each(['documented', 'deployed'] as const)('the %s backends', (profile) => {
  const world = useWorld(profile);

  /** A phone of a customer who works here. */
  async function both(): Promise<Device> {
    const device = await world.open({ path: pages.me, clock: new Date() });
    await signInQuietly(device, accounts.full);
    await signInAsStaff(device, staffAccounts.both);
    await device.see({ text: /\d+ 月工时/ });
    return device;
  }

  /**
   * Lets the time pass in which the app asks whether the maintenance is over, again and again: an answer that is on its way
   * is still of before.
   */
  const probed = (device: Device, isOver: (text: string) => boolean): Promise<void> =>
    until(async () => {
      await device.advance(PROBED_MS);
      return isOver(await device.text());
    });

  test('E6 a maintenance of the staff’s backend is said, the customers’ goes on, and a probe ends it', async () => {
    const { dev } = world.backend;
    dev.give({ owner_user_id: 31, item_name: '手冲咖啡豆' });
    const device = await both();
    dev.xcx.maintenance('员工系统升级，请稍后再来');
    await device.restart();
    await device.see({ text: '本月业绩没有读到，点此重试' });
    const asked = dev.requests.count('GET /api/xcx/me');
    await device.advance(PROBED_MS);
    await until(() => dev.requests.count('GET /api/xcx/me') > asked);
    await device.see({ text: '本月业绩没有读到，点此重试' });
    dev.xcx.maintenance(null);
    await probed(device, (text) => /\d+ 月工时/.test(text));

    dev.xcx.maintenance('员工系统升级，请稍后再来');
    await switchTo(device, pages.backpack);
    await device.see({ text: '手冲咖啡豆' });
    await go(device, `/${staffPages.notes}`);
    await device.see({ text: '系统维护中' });
    await device.see({ text: '员工系统升级，请稍后再来' });
    dev.xcx.maintenance(null);
    await probed(device, (text) => !text.includes('系统维护中'));
    await expectCalm(device);
  });

  test('E6 a maintenance of the customers’ backend is said, the staff’s goes on, and a probe ends it', async () => {
    const { dev } = world.backend;
    const device = await both();
    dev.maintenance({ message: '会员系统升级，请稍后再来', end_time: null });
    // Given after the last answer before the maintenance: no list on the phone has it.
    const item_id = dev.give({ owner_user_id: 31, item_name: '双人下午茶套餐' });
    await device.tap({ text: '登录中的设备' });
    await device.see({ text: '系统维护中' });
    await go(device, `/${pages.item}?item_id=${item_id}`);
    await device.see({ text: '系统维护中' });
    await device.see({ text: '会员系统升级，请稍后再来' });
    await go(device, `/${staffPages.notes}`);
    await until(async () => ((await device.data()) as { state: string }).state === 'ready');
    await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack(1));
    await device.ready(pages.item);

    dev.maintenance(null);
    await probed(device, (text) => text.includes('双人下午茶套餐'));
    await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack(1));
    await device.ready(pages.me);
    await device.see({ text: '本机' });
    await expectCalm(device);
  });
});
