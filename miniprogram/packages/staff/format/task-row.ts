// A task as a flat row for `setData`, and the heads of the groups between them.
import type { ApiTaskItem } from '../../../../typings/xcx/tasks';
import type { Row } from '../../../format/chunks';
import { avatarLetter } from '../../../format/person';
import { moneyText } from './figures';
import { heartText, taskDeadline, taskType } from './task-words';
import type { TaskDue, Tone } from './task-words';

export interface TaskRow extends Row {
  /** The head of a group, an open task, or one that was abandoned. */
  kind: 'head' | 'task' | 'gone';
  id: string;
  /** The customer's name, or the group's. */
  title: string;
  /** Of a head: how many tasks. */
  count: string;
  avatar_url: string;
  letter: string;
  heart: string;
  deadline: string;
  due: TaskDue;
  type: string;
  tone: Tone;
  hobby_1: string;
  hobby_2: string;
  hobby_3: string;
  /** What to say, or what is known of the customer. */
  say: string;
  has_note: boolean;
  is_pinned: boolean;
  /** What could not be done with it. */
  trouble: string;
  /** Where an abandoned one stands in its card; `first` for the first head too. */
  edge: '' | 'first' | 'last' | 'only';
}

/** For components before their row comes. */
export const blankTaskRow: TaskRow = {
  row_key: '',
  kind: 'task',
  id: '',
  title: '',
  count: '',
  avatar_url: '',
  letter: '',
  heart: '',
  deadline: '',
  due: 'none',
  type: '',
  tone: 'plain',
  ...{ hobby_1: '', hobby_2: '', hobby_3: '', say: '', trouble: '', edge: '' },
  has_note: false,
  is_pinned: false,
};

/** How a task's customer is called; a walk-in has no name. */
export function customerName({
  customer_name,
  is_scattered,
}: Pick<ApiTaskItem, 'customer_name' | 'is_scattered'>): string {
  const name = customer_name.trim();
  if (name !== '') return name;
  return is_scattered === true ? '散客' : '未知客户';
}

function knownOf({ balance, last_visit_days }: ApiTaskItem): string {
  const parts: string[] = [];
  if (balance !== undefined && balance > 0) parts.push(`储值还有 ${moneyText(balance)}`);
  if (last_visit_days === 0) parts.push('今天来过');
  else if (last_visit_days !== undefined && last_visit_days > 0) parts.push(`${last_visit_days} 天没来`);
  return parts.join('，');
}

/** @param now the server's, epoch ms */
export function taskRow(task: ApiTaskItem, now: number, more: Partial<TaskRow> = {}): TaskRow {
  const type = taskType(task.task_type, task.task_type_label);
  const deadline = taskDeadline(task.deadline, now);
  const [hobby_1 = '', hobby_2 = '', hobby_3 = ''] = task.hobbies;
  const name = customerName(task);
  return {
    ...blankTaskRow,
    row_key: task.id,
    kind: task.status === 'abandoned' ? 'gone' : 'task',
    id: task.id,
    title: name,
    avatar_url: task.customer_avatar,
    letter: avatarLetter(name),
    heart: heartText(task.heart_score),
    deadline: deadline.text === '--' ? '' : deadline.text,
    due: deadline.due,
    type: type.text,
    tone: type.tone,
    ...{ hobby_1, hobby_2, hobby_3 },
    say: (task.ai_suggestion ?? '').trim() || knownOf(task),
    has_note: task.has_note,
    is_pinned: task.is_pinned,
    ...more,
  };
}

/** The head of a group. @param is_first the one right below the filter */
export const headRow = (name: string, title: string, count: string, is_first: boolean): TaskRow => ({
  ...blankTaskRow,
  row_key: `head-${name}`,
  kind: 'head',
  ...{ title, count, edge: is_first ? 'first' : '' },
});
