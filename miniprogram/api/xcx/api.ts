// What the main package needs of the xcx backend, one object a domain; the rest is in the staff subpackage.
import type { Client } from '../client';
import { createStaffAuthApi } from './auth';
import type { StaffAuthApi } from './auth';
import { createBoardsApi } from './boards';
import type { BoardsApi } from './boards';
import { createConfigApi } from './config';
import type { ConfigApi } from './config';
import { createTasksApi } from './tasks';
import type { TasksApi } from './tasks';

export interface XcxApi {
  auth: StaffAuthApi;
  tasks: TasksApi;
  boards: BoardsApi;
  config: ConfigApi;
}

/** Binds the main package's wrappers to a client. */
export function createXcxApi(client: Client): XcxApi {
  return {
    auth: createStaffAuthApi(client),
    tasks: createTasksApi(client),
    boards: createBoardsApi(client),
    config: createConfigApi(client),
  };
}
