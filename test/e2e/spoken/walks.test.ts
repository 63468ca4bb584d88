// G4: a customer's main job and a coach's first minute by the accessibility tree alone. Nothing is found by how it looks or by
// what the code calls it: roles, names and what is announced are all that the person has.
import { signInQuietly } from '../support/inside';
import { ScreenReader } from '../support/screen-reader';
import { enterAsStaff, staffAccounts } from '../support/staff';
import { accounts, expectCalm, useWorld } from '../support/world';
import type { Device } from '../../preview/playwright';

jest.setTimeout(180_000);

describe('a customer', () => {
  const world = useWorld();

  async function enter(): Promise<Device> {
    const device = await world.open();
    await signInQuietly(device, accounts.full);
    return device;
  }

  test('G4 a customer finds an item, makes its code, is told that it can be scanned and what it is, and goes back', async () => {
    const { dev } = world.backend;
    const item_id = dev.give({ owner_user_id: 31, item_name: '双人下午茶套餐', item_type: 'voucher' });
    const device = await enter();
    const reader = new ScreenReader(device);

    await reader.activates('button', /^双人下午茶套餐，.*可使用/);
    await reader.finds('heading', '物品详情', 'phone');
    await reader.activates('button', '去使用');
    await reader.finds('dialog', '生成券码');
    await reader.activates('button', '生成券码');

    await reader.isTold(/请让店员扫一下/);
    await reader.finds('image', '券码二维码');
    await reader.finds('text', /^券码 \w{4}-\w{4}-\w{4}$/);

    dev.redeem({ qr_content: dev.lastQr(item_id) ?? '' });
    await reader.isTold(/已使用.*双人下午茶套餐/);
    await reader.activates('button', '返回', 'phone');
    await reader.finds('heading', '物品详情', 'phone');
    await reader.hears(/^双人下午茶套餐 已使用/);
    await reader.activates('button', '返回', 'phone');
    await reader.finds('heading', '背包', 'phone');
    await expectCalm(device);
  });

  test('G4 each item in the backpack has a button of its own to use it, by its name', async () => {
    world.backend.dev.give({ owner_user_id: 31, item_name: '双人下午茶套餐', item_type: 'voucher' });
    const device = await enter();
    const reader = new ScreenReader(device);
    await reader.activates('button', '去使用，双人下午茶套餐');
    await reader.finds('heading', '物品详情', 'phone');
    await reader.finds('dialog', '生成券码');
    await expectCalm(device);
  });

  test('G4 a customer asks customer service a question, and the answer is spoken when it comes', async () => {
    const device = await enter();
    world.backend.dev.script.turn(true);
    const reader = new ScreenReader(device);
    await reader.activates('tab', /^客服/);
    await reader.activates('button', '继续咨询');
    await reader.writes('输入消息', '今天几点关门');
    await reader.activates('button', '发送');
    await reader.finds('text', '我：今天几点关门');
    await reader.isTold(/：门店每天 10:00 – 22:00 营业/);
    await reader.activates('button', '返回', 'phone');
    await reader.finds('heading', '客服', 'phone');
    await expectCalm(device);
  });
});

describe('a coach', () => {
  const world = useWorld('deployed');

  /** The customer of a task that a note completes. */
  const toFollowUp = (): string =>
    String(
      world.backend.db.one(
        `SELECT name FROM xcx_tasks JOIN xcx_customers USING (customer_id) WHERE xcx_tasks.coach_id = 1
          AND status = 'pending' AND task_type = 'follow_up_visit' ORDER BY is_pinned DESC LIMIT 1`,
      )['name'],
    );

  test('G4 a coach opens a task, writes a note with two ratings, is told that it is done, and hears the month’s figure', async () => {
    const name = toFollowUp();
    const device = await enterAsStaff(world, {}, staffAccounts.coach);
    const reader = new ScreenReader(device);

    await reader.activates('tab', /^任务/);
    await reader.activates('button', new RegExp(`^${name}，客户回访`));
    await reader.finds('heading', '任务详情', 'phone');
    await reader.activates('button', '写备注');
    await reader.finds('dialog', '写备注');
    await reader.writes('备注内容', '体验很好，周六下午再来');
    await reader.activates('radio', '4 星，愿意');
    await reader.activates('radio', '5 星，一定会来');
    await reader.activates('button', '保存备注');

    await reader.isTold(/^已完成回访/);
    await reader.isTold(/体验很好，周六下午再来 再服务意愿 4 星 再来店可能 5 星/);
    await reader.activates('button', '返回', 'phone');

    const { name: glance } = await reader.finds('link', /^\d+月工时 .* 收入 .*¥[\d,]+/);
    await reader.activates('link', glance);
    await reader.finds('heading', '绩效', 'phone');
    const income = /¥[\d,]+/.exec(glance)?.[0] ?? 'no income';
    await reader.hears(new RegExp(`我的收入 预估 ${income} 工时`));
    await expectCalm(device);
  });
});
