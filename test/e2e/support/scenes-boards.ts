// 看板 and a coach's page in each of their main states.
import type { Device, OpenOptions } from '../../preview/playwright';
import { go, pages } from './journeys';
import type { Scene } from './scene';
import { enterAsStaff, signInAsStaff, staffAccounts, staffPages, switchTo } from './staff';
import { until } from './until';
import type { World } from './world';

/** What the deck's data says. */
export const deckOf = async (device: Device): Promise<Record<string, unknown>> =>
  (await device.data('#body')) as Record<string, unknown>;

export async function seeDeck(device: Device, wanted: Record<string, unknown>): Promise<void> {
  await device.see('#body');
  await until(async () => {
    const deck = await deckOf(device);
    return Object.entries(wanted).every(([name, value]) => deck[name] === value);
  });
}

/** A phone with 看板 open on a board. @param state what the board comes to */
export async function onBoards(
  world: World,
  options: OpenOptions = {},
  board = '助教',
  openid: string = staffAccounts.manager,
  state = 'ready',
): Promise<Device> {
  const device = await world.open({ ...options, path: pages.me });
  await signInAsStaff(device, openid);
  await switchTo(device, staffPages.boards);
  await device.see('#body');
  if (board !== '助教') await device.tap({ css: `[role="tab"]:text-is("${board}")` });
  await seeDeck(device, { board_text: board, state });
  return device;
}

/** Opens a coach's page. */
export async function onCoach(
  world: World,
  options: OpenOptions,
  coach_id = '1',
  openid: string = staffAccounts.manager,
): Promise<Device> {
  const device = await enterAsStaff(world, options, openid);
  await go(device, `/${staffPages.coach}?coach_id=${coach_id}`);
  return device;
}

const deployed = (world: World): void => world.backend.dev.xcx.setProfile('deployed');

const fail = (world: World): void =>
  world.backend.dev.xcx.fail({ status: 500, count: 1_000, prefix: '/api/xcx/board' });

/** Chooses the comparison, and waits for it. */
async function compare(device: Device): Promise<void> {
  await device.tap({ text: /^对比/ });
  await until(async () => String((await deckOf(device))['summary']).includes('对比'));
  await seeDeck(device, { state: 'ready' });
}

export const boardScenes: Readonly<Record<string, Scene>> = {
  'boards coaches': (world, options) => onBoards(world, options),
  'boards scrolled': async (world, options) => {
    const device = await onBoards(world, { ...options, height: 620 });
    await (await device.frame()).locator('body').evaluate(() => window.scrollTo(0, 320));
    await seeDeck(device, { folded: true });
    return device;
  },
  'boards sort': async (world, options) => {
    const device = await onBoards(world, options);
    await device.tap({ text: '按工时' });
    await device.see({ text: '任务完成' });
    return device;
  },
  'boards customers': async (world, options) => {
    const device = await onBoards(world, options, '客户');
    await device.tap({ text: '近60天消费' });
    await seeDeck(device, { dimension: 'spend60', state: 'ready' });
    return device;
  },
  'boards finance': async (world, options) => {
    const device = await onBoards(world, options, '财务');
    await compare(device);
    return device;
  },
  'boards figure': async (world, options) => {
    const device = await onBoards(world, options, '财务');
    await device.tap({ css: '[role="button"]:has-text("营业额")' });
    await device.see({ text: '问助手这个数' });
    return device;
  },
  'boards ring': async (world, options) => {
    const device = await onBoards(world, options, '财务');
    await device.tap({ css: '[role="button"]:has-text("区域收入")' });
    await device.see({ text: '问助手这个数' });
    await device.see({ css: 'canvas' });
    return device;
  },
  'boards panels': async (world, options) => {
    deployed(world);
    world.backend.dev.xcx.setQuirks({ failed_modules: ['cashflow'] });
    const device = await onBoards(world, { ...options, height: 3_000 }, '财务');
    await compare(device);
    return device;
  },
  'coach content': async (world, options) => {
    deployed(world);
    const device = await onCoach(world, options);
    await device.see({ text: '近 6 个月' });
    await device.see({ css: 'canvas' });
    return device;
  },
  'coach head': async (world, options) => {
    const device = await onCoach(world, options);
    await device.see({ text: '门店的系统没有提供更多。' });
    return device;
  },
  'coach failed': async (world, options) => {
    deployed(world);
    world.backend.dev.xcx.fail({ status: 500, count: 1_000, prefix: '/api/xcx/coaches' });
    const device = await onCoach(world, options);
    await device.see({ text: '没能加载任务、客户和备注' });
    return device;
  },
  'boards refused': (world, options) => onBoards(world, options, '财务', staffAccounts.coach, 'refused'),
  'boards error': async (world, options) => {
    fail(world);
    return onBoards(world, options, '助教', staffAccounts.manager, 'failed');
  },
  'boards empty': async (world, options) => {
    const device = await onBoards(world, options, '客户', staffAccounts.empty, 'empty');
    return device;
  },
};
