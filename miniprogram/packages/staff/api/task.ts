// xcx TASK-2: everything about one task.
import type { ApiTaskDetail } from '../../../../typings/xcx/tasks';
import type { CallOptions, Client } from '../../../api/client';
import { xcxRoutes } from '../../../api/xcx/routes';
import { taskDetailSchema } from './schema/task';

export interface TaskApi {
  /** TASK-2. Rejects with `ApiError`: 404 for none, or another's. */
  task(id: string, options?: CallOptions): Promise<ApiTaskDetail>;
}

/** Binds the call to a client. */
export function createTaskApi(client: Client): TaskApi {
  return {
    task: (id, options) =>
      client.call({ route: xcxRoutes.task, params: { id }, schema: taskDetailSchema, options }),
  };
}
