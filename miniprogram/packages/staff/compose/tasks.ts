// The tasks of whoever is signed in as staff, for the list and for a task's own page.
import type { ApiTaskItem } from '../../../../typings/xcx/tasks';
import type { Failure } from '../../../api/errors';
import { networkTrouble } from '../../../compose/bind/network';
import type { FlatValue } from '../../../compose/bind/page';
import type { TasksFirst } from '../../../compose/late-view';
import { oncePerCore } from '../../../compose/once';
import { perPerson } from '../../../stores/person/per-person';
import { eachField } from '../../../stores/fields';
import { createConfigApi } from '../api/config';
import { createTaskApi } from '../api/task';
import { createTasksApi } from '../api/tasks';
import { monthBanner } from '../format/month-figures';
import type { MonthBanner } from '../format/month-figures';
import { customerName } from '../format/task-row';
import type { TaskRow } from '../format/task-row';
import { taskType } from '../format/task-words';
import { BusinessDay } from '../stores/business-day';
import type { TaskOption } from '../stores/tasks/filter';
import { Tasks } from '../stores/tasks/tasks';
import { taskFailureOf, taskListFields as fieldsOf, taskRowsOf } from '../stores/tasks/tasks-view';

const tasks = oncePerCore(({ xcx, platform }) =>
  perPerson(xcx, platform, ({ client, area, clock }) => {
    const day = new BusinessDay({ clock, api: createConfigApi(client) });
    const api = { ...createTasksApi(client), ...createTaskApi(client) };
    return new Tasks({ api, area, clock, day });
  }),
);

/** Null while nobody is signed in. Its first use reads the list. */
export const useTasks = (): Tasks | null => tasks().current;

export const taskFailure = (): Failure | null => taskFailureOf(useTasks());

export const taskRows = (): TaskRow[] => taskRowsOf(useTasks());

/** 全部, what is due, and the types that occur. */
export const taskChoices = (): TaskOption[] => useTasks()?.options ?? [];

export const taskListFields = (): Record<string, () => FlatValue> => fieldsOf(useTasks, networkTrouble);

const banner = (): ReturnType<typeof monthBanner> | null => {
  const month = useTasks()?.pages.loaded?.month;
  return month === undefined ? null : monthBanner(month);
};

/** What the banner binds before there is a month. */
export const NO_BANNER: MonthBanner & { has_month: boolean } = {
  has_month: false,
  ...{ month_label: '', hours: '--', income: '--', customers: '--', is_long: false },
  ...{ has_scale: false, fill: 0, scale_text: '', gap: '', next: '', prize: '', top: '' },
  ...{ trend: '', trend_text: '', trend_aria: '' },
};

/** The month above the list. */
export const bannerFields = (): Record<string, () => FlatValue> => {
  const { has_month: _, ...blank } = NO_BANNER;
  return {
    ...eachField<Omit<MonthBanner, 'cuts'>>(blank, () => banner() ?? blank),
    has_month: () => banner() !== null,
  };
};

/** Where the steps of the pay scale cut the bar, percent of it. */
export const bannerCuts = (): readonly number[] => banner()?.cuts ?? [];

/** As many cards as a long phone shows. */
const FIRST_ROWS = 9;

/** What the tab begins with; nothing while it shows something else. */
export function firstTasks(): TasksFirst | undefined {
  const tasks = useTasks();
  if (tasks === null || tasks.pages.loaded === null || tasks.narrowed) return undefined;
  const month = banner();
  const rows = taskRows().filter(({ kind }) => kind !== 'gone');
  return {
    month: month && {
      ...pick(month, ['month_label', 'hours', 'income', 'customers', 'is_long', 'has_scale']),
      has_line: month.gap !== '' || month.top !== '' || month.trend !== '',
    },
    options: taskChoices().map(({ value, text, count = '' }) => ({ value, text, count })),
    rows: rows.slice(0, FIRST_ROWS).map((row) => ({
      ...pick(row, [
        'row_key',
        'title',
        'count',
        'letter',
        'heart',
        'deadline',
        'due',
        'type',
        'tone',
        'say',
        'has_note',
      ]),
      kind: row.kind === 'head' ? 'head' : 'task',
      is_first: row.edge === 'first',
      likings: [row.hobby_1, row.hobby_2, row.hobby_3].filter(Boolean),
    })),
  };
}

const pick = <T, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;

/** A task in a line, for the head of a sheet: `林小满 · 高优先召回`. */
export const aboutTask = (task: ApiTaskItem): string =>
  `${customerName(task)} · ${taskType(task.task_type, task.task_type_label).text}`;
