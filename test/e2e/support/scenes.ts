// Every page in each of its main states, as a person gets there. The layout tests measure them, `npm run shots` draws them.
import type { Device, OpenOptions } from '../../preview/playwright';
import { fields, go, makeCode, nextQr, openCode, openItem, pages } from './journeys';
import { enter, signInQuietly } from './inside';
import type { Scene } from './scene';
import { assistant } from './scenes-assistant';
import { boardScenes } from './scenes-boards';
import { atTheDesk } from './scenes-chat';
import { conversation } from './scenes-conversation';
import { performance } from './scenes-performance';
import { aTask } from './scenes-task';
import { atTheGate } from './scenes-gate';
import { customerScenes } from './scenes-customers';
import { taskScenes } from './scenes-tasks';
import { accounts } from './world';
import type { World } from './world';

const LONG =
  '全城通用双人下午茶套餐含手工司康与季节限定水果塔及大吉岭红茶一壶（周末节假日通用需提前一天电话预约不与其他优惠同享）';
const UNBROKEN = 'LIMITED-EDITION-ANNIVERSARY-COLLECTIBLE-SERIES-No.0123456789';

async function signedIn(world: World, options: OpenOptions, mobile = accounts.full): Promise<Device> {
  const device = await world.open(options);
  await signInQuietly(device, mobile);
  return device;
}

const give = (world: World, gift: Record<string, unknown> = {}): string =>
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

async function onSignIn(world: World, options: OpenOptions, query = ''): Promise<Device> {
  const device = await world.open(options);
  await go(device, `/${pages.signIn}${query}`);
  return device;
}

const backpack: Record<string, Scene> = {
  'backpack signed out': (world, options) => world.open(options),
  'backpack skeleton': async (world, options) => {
    const device = await world.open(options);
    world.backend.dev.latency(600);
    await signInQuietly(device, accounts.full, 'loading');
    world.backend.dev.latency(60_000);
    return device;
  },
  'backpack content': signedIn,
  'backpack long names': async (world, options) => {
    give(world, {
      item_name: LONG,
      merchant_name: '云上茶舍（滨江天街旗舰体验店二层中庭）',
      expires_at: Date.now() + 86_400_000,
    });
    give(world, { item_name: UNBROKEN, rarity_code: 'legendary' });
    return signedIn(world, options);
  },
  'backpack deployed': async (world, options) => {
    world.backend.dev.setProfile('deployed');
    return signedIn(world, options);
  },
  'backpack filtered': async (world, options) => {
    const device = await signedIn(world, options);
    await device.tap({ text: '类型' });
    await device.tap({
      css: '[aria-role="radio"]:has-text("实物商品"), [role="radio"]:has-text("实物商品")',
    });
    await device.see({ css: '[aria-label="类型和顺序，实物商品"]' });
    return device;
  },
  'backpack no match': async (world, options) => {
    const device = await signedIn(world, options);
    await device.tap({ css: '[aria-label="查找"]' });
    await device.type({ css: 'wx-input[aria-label="查找物品"]' }, '没有这样的');
    await device.see({ text: '没有找到「没有这样的」' });
    return device;
  },
  'backpack found': async (world, options) => {
    const device = await signedIn(world, options);
    await device.tap({ css: '[aria-label="查找"]' });
    await device.type({ css: 'wx-input[aria-label="查找物品"]' }, '咖啡');
    await device.see({ text: /找到 \d+ 件$/ });
    return device;
  },
  'backpack waiting': async (world, options) => {
    const device = await signedIn(world, options);
    await device.tap({ text: /^待使用/ });
    await device.see({ text: '看券码' });
    return device;
  },
  'backpack over': async (world, options) => {
    const device = await signedIn(world, options);
    await device.tap({ text: '已失效' });
    await device.see({ text: '已作废' });
    return device;
  },
  'backpack types': async (world, options) => {
    const device = await signedIn(world, options);
    await device.tap({ text: '类型' });
    await device.see({ text: '类型和顺序' });
    return device;
  },
  'backpack empty': async (world, options) => {
    const device = await world.open(options);
    await signInQuietly(device, accounts.empty, 'empty');
    return device;
  },
  'backpack error': async (world, options) => {
    const device = await world.open(options);
    world.backend.dev.fail({ status: 500, count: 100, prefix: '/api/v4/backpack' });
    await signInQuietly(device, accounts.full, 'failed');
    return device;
  },
  'backpack cached': async (world, options) => {
    const device = await signedIn(world, options);
    world.backend.dev.fail({ status: 500, count: 100, prefix: '/api/v4/backpack' });
    await device.restart();
    await device.see({ text: '重试' });
    return device;
  },
};

const signIn: Record<string, Scene> = {
  'sign-in': (world, options) => onSignIn(world, options),
  'sign-in replaced': (world, options) => onSignIn(world, options, '?reason=replaced'),
  'sign-in count-down': async (world, options) => {
    const device = await onSignIn(world, options);
    await device.type(fields.mobile, accounts.full);
    await device.tap({ text: '获取验证码' });
    await device.see({ text: /秒后重发$/ });
    return device;
  },
  'sign-in wrong': async (world, options) => {
    const device = await onSignIn(world, options);
    await device.type(fields.mobile, '1380000');
    await device.tap({ text: '登录' });
    await device.see({ text: '手机号格式不正确，请检查' });
    return device;
  },
  'sign-in wrong code': async (world, options) => {
    const device = await onSignIn(world, options);
    await device.type(fields.mobile, accounts.full);
    await device.tap({ text: '获取验证码' });
    await device.see({ text: /秒后重发$/ });
    await device.tap({ text: '我已阅读并同意' });
    await device.type(fields.code, '000000');
    await device.see({ text: '验证码不正确，请核对后重新输入' });
    return device;
  },
  'sign-in consent': async (world, options) => {
    const device = await onSignIn(world, options);
    await device.type(fields.mobile, accounts.full);
    await device.tap({ text: '获取验证码' });
    await device.see({ text: '演示环境，验证码 123456' });
    await device.type(fields.code, '123456');
    await device.see({ text: '同意并登录' });
    return device;
  },
  'sign-in welcome': async (world, options) => {
    const device = await onSignIn(world, options);
    await device.type(fields.mobile, '13800000077');
    await device.tap({ text: '获取验证码' });
    await device.see({ text: /秒后重发$/ });
    await device.tap({ text: '我已阅读并同意' });
    await device.type(fields.code, '123456');
    await device.see({ text: '开始使用' });
    return device;
  },
};

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

const me: Record<string, Scene> = {
  'me signed out': (world, options) => world.open({ ...options, path: pages.me }),
  'me signed in': async (world, options) => {
    const device = await world.open({ ...options, path: pages.me });
    await signInQuietly(device, accounts.full);
    await device.see({ text: '退出会员账号' });
    await device.tap({ text: '登录中的设备' });
    await device.see({ text: '本机' });
    return device;
  },
};

/** Two halves, so that two workers measure them. */
export const beforeTheCounter: Readonly<Record<string, Scene>> = { ...backpack, ...signIn, ...me };
export const atTheCounter: Readonly<Record<string, Scene>> = { ...item, ...redeem };
export const scenes: Readonly<Record<string, Scene>> = {
  ...beforeTheCounter,
  ...atTheCounter,
  ...atTheDesk,
  ...conversation,
  ...performance,
  ...aTask,
  ...atTheGate,
  ...taskScenes,
  ...customerScenes,
  ...assistant,
  ...boardScenes,
};
