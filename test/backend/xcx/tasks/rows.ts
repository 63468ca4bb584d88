// Task rows: reading one, and whose it is.
import type { ApiTaskItem } from '../../../../typings/xcx/tasks';
import type { Context } from '../../context';
import { int, maybeText, text } from '../../db/store';
import type { Row } from '../../db/store';
import type { Worker } from '../auth/gate';
import { RELATION } from '../customers/relation';
import { real, texts } from '../data/rows';
import { forbidden, notFound } from '../errors';
import { idIn } from '../input';
import { booksNow } from '../now';

export type TaskStatus = 'pending' | 'completed' | 'abandoned';
export type TaskType =
  | 'high_priority_recall'
  | 'priority_recall'
  | 'follow_up_visit'
  | 'relationship_building';

export const TASK_STATUSES: readonly TaskStatus[] = ['pending', 'completed', 'abandoned'];

const LABELS: Readonly<Record<TaskType, string>> = {
  high_priority_recall: '高优先召回',
  priority_recall: '优先召回',
  follow_up_visit: '客户回访',
  relationship_building: '关系构建',
};
const TYPES: readonly TaskType[] = [
  ...(['high_priority_recall', 'priority_recall'] as const),
  ...(['follow_up_visit', 'relationship_building'] as const),
];

export interface Task {
  item: Omit<ApiTaskItem, 'deadline' | 'status' | 'task_type'> & {
    deadline: string | null;
    status: TaskStatus;
    task_type: TaskType;
  };
  task_id: number;
  coach_id: number;
  customer_id: number;
  abandon_reason: string | null;
}

/** All tasks as rows that `readTask` reads; `?1` is the present in ms. */
export const TASKS = `
  SELECT t.*, c.name, c.hobbies, COALESCE(r.score, 0) AS heart_score, EXISTS (
    SELECT 1 FROM xcx_notes n WHERE (n.target_type = 'task' AND n.target_id = t.task_id)
      OR (n.target_type = 'customer' AND n.target_id = t.customer_id)) AS has_note
  FROM xcx_tasks t JOIN xcx_customers c USING (customer_id)
  LEFT JOIN ${RELATION} r ON r.coach_id = t.coach_id AND r.customer_id = t.customer_id`;

export function readTask(row: Row): Task {
  const [type, status] = [text(row, 'task_type'), text(row, 'status')];
  const task_type = TYPES.find((known) => known === type);
  const known = TASK_STATUSES.find((one) => one === status);
  if (task_type === undefined || known === undefined) throw new Error(`unknown task ${type} ${status}`);
  return {
    task_id: int(row, 'task_id'),
    coach_id: int(row, 'coach_id'),
    customer_id: int(row, 'customer_id'),
    abandon_reason: maybeText(row, 'abandon_reason'),
    item: {
      id: String(int(row, 'task_id')),
      customer_name: text(row, 'name'),
      customer_avatar: '',
      task_type,
      task_type_label: LABELS[task_type],
      deadline: maybeText(row, 'deadline'),
      heart_score: real(row, 'heart_score'),
      hobbies: texts(row, 'hobbies'),
      is_pinned: int(row, 'is_pinned') === 1,
      has_note: int(row, 'has_note') === 1,
      status: known,
    },
  };
}

/** Throws 404. */
export function taskById(ctx: Context, id: number | undefined): Task {
  const row = id && ctx.store.first(`${TASKS} WHERE t.task_id = ?2`, booksNow(ctx), id);
  if (!row) throw notFound('任务不存在');
  return readTask(row);
}

/** The task of `:id`, when it is the caller's to see. Throws 404, or 403 for another coach's. */
export function requireTask(ctx: Context, worker: Worker, params: unknown): Task {
  const task = taskById(ctx, idIn(params, 'id'));
  if (worker.coach_id !== null && worker.coach_id !== task.coach_id) throw forbidden('无权限查看该任务');
  return task;
}
