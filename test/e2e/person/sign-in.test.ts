// Signing in when it does not go well: each refusal in its own words, with its count-down, and nothing typed is lost.
import { fields, pages } from '../support/journeys';
import { accounts, expectCalm, useWorld } from '../support/world';
import type { Device } from '../../preview/playwright';

const world = useWorld();

jest.setTimeout(90_000);

const typed = async (device: Device): Promise<string> =>
  (await device.find(fields.mobile)).first().locator('input').inputValue();

/** The form with a number, the consent, a code that was asked for, and what the person typed as the code: that signs in. */
async function formWith(device: Device, code: string): Promise<void> {
  await device.tap({ text: '手机号登录' });
  await device.ready(pages.signIn);
  await device.type(fields.mobile, accounts.full);
  await device.tap({ text: '获取验证码' });
  await device.see({ text: /^\d+ 秒后重发$/ });
  await device.tap({ text: '我已阅读并同意' });
  await device.type(fields.code, code);
}

test('A5 a wrong code stays on the form', async () => {
  const device = await world.open();
  await formWith(device, '000000');
  await device.see({ text: '验证码不正确，请核对后重新输入' });
  expect(await typed(device)).toBe(accounts.full);
  expect(await device.route()).toBe(pages.signIn);

  await device.type(fields.code, '123456');
  await device.ready(pages.backpack);
  await expectCalm(device);
});

test('A5 an expired code says so, and a new one can be asked for', async () => {
  const device = await world.open({ clock: new Date() });
  await formWith(device, '00000');
  world.backend.dev.advance(301_000);
  await device.advance(61_000);
  await device.type(fields.code, '000000');
  await device.see({ text: '验证码已过期，请重新获取' });
  expect(await device.data()).toMatchObject({
    code_error: '验证码已过期，请重新获取',
    form_error: '',
    code: '',
  });
  expect(await typed(device)).toBe(accounts.full);
  await device.tap({ text: '重新获取' });
  await device.see({ text: /^\d+ 秒后重发$/ });
  await expectCalm(device);
});

test('A5 a code asked for too often counts down and can then be asked for', async () => {
  const asked = await fetch(`${world.backend.url}/api/v4/auth/send-code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mobile: accounts.full }),
  });
  expect(asked.status).toBe(200);
  const device = await world.open({ clock: new Date() });
  await device.tap({ text: '手机号登录' });
  await device.ready(pages.signIn);
  await device.type(fields.mobile, accounts.full);
  await device.tap({ text: '获取验证码' });
  await device.see({ text: '验证码发送太频繁，请稍候再获取' });
  await device.see({ text: /^[1-6]?\d 秒后重发$/ });
  expect(await typed(device)).toBe(accounts.full);

  world.backend.dev.advance(61_000);
  await device.advance(61_000);
  await device.tap({ text: /^(重新获取|获取验证码)$/ });
  // From the beginning; some of it has gone by when the test looks.
  await device.see({ text: /^(60|[45]\d) 秒后重发$/ });
  await expectCalm(device);
});

test('A5 too many sign-ins wait for as long as the server says', async () => {
  const device = await world.open({ clock: new Date() });
  const data = { retry_after: 30 };
  const prefix = '/api/v4/auth/login';
  world.backend.dev.fail({ status: 429, code: 'RATE_LIMIT_EXCEEDED', message: '请求过于频繁', data, prefix });
  await formWith(device, '123456');
  await device.see({ text: '操作太频繁，请稍候再试' });
  await device.see({ text: /^请 (30|2\d|1[5-9]) 秒后再试$/ });
  expect(await typed(device)).toBe(accounts.full);
  await device.advance(10_000);
  await device.see({ text: /^请 (20|1?\d) 秒后再试$/ });
  await device.advance(21_000);
  await device.tap({ text: '登录' });
  await device.ready(pages.backpack);
  await expectCalm(device);
});

test('J5 the sixth digit without the consent asks for it; a no leaves the form, a yes signs in', async () => {
  const device = await world.open();
  await device.tap({ text: '手机号登录' });
  await device.ready(pages.signIn);
  await device.see({ text: '滨江天街台球馆' });
  await device.type(fields.mobile, accounts.full);
  await device.tap({ text: '获取验证码' });
  await device.see({ text: '演示环境，验证码 123456' });
  await device.type(fields.code, '123456');
  await device.see({ text: '登录前请您同意' });
  await device.tap({ text: '不同意' });
  await device.tap({ text: '登录' });
  await device.see({ text: '登录前请您同意' });
  expect(await device.route()).toBe(pages.signIn);
  await device.tap({ text: '同意并登录' });
  await device.ready(pages.backpack);
  await expectCalm(device);
});
