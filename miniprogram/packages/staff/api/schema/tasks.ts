// Decoders of the task list and of what is done to a task (TASK-1, pin, abandon, restore).
import type {
  ApiMonthBanner,
  ApiTaskItem,
  ApiTaskListResponse,
  ApiTaskPinResponse,
  ApiTaskStatusResponse,
} from '../../../../../typings/xcx/tasks';
import { goodRows } from '../../../../api/rows';
import { filled, flag, id, list, missingAs, record, schemaFor, text } from '../../../../api/schema';
import type { Schema } from '../../../../api/schema';
import {
  figure,
  pageFacts,
  pageNames,
  quantity,
  rows,
  translated,
  words,
} from '../../../../api/xcx/schema/common';

/** The kinds' names until April 2026. */
const task_type: Schema<ApiTaskItem['task_type']> = translated(
  new Map<string, ApiTaskItem['task_type']>([
    ['high_priority', 'high_priority_recall'],
    ['callback', 'follow_up_visit'],
    ['relationship', 'relationship_building'],
  ]),
);
/** The running system calls an open task by what it stores. */
const status: Schema<ApiTaskItem['status']> = translated(
  new Map<string, ApiTaskItem['status']>([['active', 'pending']]),
);

/** A row's fields; the detail has them too. */
export const taskFields = {
  id,
  customer_name: words,
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
export const taskExtras = {
  is_scattered: flag,
  last_visit_days: quantity,
  balance: quantity,
  ai_suggestion: text,
};

const taskSchema = schemaFor<ApiTaskItem>()(record(taskFields, taskExtras));

const trend_dir: Schema<NonNullable<ApiMonthBanner['income_trend_dir']>> = text;

const performance = schemaFor<ApiMonthBanner>()(
  record(
    { total_hours: figure, total_income: figure, total_customers: figure, month_label: words },
    {
      tier_nodes: list(quantity),
      basic_hours: quantity,
      bonus_hours: quantity,
      current_tier: quantity,
      current_tier_label: text,
      next_tier_hours: quantity,
      tier_completed: flag,
      bonus_money: quantity,
      income_trend: quantity,
      income_trend_dir: trend_dir,
      prev_month: text,
    },
  ),
);

export const tasksSchema = schemaFor<ApiTaskListResponse>()(
  filled(
    record({ items: goodRows(taskSchema), ...pageFacts.required, performance }, pageFacts.optional),
    pageNames,
  ),
);

export const taskPinSchema = schemaFor<ApiTaskPinResponse>()(record({ is_pinned: flag }, {}));

export const taskStatusSchema = schemaFor<ApiTaskStatusResponse>()(record({ status }, {}));
