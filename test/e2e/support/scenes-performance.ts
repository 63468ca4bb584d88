// 绩效 and 绩效明细 in each of their main states.
import type { Device, OpenOptions } from '../../preview/playwright';
import { go } from './journeys';
import type { Scene } from './scene';
import { enterAsStaff, staffAccounts, staffPages } from './staff';
import type { World } from './world';

/** Opens 绩效, or with a query 绩效 of somebody else. */
export async function onPerformance(
  world: World,
  options: OpenOptions,
  openid: string = staffAccounts.coach,
  query = '',
): Promise<Device> {
  const device = await enterAsStaff(world, options, openid);
  await go(device, `/${staffPages.performance}${query}`);
  return device;
}

/** Opens 绩效明细 of the present month. */
export async function onRecords(
  world: World,
  options: OpenOptions,
  openid: string = staffAccounts.coach,
  query = '',
): Promise<Device> {
  const device = await enterAsStaff(world, options, openid);
  await go(device, `/${staffPages.records}${query}`);
  return device;
}

/** Both charts stand on their canvases. */
export async function seeCharts(device: Device): Promise<void> {
  await device.see({ text: '每天工时' });
  await device.see({ css: '[class*="touch"] >> nth=1' });
}

const deployed = (world: World): void => world.backend.dev.xcx.setProfile('deployed');

export const performance: Readonly<Record<string, Scene>> = {
  'performance content': async (world, options) => {
    const device = await onPerformance(world, options);
    await seeCharts(device);
    return device;
  },
  'performance deployed': async (world, options) => {
    deployed(world);
    const device = await onPerformance(world, options);
    await seeCharts(device);
    return device;
  },
  'performance manager': async (world, options) => {
    const device = await onPerformance(world, options, staffAccounts.manager);
    await device.see({ text: '正在看' });
    await seeCharts(device);
    return device;
  },
  'performance blank': async (world, options) => {
    const device = await onPerformance(world, options, staffAccounts.empty);
    await device.see({ text: /^这个月还没有课时/ });
    return device;
  },
  'performance skeleton': async (world, options) => {
    const device = await enterAsStaff(world, options, staffAccounts.coach);
    world.backend.dev.latency(60_000);
    await go(device, `/${staffPages.performance}`);
    await device.see({ css: '[aria-label="正在加载"]' });
    return device;
  },
  'performance error': async (world, options) => {
    const device = await enterAsStaff(world, options, staffAccounts.coach);
    world.backend.dev.xcx.fail({ status: 500, count: 1_000, prefix: '/api/xcx/performance' });
    await go(device, `/${staffPages.performance}`);
    await device.see({ text: '重试' });
    return device;
  },
  'performance refused': async (world, options) => {
    const device = await onPerformance(world, options, staffAccounts.coach, '?coach_id=2');
    await device.see({ text: '返回' });
    return device;
  },
  'records content': async (world, options) => {
    const device = await onRecords(world, options);
    await device.see({ text: '本月合计' });
    return device;
  },
  'records empty': async (world, options) => {
    const device = await onRecords(world, options, staffAccounts.empty);
    await device.see({ text: '这个月没有记录' });
    return device;
  },
  'records error': async (world, options) => {
    const device = await enterAsStaff(world, options, staffAccounts.coach);
    world.backend.dev.xcx.fail({ status: 500, count: 1_000, prefix: '/api/xcx/performance' });
    await go(device, `/${staffPages.records}`);
    await device.see({ text: '重试' });
    return device;
  },
  'records offline': async (world, options) => {
    const device = await onRecords(world, options);
    await device.see({ text: '本月合计' });
    await device.offline();
    await device.see({ text: /^网络不可用/ });
    return device;
  },
};
