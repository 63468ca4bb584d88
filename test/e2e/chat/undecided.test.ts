// 未确认: the deployed backend keeps no id of ours, so whether a message was stored may stay unknown when its answer is
// lost. The person decides.
import { enterTalk, own, statuses, unsent, write } from '../support/chat-person';
import { openDesk } from '../support/desk-page';
import type { DeskPage } from '../support/desk-page';
import { signInQuietly } from '../support/inside';
import { pages } from '../support/journeys';
import { loseSends } from '../support/lost-sends';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';
import type { Device } from '../../preview/playwright';

/** Between two looks at the history. */
const LOOK_MS = 4_000;
const question = { text: '未确认是否送达' };

jest.setTimeout(150_000);

describe('C7 C4 未确认 (deployed)', () => {
  const world = useWorld('deployed');
  let desk: DeskPage;
  let device: Device;

  beforeEach(async () => {
    desk = await openDesk(world.browser, world.backend.url);
    device = await person();
  });
  afterEach(async () => {
    await desk.page.close();
    await expectCalm(device);
  });

  /** A phone of the same person, in their open session. */
  async function person(): Promise<Device> {
    const phone = await world.open({ path: pages.chat, clock: new Date() });
    await signInQuietly(phone, accounts.empty);
    await enterTalk(phone);
    return phone;
  }
  const stored = (): string[] =>
    world.backend.db
      .all(
        "SELECT content FROM chat_messages WHERE sender_id = 33 AND origin = 'user' ORDER BY chat_message_id",
      )
      .map(({ content }) => String(content));
  /** Lets the time pass in which the server may still be storing the message and the phone looks for it. */
  async function undecided(): Promise<void> {
    await until(async () => {
      await device.advance(LOOK_MS);
      return (await statuses(device)).includes('unconfirmed');
    });
    await device.see(question);
  }

  test('C4 never arrived: sent again by the person, it is there once, after the messages that stood behind it', async () => {
    const network = await loseSends(device, false);
    await write(device, '请帮我留两个位子');
    await network.out(1);
    await network.cut();
    await write(device, '靠窗的');
    await undecided();
    await until(() => stored().length === 1);
    expect(stored()).toEqual(['靠窗的']);

    // It waits for the person, whatever happens to the app.
    await device.restart();
    await device.see(question);
    expect(stored()).toEqual(['靠窗的']);

    await device.tap({ text: '再发一次' });
    await until(async () => (await unsent(device)).length === 0);
    expect(stored()).toEqual(['靠窗的', '请帮我留两个位子']);
    await until(async () => (await own(device)).join() === '靠窗的,请帮我留两个位子');
    await until(async () => (await statuses(device)).every((status) => status === ''));
  });

  test('C4 arrived, but another phone said the same: removed by the person, no line is lost or said twice', async () => {
    const other = await person();
    const network = await loseSends(device, true);
    await write(device, '好的');
    await network.out(1);
    await write(other, '好的');
    await until(() => stored().length === 2);
    await network.cut();
    await undecided();
    expect(stored()).toEqual(['好的', '好的']);

    await device.tap({ text: '删除' });
    await until(async () => (await unsent(device)).length === 0);
    await until(async () => (await own(device)).length === 2);
    expect(await own(device)).toEqual(['好的', '好的']);
    expect(await statuses(device)).toEqual(['', '']);
    expect(stored()).toEqual(['好的', '好的']);
    await expectCalm(other);
  });
});
