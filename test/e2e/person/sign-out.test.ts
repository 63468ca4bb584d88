// Signing out takes everything of that person from the phone.
import { signInQuietly } from '../support/inside';
import { fields, go, nextQr, openCode, pages, signIn } from '../support/journeys';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

const world = useWorld();

jest.setTimeout(90_000);

/** Everything in storage that looks like a token of ours. */
const tokensIn = (dump: string): string[] => dump.match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? [];
const codesIn = (dump: string): string[] => dump.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? [];

test('A9 signing out leaves no token, cache, code or draft of that person', async () => {
  const item_id = world.backend.dev.give({ owner_user_id: 31, item_name: '双人下午茶套餐' });
  const device = await world.open();
  await signIn(device, accounts.full);
  await device.see({ text: '双人下午茶套餐' });
  await openCode(device, `${item_id}`);
  await device.tap({ text: '生成券码' });
  await nextQr(device);

  const before = JSON.stringify(await device.storage());
  const tokens = tokensIn(before);
  const codes = codesIn(before);
  expect(tokens.length).toBeGreaterThan(0);
  expect(codes).toHaveLength(1);
  expect(before).toContain('双人下午茶套餐');
  expect(before).toContain('林小满');

  await device.page.evaluate(() => globalThis.__host?.navigation.switchTab('/pages/me/me'));
  await device.ready(pages.me);
  await device.tap({ text: '退出会员账号' });
  await device.tap({ shell: '退出' });
  await device.see({ text: '登录 / 注册' });
  await until(async () => tokensIn(JSON.stringify(await device.storage())).length === 0);

  const after = JSON.stringify(await device.storage());
  for (const trace of [...tokens, ...codes, '双人下午茶套餐', '林小满', accounts.full, 'TRK-', 'customer.31'])
    expect(after).not.toContain(trace);

  // The server's session is over too, and a restart finds nobody.
  await until(() => world.backend.dev.requests.count('POST /api/v4/auth/logout') === 1);
  await device.restart();
  await device.see({ text: '登录 / 注册' });
  await expectCalm(device);
});

test('E6 A9 signing out with unsent messages says how many would be lost, and then leaves none of the chat', async () => {
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  await go(device, `/${pages.conversation}?session_id=2203`);
  await device.see({ text: /火锅券生成了核销码/ });
  await device.offline();
  for (const text of ['没发出去的第一句', '没发出去的第二句']) {
    await device.type(fields.message, text);
    await device.tap({ css: '[aria-label="发送"]' });
    await device.see({ text });
  }
  await device.type(fields.message, '写了一半的草稿');
  await device.page.evaluate(() => globalThis.__host?.navigation.switchTab('/pages/me/me'));
  await device.ready(pages.me);
  const traces = [
    '没发出去的第一句',
    '没发出去的第二句',
    '写了一半的草稿',
    '火锅券生成了核销码',
    'customer:31',
  ];
  const left = async (): Promise<string[]> => {
    const dump = JSON.stringify(await device.storage());
    return traces.filter((trace) => dump.includes(trace));
  };
  await until(async () => (await left()).length === traces.length);

  await device.tap({ text: '退出会员账号' });
  await device.see({ shell: /^还有 2 条消息未发送/ });
  await device.tap({ shell: '取消' });
  expect(await left()).toEqual(traces);

  await device.tap({ text: '退出会员账号' });
  await device.see({ shell: /^还有 2 条消息未发送/ });
  await device.tap({ shell: '退出' });
  await device.see({ text: '登录 / 注册' });
  await until(async () => (await left()).length === 0);
  await device.online();

  // Neither another person nor the same one finds the messages, and none is sent later.
  await signInQuietly(device, accounts.full);
  await go(device, `/${pages.conversation}?session_id=2203`);
  await device.see({ text: /火锅券生成了核销码/ });
  expect(await device.text()).not.toContain('没发出去的');
  expect(world.backend.db.all("SELECT 1 FROM chat_messages WHERE content LIKE '没发出去的%'")).toEqual([]);
  await expectCalm(device);
});
