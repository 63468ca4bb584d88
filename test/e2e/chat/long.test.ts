// A conversation of 2,000 messages: it opens at its end, older pages come without a jump, new ones do not pull the person
// away from what they read, and the page stays small.
import type { Device } from '../../preview/playwright';
import type { Reach } from '../support/conversation';
import { nodes, openTalk, readFurther, say, scrollTo, sight } from '../support/conversation';
import { signInQuietly } from '../support/inside';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

/** The second customer's. */
const LONG = '2202';
const MOST_NODES = 1_000;
const PAGE = 20;

// Each way of anchoring is tested with one of the profiles, since the two are independent.
describe.each([
  ['C5', 'documented', 'auto'],
  ['C7 C5', 'deployed', 'none'],
] as const)('%s a long conversation (%s, overflow-anchor: %s)', (_line, profile, anchor) => {
  const world = useWorld(profile);

  async function open(): Promise<Device> {
    const device = await world.open({ width: 390, height: 760 });
    await signInQuietly(device, accounts.second);
    await openTalk(device, LONG);
    const frame = await device.frame();
    await frame.addStyleTag({ content: `* { overflow-anchor: ${anchor} !important; }` });
    await until(async () => (await sight(device)).rest <= 1);
    return device;
  }

  /** Until the page has stopped reading on by itself, which it does within two screens of the top. */
  async function settled(device: Device): Promise<Reach> {
    let reach = await readFurther(device, 0);
    await until(async () => {
      reach = await readFurther(device, 0);
      return !reach.has_older || (await sight(device)).scrollTop >= 1_500;
    });
    return reach;
  }

  /** Until nothing moves any more and the row is where it was; times out where it never is. */
  const staysAt = (device: Device, text: string, top: number): Promise<void> =>
    until(async () => Math.abs((await sight(device, text)).top - top) <= 1.5, 20_000).catch(
      async (error: unknown) => {
        const seen = JSON.stringify([await sight(device, text), await sight(device)]);
        throw new Error(`${text} was at ${top} and is at ${seen}`, { cause: error });
      },
    );

  test('C5 scrolls up to the first of 2,000 messages without a jump', async () => {
    const device = await open();
    let pages = 1;
    let most = 0;
    let { has_older, chunks } = await settled(device);
    while (has_older) {
      // Every tenth time the list is scrolled to the very top, where the platform does not anchor.
      const { text, top } = await scrollTo(device, pages % 10 === 0 ? 0 : 900);
      await readFurther(device, chunks);
      await staysAt(device, text, top);
      if (pages % 5 === 0) most = Math.max(most, await nodes(device));
      pages += 1;
      ({ has_older, chunks } = await settled(device));
    }
    await scrollTo(device, 0);
    await device.see({ text: /^1\. / });
    // The last page may still be on its way to the list.
    await readFurther(device, 2_000 / PAGE - 1);
    expect(most).toBeGreaterThan(100);
    expect(most).toBeLessThan(MOST_NODES);
    await expectCalm(device);
  }, 180_000);

  test('C5 follows new messages at the bottom only, and says how many are below', async () => {
    const device = await open();
    await say(world, LONG, '在底部的人马上看到');
    await device.see({ text: '在底部的人马上看到' });
    await until(async () => (await sight(device)).rest <= 1);

    const { text, top } = await scrollTo(device, (await sight(device)).scrollTop - 800);
    for (const count of [1, 2, 3]) {
      await say(world, LONG, `第 ${count} 条没有看到的`);
      await device.see({ text: `${count} 条新消息` });
      await staysAt(device, text, top);
    }

    await device.tap({ text: '3 条新消息' });
    await until(async () => (await sight(device)).rest <= 1);
    await device.see({ text: '第 3 条没有看到的' });
    expect(await device.text()).not.toContain('条新消息');

    await say(world, LONG, '又在底部');
    await until(async () => (await sight(device)).rest <= 1 && (await device.text()).includes('又在底部'));
    expect(await device.text()).not.toContain('条新消息');
    await expectCalm(device);
  }, 60_000);
});
