// A coach's call: what to say, the call itself, a note about it, and what becomes of the task.
import type { Device } from '../../preview/playwright';
import { enterAsStaff, staffAccounts } from '../support/staff';
import { noted, openTask, taskOf } from '../support/scenes-task';
import { until } from '../support/until';
import { expectCalm, useWorld } from '../support/world';
import type { World } from '../support/world';

jest.setTimeout(90_000);

const WORDS = { css: 'wx-textarea[aria-label="备注内容"]' };
const REMOVE = { css: '[aria-label="删除备注"]' };

const coachAt = async (world: World, task_id: string): Promise<Device> => {
  const device = await enterAsStaff(world, {}, staffAccounts.coach);
  await openTask(device, task_id);
  return device;
};
const notesOf = ({ backend }: World, task_id: string) =>
  backend.db.all(
    "SELECT content, rating_service_willingness AS will, rating_revisit_likelihood AS revisit FROM xcx_notes WHERE target_type = 'task' AND target_id = ? ORDER BY note_id",
    Number(task_id),
  );

describe('documented', () => {
  const world = useWorld();

  test('D3 a draft outlives a failed save, and is saved with the one rating that was given', async () => {
    const task_id = taskOf(world);
    world.backend.db.run('DELETE FROM xcx_notes');
    const device = await coachAt(world, task_id);
    world.backend.dev.xcx.fail({ status: 500, count: 1, prefix: '/api/xcx/notes' });
    await device.tap({ text: '写备注' });
    await device.type(WORDS, '约了周六下午');
    await device.tap({ css: '[aria-label="4 星，愿意"]' });
    await device.tap({ text: '保存备注' });
    await device.see({ text: /^没有保存/ });
    await device.tap({ css: '[aria-label="关闭"]' });
    await device.tap({ text: '写备注' });
    await device.see({ text: '草稿已自动保存' });
    await device.tap({ text: '保存备注' });
    await device.see({ text: '★★★★' });
    await until(() => notesOf(world, task_id).length > 0);
    expect(notesOf(world, task_id)).toEqual([{ content: '约了周六下午', will: 4n, revisit: null }]);
    await expectCalm(device);
  });

  test('D3 a deleted note can be taken back for 5 s; only the own ones can be deleted', async () => {
    const task_id = taskOf(world);
    noted(world, task_id);
    const device = await coachAt(world, task_id);
    await device.see(REMOVE);
    expect(await (await device.frame()).locator('[aria-label="删除备注"]').count()).toBe(1);
    await device.tap(REMOVE);
    await device.tap({ text: '撤销' });
    await device.see({ text: '电话没人接，晚上再试。' });
    expect(notesOf(world, task_id)).toHaveLength(2);
    await device.tap(REMOVE);
    await device.see({ text: '撤销' });
    await until(() => notesOf(world, task_id).length === 1);
    await until(async () => !(await device.text()).includes('撤销'));
    await expectCalm(device);
  });

  test('D3 after a call a note is offered, with its task chosen', async () => {
    const task_id = taskOf(world);
    const device = await coachAt(world, task_id);
    await device.tap({ css: '[aria-label^="给"]' });
    await device.page.getByText(/^呼叫/).tap();
    await device.background();
    await device.foreground();
    await device.tap({ text: '记一条备注' });
    await device.type(WORDS, '打过了');
    await device.tap({ text: '保存备注' });
    await until(() => notesOf(world, task_id).some(({ content }) => content === '打过了'));
    await until(async () => !(await device.text()).includes('打过电话'));
    await expectCalm(device);
  });

  test('G2 a task that was read before shows at once, and says so where it cannot be read again', async () => {
    const task_id = taskOf(world);
    const device = await coachAt(world, task_id);
    await device.see({ text: '为什么联系' });
    await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
    world.backend.dev.xcx.fail({ status: 500, count: 9, prefix: `/api/xcx/tasks/${task_id}` });
    await openTask(device, task_id);
    await device.see({ text: /显示的是上次的内容$/ });
    await device.see({ text: '为什么联系' });
    await device.see({ text: '写备注' });
    world.backend.dev.xcx.calm();
    await device.tap({ text: '重试' });
    await until(async () => ((await device.data()) as { stale_text: string }).stale_text === '');
  });

  test('D2 a task is abandoned for a reason and restored, both on its own page', async () => {
    const task_id = taskOf(world);
    const status = () =>
      world.backend.db.one(
        'SELECT status, abandon_reason AS why FROM xcx_tasks WHERE task_id = ?',
        Number(task_id),
      );
    const device = await coachAt(world, task_id);
    await device.tap({ text: '放弃' });
    await device.tap({ text: '放弃任务' });
    expect(status()['status']).toBe('pending');
    await device.type({ css: 'wx-textarea[aria-label="放弃的具体情况"]' }, '客户已搬离本市');
    await device.tap({ css: '.button-danger, [aria-disabled="false"]:text-is("放弃任务")' });
    await device.see({ text: '这个任务已放弃：客户已搬离本市' });
    await until(() => status()['status'] !== 'pending');
    expect(status()).toEqual({ status: 'abandoned', why: '客户已搬离本市' });
    await device.tap({ text: '取消放弃' });
    await device.see({ text: '写备注' });
    await until(() => status()['status'] === 'pending');
    expect(status()).toEqual({ status: 'pending', why: null });
    await expectCalm(device);
  });

  test('D3 a module that fails is tried again by its own button, and the rest stays', async () => {
    const task_id = taskOf(world);
    world.rewrites.set(`/tasks/${task_id}`, (data) => void (data['retention_clues'] = 'soon'));
    const device = await coachAt(world, task_id);
    await device.see({ text: '没能加载线索' });
    await device.see({ text: '怎么说' });
    world.rewrites.clear();
    await device.tap({ css: '[aria-label="重试，维客线索"]' });
    await until(async () => !(await device.text()).includes('没能加载线索'));
    await expectCalm(device);
  });
});

describe('deployed', () => {
  const world = useWorld('deployed');

  test('D7-25 a follow-up is completed by its note, and its page says so', async () => {
    const task_id = taskOf(world);
    const sql = "UPDATE xcx_tasks SET task_type = 'follow_up_visit' WHERE task_id = ?";
    world.backend.db.run(sql, Number(task_id));
    const device = await coachAt(world, task_id);
    await device.tap({ text: '写备注' });
    await device.type(WORDS, '体验很好，下周再来');
    await device.tap({ text: '保存备注' });
    await device.see({ text: '已完成回访' });
    await until(async () => !(await device.text()).includes('放弃'));
    await expectCalm(device);
  });
});
