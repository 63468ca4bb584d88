// J4: WeChat's consent, asked by the app's own sheet before pictures are chosen and before anything is copied.
import { own, rows, statuses, write } from '../support/chat-person';
import { openTalk, sight } from '../support/conversation';
import { enter } from '../support/inside';
import { flashes, go } from '../support/journeys';
import { tea } from '../support/pictures';
import { answering, asked, untilTail } from '../support/scenes-assistant';
import { enterAsStaff, staffAccounts, staffPages } from '../support/staff';
import { hold } from '../support/tasks';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';
import type { Device } from '../../preview/playwright';

const world = useWorld();
const picture = { css: '[aria-label="发送图片"]' };
const SHEET = '用户隐私保护提示';

jest.setTimeout(120_000);

async function open(): Promise<Device> {
  const device = await enter(world, { width: 390, height: 760 }, accounts.full);
  await openTalk(device, '2203');
  await device.page.evaluate(() => globalThis.__host?.setPrivacy?.(false));
  return device;
}

const gone = (device: Device, text: string): Promise<void> =>
  until(async () => !(await device.text()).includes(text));

test('E6 J4 pictures: refused says what is not possible and asks again; agreed to, they are chosen and sent', async () => {
  const device = await open();
  await device.tap(picture);
  await device.see({ text: /^发送图片需要用到您选中的照片/ });
  await device.tap({ text: '拒绝' });
  await gone(device, SHEET);
  await device.see({ text: '同意隐私保护指引后才能发送图片' });
  expect((await rows(device)).some(({ kind }) => kind === 'image')).toBe(false);

  await device.page.evaluate((file) => globalThis.__host?.feedFiles?.([file]), tea);
  await device.tap({ text: '去同意' });
  await device.see({ text: SHEET });
  await device.tap({ text: '同意' });
  await until(async () => (await rows(device)).some(({ kind }) => kind === 'image'));
  await gone(device, '同意隐私保护指引后才能发送图片');
  await until(async () => (await statuses(device)).every((status) => status === ''));

  // Asked once: the next pictures are chosen at once.
  await device.page.evaluate((file) => globalThis.__host?.feedFiles?.([file]), tea);
  await device.tap(picture);
  await until(async () => (await rows(device)).filter(({ kind }) => kind === 'image').length === 2);
  await expectCalm(device);
});

test('E6 J4 the clipboard: a refusal says that nothing was copied; agreed to, it is', async () => {
  const device = await open();
  await write(device, '请复制这一句');
  await until(async () => (await own(device)).includes('请复制这一句'));
  // The finger holds a place that was measured before: nothing may move any more.
  await until(async () => (await statuses(device)).every((status) => status === ''));
  await until(async () => (await sight(device)).rest <= 1);
  const copy = async (): Promise<void> => {
    await hold(device, { css: '[aria-label="我：请复制这一句"]' });
    await device.tap({ shell: '复制' });
    await device.see({ text: /^复制需要写入您手机的剪贴板/ });
  };
  await copy();
  await device.tap({ text: '拒绝' });
  await device.told('没有复制成功');
  await copy();
  await device.tap({ text: '同意' });
  await device.told('内容已复制');
  await expectCalm(device);
});

test('G3 an answer of the assistant: the sheet asks before it is copied, and a refusal is said', async () => {
  answering(world, '周六下午合适。');
  const device = await enterAsStaff(world, {}, staffAccounts.coach);
  await device.page.evaluate(() => globalThis.__host?.setPrivacy?.(false));
  await go(device, `/${staffPages.assistantChat}?context_type=general`);
  await asked(device, '什么时候约他？');
  await untilTail(device, 'whole');
  const copy = { css: '[aria-label="复制回答"]' };
  await device.tap(copy);
  await device.see({ text: /^复制需要写入您手机的剪贴板/ });
  await device.tap({ text: '拒绝' });
  await device.told('没有复制成功，可长按选择');
  await device.tap(copy);
  await flashes(device, '[aria-label="已复制"]', () => device.tap({ text: '同意' }));
  await expectCalm(device);
});
