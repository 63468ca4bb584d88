// The tasks of whoever is signed in as staff, for the list and for a task's own page.
import type { Failure } from '../../../api/errors';
import { useCore } from '../../../compose/bind/page';
import type { FlatValue } from '../../../compose/bind/page';
import { oncePerCore } from '../../../compose/once';
import type { LinkTrouble } from '../../../stores/list/words';
import { perPerson } from '../../../stores/person/per-person';
import { createTaskApi } from '../api/task';
import { createTasksApi } from '../api/tasks';
import type { TaskRow } from '../format/task-row';
import type { TaskOption } from '../stores/tasks/filter';
import { Tasks } from '../stores/tasks/tasks';
import { taskFailureOf, taskListFields as fieldsOf, taskRowsOf } from '../stores/tasks/tasks-view';

const tasks = oncePerCore(({ xcx, platform }) =>
  perPerson(xcx, platform, ({ client, area, clock }) => {
    const api = { ...createTasksApi(client), ...createTaskApi(client) };
    return new Tasks({ api, area, clock });
  }),
);

/** Null while nobody is signed in. Its first use reads the list. */
export const useTasks = (): Tasks | null => tasks().current;

export const taskFailure = (): Failure | null => taskFailureOf(useTasks());

export const taskRows = (): TaskRow[] => taskRowsOf(useTasks());

/** 全部, what is due, and the types that occur. */
export const taskChoices = (): TaskOption[] => useTasks()?.options ?? [];

/** What is wrong with the network. */
const networkTrouble = (): LinkTrouble => (useCore().network.connected ? '' : 'offline');

export const taskListFields = (): Record<string, () => FlatValue> => fieldsOf(useTasks, networkTrouble);
