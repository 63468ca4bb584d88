// D1: from nobody to the tasks, and every other place where a review may stand, in both forms of the staff's backend.
import type { Device } from '../../preview/playwright';
import { customerState, signInQuietly } from '../support/inside';
import { pages } from '../support/journeys';
import { openDesk } from '../support/desk-page';
import { APPLICATION, decide } from '../support/scenes-gate';
import {
  belongTo,
  enterAsStaff,
  seeTabs,
  signInAsStaff,
  staffAccounts,
  staffPages,
  staffState,
  switchTo,
} from '../support/staff';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

jest.setTimeout(120_000);

const BOTH = ['背包', '客服', '任务', '看板', '我的'];
const STAFF = ['任务', '看板', '我的'];
const NOBODY = ['背包', '我的'];
const field = (label: string) => ({ css: `wx-input[aria-label="${label}"]` });

async function valueOf(device: Device, label: string): Promise<string> {
  return (await device.find(field(label))).first().locator('input').inputValue();
}

describe.each(['documented', 'deployed'] as const)('the %s backend', (profile) => {
  const world = useWorld(profile);

  async function applying(): Promise<Device> {
    const device = await world.open();
    await belongTo(device, 'somebody-new');
    await device.tap({ text: '我是店里的员工' });
    await device.ready(staffPages.apply);
    return device;
  }

  async function fill(device: Device): Promise<void> {
    for (const [label, text] of Object.entries(APPLICATION)) await device.type(field(label), text);
    await device.tap({ text: '助教' });
  }

  async function applied(): Promise<Device> {
    const device = await applying();
    await fill(device);
    await device.tap({ text: '提交申请' });
    await device.ready(staffPages.entrance);
    await device.see({ text: '申请审核中' });
    // The page asks how it stands when it is shown: what is decided meanwhile would be its answer.
    await until(async () => ((await device.data()) as { asking: boolean }).asking === false);
    return device;
  }

  test('D1 somebody new applies, is approved at the desk, is welcomed once, and finds the tasks', async () => {
    const device = await applied();
    await device.see({ text: '138****0031' });
    const desk = await openDesk(world.browser, world.backend.url, 900);
    try {
      await desk.page.locator('[data-tab=staff]').click();
      await desk.page.locator('#applications li', { hasText: '林夏' }).locator('.primary').click();
      await desk.page.locator('#members li', { hasText: '林夏' }).waitFor();
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.page.close();
    }
    await device.finger.pullDown();
    await device.see({ text: '欢迎，林夏' });
    await device.tap({ text: '看看今天的任务' });
    await device.ready(staffPages.tasks);
    await seeTabs(device, STAFF);

    // The next start leads whoever works here, and is no customer, to the tasks at once.
    await device.restart();
    await device.ready(staffPages.tasks);
    await expectCalm(device);
  });

  test('D1 a refusal tells its reason, and the form is as it was; what was changed is sent', async () => {
    const device = await applied();
    decide(world, 'somebody-new', 'rejected', '手机号和员工名单对不上');
    await device.tap({ text: '查询结果' });
    await device.see({ text: '手机号和员工名单对不上' });
    await device.tap({ text: '修改后重新提交' });
    await device.ready(staffPages.apply);
    expect(await valueOf(device, '门店码')).toBe('AB123');
    expect(await valueOf(device, '昵称')).toBe('林夏');
    await device.type(field('手机号'), '13900000031');
    await device.tap({ text: '提交申请' });
    await device.ready(staffPages.entrance);
    await device.see({ text: '139****0031' });
    await device.see({ text: '申请审核中' });
    await expectCalm(device);
  });

  test('D1 what the server finds wrong stands on its field, and nothing typed is lost by leaving', async () => {
    const device = await applying();
    await fill(device);
    world.backend.dev.xcx.fail({ status: 500, count: 9, prefix: '/api/xcx/apply' });
    await device.tap({ text: '提交申请' });
    await device.see({ text: '重试' });
    expect(await device.route()).toBe(staffPages.apply);
    await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
    await device.ready(pages.backpack);
    await device.restart();
    await device.tap({ text: '我是店里的员工' });
    await device.ready(staffPages.apply);
    expect(await valueOf(device, '手机号')).toBe('13800000031');
    expect(await valueOf(device, '岗位')).toBe('助教');
    world.backend.dev.xcx.calm();
    await device.tap({ text: '提交申请' });
    await device.ready(staffPages.entrance);
    await device.see({ text: '申请审核中' });
    await expectCalm(device);
  });

  test.each([
    [staffAccounts.pending, '申请审核中'],
    [staffAccounts.rejected, '门店编号与登记信息不一致，请核对后重新提交'],
    [staffAccounts.disabled, '员工身份已停用'],
  ])('D1 %s sees %s, and no tab of staff', async (openid, text) => {
    const device = await world.open({ path: pages.me });
    await belongTo(device, openid);
    await device.tap({ text: '员工入口' });
    await device.ready(staffPages.entrance);
    await device.see({ text });
    await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
    await device.ready(pages.me);
    await seeTabs(device, NOBODY);
    await expectCalm(device);
  });

  test('D1 a status that nobody knows waits like a review, and says whom to ask', async () => {
    world.backend.dev.xcx.setQuirks({ user_status: 'on_hold' });
    const device = await world.open({ path: pages.me });
    await device.tap({ text: '员工入口' });
    await device.ready(staffPages.entrance);
    await device.see({ text: /请联系店长/ });
    await device.see({ text: '查询结果' });
    await expectCalm(device);
  });

  test('D1 a person who is stopped, and approved again, sees it at the next look', async () => {
    const device = await enterAsStaff(world, { clock: new Date() }, staffAccounts.coach);
    await seeTabs(device, STAFF);
    await switchTo(device, staffPages.tasks);
    decide(world, staffAccounts.coach, 'disabled', '误停');
    await device.advance(31_000);
    await switchTo(device, pages.me);
    await seeTabs(device, NOBODY);
    await device.tap({ text: '员工身份，点此查看' });
    await device.ready(staffPages.entrance);
    await device.see({ text: '员工身份已停用' });
    decide(world, staffAccounts.coach, 'approved');
    await device.tap({ text: '重新检查' });
    await device.see({ text: /^欢迎/ });
    await device.tap({ text: '看看今天的任务' });
    await device.ready(staffPages.tasks);
    await seeTabs(device, STAFF);
    await expectCalm(device);
  });

  test('D1 a sign-in that the server ended says so, and leads back', async () => {
    const device = await enterAsStaff(world, {}, staffAccounts.coach);
    world.backend.dev.xcx.endLogins(world.backend.dev.xcx.userId(staffAccounts.coach));
    // The entrance comes over the tab as soon as the server refuses.
    await device.page.evaluate(
      (url) => globalThis.__host?.navigation.switchTab(`/${url}`),
      staffPages.boards,
    );
    await device.ready(staffPages.entrance);
    await device.see({ text: '登录已过期，请重新登录。' });
    expect(await staffState(device)).toBe('signed_out');
    await device.tap({ text: '微信登录' });
    await device.ready(staffPages.boards);
    await expectCalm(device);
  });

  const SHARED = `${staffPages.boards}?board=customers&dimension=spend`;

  test('D1 a shared board is there once whoever opened it has signed in', async () => {
    const device = await world.open({ path: SHARED });
    await belongTo(device, staffAccounts.coach);
    await device.tap({ text: '员工登录' });
    await device.see({ css: '[role="tab"][aria-selected="true"]:has-text("客户")' });
    await device.ready(staffPages.boards);
    await expectCalm(device);
  });

  test('D1 a sign-in that ended on a shared board leads back to the boards', async () => {
    const back = encodeURIComponent(`/${SHARED}`);
    const device = await world.open({ path: `${staffPages.entrance}?reason=expired&back=${back}` });
    await belongTo(device, staffAccounts.coach);
    await device.tap({ text: '微信登录' });
    await device.ready(staffPages.boards);
    await expectCalm(device);
  });

  test('D1 both identities: five tabs; one signs out, the other stays with what is theirs', async () => {
    const device = await world.open({ path: pages.me });
    await signInQuietly(device, accounts.full);
    await signInAsStaff(device, staffAccounts.both);
    await seeTabs(device, BOTH);
    await device.see({ text: '退出会员账号' });

    await device.tap({ text: '退出员工身份' });
    await device.tap({ shell: '取消' });
    expect(await staffState(device)).toBe('signed_in');
    await device.tap({ text: '退出员工身份' });
    await device.tap({ shell: '退出' });
    await seeTabs(device, ['背包', '客服', '我的']);
    expect(await customerState(device)).toBe('signed_in');
    await until(async () => !JSON.stringify(await device.storage()).includes('staff:'));

    await signInAsStaff(device, staffAccounts.both);
    await seeTabs(device, BOTH);
    await device.tap({ text: '退出会员账号' });
    await device.tap({ shell: '退出' });
    await seeTabs(device, STAFF);
    expect(await staffState(device)).toBe('signed_in');
    await device.see({ text: /\d+ 月工时/ });
    await until(async () => !JSON.stringify(await device.storage()).includes('customer:31'));
    await expectCalm(device);
  });

  test('D7-15 D1 a token of staff is in no address', async () => {
    const device = await enterAsStaff(world, {}, staffAccounts.coach);
    await device.see({ text: /\d+ 月工时/ });
    await switchTo(device, staffPages.tasks);
    const asked = world.backend.dev.requests.recent().map(({ path }) => path);
    expect(asked.some((path) => path.startsWith('/api/xcx/'))).toBe(true);
    expect(asked.filter((path) => /eyJ|token/.test(path))).toEqual([]);
  });
});

describe('several stores', () => {
  const world = useWorld('deployed');

  test('D1 another store brings its own name and figures; the same person stays', async () => {
    const device = await enterAsStaff(world, {}, staffAccounts.stores);
    await device.see({ text: '换门店' });
    const shown = async () => (await device.data()) as { staff_place: string; month_hours: string };
    await device.see({ text: /\d+ 月工时/ });
    const first = await shown();
    await device.tap({ text: '换门店' });
    await device.tap({ css: '[role="dialog"] [role="radio"][aria-checked="false"]' });
    await (await device.find({ css: '[role="dialog"]' })).first().waitFor({ state: 'detached' });
    const second = await shown();
    expect(second.staff_place).not.toBe(first.staff_place);
    expect(await staffState(device)).toBe('signed_in');
    await device.see({ text: /\d+ 月工时/ });
    await expectCalm(device);
  });

  test('D1 a switch that fails is said in the sheet, and changes nothing', async () => {
    const device = await enterAsStaff(world, {}, staffAccounts.stores);
    await device.tap({ text: '换门店' });
    world.backend.dev.xcx.fail({ status: 500, count: 9, prefix: '/api/xcx/switch-store' });
    await device.tap({ css: '[role="dialog"] [role="radio"][aria-checked="false"]' });
    await device.see({ text: /^没有换成/ });
    await device.tap({ css: '[aria-label="关闭"]' });
    expect(await staffState(device)).toBe('signed_in');
  });
});
