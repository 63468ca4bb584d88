// C6: one person with two phones: what is said on one is on the other, once, and both agree on what is unread.
import { agentSays } from '../support/agent';
import { enterTalk, own, rows, statuses, unsent, write } from '../support/chat-person';
import { signInQuietly } from '../support/inside';
import { pages } from '../support/journeys';
import { hear } from '../support/pushes';
import type { Heard } from '../support/pushes';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';
import type { Device } from '../../preview/playwright';

/** Longer than the page waits between two readings of the history, ms. */
const NEXT_READING_MS = 31_000;
const tab = (label: string) => ({
  css: `[aria-role="tab"][aria-label="${label}"], [role="tab"][aria-label="${label}"]`,
});

jest.setTimeout(120_000);

describe.each([
  ['C6', 'documented'],
  ['C7 C6', 'deployed'],
] as const)('%s two phones (%s)', (_line, profile) => {
  const world = useWorld(profile);
  let one: Device;
  let other: Device;
  let heard: Heard;

  beforeEach(async () => {
    world.backend.dev.waitWithoutAgent(0);
    [one, other] = [await phone(), await phone()];
    heard = hear(other);
    await signInQuietly(one, accounts.empty);
    await signInQuietly(other, accounts.empty);
  });
  afterEach(() => Promise.all([one, other].map(expectCalm)));

  const phone = (): Promise<Device> => world.open({ path: pages.chat, clock: new Date() });
  /**
   * Waits until the page knows: as documented by a push; the deployed backend does not push own messages, so by the
   * next reading.
   */
  async function learn(device: Device): Promise<void> {
    if (profile === 'deployed') await device.advance(NEXT_READING_MS);
  }
  async function says(device: Device, lines: readonly string[]): Promise<void> {
    await until(async () => (await own(device)).length >= lines.length);
    await until(async () => (await statuses(device)).join('') === '');
    expect(await own(device)).toEqual(lines);
  }

  test('C6 what is said on one phone is on the other, once', async () => {
    const session_id = await enterTalk(one);
    expect(await enterTalk(other)).toBe(session_id);
    await write(one, '在第一部手机上说的');
    await says(one, ['在第一部手机上说的']);
    await learn(other);
    await says(other, ['在第一部手机上说的']);
    if (profile === 'documented') expect(heard.events).toContain('new_message');
    else expect(heard.events).not.toContain('new_message');

    await write(other, '在第二部手机上说的');
    await says(other, ['在第一部手机上说的', '在第二部手机上说的']);
    await learn(one);
    await says(one, ['在第一部手机上说的', '在第二部手机上说的']);
  });

  test('C6 what was said while the other was offline is there when it is back, once, beside what waited on it', async () => {
    const session_id = await enterTalk(one);
    await enterTalk(other);
    await other.offline();
    await other.see({ text: /^网络已断开/ });
    await write(one, '第一句');
    await write(one, '第二句');
    await says(one, ['第一句', '第二句']);
    await agentSays(world.backend, session_id, '客服说的');
    await one.see({ text: '客服说的' });
    await write(other, '离线写的');
    await until(async () => (await statuses(other)).join() === 'held');

    await other.online();
    const all = ['第一句', '第二句', '离线写的'];
    await says(other, all);
    await learn(one);
    await says(one, all);
    const texts = async (device: Device) => (await rows(device)).map(({ text }) => text);
    expect(await texts(other)).toEqual(['第一句', '第二句', '客服说的', '离线写的']);
    expect(await texts(one)).toEqual(await texts(other));
    expect(await unsent(other)).toEqual([]);
  });

  test('C6 own words of the other phone are not unread; an agent’s are, until one of the phones has read them', async () => {
    const session_id = await enterTalk(one);
    await write(one, '请问有位子吗');
    await says(one, ['请问有位子吗']);
    // As a person does who looks at the other phone.
    await other.background();
    await other.foreground();
    await other.see({ text: '请问有位子吗' });
    await other.see(tab('客服'));

    await one.background();
    await agentSays(world.backend, session_id, '有的');
    await agentSays(world.backend, session_id, '几位');
    await other.see(tab('客服，2 条新的'));

    await one.foreground();
    await one.see({ text: '几位' });
    await until(
      () =>
        world.backend.db.all(
          'SELECT 1 FROM chat_messages WHERE is_read = 0 AND origin = ? AND customer_service_session_id = ?',
          'agent',
          BigInt(session_id),
        ).length === 0,
    );
    await other.background();
    await other.foreground();
    await other.see(tab('客服'));
  });
});
