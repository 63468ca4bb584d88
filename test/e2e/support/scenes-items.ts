// An item's page and its code card in each of their states.
import type { Device, OpenOptions } from '../../preview/playwright';
import { makeCode, nextQr, openCode, openItem, pages } from './journeys';
import { enter } from './inside';
import type { Scene } from './scene';
import { accounts } from './world';
import type { World } from './world';

export const LONG =
  '全城通用双人下午茶套餐含手工司康与季节限定水果塔及大吉岭红茶一壶（周末节假日通用需提前一天电话预约不与其他优惠同享）';
export const UNBROKEN = 'LIMITED-EDITION-ANNIVERSARY-COLLECTIBLE-SERIES-No.0123456789';

export const give = (world: World, gift: Record<string, unknown> = {}): string =>
  `${world.backend.dev.give({ owner_user_id: 31, item_name: '双人下午茶套餐', item_type: 'voucher', merchant_name: '云上茶舍', image: 'tea', rarity_code: 'epic', ...gift })}`;

async function onItem(world: World, options: OpenOptions, item_id: string): Promise<Device> {
  const device = await enter(world, options, accounts.full);
  await openItem(device, item_id);
  return device;
}

async function onCode(world: World, options: OpenOptions, gift: Record<string, unknown> = {}) {
  const item_id = give(world, gift);
  const device = await enter(world, options, accounts.full);
  await openCode(device, item_id);
  await device.see({ text: '生成券码' });
  return { device, item_id };
}

async function onLiveCode(world: World, options: OpenOptions, gift: Record<string, unknown> = {}) {
  const { device, item_id } = await onCode(world, options, gift);
  await device.tap({ text: '生成券码' });
  await nextQr(device);
  return { device, item_id };
}

const item: Record<string, Scene> = {
  'item available': async (world, options) => {
    const about = '到店出示券码即可使用。每人限用一份，周末与节假日通用，请提前一天电话预约。';
    const item_id = give(world, {
      item_value: 168,
      item_description: about,
      expires_at: Date.now() + 3 * 86_400_000,
    });
    const device = await onItem(world, options, item_id);
    await device.see({ text: '物品动态' });
    return device;
  },
  'item sheet': async (world, options) => {
    const device = await onItem(world, options, give(world));
    await device.tap({ text: '去使用' });
    await device.see(makeCode);
    return device;
  },
  'item product': async (world, options) => {
    const device = await onItem(world, options, give(world, { item_type: 'product', image: 'gift' }));
    await device.see({ text: '物品动态' });
    return device;
  },
  'item long name': async (world, options) => {
    const device = await onItem(
      world,
      options,
      give(world, { item_name: UNBROKEN, merchant_name: LONG, item_description: LONG }),
    );
    await device.see({ text: '物品动态' });
    return device;
  },
  'item locked': async (world, options) => {
    const { device } = await onLiveCode(world, options);
    await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
    const [first] = world.backend.dev.requests.recent().filter(({ path }) => path.endsWith('/redeem'));
    await openItem(device, first?.path.split('/').at(-2) ?? '');
    await device.see({ text: '看券码' });
    return device;
  },
  'item used': async (world, options) => {
    const { device, item_id } = await onLiveCode(world, options);
    world.backend.dev.redeem({ item_id: BigInt(item_id) });
    await device.see({ text: '已使用' });
    await device.tap({ text: '查看详情' });
    await device.ready(pages.item);
    await device.see({ text: '您已使用' });
    return device;
  },
  'item maintenance': async (world, options) => {
    const item_id = give(world);
    const device = await enter(world, options, accounts.full);
    world.backend.dev.maintenance({ message: '门店系统升级，请稍后再来', end_time: '2027-03-09 06:30:00' });
    await openItem(device, item_id);
    await device.see({ text: '系统维护中' });
    return device;
  },
  'item missing': (world, options) => onItem(world, options, '4040404'),
  'item timeline failed': async (world, options) => {
    world.backend.dev.fail({
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      count: 100,
      prefix: '/api/v4/backpack/items/9007199254740993/timeline',
    });
    const device = await onItem(world, options, '9007199254740993');
    await device.see({ text: '动态暂时无法加载' });
    return device;
  },
  'item signed out': async (world, options) => {
    const device = await world.open(options);
    await openItem(device, '9007199254740993');
    return device;
  },
};

const redeem: Record<string, Scene> = {
  'redeem ready': async (world, options) => (await onCode(world, options)).device,
  'redeem code': async (world, options) => (await onLiveCode(world, options)).device,
  'redeem long name': async (world, options) =>
    (await onLiveCode(world, options, { item_name: LONG, merchant_name: LONG })).device,
  'redeem offline': async (world, options) => {
    const { device } = await onLiveCode(world, options);
    await device.offline();
    await device.see({ text: /^网络不可用/ });
    return device;
  },
  'redeem expired': async (world, options) => {
    const { device } = await onLiveCode(world, { ...options, clock: new Date() });
    await device.offline();
    await device.advance(301_000);
    await device.see({ css: '[aria-label^="二维码已过期"]' });
    return device;
  },
  'redeem screenshot': async (world, options) => {
    const { device } = await onLiveCode(world, options);
    await device.page.evaluate(() => globalThis.__host?.captureScreen?.());
    await device.see({ text: /^检测到截屏/ });
    return device;
  },
  'redeem used': async (world, options) => {
    const { device, item_id } = await onLiveCode(world, options);
    world.backend.dev.redeem({ item_id: BigInt(item_id) });
    await device.see({ text: '已使用' });
    return device;
  },
  'redeem order over': async (world, options) => {
    const { device } = await onLiveCode(world, options, { item_type: 'product' });
    world.backend.db.run("UPDATE redemption_orders SET status = 'cancelled'");
    world.backend.db.run("UPDATE items SET status = 'available' WHERE status = 'locked'");
    await device.see({ text: '券码已取消' });
    return device;
  },
};

export const atTheCounter: Readonly<Record<string, Scene>> = { ...item, ...redeem };
