// Every page in each of its main states, as a person gets there. The layout tests measure them, `npm run shots` draws them.
import type { Device, OpenOptions } from '../../preview/playwright';
import { fields, go, pages } from './journeys';
import { signInHeld, signInQuietly } from './inside';
import type { Scene } from './scene';
import { assistant } from './scenes-assistant';
import { boardScenes } from './scenes-boards';
import { atTheDesk } from './scenes-chat';
import { conversation } from './scenes-conversation';
import { performance } from './scenes-performance';
import { aTask } from './scenes-task';
import { atTheGate } from './scenes-gate';
import { customerScenes } from './scenes-customers';
import { atTheCounter, give, LONG, UNBROKEN } from './scenes-items';
import { taskScenes } from './scenes-tasks';
import { accounts } from './world';
import type { World } from './world';

async function signedIn(world: World, options: OpenOptions, mobile = accounts.full): Promise<Device> {
  const device = await world.open(options);
  await signInQuietly(device, mobile);
  return device;
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
    await signInHeld(world, device, accounts.full, 'loading');
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
    // Leaves the field.
    await device.tap({ text: '手机号登录' });
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
  'me looks': async (world, options) => {
    const device = await world.open({ ...options, path: pages.me });
    await device.tap({ text: '外观' });
    await device.see({ text: '跟随系统' });
    return device;
  },
  'missing page': async (world, options) => {
    const device = await world.open({ ...options, path: 'pages/gone/gone' });
    await device.ready(pages.missing);
    return device;
  },
};

/** Two halves, so that two workers measure them. */
export const beforeTheCounter: Readonly<Record<string, Scene>> = { ...backpack, ...signIn, ...me };
export { atTheCounter };
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
