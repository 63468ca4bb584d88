// C3: a customer on the phone and an agent at the desk, from the first word to the rating and on.
import { enterTalk, own, rows, sendPicture, statuses, unsent, write } from '../support/chat-person';
import { signInQuietly } from '../support/inside';
import { pages } from '../support/journeys';
import { accept, choose, inTalk, openDesk } from '../support/desk-page';
import type { DeskPage } from '../support/desk-page';
import { teaFile } from '../support/pictures';
import { hear } from '../support/pushes';
import type { Heard } from '../support/pushes';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';
import type { Device } from '../../preview/playwright';

const NAME = '苏木槿';
const PERSON = 33;
/** Longer than the page waits between two readings of the history, ms. */
const NEXT_READING_MS = 31_000;
const star = { css: '[aria-label^="5 分"]' };

jest.setTimeout(120_000);

describe.each([
  ['C3', 'documented'],
  ['C7 C3', 'deployed'],
] as const)('%s (%s)', (_line, profile) => {
  const world = useWorld(profile);
  let desk: DeskPage;
  let device: Device;
  let heard: Heard;
  let session_id: string;

  beforeEach(async () => {
    device = await world.open({ path: pages.chat, clock: new Date() });
    heard = hear(device);
    await signInQuietly(device, accounts.empty);
    desk = await openDesk(world.browser, world.backend.url);
    session_id = await enterTalk(device);
    // What the desk does is told to who is there.
    await until(() => world.backend.dev.isOnline(PERSON));
    await choose(desk.page, NAME);
  });
  afterEach(async () => {
    expect(desk.problems).toEqual([]);
    await desk.page.close();
    await expectCalm(device);
  });

  const line = (text: string) => desk.page.locator('.lines .bubble', { hasText: text });
  async function answer(text: string): Promise<void> {
    await desk.page.locator('.say textarea').fill(text);
    await desk.page.locator('.say textarea').press('Enter');
  }
  async function close(reason: string): Promise<void> {
    await desk.page.locator('[data-do=close]').click();
    await desk.page.locator('dialog input').fill(reason);
    await desk.page.locator('dialog .danger').click();
    await desk.page.locator('#talk .head small', { hasText: reason }).waitFor();
  }
  /**
   * Waits until the page knows: as documented by a push; the deployed backend pushes nothing, so by the next reading.
   */
  async function learn(): Promise<void> {
    if (profile === 'deployed') await device.advance(NEXT_READING_MS);
  }

  test('C3 in the queue until somebody is there, then both hear each other', async () => {
    await device.see({ text: '正在为您接通客服' });
    await write(device, '请问周末要预约吗');
    await inTalk(desk.page, '请问周末要预约吗');
    await device.see({ text: '正在为您接通客服' });

    await accept(desk.page);
    await learn();
    await device.see({ shell: '客服小禾' });
    if (profile === 'documented') expect(heard.events).toContain('session_update');
    else expect(heard.events).not.toContain('session_update');

    await answer('周末请提前一天 <预约> & 到店');
    await device.see({ text: '周末请提前一天 <预约> & 到店' });
    await write(device, '好的，明白了');
    await inTalk(desk.page, '好的，明白了');
    await until(async () => (await statuses(device)).every((status) => status === ''));
    expect(await own(device)).toEqual(['请问周末要预约吗', '好的，明白了']);
    expect(await line('好的，明白了').count()).toBe(1);
  });

  test('C3 pictures go both ways, and can be looked at whole', async () => {
    // Held until it was seen under way.
    world.backend.dev.latency(60_000);
    await sendPicture(device);
    await device.see({ text: /^(\d+%|正在发送)$/ });
    world.backend.dev.latency(0);
    await until(async () => (await statuses(device)).join() === '' && (await unsent(device)).length === 0);
    const shown = (count: number) =>
      desk.page.waitForFunction((wanted) => {
        const pictures = [...document.querySelectorAll<HTMLImageElement>('.lines .bubble img')];
        return pictures.length === wanted && pictures.every(({ naturalWidth }) => naturalWidth > 0);
      }, count);
    await shown(1);

    await desk.page.locator('.picture input').setInputFiles(teaFile);
    await shown(2);
    await until(async () => (await rows(device)).filter(({ kind }) => kind === 'image').length === 2);
    const frame = await device.frame();
    await frame.waitForFunction(() => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>('wx-image img')];
      return pictures.length === 2 && pictures.every(({ naturalWidth }) => naturalWidth > 0);
    });
    await device.tap({ css: '[aria-label$="发的图片"]:not([aria-label^="我"])' });
    await device.see({ shell: '2 / 2' });
    await device.tap({ shell: '2 / 2' });
    await until(async () => !(await device.page.getByText('2 / 2').isVisible()));
  });

  test('C3 the desk asks for a rating and closes; the score arrives, and the talk goes on in a new session', async () => {
    await write(device, '谢谢你们');
    await inTalk(desk.page, '谢谢你们');
    await accept(desk.page);
    await answer('不客气');
    await device.see({ text: '不客气' });
    await desk.page.locator('[data-do=satisfaction]').click();
    await device.see({ text: '这次服务怎么样' });

    await close('问题已解决');
    await learn();
    await device.see({ text: '会话已关闭：问题已解决' });
    await device.see({ text: '开始新会话' });
    if (profile === 'documented') expect(heard.events).toContain('session_closed');
    else expect(heard.events).not.toContain('session_closed');

    await device.tap(star);
    await device.tap({ text: '提交评价' });
    await device.see({ text: '感谢您的评价' });
    await device.see({ css: '[aria-label^="您评了 5 分"]' });
    await desk.page.locator('#queue li', { hasText: NAME }).locator('.tag', { hasText: '5 星' }).waitFor();

    await device.tap({ text: '开始新会话' });
    await until(
      async () => ((await device.pages()).at(-1)?.query['session_id'] ?? session_id) !== session_id,
    );
    await device.ready(pages.conversation);
    await device.see({ text: '正在为您接通客服' });
    await write(device, '还有一件事');
    const next = desk.page.locator('#queue li', { hasText: '还有一件事' });
    await next.click();
    await inTalk(desk.page, '还有一件事');
    await answer('请说');
    await device.see({ text: '请说' });
  });

  test('J3 a rating asked for and given before the closing arrives after it, also over a restart', async () => {
    await write(device, '谢谢你们');
    await inTalk(desk.page, '谢谢你们');
    await desk.page.locator('[data-do=satisfaction]').click();
    await device.see({ text: '这次服务怎么样' });
    await device.tap({ css: '[aria-label^="3 分"]' });
    await device.see({ text: '已记下，会话结束后提交' });
    await device.tap(star);
    await device.see({
      css: '[aria-label^="5 分"][aria-checked="true"], [aria-label^="5 分"][aria-selected="true"]',
    });
    expect(await device.text()).not.toContain('提交评价');
    await device.restart();
    await device.see({ text: '已记下，会话结束后提交' });
    const of = desk.page.locator('#queue li', { hasText: NAME });
    expect(await of.locator('.tag', { hasText: '星' }).count()).toBe(0);

    await close('问题已解决');
    await learn();
    await device.see({ text: '开始新会话' });
    await device.see({ css: '[aria-label^="您评了 5 分"]' });
    await of.locator('.tag', { hasText: '5 星' }).waitFor();
  });

  test('J3 closed while the app was ended: the rating goes when it is there again, from any page', async () => {
    await write(device, '谢谢你们');
    await inTalk(desk.page, '谢谢你们');
    await desk.page.locator('[data-do=satisfaction]').click();
    await device.see({ text: '这次服务怎么样' });
    await device.tap(star);
    await device.see({ text: '已记下，会话结束后提交' });
    await device.page.evaluate(() => globalThis.__host?.navigation.switchTab('/pages/chat/chat'));
    await device.ready(pages.chat);
    await device.offline();
    await close('问题已解决');
    await device.restart();
    await device.online();
    await desk.page.locator('#queue li', { hasText: NAME }).locator('.tag', { hasText: '5 星' }).waitFor();
  });
});
