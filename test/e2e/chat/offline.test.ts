// C4: what is written without a network waits on the phone, survives the app, and arrives once and in order.
import { enterTalk, own, rows, sendPicture, statuses, unsent, write } from '../support/chat-person';
import { choose, openDesk } from '../support/desk-page';
import type { DeskPage } from '../support/desk-page';
import { signInQuietly } from '../support/inside';
import { pages } from '../support/journeys';
import { loseSends } from '../support/lost-sends';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';
import type { Device } from '../../preview/playwright';

const NAME = '苏木槿';
const WRITTEN = ['没有网络时的第一句', '第二句', '第三句', '[图片]'];

jest.setTimeout(150_000);

describe.each([
  ['C4', 'documented'],
  ['C7 C4', 'deployed'],
] as const)('%s (%s)', (_line, profile) => {
  const world = useWorld(profile);
  let desk: DeskPage;
  let device: Device;
  let session_id: string;

  beforeEach(async () => {
    device = await world.open({ path: pages.chat });
    await signInQuietly(device, accounts.empty);
    // Somebody at the desk: a deployed send waits 3 s otherwise.
    desk = await openDesk(world.browser, world.backend.url);
    session_id = await enterTalk(device);
    await choose(desk.page, NAME);
  });
  afterEach(async () => {
    await desk.page.close();
    await expectCalm(device);
  });

  /** What the server has, in its order. */
  const stored = (): string[] =>
    world.backend.db
      .all(
        `SELECT CASE message_type WHEN 'image' THEN '[图片]' ELSE content END AS said FROM chat_messages
         WHERE customer_service_session_id = ? AND origin = 'user' ORDER BY chat_message_id`,
        BigInt(session_id),
      )
      .map(({ said }) => String(said));

  /** What the agent sees. */
  const atDesk = (): Promise<string[]> =>
    desk.page
      .locator('.lines .bubble')
      .evaluateAll((all) =>
        all.map((one) => (one.querySelector('img') ? '[图片]' : (one.textContent ?? ''))),
      );

  /** Everything is with the server, once and in order, on both sides; the phone keeps nothing of it. */
  async function arrived(expected: readonly string[]): Promise<void> {
    await until(async () => (await unsent(device)).length === 0);
    await until(async () => (await statuses(device)).join('') === '');
    expect(stored()).toEqual(expected);
    expect(await own(device)).toEqual(expected);
    await until(async () => (await atDesk()).join() === expected.join());
    // After another start nothing is sent or shown again.
    await device.restart();
    await until(async () => (await own(device)).length === expected.length);
    expect(await own(device)).toEqual(expected);
    expect(stored()).toEqual(expected);
    const keys = (await rows(device)).map(({ row_key }) => row_key);
    expect(new Set(keys).size).toBe(keys.length);
  }

  test('C4 three messages and a picture written offline outlive the app and arrive once, in order', async () => {
    await device.offline();
    await device.see({ text: /^网络已断开/ });
    for (const text of WRITTEN.slice(0, 3)) await write(device, text);
    await sendPicture(device);
    const held = WRITTEN.map(() => 'held');
    await until(async () => (await statuses(device)).join() === held.join());
    expect(await own(device)).toEqual(WRITTEN);

    await device.restart();
    await until(async () => (await statuses(device)).join() === held.join());
    expect(await own(device)).toEqual(WRITTEN);
    expect(await device.text()).toContain('等待网络');
    expect(stored()).toEqual([]);

    await device.online();
    await arrived(WRITTEN);
  });

  test('C4 killed after a message reached the server and before its answer came', async () => {
    const network = await loseSends(device, true);
    await write(device, '说到一半');
    await network.out(1);
    await write(device, '还有一句');
    await sendPicture(device);
    expect(stored()).toEqual(['说到一半']);

    network.pass();
    await device.restart();
    await arrived(['说到一半', '还有一句', '[图片]']);
  });

  if (profile === 'documented') {
    test('C4 killed before a message reached the server: it goes again under its id', async () => {
      const network = await loseSends(device, false);
      await write(device, '没有到');
      await network.out(1);
      await write(device, '跟在后面');
      await until(async () => (await own(device)).length === 2);

      network.pass();
      await device.restart();
      await arrived(['没有到', '跟在后面']);
    });
  }
});
