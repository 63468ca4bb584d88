// The assistant's list and its conversations in each of their main states.
import type { Device, OpenOptions } from '../../preview/playwright';
import { go } from './journeys';
import type { Scene } from './scene';
import { taskOf } from './scenes-task';
import { enterAsStaff, staffAccounts, staffPages } from './staff';
import { until } from './until';
import type { World } from './world';

const LONG_NAME = '欧阳震华与他的周末九球俱乐部老友们';
const UNBROKEN = 'LIMITED-EDITION-ANNIVERSARY-COLLECTIBLE-SERIES-No.0123456789';

/** As in the mock-up: headings, a table, a numbered list. */
export const ANSWER = [
  '### 最近三次',
  '| 日期 | 球台 | 时长 | 消费 |\n| --- | --- | ---: | ---: |\n| 11-09 周一 | A03 | 2h | ¥368 |\n| 11-02 周一 | A03 | 1.5h | ¥286 |\n| 10-26 周一 | A05 | 2h | ¥340 |',
  '### 怎么开口',
  '1. **先问近况。** 上次取消是因为加班，可以接着这个聊。\n2. **给一个具体的时间。** 三次里有两次在 A03，周六下午',
].join('\n\n');

const EVERYTHING = [
  `# 大标题 ${UNBROKEN}`,
  `**粗** *斜* ~~删~~ \`code ${UNBROKEN}\` [网址](https://example.com/a)`,
  '- 一\n  - 二\n    - 三：很长很长的一句话，要换到下一行去，看看后面几行是不是和前面对得齐\n- [x] 做完了',
  '> 引用的话，也很长很长，要换到下一行去，看看左边那条线还在不在\n> > 再引用一层',
  `\`\`\`\n${UNBROKEN}\n  第二行\n\`\`\``,
  `| 很长的列名称在这里 | ${UNBROKEN} | 三 |\n| --- | :---: | ---: |\n| 一 | 二 | ¥12,864,000 |`,
  '---',
  '<b>不是 HTML</b>，只是字。',
].join('\n\n');

export const bar = { css: 'wx-textarea[aria-label="问点什么"]' };

interface Shown {
  state: string;
  tail_state: string;
}
const shown = async (device: Device): Promise<Shown> => (await device.data()) as Shown;

export const untilTail = (device: Device, state: string): Promise<void> =>
  until(async () => (await shown(device)).tail_state === state);

/** What the assistant answers to anything, and how fast. */
export function answering(world: World, answer: string, stream_pace_ms = 0): void {
  world.backend.dev.xcx.setQuirks({ answer, stream_pace_ms });
}

const encoded = (about: Record<string, string>): string =>
  Object.entries(about)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/** A new conversation about something, as from its page. */
export async function openAbout(device: Device, about: Record<string, string>, state = 'new'): Promise<void> {
  await go(device, `/${staffPages.assistantChat}?${encoded(about)}`);
  await until(async () => (await shown(device)).state === state);
}

export async function asked(device: Device, words: string): Promise<void> {
  await device.type(bar, words);
  await device.tap({ css: '[aria-label="发送"]' });
}

const aboutTask = (world: World): Record<string, string> => {
  const task_id = taskOf(world);
  const source = `/packages/staff/task/task?id=${task_id}`;
  return { context_type: 'task', context_id: task_id, title: '林小满 · 高优先召回', source };
};

async function onTask(world: World, options: OpenOptions): Promise<Device> {
  const device = await enterAsStaff(world, options, staffAccounts.coach);
  await openAbout(device, aboutTask(world));
  return device;
}

async function answered(
  world: World,
  options: OpenOptions,
  answer: string,
  words = '小满最近几次都打了什么？怎么开口比较自然？',
): Promise<Device> {
  answering(world, answer);
  const device = await onTask(world, options);
  await asked(device, words);
  await untilTail(device, 'whole');
  return device;
}

async function onList(
  world: World,
  options: OpenOptions,
  state = 'ready',
  openid = staffAccounts.coach as string,
): Promise<Device> {
  const device = await enterAsStaff(world, options, openid);
  await go(device, `/${staffPages.assistantChats}`);
  await until(async () => (await shown(device)).state === state);
  return device;
}

const list: Record<string, Scene> = {
  'assistant list': onList,
  'assistant list long': async (world, options) => {
    world.backend.db.run('UPDATE xcx_chats SET title = ?', LONG_NAME);
    world.backend.db.run('UPDATE xcx_chat_messages SET content = ?, is_read = 0', UNBROKEN);
    return onList(world, options);
  },
  'assistant list empty': (world, options) => onList(world, options, 'empty', staffAccounts.empty),
  'assistant list none found': async (world, options) => {
    const device = await onList(world, options);
    await device.type({ css: 'wx-input' }, '没有的词');
    await device.see({ text: '没有找到相关的对话' });
    return device;
  },
  'assistant list error': (world, options) => {
    world.backend.dev.xcx.fail({ status: 500, count: 1_000, prefix: '/api/xcx/chat' });
    return onList(world, options, 'failed');
  },
};

const talk: Record<string, Scene> = {
  'assistant new': onTask,
  'assistant answered': (world, options) => answered(world, options, ANSWER),
  'assistant everything': (world, options) => answered(world, options, EVERYTHING, UNBROKEN.repeat(2)),
  'assistant writing': async (world, options) => {
    answering(world, `${ANSWER}${'，再说一句'.repeat(40)}`, 60);
    const device = await onTask(world, options);
    await asked(device, '小满最近几次都打了什么？怎么开口比较自然？');
    await device.see({ text: '怎么开口' });
    await device.type(bar, '那要不要顺便提储值');
    return device;
  },
  'assistant stopped': async (world, options) => {
    answering(world, ANSWER.repeat(20), 60);
    const device = await onTask(world, options);
    await asked(device, '换个说法，短一点');
    await device.see({ text: '最近三次' });
    await device.tap({ css: '[aria-label="停止回答"]' });
    await untilTail(device, 'stopped');
    return device;
  },
  'assistant cut': async (world, options) => {
    answering(world, ANSWER);
    const device = await onTask(world, options);
    world.backend.dev.xcx.setQuirks({ stream: 'cut', stream_pace_ms: 40 });
    await asked(device, '小满最近几次都打了什么？');
    await untilTail(device, 'cut');
    return device;
  },
  'assistant failed': async (world, options) => {
    const device = await onTask(world, options);
    world.backend.dev.xcx.fail({ status: 403, count: 1_000, prefix: '/api/xcx/chat/' });
    await asked(device, '小满最近几次都打了什么？');
    await untilTail(device, 'failed');
    return device;
  },
  'assistant error': async (world, options) => {
    const device = await enterAsStaff(world, options, staffAccounts.coach);
    world.backend.dev.xcx.fail({ status: 500, count: 1_000, prefix: '/api/xcx/chat/' });
    await openAbout(device, { context_type: 'coach', context_id: '1', title: '夏栀' }, 'failed');
    return device;
  },
  'assistant signed out': async (world, options) => {
    const device = await world.open(options);
    await go(device, `/${staffPages.assistantChat}?context_type=general`);
    return device;
  },
};

export const assistant: Record<string, Scene> = { ...list, ...talk };
