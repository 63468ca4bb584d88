// The 任务 tab in each of its main states.
import type { Device, OpenOptions } from '../../preview/playwright';
import { pages } from './journeys';
import type { Scene } from './scene';
import { signInAsStaff, staffAccounts, staffPages, switchTo } from './staff';
import { cardOf, hold, listed, onTasks, swipe, useKeyboard } from './tasks';
import type { World } from './world';

const LONG_NAME = '欧阳震华与他的周末九球俱乐部朋友们一行';
const KEYBOARD_PX = 291;

const failing = (world: World): void =>
  world.backend.dev.xcx.fail({ status: 500, count: 1_000, prefix: '/api/xcx/tasks' });

/** As the running system has it, with the scale and what to say. */
async function deployed(world: World, options: OpenOptions): Promise<Device> {
  world.backend.dev.xcx.setProfile('deployed');
  return onTasks(world, options);
}

/** The n-th customer of the list, pinned ones first. */
async function customer(device: Device, at: number): Promise<string> {
  const heads = ['置顶', '待办', '已放弃'];
  return (await listed(device)).filter((title) => !heads.includes(title))[at] ?? '';
}

export const taskScenes: Readonly<Record<string, Scene>> = {
  'tasks signed out': (world, options) => world.open({ ...options, path: staffPages.tasks }),
  'tasks skeleton': async (world, options) => {
    const device = await world.open({ ...options, path: pages.me });
    await signInAsStaff(device, staffAccounts.coach);
    world.backend.dev.latency(60_000);
    await switchTo(device, staffPages.tasks);
    await device.see({ css: '[aria-label="正在加载"]' });
    return device;
  },
  'tasks content': deployed,
  'tasks documented': (world, options) => onTasks(world, options),
  'tasks long names': async (world, options) => {
    const { db } = world.backend;
    db.run(
      'UPDATE xcx_customers SET name = ?, hobbies = ?',
      LONG_NAME,
      '["喜欢安静的角落包厢","斯诺克","常带朋友一起来"]',
    );
    return deployed(world, options);
  },
  'tasks end': async (world, options) => {
    const device = await deployed(world, options);
    await device.see({ text: /更新 · 左滑备注或放弃/ });
    await device.finger.scrollPage(-1);
    return device;
  },
  'tasks filtered': async (world, options) => {
    const device = await deployed(world, options);
    await device.tap({ text: /^优先召回/ });
    return device;
  },
  'tasks no match': async (world, options) => {
    const device = await deployed(world, options);
    await device.tap({ css: '[aria-label="搜索任务"]' });
    await device.type({ css: 'wx-input[aria-label="在已加载的任务中搜索"]' }, '没有这样的');
    await device.see({ text: '没有符合条件的任务' });
    return device;
  },
  'tasks empty': (world, options) => onTasks(world, options, staffAccounts.empty, 'empty'),
  'tasks error': async (world, options) => {
    failing(world);
    return onTasks(world, options, staffAccounts.coach, 'failed');
  },
  'tasks stale': async (world, options) => {
    const device = await deployed(world, options);
    failing(world);
    await device.finger.pullDown();
    await device.see({ text: /^没能刷新/ });
    return device;
  },
  'tasks offline': async (world, options) => {
    const device = await deployed(world, options);
    await device.offline();
    await device.see({ text: /^网络不可用/ });
    return device;
  },
  'tasks swiped': async (world, options) => {
    const device = await deployed(world, options);
    await swipe(device, cardOf(await customer(device, 1)), -160);
    await device.see({ text: '放弃' });
    return device;
  },
  'tasks menu': async (world, options) => {
    const device = await deployed(world, options);
    await hold(device, cardOf(await customer(device, 0)));
    await device.see({ shell: '问助手' });
    return device;
  },
  'tasks abandon': async (world, options) => {
    const device = await deployed(world, options);
    await useKeyboard(device, KEYBOARD_PX);
    await hold(device, cardOf(await customer(device, 0)));
    await device.tap({ shell: '放弃任务' });
    await device.tap({ text: '客户不想被打扰' });
    await device.type(
      { css: 'wx-textarea[aria-label="放弃的具体情况"]' },
      '说近期都在外地出差，过完年再联系',
    );
    return device;
  },
  'tasks refused': async (world, options) => {
    const device = await deployed(world, options);
    world.backend.dev.xcx.fail({ status: 409, message: '任务已被其他同事处理', prefix: '/api/xcx/tasks' });
    await swipe(device, cardOf(await customer(device, 0)), 160);
    await device.see({ text: /^没能/ });
    return device;
  },
};
