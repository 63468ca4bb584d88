// A slow answer comes after the person has gone to another page: they stay there.
import { customerState, signInQuietly } from '../support/inside';
import { fields, pages } from '../support/journeys';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

const world = useWorld();
/** Nothing is answered until the latency is lifted. */
const HELD_MS = 60_000;

jest.setTimeout(90_000);
afterEach(() => world.backend.dev.latency(0));

test('I3 a sign-in that was submitted before the page was left takes effect, and opens no page', async () => {
  const device = await world.open({ path: pages.me });
  await device.tap({ text: '登录 / 注册' });
  await device.ready(pages.signIn);
  await device.type(fields.mobile, accounts.full);
  await device.tap({ text: '获取验证码' });
  await device.see({ text: /\d+ 秒/ });
  await device.tap({ text: '我已阅读并同意' });
  world.backend.dev.latency(HELD_MS);
  await device.type(fields.code, '123456');
  await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
  await device.ready(pages.me);
  world.backend.dev.latency(0);
  await until(async () => (await customerState(device)) === 'signed_in');
  await device.see({ text: '退出会员账号' });
  expect((await device.pages()).map(({ route }) => route)).toEqual([pages.me]);
  await expectCalm(device);
});

test('I3 开始咨询 that was tapped before the page was left opens nothing, and can be tapped again', async () => {
  const device = await world.open({ path: pages.chat });
  await signInQuietly(device, accounts.empty);
  await device.see({ text: '开始咨询' });
  const lists = (): number => world.backend.dev.requests.count('GET /api/v4/system/chat/sessions');
  world.backend.dev.latency(HELD_MS);
  await device.tap({ text: '开始咨询' });
  const before = lists();
  await device.page.evaluate(() => globalThis.__host?.navigation.switchTab('/pages/me/me'));
  await device.ready(pages.me);
  world.backend.dev.latency(0);
  // The list is read again once the session is there.
  await until(() => lists() > before);
  expect((await device.pages()).map(({ route }) => route)).toEqual([pages.me]);
  await device.page.evaluate(() => globalThis.__host?.navigation.switchTab('/pages/chat/chat'));
  await device.ready(pages.chat);
  await device.see({ text: '正在为您接通客服' });
  await device.tap({ text: '继续咨询' });
  await device.ready(pages.conversation);
  await expectCalm(device);
});
