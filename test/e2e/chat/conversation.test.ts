// The conversation around its lines: the keyboard, what a person takes back or writes anew, and how it ends.
import type { Device } from '../../preview/playwright';
import { openTalk, sight } from '../support/conversation';
import { own, sendPicture, statuses, typed, unsent, write } from '../support/chat-person';
import { enter } from '../support/inside';
import { fields } from '../support/journeys';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

const OPEN = '2203';
const KEYBOARD = 300;

/** px from the top of the page. */
const edges = async (device: Device) =>
  (await device.frame()).evaluate(() => {
    const bar = document.querySelector('[is$="composer"]') ?? document.querySelector('wx-textarea');
    const box = bar?.getBoundingClientRect();
    return { height: innerHeight, bottom: box?.bottom ?? NaN, page: document.body.scrollHeight };
  });

describe('C5 a conversation', () => {
  const world = useWorld();

  async function open(session_id = OPEN, state = 'ready', account = accounts.full): Promise<Device> {
    const device = await enter(world, { width: 390, height: 760 }, account);
    await openTalk(device, session_id, state);
    return device;
  }

  test('C5 what stands for lines on their way covers nothing of the composer', async () => {
    const device = await enter(world, { width: 320, height: 400 }, accounts.full);
    world.backend.dev.latency(60_000);
    await openTalk(device, OPEN, 'loading');
    const covered = await (
      await device.frame()
    ).evaluate(() => {
      const top =
        document.querySelector('wx-textarea')?.closest('[class$="bar"]')?.getBoundingClientRect().top ?? NaN;
      return [0.2, 0.5, 0.8].filter((part) =>
        document.elementFromPoint(innerWidth * part, top + 5)?.closest('[class$="bones"]'),
      );
    });
    expect(covered).toEqual([]);
    await expectCalm(device);
  });

  test('C5 the keyboard lifts the composer and the list stays at its end', async () => {
    const device = await open('2202', 'ready', accounts.second);
    await until(async () => (await sight(device)).rest <= 1);
    await device.page.evaluate((px) => globalThis.__host?.setKeyboard(px), KEYBOARD);
    const { bottom: before } = await edges(device);
    await device.tap(fields.message);
    await until(async () => {
      const { bottom, height } = await edges(device);
      return bottom < before && bottom <= height - KEYBOARD + 1;
    });
    await until(async () => (await sight(device)).rest <= 1);
    const { bottom, height } = await edges(device);
    expect(bottom).toBeGreaterThan(height - KEYBOARD - 40);
    // A tap on the page hides the keyboard, and everything is where it was before.
    await device.page.evaluate(() => {
      const [page] = [...document.querySelectorAll<HTMLIFrameElement>('.page.active iframe')];
      (page?.contentDocument?.activeElement as HTMLElement | null)?.blur();
    });
    await until(async () => (await edges(device)).bottom === before);
    await until(async () => (await sight(device)).rest <= 1);
    await expectCalm(device);
  });

  test('C5 a picture under way is taken back: no row, no file, nothing at the store', async () => {
    const device = await open();
    await device.setNetwork({ latencyMs: 20_000 });
    await sendPicture(device);
    await until(async () => (await statuses(device)).includes('uploading'));
    await device.tap({ css: '[aria-label="取消发送"]' });
    await until(async () => (await unsent(device)).length === 0);
    await until(async () => (await statuses(device)).every((status) => status === ''));
    await device.setNetwork({ latencyMs: 0 });
    const pictures = world.backend.db.first(
      "SELECT count(*) AS count FROM chat_messages WHERE message_type = 'image' AND customer_service_session_id = 2203",
    );
    expect(Number(pictures?.['count'])).toBe(0);
    await expectCalm(device);
  });

  test('C5 a refused text goes back to the field below what is typed there', async () => {
    const device = await open();
    await write(device, '这里有违禁词');
    await device.see({ text: '编辑' });
    await device.type(fields.message, '写了一半');
    await device.tap({ text: '编辑' });
    await until(async () => (await typed(device)) === '写了一半\n这里有违禁词');
    await until(async () => (await unsent(device)).length === 0);
    await device.type(fields.message, '这里没有了');
    await device.tap({ css: '[aria-label="发送"]' });
    await until(async () => (await own(device)).includes('这里没有了'));
    await until(async () => (await statuses(device)).every((status) => status === ''));
    await device.see({ text: '这里没有了' });
  });

  test.each(['4040404', '2202'])('C5 session %s, which is not theirs, leads back to the list', async (id) => {
    const device = await open(id, 'missing');
    await device.see({ text: '没有找到这个会话' });
    expect(await (await device.frame()).locator('wx-textarea').count()).toBe(0);
    await device.tap({ text: '返回会话列表' });
    await until(async () => (await device.route()) === 'pages/chat/chat');
  });
});
