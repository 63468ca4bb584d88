// The backpack against the backend's own rows, and how near it is to a code.
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { makeCode, nextQr, pages } from '../support/journeys';
import { signInQuietly } from '../support/inside';
import { reaches } from '../preview/wait';
import { accounts, expectCalm, useWorld } from '../support/world';
import type { Device } from '../../preview/playwright';

jest.setTimeout(120_000);

interface Shown {
  chunks: { rows: { item_id: string }[] }[];
  footer_text: string;
}

/** Loads on until the rows are these, whatever their order. */
async function hasRows(device: Device, ids: readonly string[]): Promise<void> {
  await reaches(async () => {
    const { footer_text, chunks } = (await device.data()) as Shown;
    if (/加载更多$/.test(footer_text))
      await device.page.evaluate(() => globalThis.__host?.call('onReachBottom'));
    return chunks.flatMap(({ rows }) => rows.map(({ item_id }) => item_id)).sort();
  }, ids);
}

describe.each(['documented', 'deployed'] as const)('J1 the backpack tells the truth, %s', (profile) => {
  const world = useWorld(profile);
  const owned = (...statuses: string[]): string[] =>
    world.backend.db
      .all('SELECT item_id, status FROM items WHERE owner_user_id = 31')
      .filter(({ status }) => statuses.includes(String(status)))
      .map(({ item_id }) => String(item_id))
      .sort();

  test('J1 each status has all of the backend’s rows, and a search finds what is on the second page', async () => {
    const device = await world.open();
    await signInQuietly(device, accounts.full);
    await hasRows(device, owned('available'));
    if (profile === 'documented') {
      await device.tap({ text: /^待使用/ });
      await hasRows(device, owned('locked'));
      await device.tap({ text: '已失效' });
      await hasRows(device, owned('used', 'expired', 'destroyed'));
    }
    await device.tap({ css: '[aria-label="查找"]' });
    await device.type({ css: 'wx-input[aria-label="查找物品"]' }, '二十四节气卡 · 大寒');
    await device.see({ css: '[aria-label^="二十四节气卡 · 大寒"]' });
    await expectCalm(device);
  });
});

describe('J2 from the backpack to a code', () => {
  const world = useWorld();

  test.each([
    [320, 568],
    [390, 844],
    [430, 932],
  ])('J2 is two taps, and the code takes three fifths of a window %i wide', async (width, height) => {
    const { dev } = world.backend;
    const expires_at = Date.now() + 60_000_000;
    const item_id = dev.give({
      owner_user_id: 31,
      item_name: '双人下午茶套餐',
      item_type: 'voucher',
      expires_at,
    });
    const device = await world.open({ width, height });
    await signInQuietly(device, accounts.full);
    await device.tap({ css: '[aria-label^="双人下午茶套餐"] + *' });
    await device.ready(pages.item);
    await device.tap(makeCode);
    await device.ready(pages.redeem);
    expect(await nextQr(device)).toBe(dev.lastQr(item_id));

    const paper = (await device.frame()).locator('[role="img"]:has(canvas)');
    const side = (await paper.boundingBox())?.width ?? 0;
    const picture = PNG.sync.read(await paper.screenshot());
    const corners = jsqr(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.location;
    const across = (corners?.topRightCorner.x ?? 0) - (corners?.topLeftCorner.x ?? 0);
    expect(((across / picture.width) * side) / width).toBeGreaterThanOrEqual(0.6);
    await expectCalm(device);
  });
});
