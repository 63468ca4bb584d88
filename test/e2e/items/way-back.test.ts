// The way back to a code, and clocks that are wrong: what a person with a code made yesterday finds.
import { openCode, pages } from '../support/journeys';
import { signInQuietly } from '../support/inside';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';
import type { Device } from '../../preview/playwright';

const DAY = 86_400_000;
const CODE = /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/;
const NAME = '双人下午茶套餐';

jest.setTimeout(90_000);

interface Shown {
  code: string;
  state: string;
  qr_seconds: number;
}
const shown = async (device: Device): Promise<Shown> => (await device.data()) as Shown;

/** Waits for a code on the card, and answers it. */
async function codeOn(device: Device): Promise<string> {
  await until(async () => CODE.test((await shown(device)).code));
  return (await shown(device)).code;
}

/** The names in the backpack, from the top. */
async function names(device: Device): Promise<string[]> {
  const { chunks } = (await device.data()) as { chunks: { rows: { item_name: string }[] }[] };
  return chunks.flatMap(({ rows }) => rows.map(({ item_name }) => item_name));
}

/** The app started anew, on its first page. */
async function restart(device: Device): Promise<void> {
  await device.page.reload();
  await device.ready();
  await device.page.evaluate((url) => globalThis.__host?.navigation.switchTab(`/${url}`), pages.backpack);
  await device.ready(pages.backpack);
}

describe.each(['documented', 'deployed'] as const)('I2 the way back to a code, %s', (profile) => {
  const world = useWorld(profile);

  test('I2 leads over 待使用 in the backpack, after a restart and without a network too, until the code was taken', async () => {
    const { dev } = world.backend;
    const item_id = dev.give({ owner_user_id: 31, item_name: NAME, item_type: 'voucher' });
    const device = await world.open();
    await signInQuietly(device, accounts.full);
    await openCode(device, `${item_id}`);
    await device.tap({ text: '生成券码' });
    const code = await codeOn(device);

    await restart(device);
    await device.tap({ text: /^待使用/ });
    await until(async () => (await names(device)).includes(NAME));
    await device.see({ text: '看券码' });
    await device.offline();
    await restart(device);
    await device.tap({ text: /^待使用/ });
    await device.tap({ text: NAME });
    await device.ready(pages.item);
    await device.tap({ text: '看券码' });
    await device.ready(pages.redeem);
    expect(await codeOn(device)).toBe(code);

    await device.online();
    await until(async () => (await shown(device)).qr_seconds > 0);
    dev.redeem({ code });
    await device.see({ text: '已使用' });
    await restart(device);
    await device.tap({ text: /^待使用/ });
    await until(async () => !(await names(device)).includes(NAME));
    await expectCalm(device);
  });
});

describe('I1 a code on a phone whose clock is wrong', () => {
  const world = useWorld('deployed');

  test.each([40, -2])(
    'I1 is there after the clock was set by %i days, and its count-down true',
    async (days) => {
      const { dev } = world.backend;
      const item_id = dev.give({ owner_user_id: 31, item_name: NAME, item_type: 'product' });
      const device = await world.open({ clock: new Date() });
      await signInQuietly(device, accounts.full);
      await openCode(device, `${item_id}`);
      await device.tap({ text: '生成券码' });
      const code = await codeOn(device);
      await device.page.clock.setSystemTime(new Date(Date.now() + days * DAY));
      await device.advance(5_000);
      await until(async () => (await shown(device)).qr_seconds > 0);
      expect(await shown(device)).toMatchObject({ state: 'live', code });

      await restart(device);
      await openCode(device, `${item_id}`);
      expect(await codeOn(device)).toBe(code);
      await until(async () => (await shown(device)).qr_seconds > 0);
      expect((await shown(device)).qr_seconds).toBeLessThanOrEqual(300);
      expect(await device.text()).not.toContain('已过期');
      await expectCalm(device);
    },
  );
});
