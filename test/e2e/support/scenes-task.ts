// A task's page and the own notes in each of their main states.
import type { Device, OpenOptions } from '../../preview/playwright';
import { go } from './journeys';
import type { Scene } from './scene';
import { enterAsStaff, staffAccounts, staffPages } from './staff';
import { until } from './until';
import type { World } from './world';

const LONG_NAME = '欧阳震华与他的周末九球俱乐部老友们';
const LONG_TEXT =
  '上个月每周到店一到两次，最近因为项目赶工一直没有来，储值还有余额，适合先问近况，再约周末下午固定的那张靠窗球台，顺便问问朋友聚会要不要包厢';
const UNBROKEN = 'LIMITED-EDITION-ANNIVERSARY-COLLECTIBLE-SERIES-No.0123456789';

/** A task of the demo coach that has every optional field; see the backend's README. */
export function taskOf(world: World, where = "status = 'pending'"): string {
  const row = world.backend.db.one(
    `SELECT task_id FROM xcx_tasks WHERE coach_id = 1 AND task_id % 6 < 4 AND ${where} ORDER BY task_id LIMIT 1`,
  );
  return String(row['task_id']);
}

/** A colleague's and an own note on it, both rated. */
export function noted(world: World, task_id: string): void {
  const { db } = world.backend;
  db.run('DELETE FROM xcx_notes');
  const sql = `INSERT INTO xcx_notes (coach_id, user_id, target_type, target_id, tag_type, content, ai_score,
    rating_service_willingness, rating_revisit_likelihood, created_at) VALUES (?, NULL, 'task', ?, 'coach', ?, ?, ?, ?, ?)`;
  const now = world.backend.clock.now();
  db.run(sql, 2, Number(task_id), '今天状态很好，约了下周同一时间。', 8, 5, 4, now - 20 * 86_400_000);
  db.run(sql, 1, Number(task_id), '电话没人接，晚上再试。', null, 4, 3, now - 3_600_000);
}

/** The page in this state. */
export async function openTask(device: Device, task_id: string, state = 'ready'): Promise<void> {
  await go(device, `/${staffPages.task}?id=${task_id}`);
  await until(async () => ((await device.data()) as { state: string }).state === state);
}

async function onTask(
  world: World,
  options: OpenOptions,
  task_id = taskOf(world),
  state = 'ready',
): Promise<Device> {
  const device = await enterAsStaff(world, options, staffAccounts.coach);
  await openTask(device, task_id, state);
  return device;
}

async function onNotes(world: World, options: OpenOptions, openid: string, state: string): Promise<Device> {
  const device = await enterAsStaff(world, options, openid);
  await go(device, `/${staffPages.notes}`);
  await until(async () => ((await device.data()) as { state: string }).state === state);
  return device;
}

const failing = (world: World, path: string): void =>
  world.backend.dev.xcx.fail({ status: 500, count: 1_000, prefix: `/api/xcx/${path}` });

/** The task's reply with its modules as a broken server sends them. */
function broken(world: World): void {
  world.rewrites.set(`/tasks/${taskOf(world)}`, (data) => {
    Object.assign(data, { retention_clues: 'soon', service_records: [], talking_points: null, notes: 3 });
    Object.assign(data, { service_summary: { total_hours: 0, total_income: 0, avg_income: 0 } });
    Object.assign(data, { ai_analysis: { advice: 'of another app' }, action_suggestions: [] });
  });
}

const task: Record<string, Scene> = {
  'task content': async (world, options) => {
    const task_id = taskOf(world);
    noted(world, task_id);
    return onTask(world, options, task_id);
  },
  'task foot': async (world, options) => {
    const task_id = taskOf(world);
    noted(world, task_id);
    const device = await onTask(world, options, task_id);
    await (await device.frame()).evaluate(() => document.scrollingElement?.scrollTo(0, 99_999));
    return device;
  },
  'task middle': async (world, options) => {
    const device = await onTask(world, options);
    await (await device.frame()).evaluate(() => document.scrollingElement?.scrollTo(0, 640));
    return device;
  },
  'task skeleton': async (world, options) => {
    const device = await enterAsStaff(world, options, staffAccounts.coach);
    world.backend.dev.latency(60_000);
    await go(device, `/${staffPages.task}?id=${taskOf(world)}`);
    return device;
  },
  'task bare': (world, options) => {
    world.rewrites.set(`/tasks/${taskOf(world)}`, (data) => {
      for (const name of Object.keys(data))
        if (!['id', 'customer_name', 'customer_avatar', 'task_type', 'is_pinned', 'status'].includes(name))
          delete data[name];
    });
    return onTask(world, options);
  },
  'task modules failed': (world, options) => {
    broken(world);
    return onTask(world, options);
  },
  'task called': async (world, options) => {
    const device = await onTask(world, options);
    await device.tap({ css: '[aria-label^="给"]' });
    await device.page.getByText(/^呼叫/).tap();
    await device.see({ text: '记一条备注' });
    return device;
  },
  'task long texts': async (world, options) => {
    const task_id = taskOf(world);
    noted(world, task_id);
    world.backend.db.run('UPDATE xcx_customers SET name = ?', LONG_NAME);
    world.rewrites.set(`/tasks/${taskOf(world)}`, (data) => {
      Object.assign(data, { callback_reason: LONG_TEXT, talking_points: [LONG_TEXT, UNBROKEN] });
      Object.assign(data, { consumption_habits: LONG_TEXT, preferences: [LONG_TEXT, UNBROKEN] });
      Object.assign(data, { last_spend_amount: 12_864_000, balance: 12_864_000 });
      for (const note of data['notes'] as Record<string, unknown>[]) note['content'] = UNBROKEN.repeat(3);
      for (const clue of data['retention_clues'] as Record<string, unknown>[])
        Object.assign(clue, { text: LONG_TEXT, source: LONG_NAME, desc: UNBROKEN });
    });
    return onTask(world, options, task_id);
  },
  'task abandoned': (world, options) => onTask(world, options, taskOf(world, "status = 'abandoned'")),
  'task completed': (world, options) => onTask(world, options, taskOf(world, "status = 'completed'")),
  'task over': (world, options) => onTask(world, options, '999999', 'over'),
  'task error': (world, options) => {
    failing(world, 'tasks/');
    return onTask(world, options, taskOf(world), 'failed');
  },
  'task stale': async (world, options) => {
    const device = await onTask(world, options);
    failing(world, 'tasks/');
    await device.finger.pullDown();
    await device.see({ text: /显示的是上次的内容$/ });
    return device;
  },
  'task note deleted': async (world, options) => {
    const task_id = taskOf(world);
    noted(world, task_id);
    const device = await onTask(world, options, task_id);
    await device.tap({ css: '[aria-label="删除备注"]' });
    await device.see({ text: '撤销' });
    return device;
  },
  'task note sheet': async (world, options) => {
    const device = await onTask(world, options);
    await device.tap({ text: '写备注' });
    await device.type({ css: 'wx-textarea' }, '接了电话，说这周还在加班，约了周六下午三点，靠窗的台子');
    await device.tap({ css: '[aria-label="4 星，愿意"]' });
    await device.see({ text: '草稿已自动保存' });
    return device;
  },
  'task note refused': async (world, options) => {
    const device = await onTask(world, options);
    failing(world, 'notes');
    await device.tap({ text: '写备注' });
    await device.type({ css: 'wx-textarea' }, '接了电话');
    await device.tap({ text: '保存备注' });
    await device.see({ text: /^没有保存/ });
    return device;
  },
  'task abandon sheet': async (world, options) => {
    const device = await onTask(world, options);
    await device.tap({ text: '放弃' });
    await device.see({ text: '再想想' });
    return device;
  },
  'task signed out': async (world, options) => {
    const device = await world.open(options);
    await go(device, `/${staffPages.task}?id=1`);
    return device;
  },
};

const notes: Record<string, Scene> = {
  'notes content': (world, options) => onNotes(world, options, staffAccounts.coach, 'ready'),
  'notes empty': (world, options) => onNotes(world, options, staffAccounts.empty, 'empty'),
  'notes error': (world, options) => {
    failing(world, 'notes');
    return onNotes(world, options, staffAccounts.coach, 'failed');
  },
  'notes offline': async (world, options) => {
    const device = await onNotes(world, options, staffAccounts.coach, 'ready');
    await device.offline();
    await device.see({ text: /^网络不可用/ });
    return device;
  },
};

export const aTask: Record<string, Scene> = { ...task, ...notes };
