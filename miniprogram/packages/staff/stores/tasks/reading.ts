// Asking for pages of the task list.
import type { ApiTaskListResponse } from '../../../../../typings/xcx/tasks';
import type { TasksApi } from '../../api/tasks';
import { PAGE_SIZE, pageAfter } from './loaded';
import type { TasksReading } from './loaded';

/**
 * One page; page 1 with all that were read before, so that a list read anew is as long.
 * @param before how many pages that is
 * @throws ApiError of the first page that fails
 */
export async function readPages(
  api: Pick<TasksApi, 'tasks'>,
  page: number,
  before: number,
): Promise<TasksReading['pages']> {
  const ask = (at: number): Promise<ApiTaskListResponse> => api.tasks({ page: at, pageSize: PAGE_SIZE });
  const first = await ask(page);
  const others: ApiTaskListResponse[] = [];
  const last = page === 1 ? before : page;
  let next = page < last ? pageAfter([], first, page) : null;
  while (next !== null && next <= last) {
    const reply = await ask(next);
    const known = [first, ...others].flatMap(({ items }) => items);
    next = pageAfter(known, reply, next);
    others.push(reply);
  }
  return [first, ...others];
}
