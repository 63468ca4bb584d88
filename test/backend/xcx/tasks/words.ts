// The deployed system's words for a task's kind and state.
import { DAY_MS } from '../time';
import type { Context } from '../../context';
import { booksNow } from '../now';
import { wordIn } from '../input';
import { field } from '../../http/input';
import type { Task, TaskStatus, TaskType } from './rows';

/** A task stays open for so long after the day of its deadline. */
const GRACE_MS = 3 * DAY_MS;

const MARCH_TYPES: Readonly<Record<TaskType, string>> = {
  high_priority_recall: 'high_priority',
  priority_recall: 'priority_recall',
  follow_up_visit: 'callback',
  relationship_building: 'relationship',
};

/** The same kinds in the words of the coach's page. */
export const SHORT_LABELS: Readonly<Record<TaskType, string>> = {
  high_priority_recall: '紧急召回',
  priority_recall: '优先召回',
  follow_up_visit: '回访',
  relationship_building: '关系构建',
};

export type DeployedStatus = 'active' | 'inactive' | 'completed' | 'abandoned';
const STATUSES = ['pending', 'active', 'inactive', 'completed', 'abandoned'] as const;

export const typeWord = (ctx: Context, type: TaskType): string =>
  ctx.xcx.isMarch ? MARCH_TYPES[type] : type;

/** The last ms of a deadline's day, with the grace after it. */
const endOf = (deadline: string): number => Date.parse(`${deadline}T00:00:00+08:00`) + DAY_MS + GRACE_MS;

/** An open task whose grace is over is `inactive`: the system withdraws such tasks every hour. */
export function statusWord(ctx: Context, { status, deadline }: Task['item']): DeployedStatus {
  if (status !== 'pending') return status;
  return deadline !== null && endOf(deadline) <= booksNow(ctx) ? 'inactive' : 'active';
}

export interface Wanted {
  status: TaskStatus | null;
  /** Which of the open ones, where they are told apart. */
  word: DeployedStatus | null;
}

/** What `?status=` asks for. Throws 422. */
export function statusIn(query: unknown): Wanted {
  if (field(query, 'status') === undefined) return { status: null, word: null };
  const asked = wordIn(query, 'status', STATUSES);
  const isOpen = asked === 'active' || asked === 'inactive';
  return { status: isOpen ? 'pending' : asked, word: isOpen ? asked : null };
}
