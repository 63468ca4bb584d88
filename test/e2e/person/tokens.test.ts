// Tokens that expire or are revoked: where a refresh helps the person notices nothing; otherwise they are told why and
// led back after signing in.
import { fillSignIn, openItem, pages } from '../support/journeys';
import { customerState, profilesAtOnce, signInQuietly } from '../support/inside';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

const REFRESHES = 'POST /api/v4/auth/refresh';
const LIST = 'GET /api/v4/backpack/items';

const world = useWorld();

jest.setTimeout(90_000);

test('A4 an expired token costs one refresh for twenty requests, and nobody sees it', async () => {
  const { dev } = world.backend;
  const device = await world.open();
  await signInQuietly(device, accounts.full);

  dev.expireAccess(31);
  dev.requests.clear();
  expect(await profilesAtOnce(device, 20)).toEqual({ ok: 20, failed: [] });
  expect(dev.requests.count(REFRESHES)).toBe(1);

  // The same through the page itself.
  dev.expireAccess(31);
  dev.requests.clear();
  await device.finger.pullDown();
  await until(() =>
    dev.requests.recent().some(({ route, status }) => `GET ${route}` === LIST && status === 200),
  );
  expect(dev.requests.count(REFRESHES)).toBe(1);
  expect(await device.route()).toBe(pages.backpack);
  expect(await device.text()).not.toMatch(/登录|失败|重试/);
  await expectCalm(device);
});

test('A4 a refresh that the network loses signs nobody out', async () => {
  const { dev } = world.backend;
  const device = await world.open();
  await signInQuietly(device, accounts.full);

  dev.expireAccess(31);
  dev.drop({ count: 100, prefix: '/api/v4/auth/refresh' });
  await device.finger.pullDown();
  await device.see({ text: '网络连接失败，显示的是上次的内容' });
  expect(await customerState(device)).toBe('signed_in');

  dev.faults.clear();
  await device.tap({ text: '重试' });
  await until(async () => !(await device.text()).includes('网络连接失败'));
  expect(await customerState(device)).toBe('signed_in');
  await expectCalm(device);
});

test('A4 a sign-in that another device replaced asks again, says why, and leads back', async () => {
  const { dev } = world.backend;
  const item_id = dev.give({ owner_user_id: 31, item_name: '双人下午茶套餐' });
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  await openItem(device, `${item_id}`);
  await device.see({ text: '双人下午茶套餐' });

  dev.endSessions(31, 'other_device');
  await device.background();
  await device.foreground();
  await device.ready(pages.signIn);
  await device.see({ text: /^您的账号已在其他设备登录/ });
  expect(await customerState(device)).not.toBe('signed_in');

  await fillSignIn(device, accounts.full);
  await device.ready(pages.item);
  await device.see({ text: '双人下午茶套餐' });
  expect((await device.pages()).map(({ route }) => route)).toEqual([pages.backpack, pages.item]);
  await expectCalm(device);
});
