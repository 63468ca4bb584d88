// Which of the loaded tasks a coach wants to see, and which choices are worth offering. Pure.
import type { ApiTaskItem } from '../../../../../typings/xcx/tasks';
import { customerName } from '../../format/task-row';
import { TASK_TYPES, taskDeadline } from '../../format/task-words';
import type { TaskDue } from '../../format/task-words';

/** `kind` is `today`, `over` or a task's type; empty means all. */
export interface TaskFilter {
  kind: string;
  query: string;
}

export const noFilter: TaskFilter = { kind: '', query: '' };

export interface TaskOption {
  value: string;
  text: string;
  /** Of loaded tasks; empty where there are more than those. */
  count: string;
}

const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;

/** What each deadline means today, kept because computing it is slow and a thousand tasks share a few deadlines. */
const dues = { day: NaN, known: new Map<string, TaskDue>() };

function dueAt(deadline: string, now: number): TaskDue {
  const day = Math.floor((now + BEIJING_MS) / DAY_MS);
  if (day !== dues.day) {
    dues.day = day;
    dues.known.clear();
  }
  const due = dues.known.get(deadline) ?? taskDeadline(deadline, now).due;
  dues.known.set(deadline, due);
  return due;
}

/** An open task's deadline; an abandoned one is due no more. */
const dueOf = ({ status, deadline }: ApiTaskItem, now: number): TaskDue =>
  status === 'abandoned' ? 'none' : dueAt(deadline, now);

/** To be done today at the latest. */
export const isDue = (task: ApiTaskItem, now: number): boolean =>
  ['over', 'today'].includes(dueOf(task, now));

const fits = (task: ApiTaskItem, kind: string, now: number): boolean =>
  kind === '' || task.task_type === kind || dueOf(task, now) === kind;

const CHOICES: readonly { value: string; text: string }[] = [
  { value: 'today', text: '今天到期' },
  { value: 'over', text: '逾期' },
  ...TASK_TYPES,
];

/** 全部 and each choice that occurs, with counts where all tasks are loaded. Nothing where there is no task. */
export function taskOptions(tasks: readonly ApiTaskItem[], now: number, has_more: boolean): TaskOption[] {
  if (tasks.length === 0) return [];
  const told = (count: number): string => (has_more ? '' : String(count));
  const found = CHOICES.flatMap((choice) => {
    const count = tasks.filter((task) => fits(task, choice.value, now)).length;
    return count === 0 ? [] : [{ ...choice, count: told(count) }];
  });
  return [{ value: '', text: '全部', count: told(tasks.length) }, ...found];
}

/** A choice that no task has any more is none. */
export const chosen = (kind: string, options: readonly TaskOption[]): string =>
  options.some(({ value }) => value === kind) ? kind : '';

/** Tasks that fit, in their order. The query is looked for in the name and the hobbies, in any case of letters. */
export function filtered(
  tasks: readonly ApiTaskItem[],
  { kind, query }: TaskFilter,
  now: number,
): readonly ApiTaskItem[] {
  const wanted = query.trim().toLowerCase();
  return tasks.filter(
    (task) =>
      fits(task, kind, now) &&
      (wanted === '' ||
        [customerName(task), ...task.hobbies].some((text) => text.toLowerCase().includes(wanted))),
  );
}
