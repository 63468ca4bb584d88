// The main job: sign in by code, open an item, show its code, and the counter redeems it.
import { makeCode, nextQr, pages, signIn } from '../support/journeys';
import { accounts, expectCalm, useWorld } from '../support/world';

describe.each([
  ['A2', 'documented'],
  ['A10', 'deployed'],
] as const)('%s the whole way of an item, %s', (line, profile) => {
  const world = useWorld(profile);

  test(`${line} signs in, opens an item, shows the code that was issued; the counter takes it and the page says so`, async () => {
    const { dev } = world.backend;
    const item_id = dev.give({ owner_user_id: 31, item_name: '双人下午茶套餐', item_type: 'voucher' });
    const device = await world.open();
    await signIn(device, accounts.full);

    await device.tap({ text: '双人下午茶套餐' });
    await device.ready(pages.item);
    await device.tap({ text: '去使用' });
    await device.tap(makeCode);
    await device.ready(pages.redeem);

    const shown = await nextQr(device);
    expect(shown).toBe(dev.lastQr(item_id));

    dev.redeem({ qr_content: shown });
    await device.see({ text: '已使用' });
    expect(dev.item(item_id)?.item).toMatchObject({ status: 'used' });
    await expectCalm(device);
  }, 60_000);
});
