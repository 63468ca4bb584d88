// C4: what was typed and not sent stays: over leaving, over the end of the app, and where the phone has no room to send.
import { enterTalk, own, statuses, typed, unsent, write } from '../support/chat-person';
import { fill, makeRoom } from '../support/full-phone';
import { signInQuietly } from '../support/inside';
import { fields, pages } from '../support/journeys';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';
import type { Device } from '../../preview/playwright';

jest.setTimeout(120_000);

describe.each(['documented', 'deployed'] as const)('C4 drafts (%s)', (profile) => {
  const world = useWorld(profile);
  let device: Device;

  beforeEach(async () => {
    world.backend.dev.waitWithoutAgent(0);
    device = await world.open({ path: pages.chat });
    await signInQuietly(device, accounts.empty);
    await enterTalk(device);
  });
  afterEach(() => expectCalm(device));

  const inStorage = async (text: string): Promise<boolean> =>
    JSON.stringify(await device.storage()).includes(text);

  test('C4 a draft survives leaving the page, and the end of the app', async () => {
    await device.type(fields.message, '写了一半');
    await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
    await device.ready(pages.chat);
    await enterTalk(device);
    await until(async () => (await typed(device)) === '写了一半');

    await device.type(fields.message, '写了一大半');
    await until(() => inStorage('写了一大半'));
    await device.restart();
    await until(async () => (await typed(device)) === '写了一大半');

    await device.tap({ css: '[aria-label="发送"]' });
    await until(async () => (await unsent(device)).length === 0 && (await statuses(device)).join() === '');
    expect(await own(device)).toEqual(['写了一大半']);
    expect(await typed(device)).toBe('');
    await device.restart();
    await until(async () => (await own(device)).length === 1);
    expect(await typed(device)).toBe('');
  });

  test('C4 without room on the phone the text stays where it was typed, with why; with room it goes', async () => {
    await fill(device);
    await write(device, '手机满了也不能丢');
    await device.see({ text: /^手机存储空间不足/ });
    expect(await typed(device)).toBe('手机满了也不能丢');
    expect(await own(device)).toEqual([]);

    await makeRoom(device);
    await device.tap({ css: '[aria-label="发送"]' });
    await until(async () => (await own(device)).length === 1 && (await unsent(device)).length === 0);
    expect(await typed(device)).toBe('');
    expect(await device.text()).not.toContain('手机存储空间不足');
  });
});
