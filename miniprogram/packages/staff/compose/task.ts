// One task for its page, with its notes.
import { bindSmallList } from '../../../compose/bind/small-list';
import type { Bindable, FlatValue } from '../../../compose/bind/page';
import { useCore } from '../../../compose/bind/page';
import type { Failure } from '../../../api/errors';
import type { Off } from '../../../platform/ports';
import { eachField } from '../../../stores/fields';
import { perPerson } from '../../../stores/person/per-person';
import type { PerPerson } from '../../../stores/person/per-person';
import { createTaskApi } from '../api/task';
import { TaskStore } from '../stores/task/task';
import type { KnownTasks } from '../stores/task/task';
import { NO_ROWS, taskFields as fieldsOf, taskRows } from '../stores/task/task-view';
import type { ShownTask } from '../stores/task/task-view';
import { useNotes } from './notes';
import { useRecent } from './recent';
import { useTasks } from './tasks';

export { blankTaskView } from '../format/task-view';

/** The list of tasks, looked up at each use: another person has another list. */
const known: KnownTasks = {
  now(task) {
    const tasks = useTasks();
    return tasks === null ? task : tasks.now(task);
  },
  receive: (task) => useTasks()?.receive(task),
  setPinned: async (task, is_pinned) => (await useTasks()?.setPinned(task, is_pinned)) ?? '',
  abandon: async (task, reason) => (await useTasks()?.abandon(task, reason)) ?? '',
  restore: async (task) => (await useTasks()?.restore(task)) ?? '',
};

/** A task for the page that shows it; the page disposes it. It is read again whenever a note was written or deleted. */
export function showTask(id: string): PerPerson<TaskStore> {
  const { xcx, platform } = useCore();
  return perPerson(xcx, platform, ({ client, onLeave }) => {
    const store = new TaskStore(id, {
      api: createTaskApi(client),
      tasks: known,
      kept: useRecent()?.tasks,
      onForeign: (module) => wx.getRealtimeLogManager().warn('another contract', 'TASK-2', module),
    });
    const notes = useNotes();
    if (notes !== null) onLeave(notes.onChanged(() => void store.refresh()));
    onLeave(() => store.dispose());
    return store;
  });
}

const shownTask = (task: PerPerson<TaskStore>): ShownTask => ({
  store: () => task.current,
  notes: useNotes,
  now: () => useCore().xcx.clock.now(),
  levels: useCore().config.stored_value_levels,
});

/** What the page binds. */
export const taskFields = (task: PerPerson<TaskStore>): Record<string, () => FlatValue> =>
  fieldsOf(shownTask(task));

/** Binds each list of the page under its name. @returns call it in `detached` */
export function bindTaskRows(page: Bindable, task: PerPerson<TaskStore>): Off {
  const shown = shownTask(task);
  const lists: Record<string, () => readonly unknown[]> = eachField(NO_ROWS, () => taskRows(shown));
  const stops = Object.entries(lists).map(([name, read]) => bindSmallList(page, name, read));
  return () => stops.forEach((stop) => stop());
}

/** What stands in the page's way; null where nothing failed. */
export const taskPageFailure = (task: PerPerson<TaskStore>): Failure | null => task.current?.failure ?? null;
