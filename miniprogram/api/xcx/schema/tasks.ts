// Decoders of the task list and of what is done to a task (TASK-1, pin, abandon, restore).
import type {
  ApiTaskItem,
  ApiTaskListResponse,
  ApiTaskPinResponse,
  ApiTaskStatusResponse,
} from '../../../../typings/xcx/tasks';
import { flag, id, list, missingAs, number, record, schemaFor, text } from '../../schema';
import type { Schema } from '../../schema';
import { figure, rows, words } from './common';

const task_type: Schema<ApiTaskItem['task_type']> = text;
const status: Schema<ApiTaskItem['status']> = text;

/** A row's fields; the detail has them too. */
export const taskFields = {
  id,
  customer_name: text,
  customer_avatar: words,
  task_type,
  task_type_label: words,
  deadline: words,
  heart_score: figure,
  hobbies: rows(text),
  is_pinned: flag,
  has_note: missingAs(flag, false),
  status,
};

const taskSchema = schemaFor<ApiTaskItem>()(record(taskFields, {}));

const performance = record(
  { total_hours: figure, total_income: figure, total_customers: figure, month_label: words },
  {},
);

export const tasksSchema = schemaFor<ApiTaskListResponse>()(
  record({ items: list(taskSchema), total: number, page: number, pageSize: number, performance }, {}),
);

export const taskPinSchema = schemaFor<ApiTaskPinResponse>()(record({ is_pinned: flag }, {}));

export const taskStatusSchema = schemaFor<ApiTaskStatusResponse>()(record({ status }, {}));
