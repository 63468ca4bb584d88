// Tasks as the backend hands them out: recalls for those who stay away, follow-ups after a visit, and the finished ones.
import type { Random } from '../../db/seed/prng';
import { int } from '../../db/store';
import type { Store } from '../../db/store';
import type { TaskType } from '../tasks/rows';
import { DAY_MS, dateText, daysBetween } from '../time';
import { insertAll } from './rows';

interface Regular {
  customer_id: number;
  coach_id: number;
  visits: number;
  absent: number;
}

interface Task {
  coach_id: number;
  customer_id: number;
  task_type: TaskType;
  deadline: string | null;
  is_pinned: number;
  status: 'pending' | 'completed' | 'abandoned';
  abandon_reason: string | null;
  created_at: number;
  completed_at: number | null;
}

const REASONS = [
  '客户已搬离本市',
  '多次联系未接听，暂缓跟进',
  '客户明确表示近期不方便',
  '与同事的任务重复',
] as const;
const TYPES = [
  'high_priority_recall',
  'priority_recall',
  'follow_up_visit',
  'relationship_building',
] as const;
const FINISHED_DAYS = 185;

function regulars(store: Store, now: number): Regular[] {
  const sql = `SELECT c.customer_id, c.coach_id, COUNT(*) AS visits, MAX(v.started_at) AS last_at
    FROM xcx_customers c JOIN xcx_visits v USING (customer_id) GROUP BY c.customer_id ORDER BY c.customer_id`;
  return store.all(sql).map((row) => ({
    customer_id: int(row, 'customer_id'),
    coach_id: int(row, 'coach_id'),
    visits: int(row, 'visits'),
    absent: daysBetween(int(row, 'last_at'), now),
  }));
}

/** The task that a customer's absence calls for, if any. */
function typeFor({ visits, absent }: Regular, random: Random): TaskType | undefined {
  if (absent >= 60 && visits >= 5) return 'high_priority_recall';
  if (absent >= 25 && visits >= 3) return 'priority_recall';
  if (absent <= 3) return 'follow_up_visit';
  return random.below(3) === 0 ? 'relationship_building' : undefined;
}

function open(random: Random, regular: Regular, task_type: TaskType, now: number): Task {
  const abandoned = random.below(7) === 0;
  const created_at = now - (1 + random.below(9)) * DAY_MS;
  const deadline = random.below(15) === 0 ? null : dateText(now + (random.below(18) - 4) * DAY_MS);
  const { coach_id, customer_id } = regular;
  return {
    ...{ coach_id, customer_id, task_type, deadline, created_at, completed_at: null },
    is_pinned: !abandoned && random.below(8) === 0 ? 1 : 0,
    status: abandoned ? 'abandoned' : 'pending',
    abandon_reason: abandoned ? random.pick(REASONS) : null,
  };
}

function finished(random: Random, { coach_id, customer_id }: Regular, now: number): Task {
  const completed_at = now - (1 + random.below(FINISHED_DAYS)) * DAY_MS;
  return {
    ...{ coach_id, customer_id, task_type: random.pick(TYPES), is_pinned: 0, status: 'completed' },
    ...{ abandon_reason: null, completed_at, created_at: completed_at - 5 * DAY_MS },
    deadline: dateText(completed_at + random.below(5) * DAY_MS),
  };
}

const COLUMNS = [
  ...(['task_id', 'coach_id', 'customer_id', 'task_type', 'deadline', 'is_pinned', 'status'] as const),
  ...(['abandon_reason', 'created_at', 'completed_at'] as const),
];

export function seedTasks(store: Store, random: Random, now: number): void {
  const tasks = regulars(store, now).flatMap((regular) => {
    const type = typeFor(regular, random);
    return [
      ...(type === undefined ? [] : [open(random, regular, type, now)]),
      ...(random.below(2) === 0 ? [finished(random, regular, now)] : []),
    ];
  });
  const rows = tasks.map((task, index) => ({ task_id: 1001 + index, ...task }));
  insertAll(store, 'xcx_tasks', COLUMNS, rows);
}
