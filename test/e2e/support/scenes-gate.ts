// The staff's way in, and 我的 of staff, in each of their main states.
import type { Device, OpenOptions } from '../../preview/playwright';
import { signInQuietly } from './inside';
import { go, pages } from './journeys';
import type { Scene } from './scene';
import { belongTo, enterAsStaff, signInAsStaff, staffAccounts, staffPages, switchTo } from './staff';
import { accounts } from './world';
import type { World } from './world';

const field = (label: string) => ({ css: `wx-input[aria-label="${label}"]` });

/** What the desk writes about somebody. */
export function decide(
  world: World,
  openid: string,
  status: 'approved' | 'rejected' | 'disabled',
  reason?: string,
) {
  const { xcx } = world.backend.dev;
  xcx.review({ user_id: xcx.userId(openid), status, reason });
}

async function onEntrance(world: World, options: OpenOptions, openid: string): Promise<Device> {
  const device = await world.open({ ...options, path: pages.me });
  await belongTo(device, openid);
  await go(device, `/${staffPages.entrance}`);
  return device;
}

async function onApply(world: World, options: OpenOptions): Promise<Device> {
  const device = await world.open({ ...options, path: pages.me });
  await belongTo(device, 'somebody-new');
  await device.tap({ text: '员工入口' });
  await device.ready(staffPages.apply);
  return device;
}

async function fill(device: Device, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await device.type(field(label), value);
}

export const APPLICATION = { 门店码: 'AB123', 手机号: '13800000031', 昵称: '林夏' };

async function sent(world: World, options: OpenOptions): Promise<Device> {
  const device = await onApply(world, options);
  await fill(device, APPLICATION);
  await device.tap({ text: '助教' });
  await device.tap({ text: '提交申请' });
  await device.ready(staffPages.entrance);
  await device.see({ text: '申请审核中' });
  return device;
}

async function onMe(world: World, options: OpenOptions, openid: string): Promise<Device> {
  const device = await enterAsStaff(world, options, openid);
  await device.see({ text: /\d+ 月工时/ });
  return device;
}

export const atTheGate: Readonly<Record<string, Scene>> = {
  'entrance ended': async (world, options) => {
    const device = await world.open({ ...options, path: pages.me });
    await go(device, `/${staffPages.entrance}?reason=expired`);
    await device.see({ text: '微信登录' });
    return device;
  },
  'entrance error': async (world, options) => {
    const device = await world.open({ ...options, path: pages.me });
    world.backend.dev.xcx.fail({ status: 500, count: 100, prefix: '/api/xcx/login' });
    await go(device, `/${staffPages.entrance}`);
    await device.see({ text: '重试' });
    return device;
  },
  'entrance pending': sent,
  'entrance rejected': async (world, options) => {
    const device = await sent(world, options);
    decide(world, 'somebody-new', 'rejected', '手机号和员工名单对不上，请用入职时登记的号码再提交一次。');
    await device.tap({ text: '查询结果' });
    await device.see({ text: '申请没有通过' });
    return device;
  },
  'entrance disabled': async (world, options) => {
    const device = await onEntrance(world, options, staffAccounts.disabled);
    await device.see({ text: '员工身份已停用' });
    return device;
  },
  'entrance unknown': async (world, options) => {
    world.backend.dev.xcx.setQuirks({ user_status: 'on_hold' });
    const device = await onEntrance(world, options, staffAccounts.pending);
    await device.see({ text: /请联系店长/ });
    return device;
  },
  'entrance offline': async (world, options) => {
    const device = await sent(world, options);
    await device.offline();
    await device.tap({ text: '查询结果' });
    await device.see({ text: '重试' });
    return device;
  },
  'entrance approved': async (world, options) => {
    const device = await sent(world, options);
    decide(world, 'somebody-new', 'approved');
    await device.tap({ text: '查询结果' });
    await device.see({ text: '看看今天的任务' });
    return device;
  },
  apply: onApply,
  'apply wrong': async (world, options) => {
    const device = await onApply(world, options);
    await fill(device, { ...APPLICATION, 门店码: 'AB12' });
    await device.tap({ text: '提交申请' });
    await device.see({ text: /^门店码是 2 个字母/ });
    return device;
  },
  'apply failed': async (world, options) => {
    const device = await onApply(world, options);
    await fill(device, APPLICATION);
    await device.tap({ text: '前台' });
    world.backend.dev.xcx.fail({ status: 500, count: 100, prefix: '/api/xcx/apply' });
    await device.tap({ text: '提交申请' });
    await device.see({ text: '重试' });
    return device;
  },
  'me staff': (world, options) => onMe(world, options, staffAccounts.coach),
  'me both': async (world, options) => {
    const device = await onMe(world, options, staffAccounts.both);
    await signInQuietly(device, accounts.full);
    await device.see({ text: '退出会员账号' });
    return device;
  },
  'me stores': async (world, options) => {
    world.backend.dev.setProfile('deployed');
    const device = await onMe(world, options, staffAccounts.stores);
    await device.tap({ text: '换门店' });
    await device.see({ css: '[role="dialog"]' });
    return device;
  },
  'me reviewed': async (world, options) => {
    const device = await world.open({ ...options, path: pages.me });
    await signInAsStaff(device, staffAccounts.pending);
    await device.see({ text: '审核中' });
    return device;
  },
  'tasks signed out': async (world, options) => {
    const device = await world.open({ ...options, path: pages.me });
    await switchTo(device, staffPages.tasks);
    await device.see({ text: '员工登录' });
    return device;
  },
};
