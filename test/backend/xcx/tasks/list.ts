// TASK-1: a page of the caller's tasks with the month's banner. Pinned first, then by deadline; finished ones last.
import type { Context } from '../../context';
import { int } from '../../db/store';
import type { Worker } from '../auth/gate';
import type { Paging } from '../input';
import { monthBanner } from '../performance/totals';
import { readTask, TASKS } from './rows';
import type { Task, TaskStatus } from './rows';
import { booksNow } from '../now';

const MINE = `WHERE (?2 IS NULL OR t.coach_id = ?2) AND (?3 IS NULL OR t.status = ?3)`;
const ORDER = `ORDER BY t.is_pinned DESC, CASE t.status WHEN 'pending' THEN 0 WHEN 'abandoned' THEN 1 ELSE 2 END,
  CASE t.status WHEN 'completed' THEN -t.completed_at END, t.deadline IS NULL, t.deadline, t.task_id`;

/** All tasks that the caller sees, in their order. @param status of the tasks wanted, or null for all */
export function taskRows(ctx: Context, worker: Worker, status: TaskStatus | null): Task[] {
  return ctx.store.all(`${TASKS} ${MINE} ${ORDER}`, booksNow(ctx), worker.coach_id, status).map(readTask);
}

/** @param status of the tasks wanted, or null for all */
export function listTasks(ctx: Context, worker: Worker, status: TaskStatus | null, paging: Paging) {
  const { page, pageSize } = paging;
  const now = booksNow(ctx);
  const rows = ctx.store.all(
    `${TASKS} ${MINE} ${ORDER} LIMIT ?4 OFFSET ?5`,
    now,
    worker.coach_id,
    status,
    pageSize,
    (page - 1) * pageSize,
  );
  const total = ctx.store.one(
    'SELECT COUNT(*) AS total FROM xcx_tasks WHERE (?1 IS NULL OR coach_id = ?1) AND (?2 IS NULL OR status = ?2)',
    worker.coach_id,
    status,
  );
  return {
    items: rows.map((row) => readTask(row).item),
    total: int(total, 'total'),
    page,
    pageSize,
    performance: monthBanner(ctx, worker.coach_id),
  };
}
