// The task list in flat values and rows: what it says above, below and instead of the cards.
import type { ApiTaskItem } from '../../../../../typings/xcx/tasks';
import { formatClock, formatDate } from '../../../../format/time';
import { failureIn, IDLE } from '../../../../stores/list/progress';
import type { Failure } from '../../../../api/errors';
import { listFields } from '../../../../stores/list/words';
import type { LinkTrouble, Listing } from '../../../../stores/list/words';
import { headRow, taskRow } from '../../format/task-row';
import type { TaskRow } from '../../format/task-row';
import type { Tasks } from './tasks';

/** Null while nobody is signed in. */
type Present = () => Tasks | null;

const HEADS = { pinned: '置顶', open: '待办', gone: '已放弃' } as const;
const GROUPS = ['pinned', 'open', 'gone'] as const;

function edgeOf(at: number, count: number): TaskRow['edge'] {
  if (count === 1) return 'only';
  return at === 0 ? 'first' : at === count - 1 ? 'last' : '';
}

/** The row made for each task, reused while the task is the same object: the list then does not compare its fields. */
const made = new WeakMap<ApiTaskItem, { for: string; row: TaskRow }>();

/** @param now epoch ms; of it only the day is told */
function rowOf(task: ApiTaskItem, now: number, more: Pick<TaskRow, 'trouble' | 'edge'>): TaskRow {
  const for_now = `${formatDate(now)} ${more.edge} ${more.trouble}`;
  const before = made.get(task);
  if (before?.for === for_now) return before.row;
  const row = taskRow(task, now, more);
  made.set(task, { for: for_now, row });
  return row;
}

/** The rows of the page: heads of groups, and the cards of as many tasks as are to be shown. */
export function taskRowsOf(tasks: Tasks | null): TaskRow[] {
  if (tasks === null) return [];
  const { groups, has_more, now_ms, trouble } = tasks;
  let room = tasks.shown;
  let is_first = true;
  return GROUPS.flatMap((name) => {
    const all = groups[name];
    const some = all.slice(0, room);
    room -= some.length;
    if (some.length === 0) return [];
    const rows = some.map((task, at) =>
      rowOf(task, now_ms, {
        trouble: trouble?.id === task.id ? trouble.text : '',
        edge: name === 'gone' ? edgeOf(at, some.length) : '',
      }),
    );
    const head = headRow(name, HEADS[name], has_more ? '' : String(all.length), is_first);
    is_first = false;
    return [head, ...rows];
  });
}

function listing(tasks: Tasks | null): Listing | null {
  if (tasks === null) return null;
  const { pages, all, found, has_more, narrowed } = tasks;
  return {
    refreshing: pages.refreshing,
    adding: pages.adding,
    has_more,
    count: all.length,
    // Those below count as shown, because they follow as the page is scrolled.
    shown: found,
    searched: narrowed,
  };
}

/** Why the list could not be read; null where it could. */
export const taskFailureOf = (tasks: Tasks | null): Failure | null =>
  failureIn(tasks?.pages.refreshing ?? IDLE) ?? failureIn(tasks?.adding ?? IDLE);

/** The line below the cards: when the list was read, and, until the person has done it, that a card can be swiped. */
function footOf(tasks: Tasks | null): string {
  const loaded = tasks?.pages.loaded ?? null;
  if (tasks === null || loaded === null) return '';
  const time = `${formatClock(loaded.read_at)} 更新`;
  return tasks.swiped || tasks.found === 0 ? time : `${time} · 左滑备注或放弃，右滑置顶`;
}

/** The line above content that may be old, with its time. */
function noticeOf(tasks: Tasks | null, link: LinkTrouble): { text: string; action: string } {
  const loaded = tasks?.pages.loaded ?? null;
  if (tasks === null || loaded === null) return { text: '', action: '' };
  const time = formatClock(loaded.read_at);
  if (link === 'offline') return { text: `网络不可用，下面是 ${time} 的任务`, action: '' };
  if (failureIn(tasks.pages.refreshing) === null) return { text: '', action: '' };
  return { text: `没能刷新，下面是 ${time} 的任务`, action: '重试' };
}

/** What could not be done with a task that the page does not show (any more), so that it is said above the list. */
function lostTrouble(tasks: Tasks | null): string {
  const { trouble } = tasks ?? { trouble: null };
  if (tasks === null || trouble === null) return '';
  const { pinned, open, gone } = tasks.groups;
  const some = [...pinned, ...open, ...gone].slice(0, tasks.shown);
  return some.some(({ id }) => id === trouble.id) ? '' : trouble.text;
}

/** What the list binds. */
export function taskListFields(
  tasks: Present,
  link: () => LinkTrouble,
): Record<string, () => string | boolean> {
  return {
    ...listFields(() => listing(tasks()), '项任务', link),
    notice_text: () => noticeOf(tasks(), link()).text,
    notice_action: () => noticeOf(tasks(), link()).action,
    foot: () => footOf(tasks()),
    lost_trouble: () => lostTrouble(tasks()),
    kind: () => tasks()?.applied.kind ?? '',
    query: () => tasks()?.filter.query ?? '',
    no_match: () => {
      const now = tasks();
      return now !== null && now.state === 'ready' && now.found === 0;
    },
    state: () => tasks()?.state ?? 'signed_out',
  };
}
