// What is done to a task, as optimistic changes, and the sentence for one that did not hold.
import type { ApiTaskItem } from '../../../../../typings/xcx/tasks';
import { explainInLine } from '../../../../api/explain';
import type { Change, ChangeOutcome } from '../../../../stores/list/change';
import type { TasksApi } from '../../api/tasks';
import { customerName } from '../../format/task-row';

export type TaskAction =
  | { kind: 'pin'; is_pinned: boolean }
  | { kind: 'abandon'; reason: string }
  | { kind: 'restore' };

/** The task that it is done to, and how its customer is called. */
export type TaskNamed = Pick<ApiTaskItem, 'id' | 'customer_name' | 'is_scattered'>;

type Actions = Pick<TasksApi, 'setPinned' | 'abandon' | 'restore'>;

/** The change for `Changes.run`. */
export function changeFor(api: Actions, id: string, action: TaskAction): Change<ApiTaskItem> {
  switch (action.kind) {
    case 'pin':
      return {
        show: (task) => ({ ...task, is_pinned: action.is_pinned }),
        holds: (task) => task?.is_pinned === action.is_pinned,
        ask: async () => {
          const { is_pinned } = await api.setPinned(id, action.is_pinned);
          return (task) => ({ ...task, is_pinned });
        },
      };
    case 'abandon':
      return {
        show: (task) => ({ ...task, status: 'abandoned', is_pinned: false }),
        holds: (task) => task?.status === 'abandoned',
        ask: async () => {
          const { status } = await api.abandon(id, action.reason);
          return (task) => ({ ...task, status, is_pinned: false });
        },
      };
    case 'restore':
      return {
        show: (task) => ({ ...task, status: 'pending', is_pinned: false }),
        holds: (task) => task !== null && task.status !== 'abandoned',
        ask: async () => {
          const { status } = await api.restore(id);
          return (task) => ({ ...task, status, is_pinned: false });
        },
      };
  }
}

function verbOf(action: TaskAction): string {
  switch (action.kind) {
    case 'pin':
      return action.is_pinned ? '置顶' : '取消置顶';
    case 'abandon':
      return '放弃';
    case 'restore':
      return '取消放弃';
  }
}

const sentence = (text: string): string => (/[。！？…]$/.test(text) ? text : `${text}。`);

/** What to say of an outcome, once; empty where all is as it was wanted. It names what was undone. */
export function said(outcome: ChangeOutcome, task: TaskNamed, action: TaskAction): string {
  const what = `${verbOf(action)}“${customerName(task)}”的任务`;
  switch (outcome.state) {
    case 'done':
      return '';
    case 'refused':
      return `没能${what}，已恢复原样。${sentence(explainInLine(outcome.failure))}`;
    case 'unknown':
      return `还不确定是否已${what}，列表会重新读取。${sentence(explainInLine(outcome.failure))}`;
  }
}
