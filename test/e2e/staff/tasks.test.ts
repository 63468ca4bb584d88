// The task list in a coach's hand: what is due, and what is done by swipe, menu and sheet, whatever becomes of the request.
import type { Device } from '../../preview/playwright';
import { pages } from '../support/journeys';
import { staffAccounts, staffPages, staffState, switchTo } from '../support/staff';
import { cardOf, hold, listed, onTasks, swipe, useKeyboard } from '../support/tasks';
import { until } from '../support/until';
import { expectCalm, useWorld } from '../support/world';
import type { World } from '../support/world';

jest.setTimeout(120_000);

const KEYBOARD_PX = 291;
const REASON = { css: 'wx-textarea[aria-label="放弃的具体情况"]' };
const GROUPS = ['置顶', '待办', '已放弃'];

interface Kept {
  status: string;
  pinned: boolean;
  why: string | null;
}

/**
 * Leaves the coach one task for each name of a customer, because two of one name could not be told apart in the list.
 */
function settle({ backend: { db } }: World): void {
  db.run(`DELETE FROM xcx_tasks WHERE coach_id = 1 AND task_id NOT IN (
    SELECT MIN(task_id) FROM xcx_tasks JOIN xcx_customers USING (customer_id) WHERE xcx_tasks.coach_id = 1 AND status <> 'completed'
    GROUP BY name)`);
  db.run(
    "UPDATE xcx_tasks SET deadline = date('now', '+9 days'), task_type = 'priority_recall' WHERE coach_id = 1",
  );
}

function keptOf({ backend: { db } }: World, name: string): Kept {
  const row = db.one(
    `SELECT t.status, t.is_pinned, t.abandon_reason AS why FROM xcx_tasks t JOIN xcx_customers c USING (customer_id)
      WHERE t.coach_id = 1 AND c.name = ?`,
    name,
  );
  return {
    status: String(row['status']),
    pinned: Number(row['is_pinned']) === 1,
    why: row['why'] === null ? null : String(row['why']),
  };
}

/** How many requests under the tasks were of this kind. */
const asked = ({ backend }: World, kind: RegExp): number =>
  backend.dev.requests
    .recent()
    .filter(({ method, path }) => path.startsWith('/api/xcx/tasks') && kind.test(`${method} ${path}`)).length;

/** Customers under a head of the list. */
async function under(device: Device, head: string): Promise<string[]> {
  const titles = await listed(device);
  const from = titles.indexOf(head);
  const next = titles.findIndex((title, at) => at > from && GROUPS.includes(title));
  return from < 0 ? [] : titles.slice(from + 1, next < 0 ? undefined : next);
}

/** The list begins with eight rows; the head may come with the others. */
async function someUnder(device: Device, head: string, count: number): Promise<string[]> {
  let found: string[] = [];
  await until(async () => {
    found = await under(device, head);
    return found.length >= count;
  });
  return found;
}

const firstUnder = async (device: Device, head: string): Promise<string> =>
  (await someUnder(device, head, 1))[0] ?? '';

const isUnder = async (device: Device, head: string, name: string): Promise<void> =>
  until(async () => (await under(device, head)).includes(name));

describe.each(['documented', 'deployed'] as const)('D2 the list, %s', (profile) => {
  const world = useWorld(profile);
  beforeEach(() => settle(world));

  test('D2 a swipe to the right pins, and another takes it back', async () => {
    const device = await onTasks(world);
    const name = await firstUnder(device, '待办');
    await swipe(device, cardOf(name), 160);
    await isUnder(device, '置顶', name);
    await until(() => keptOf(world, name).pinned);
    await swipe(device, cardOf(name), 160);
    await isUnder(device, '待办', name);
    await until(() => !keptOf(world, name).pinned);
    await expectCalm(device);
  });

  test('D2 D7 22, 23: a task is abandoned for a reason, above the keyboard, and restored at once in the list', async () => {
    const device = await onTasks(world, { width: 390, height: 700 });
    await useKeyboard(device, KEYBOARD_PX);
    const name = await firstUnder(device, '待办');
    await swipe(device, cardOf(name), -160);
    await device.tap({ text: '放弃' });
    await device.tap({ text: '放弃任务' });
    expect(keptOf(world, name).status).toBe('pending');
    await device.tap({ text: '搬离本市' });
    await device.type(REASON, '过完年再联系');
    const button = await device.find({ css: '[aria-disabled="false"]:text-is("放弃任务")' });
    await until(async () => {
      const box = await button.boundingBox();
      return box !== null && box.y + box.height <= 700 - KEYBOARD_PX;
    });
    // In the preview a tap takes the focus from the field. The keyboard is hidden first, as its own key would do.
    await (await device.find(REASON)).locator('textarea').blur();
    await button.tap();
    await until(() => keptOf(world, name).why === '搬离本市：过完年再联系');
    await until(async () => !(await under(device, '待办')).includes(name));
    await device.finger.scrollPage(-1);
    await isUnder(device, '已放弃', name);

    await device.tap({ css: `[aria-label="取消放弃 ${name}"]` });
    await until(() => keptOf(world, name).status === 'pending' && keptOf(world, name).why === null);
    await device.finger.scrollPage(0);
    await isUnder(device, '待办', name);
    await expectCalm(device);
  });

  test('D2 the menu of a long press offers the same', async () => {
    const device = await onTasks(world);
    const name = await firstUnder(device, '待办');
    await hold(device, cardOf(name));
    for (const choice of ['置顶', '写备注', '问助手', '放弃任务']) await device.see({ shell: choice });
    await device.tap({ shell: '置顶' });
    await isUnder(device, '置顶', name);
    await until(() => keptOf(world, name).pinned);

    await hold(device, cardOf(name));
    await device.tap({ shell: '写备注' });
    await device.type({ css: 'wx-textarea[aria-label="备注内容"]' }, '晚上再打');
    await device.tap({ text: '保存备注' });
    await device.see({ css: `[aria-label^="${name}，"][aria-label*="有备注"]` });
    await expectCalm(device);
  });

  test('D2 refused it slides back, and a sentence under it names what was undone, once', async () => {
    const device = await onTasks(world);
    const name = await firstUnder(device, '待办');
    world.backend.dev.xcx.fail({ status: 409, message: '任务状态已变', prefix: '/api/xcx/tasks' });
    await swipe(device, cardOf(name), 160);
    await device.see({ text: `没能置顶“${name}”的任务，已恢复原样。状态已变化，任务状态已变。` });
    await isUnder(device, '待办', name);
    expect(keptOf(world, name).pinned).toBe(false);
    await device.finger.scrollPage(0);
    await device.finger.pullDown();
    await until(async () => !(await device.text()).includes('没能置顶'));
    await expectCalm(device);
  });

  test('D2 carried out although the answer was lost, the row is as the server has it, and nothing is said', async () => {
    const device = await onTasks(world);
    const name = await firstUnder(device, '待办');
    world.backend.dev.drop({ count: 1, when: 'after', prefix: '/api/xcx/tasks' });
    await swipe(device, cardOf(name), 160);
    await until(() => keptOf(world, name).pinned);
    await isUnder(device, '置顶', name);
    await until(() => asked(world, /^GET \/api\/xcx\/tasks\/\d+$/) > 0);
    expect(await device.text()).not.toMatch(/没能|不确定/);
  });

  test('D2 an answer after signing out opens no page', async () => {
    const device = await onTasks(world);
    const name = await firstUnder(device, '待办');
    world.backend.dev.latency(60_000);
    await swipe(device, cardOf(name), 160);
    const left = device.page.evaluate(() =>
      (globalThis.__host?.app() as unknown as PreviewedApp).core.session.signOut('staff'),
    );
    await until(async () => (await staffState(device)) !== 'signed_in');
    world.backend.dev.latency(0);
    await left;
    await until(async () => !(await device.text()).includes(name));
    expect(await device.text()).not.toContain('没能置顶');
    await expectCalm(device);
  });

  test('D2 offers what occurs with its right count, and the tab says how much is due', async () => {
    const { db } = world.backend;
    db.run("UPDATE xcx_tasks SET task_type = 'relationship_building' WHERE coach_id = 1 AND task_id % 3 = 0");
    db.run(`UPDATE xcx_tasks SET deadline = date('now', '-1 day') WHERE task_id IN
      (SELECT task_id FROM xcx_tasks WHERE coach_id = 1 AND status = 'pending' ORDER BY task_id LIMIT 2)`);
    const count = (where: string): number =>
      Number(
        db.one(
          `SELECT COUNT(*) AS n FROM xcx_tasks WHERE coach_id = 1 AND status <> 'completed' AND ${where}`,
        )['n'],
      );
    const device = await onTasks(world);
    const { options } = (await device.data('#body')) as { options: { value: string; count: string }[] };
    const wanted: Record<string, number> = {
      '': count('1'),
      over: 2,
      ...Object.fromEntries(
        ['high_priority_recall', 'priority_recall', 'follow_up_visit', 'relationship_building'].map(
          (type) => [type, count(`task_type = '${type}'`)],
        ),
      ),
    };
    const found = Object.entries(wanted).filter(([value, n]) => value === '' || n > 0);
    expect(options.map(({ value, count: told }) => [value, Number(told)]).sort()).toEqual(found.sort());
    await device.see({ css: '[aria-label="任务，2 条新的"]' });

    await device.tap({ text: /^逾期/ });
    await until(async () => (await listed(device)).filter((title) => !GROUPS.includes(title)).length === 2);
    await expectCalm(device);
  });
});

describe('a follow-up', () => {
  const world = useWorld('deployed');

  test('D2 D7 25: is completed by its note, which the list says', async () => {
    settle(world);
    world.backend.db.run("UPDATE xcx_tasks SET task_type = 'follow_up_visit' WHERE coach_id = 1");
    const device = await onTasks(world);
    const name = await firstUnder(device, '待办');
    await swipe(device, cardOf(name), -160);
    await device.tap({ text: '备注' });
    await device.type({ css: 'wx-textarea[aria-label="备注内容"]' }, '约了周六');
    await device.tap({ text: '保存备注' });
    await device.told('已完成回访');
    await until(async () => !(await under(device, '待办')).includes(name));
    expect(keptOf(world, name).status).toBe('completed');
    await expectCalm(device);
  });
});

describe('the list', () => {
  const world = useWorld();

  test('D2 one card is open at a time, and a touch elsewhere closes it', async () => {
    settle(world);
    const device = await onTasks(world);
    const [one = '', other = ''] = await someUnder(device, '待办', 2);
    const open = async (): Promise<number> =>
      (await device.frame()).locator('.cover, [class*="cover"]').count();
    await swipe(device, cardOf(one), -160);
    await until(async () => (await open()) === 1);
    await swipe(device, cardOf(other), -160);
    await until(async () => (await open()) === 1);
    await device.tap({ css: '[aria-label="搜索任务"]' });
    await until(async () => (await open()) === 0);
    expect(await device.route()).toBe(staffPages.tasks);
    await expectCalm(device);
  });

  test('D2 a finger that goes down the page scrolls it, and swipes nothing', async () => {
    settle(world);
    const device = await onTasks(world);
    const name = await firstUnder(device, '待办');
    const box = await (await device.find(cardOf(name))).first().boundingBox();
    const from = { x: (box?.x ?? 0) + 200, y: (box?.y ?? 0) + 40 };
    await device.finger.drag(from, { x: from.x - 60, y: from.y - 160 });
    expect(await (await device.frame()).locator('[class*="cover"]').count()).toBe(0);
    expect(asked(world, /^POST/)).toBe(0);
    await expectCalm(device);
  });

  test('without a network it keeps what it had with its time, and is read again by itself', async () => {
    const device = await onTasks(world);
    await device.offline();
    await device.see({ text: /^网络不可用，下面是 \d\d:\d\d 的任务$/ });
    await device.finger.pullDown();
    await device.online();
    await until(async () => !/网络不可用|没能刷新/.test(await device.text()));
    await expectCalm(device);
  });

  test('a first reading that fails can be tried again', async () => {
    world.backend.dev.xcx.fail({ status: 500, count: 100, prefix: '/api/xcx/tasks' });
    const device = await onTasks(world, {}, staffAccounts.coach, 'failed');
    world.backend.dev.xcx.calm();
    await device.tap({ text: '重试' });
    await device.see({ text: /^待办/ });
    await expectCalm(device);
  });

  test('seen again after a while it is read again, where the person was', async () => {
    const device = await onTasks(world);
    // Beyond the first rows, with which a list begins.
    await until(async () => (await listed(device)).length > 8);
    await device.finger.scrollPage(900);
    await switchTo(device, pages.me);
    await switchTo(device, staffPages.tasks);
    const top = await (await device.frame()).evaluate(() => document.documentElement.scrollTop);
    expect(top).toBe(900);
    await expectCalm(device);
  });
});
