// How pages of TASK-1 become one list, in the server's order; no task twice.
import type { ApiMonthBanner, ApiTaskItem, ApiTaskListResponse } from '../../../../../typings/xcx/tasks';
import { nextOfPage } from '../../../../api/paging';
import type { Pages } from '../../../../stores/list/paged-list';

/** Rows asked for at a time, as many as there may be: a coach's open tasks fit in, so that their counts are known. */
export const PAGE_SIZE = 100;

/** What was read so far; `total` is null where the backend does not say. */
export interface LoadedTasks extends Pages {
  tasks: readonly ApiTaskItem[];
  month: ApiMonthBanner;
  total: number | null;
  /** How many pages that is. */
  read: number;
  /** When page 1 was read, epoch ms by the server's clock. */
  read_at: number;
}

/** One reading: a page, or all those from the first on that were there before. `mark` is that of `Changes`. */
export interface TasksReading {
  pages: readonly [ApiTaskListResponse, ...ApiTaskListResponse[]];
  mark: number;
  read_at: number;
}

/** Whether the list shows the task: finished ones, and those that the system withdrew, are not shown. */
export const isListed = ({ status }: Pick<ApiTaskItem, 'status'>): boolean =>
  status !== 'completed' && status !== 'inactive';

/** The first task of each id, in order. */
function once(tasks: readonly ApiTaskItem[]): ApiTaskItem[] {
  const ids = new Set<string>();
  return tasks.filter(({ id }) => !ids.has(id) && ids.add(id));
}

/**
 * The page after `reply`. Finished tasks come last and are not shown, so a page that holds only these is the last one
 * to read; otherwise a coach's years of finished work would be read for nothing.
 */
export function pageAfter(
  before: readonly ApiTaskItem[],
  reply: ApiTaskListResponse,
  page: number,
): number | null {
  const is_over = before.some(isListed) && !reply.items.some(isListed);
  return is_over ? null : nextOfPage(reply, page, PAGE_SIZE);
}

type Kept = (tasks: readonly ApiTaskItem[]) => readonly ApiTaskItem[];

/** The list after a reading that began with page 1. */
export function fromFirst({ pages, read_at }: TasksReading, kept: Kept): LoadedTasks {
  const [first] = pages;
  const last = pages[pages.length - 1] ?? first;
  const all = pages.flatMap(({ items }) => items);
  return {
    tasks: once(kept(all)),
    month: first.performance,
    total: last.total,
    read: pages.length,
    next_page: pageAfter(all, last, pages.length),
    read_at,
  };
}

/**
 * The list with a further `page` added. If the total has shrunk since the page before, tasks have moved up into that
 * page: it is read once more before the next.
 */
export function appended(
  old: LoadedTasks,
  reply: ApiTaskListResponse,
  page: number,
  kept: Kept,
): LoadedTasks {
  const shrank = reply.total !== null && old.total !== null && reply.total < old.total;
  const next_page = shrank ? page - 1 : pageAfter(old.tasks, reply, page);
  const tasks = once([...old.tasks, ...kept(reply.items)]);
  return { ...old, tasks, total: reply.total, read: Math.max(old.read, page), next_page };
}

/** The list with one task as it is now known; null takes it out. */
export function withTask(old: LoadedTasks, id: string, task: ApiTaskItem | null): LoadedTasks {
  const tasks = old.tasks.flatMap((one) => (one.id !== id ? [one] : task === null ? [] : [task]));
  return { ...old, tasks };
}

/** The fields of a task's detail that a row of the list has; a field that is absent there is absent here. */
export function lineOf(task: ApiTaskItem): ApiTaskItem {
  const { id, customer_name, customer_avatar, task_type, task_type_label, deadline, heart_score } = task;
  const { hobbies, is_pinned, has_note, status } = task;
  const { is_scattered, last_visit_days, balance, ai_suggestion } = task;
  return {
    ...{ id, customer_name, customer_avatar, task_type, task_type_label, deadline, heart_score },
    ...{ hobbies, is_pinned, has_note, status },
    ...(is_scattered === undefined ? {} : { is_scattered }),
    ...(last_visit_days === undefined ? {} : { last_visit_days }),
    ...(balance === undefined ? {} : { balance }),
    ...(ai_suggestion === undefined ? {} : { ai_suggestion }),
  };
}
