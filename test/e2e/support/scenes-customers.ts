// The list of customers, one customer, and the services given to them, in each of their main states.
import type { Device, OpenOptions } from '../../preview/playwright';
import { go } from './journeys';
import type { Scene } from './scene';
import { enterAsStaff, staffAccounts, staffPages } from './staff';
import { until } from './until';
import type { World } from './world';

const LONG_NAME = '欧阳震华与他的周末九球俱乐部老友们';

type Data = Record<string, unknown>;

/** What the page on top shows. */
export const shownBy = async (device: Device): Promise<Data> => (await device.data()) as Data;

/** Waits until the page on top is in this state. */
export const inState = (device: Device, state: string): Promise<void> =>
  until(async () => (await shownBy(device))['state'] === state);

const deployed = (world: World): void => world.backend.dev.xcx.setProfile('deployed');

const failing = (world: World, path: string): void =>
  world.backend.dev.xcx.fail({ status: 500, count: 1_000, prefix: `/api/xcx/${path}` });

/** Opens the list in this state. */
export async function onCustomers(
  world: World,
  options: OpenOptions,
  openid: string = staffAccounts.coach,
  state = 'ready',
): Promise<Device> {
  const device = await enterAsStaff(world, options, openid);
  await go(device, `/${staffPages.customers}`);
  await inState(device, state);
  return device;
}

export const SEARCH = { css: 'wx-input[aria-label="在已加载的客户中搜索"]' };

const list: Record<string, Scene> = {
  'customers content': (world, options) => {
    deployed(world);
    return onCustomers(world, options);
  },
  'customers searched': async (world, options) => {
    const device = await onCustomers(world, options, staffAccounts.manager);
    await device.see({ text: '全部项目' });
    await device.type(SEARCH, '小');
    await device.see({ text: '继续加载再找' });
    return device;
  },
  'customers nothing': async (world, options) => {
    const device = await onCustomers(world, options);
    await device.type(SEARCH, '没有这样的');
    await device.see({ text: /^没有找到/ });
    return device;
  },
  'customers long names': (world, options) => {
    deployed(world);
    world.backend.db.run(
      'UPDATE xcx_customers SET name = ?, tags = \'["喜欢安静的角落","斯诺克"]\'',
      LONG_NAME,
    );
    return onCustomers(world, options);
  },
  'customers empty': (world, options) => onCustomers(world, options, staffAccounts.empty, 'empty'),
  'customers error': (world, options) => {
    failing(world, 'board');
    return onCustomers(world, options, staffAccounts.coach, 'failed');
  },
  'customers offline': async (world, options) => {
    const device = await onCustomers(world, options);
    await device.offline();
    await device.see({ text: /^网络不可用/ });
    return device;
  },
  'customers skeleton': async (world, options) => {
    const device = await enterAsStaff(world, options, staffAccounts.coach);
    world.backend.dev.latency(60_000);
    await go(device, `/${staffPages.customers}`);
    await device.see({ css: '[aria-label="正在加载"]' });
    return device;
  },
};

export const customerScenes: Readonly<Record<string, Scene>> = { ...list };
