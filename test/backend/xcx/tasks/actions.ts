// Pin, unpin, abandon, restore. A task goes pending → abandoned → pending; only the backend completes one.
import type { ApiTaskPinResponse, ApiTaskStatusResponse } from '../../../../typings/xcx/tasks';
import type { Context } from '../../context';
import { conflict } from '../errors';
import { lineIn } from '../input';
import type { Task } from './rows';
import { statusWord } from './words';

const LONGEST_REASON = 200;

/** Throws 409 for a task that is not open. */
export function setPinned(ctx: Context, task: Task, pinned: boolean): ApiTaskPinResponse {
  const open = ctx.xcx.isDeployed ? statusWord(ctx, task.item) === 'active' : task.item.status === 'pending';
  if (pinned && !open) throw conflict('只能置顶进行中的任务');
  ctx.store.run('UPDATE xcx_tasks SET is_pinned = ? WHERE task_id = ?', pinned ? 1 : 0, task.task_id);
  return { is_pinned: pinned };
}

/** Throws 422 without a reason, 409 for a task that is completed or abandoned already. */
export function abandon(ctx: Context, task: Task, body: unknown): ApiTaskStatusResponse {
  const reason = lineIn(body, 'reason', '放弃原因', LONGEST_REASON);
  if (task.item.status === 'completed') throw conflict('任务已完成，不能放弃');
  if (task.item.status === 'abandoned') throw conflict('任务已放弃');
  const sql = `UPDATE xcx_tasks SET status = 'abandoned', is_pinned = 0, abandon_reason = ? WHERE task_id = ?`;
  ctx.store.run(sql, reason, task.task_id);
  return { status: 'abandoned' };
}

/** Throws 409 for a task that is not abandoned. */
export function restore(ctx: Context, task: Task): ApiTaskStatusResponse {
  if (task.item.status !== 'abandoned') throw conflict('任务未放弃，无需恢复');
  const sql = `UPDATE xcx_tasks SET status = 'pending', is_pinned = 0, abandon_reason = NULL WHERE task_id = ?`;
  ctx.store.run(sql, task.task_id);
  // The deployed system names the state that it stores; its pages call it pending.
  return { status: ctx.xcx.isDeployed ? 'active' : 'pending' };
}

/** What the store's own system does when the work of a task is done. Throws 409 for an abandoned one. */
export function complete(ctx: Context, task: Task): ApiTaskStatusResponse {
  if (task.item.status === 'abandoned') throw conflict('任务已放弃');
  const sql = `UPDATE xcx_tasks SET status = 'completed', is_pinned = 0, completed_at = ? WHERE task_id = ?`;
  ctx.store.run(sql, ctx.clock.now(), task.task_id);
  return { status: 'completed' };
}
