// xcx TASK-1 and what is done to a task: pin, unpin, abandon, restore. There is no call to complete one.
import type {
  ApiTaskListResponse,
  ApiTaskPinResponse,
  ApiTaskStatus,
  ApiTaskStatusResponse,
} from '../../../../typings/xcx/tasks';
import type { CallOptions, Client } from '../../../api/client';
import { pageQuery } from '../../../api/xcx/page-query';
import { xcxRoutes } from '../../../api/xcx/routes';
import { taskPinSchema, tasksSchema, taskStatusSchema } from './schema/tasks';

/** `page` counts from 1, `pageSize` ≤ 100. Without `status` tasks of every status come. */
export interface TasksQuery {
  status?: ApiTaskStatus;
  page: number;
  pageSize: number;
}

/** Every method rejects with `ApiError`: 403 when not approved, 404 for another's task. After a failed write re-read. */
export interface TasksApi {
  /** TASK-1: the list, with the month's performance. */
  tasks(query: TasksQuery, options?: CallOptions): Promise<ApiTaskListResponse>;
  /** Puts a task on top, or back. */
  setPinned(id: string, is_pinned: boolean, options?: CallOptions): Promise<ApiTaskPinResponse>;
  /** `reason` is required: 422 without. */
  abandon(id: string, reason: string, options?: CallOptions): Promise<ApiTaskStatusResponse>;
  /** Takes the abandoning back: pending again, unpinned, the reason forgotten. */
  restore(id: string, options?: CallOptions): Promise<ApiTaskStatusResponse>;
}

/** Binds the task calls to a client. */
export function createTasksApi(client: Client): TasksApi {
  return {
    tasks: ({ status, page, pageSize }, options) =>
      client.call({
        route: xcxRoutes.tasks,
        query: { status, ...pageQuery(page, pageSize) },
        schema: tasksSchema,
        options,
      }),
    setPinned: (id, is_pinned, options) =>
      client.call({
        route: is_pinned ? xcxRoutes.pin : xcxRoutes.unpin,
        params: { id },
        body: {},
        schema: taskPinSchema,
        options,
      }),
    abandon: (id, reason, options) =>
      client.call({
        route: xcxRoutes.abandon,
        params: { id },
        body: { reason },
        schema: taskStatusSchema,
        options,
      }),
    restore: (id, options) =>
      client.call({
        route: xcxRoutes.restore,
        params: { id },
        body: {},
        schema: taskStatusSchema,
        options,
      }),
  };
}
