// I9: one tap, one page; what could not be opened is said, and opens once it can.
import type { Device } from '../../preview/playwright';
import { signInQuietly } from '../support/inside';
import { go, pages } from '../support/journeys';
import { accounts, expectCalm, useWorld } from '../support/world';

const world = useWorld();
jest.setTimeout(90_000);

const stackOf = async (device: Device): Promise<string[]> => (await device.pages()).map(({ route }) => route);

test('I9 an item tapped twice opens once', async () => {
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  const card = (await device.frame()).locator('[aria-label*="可使用"]').first();
  await card.dblclick();
  await device.ready(pages.item);
  await device.see({ text: '编号' });
  expect(await stackOf(device)).toEqual([pages.backpack, pages.item]);
  await expectCalm(device);
  await device.close();
});

test('I9 a page whose package cannot be fetched says so, and the next tap opens it', async () => {
  const device = await world.open({ network: { offline: true } });
  await device.tap({ text: '手机号登录' });
  await device.told('网络未连接，页面没有打开');
  expect(await stackOf(device)).toEqual([pages.backpack]);
  await device.online();
  await device.tap({ text: '手机号登录' });
  await device.ready(pages.signIn);
  await device.close();
});

test('I9 with ten pages open the next one takes the last one’s place, and says so', async () => {
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  for (let at = 0; at < 8; at += 1) await go(device, `/${pages.item}?item_id=${1_001 + at}`);
  await go(device, `/${pages.tickets}`);
  expect(await stackOf(device)).toHaveLength(10);
  await device.tap({ css: '.card' });
  await device.ready(pages.ticket);
  expect(await stackOf(device)).toHaveLength(10);
  await device.told('打开的页面较多，已替换上一个页面');
  await device.close();
});
