// G3: the ways through both halves on which most secrets pass, looked at along the way; and that the look finds what is
// planted. Each other test with a world ends with the same look.
import { configFor } from '../../../miniprogram/config';
import type { Device } from '../../preview/playwright';
import { agentSays } from '../support/agent';
import { enterTalk, own, write } from '../support/chat-person';
import { signInQuietly } from '../support/inside';
import { go, makeCode, nextQr, pages, signIn } from '../support/journeys';
import { seeDeck } from '../support/scenes-boards';
import { answering, asked, untilTail } from '../support/scenes-assistant';
import { customerOf, inState } from '../support/scenes-customers';
import { openTask, taskOf } from '../support/scenes-task';
import { leaks } from '../support/secrets';
import { enterAsStaff, staffAccounts, staffPages, switchTo } from '../support/staff';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

const world = useWorld();
jest.setTimeout(120_000);

const tight = async (): Promise<void> => expect(await leaks(world)).toEqual([]);

test('G3 a customer who signs in, shows a code, chats and reads a ticket leaves no secret where it does not belong', async () => {
  const { dev } = world.backend;
  const item_id = dev.give({ owner_user_id: 31, item_name: '双人下午茶套餐', item_type: 'voucher' });
  const device = await world.open();
  await signIn(device, accounts.full);
  await tight();
  await device.tap({ text: '双人下午茶套餐' });
  await device.ready(pages.item);
  await device.tap({ text: '去使用' });
  await device.tap(makeCode);
  await device.ready(pages.redeem);
  expect(await nextQr(device)).toBe(dev.lastQr(item_id));
  const { code } = (await device.data()) as { code: string };
  expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  await device.page.evaluate(() => globalThis.__host?.setPrivacy?.(true));
  await device.tap({ text: /复制/ });
  await tight();
  // What the look excepts is what is there: the shelf that is made for it.
  const shelves = Object.entries(await device.storage()).filter(([, value]) =>
    JSON.stringify(value).includes(code),
  );
  expect(shelves.map(([key]) => key)).toEqual([`customer:31:kept/redeem.${item_id}`]);
  await device.restart();
  await tight();

  await switchTo(device, pages.chat);
  const session_id = await enterTalk(device);
  await write(device, '我的号码是 13800000031');
  await agentSays(world.backend, session_id, '好的');
  await device.see({ text: '好的' });
  await until(async () => (await own(device)).includes('我的号码是 13800000031'));
  await go(device, `/${pages.tickets}`);
  await device.tap({ text: '赠送的拿铁券未到账' });
  await device.ready(pages.ticket);
  await tight();
  await switchTo(device, pages.me);
  await device.tap({ text: '退出会员账号' });
  await device.tap({ shell: '退出' });
  await until(async () => !JSON.stringify(await device.storage()).includes('customer:31'));
  expect(JSON.stringify(await device.storage())).not.toContain(code);
  await expectCalm(device);
});

test('G3 a coach who reads a task, reveals and calls a number, asks the assistant and looks at boards and notes leaves none', async () => {
  const customer_id = customerOf(world);
  const { phone } = world.backend.db.one(
    'SELECT phone FROM xcx_customers WHERE customer_id = ?',
    Number(customer_id),
  ) as { phone: string };
  answering(world, `请打 ${phone}`);
  const device = await enterAsStaff(world, {}, staffAccounts.manager);
  await switchTo(device, staffPages.tasks);
  await device.see('#body');
  await tight();
  await openTask(device, taskOf(world));
  await go(device, `/${staffPages.customer}?customer_id=${customer_id}`);
  await inState(device, 'ready');
  await device.tap({ css: '[aria-label="显示手机号"]' });
  await device.see({ text: phone });
  await device.tap({ css: '[aria-label$="打电话"]' });
  await device.page.getByText(`呼叫 ${phone}`).tap();
  await tight();
  await go(device, `/${staffPages.assistantChat}?context_type=customer&context_id=${customer_id}`);
  await asked(device, '怎么联系他？');
  await untilTail(device, 'whole');
  await go(device, `/${staffPages.assistantChats}`);
  await go(device, `/${staffPages.notes}`);
  await tight();
  await switchTo(device, staffPages.boards);
  await seeDeck(device, { state: 'ready' });
  await tight();
  await expectCalm(device);
});

/** Calls something of `wx` as a line of the program would. */
const calls = (device: Device, name: string, ...args: unknown[]): Promise<void> =>
  device.page.evaluate(
    ([called, given]) => {
      const wx = globalThis.__preview.host.scope()['wx'] as Record<string, (...all: unknown[]) => void>;
      wx[called]?.(...given);
    },
    [name, args] as const,
  );

test('G3 the look finds a secret in the console, an address, a query, a cache and on a shelf of another kind', async () => {
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  await tight();
  const { v4_origin } = configFor('development', {});
  const [token = ''] = [...world.asked.tokens];
  const opaque = 'tok-7Hs92kQpLw0Zx41mBvCd';
  world.asked.tokens.add(opaque);
  await device.page.evaluate((text) => console.info('planted', text), opaque);
  await device.page.evaluate((text) => console.warn(text), '13800000031');
  await device.page.evaluate((text) => console.warn(text), '0a1b2c3d-1234-4567-8901-a13900000031');
  await calls(device, 'request', { url: `${v4_origin}/planted?access=${token}` });
  await calls(device, 'connectSocket', { url: `${v4_origin.replace(/^http/, 'ws')}/ws?t=${token}` });
  for (const [key, text] of [
    ['customer:31:cache/planted', 'ABCD-EF12-3456'],
    ['staff:1:kept/redeem.1', 'ABCD-EF12-3456'],
    ['customer:31:kept/user.2', token],
    ['customer:31:cache/list', '13800000031'],
    ['customer:31:kept/redeem.2', 'RQRV1_planted_0a1b'],
  ])
    await calls(device, 'setStorageSync', key, text);
  await go(device, `/${pages.item}?item_id=1&from=${encodeURIComponent('RQRV1_planted')}`);
  await until(() => world.asked.urls.filter((asked) => asked.includes(token)).length === 2);
  expect((await leaks(world)).map((leak) => leak.split(': ')[0]).sort()).toEqual(
    [
      'phone in console',
      'token in console',
      'token in address /planted',
      'token in address /ws',
      'code in storage customer:31:cache/planted',
      'code in storage staff:1:kept/redeem.1',
      'token in storage customer:31:kept/user.2',
      'phone in storage customer:31:cache/list',
      'qr in storage customer:31:kept/redeem.2',
      'qr in query of packages/member/item/item',
    ].sort(),
  );
  // It was the test that gave them away.
  await world.renew();
});
