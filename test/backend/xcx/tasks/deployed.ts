// TASK-1 and TASK-2 as the deployed system sends them: more of the month in the banner, more of the customer in a row, its
// own words for kinds and states.
import type { Context } from '../../context';
import type { Worker } from '../auth/gate';
import { factsOf } from '../customers/facts';
import { isWalkIn, phoneOf } from '../customers/known';
import { customerById } from '../customers/rows';
import { analysisOf } from '../customers/words';
import type { Paging } from '../input';
import { withFailures } from '../modules';
import { hasMore, pageView } from '../pages';
import { bannerOf } from '../performance/banner';
import { taskDetail } from './detail';
import { taskRows } from './list';
import type { Task } from './rows';
import { statusWord, typeWord } from './words';
import type { Wanted } from './words';

/** A row: what the document lists, and what helps to choose whom to call. */
function itemView(ctx: Context, task: Task): Record<string, unknown> {
  const { item, customer_id } = task;
  const customer = customerById(ctx, customer_id);
  const facts = factsOf(ctx, customer_id);
  const [suggestion = null] = analysisOf(customer, facts).suggestions;
  const walkIn = isWalkIn(ctx, customer_id);
  return withFailures(ctx, {
    ...item,
    customer_name: walkIn ? null : item.customer_name,
    is_scattered: walkIn,
    task_type: typeWord(ctx, item.task_type),
    status: statusWord(ctx, item),
    last_visit_days: facts.days_absent,
    balance: facts.balance,
    ai_suggestion: suggestion,
  });
}

/** TASK-1. In March its rows were `tasks`, with `hasMore` and without the page's number. */
export function deployedTasks(ctx: Context, worker: Worker, wanted: Wanted, paging: Paging): unknown {
  const { page, pageSize } = paging;
  const all = taskRows(ctx, worker, wanted.status).filter(
    ({ item }) => wanted.word === null || statusWord(ctx, item) === wanted.word,
  );
  const facts = { total: all.length, page, pageSize };
  const items = all.slice((page - 1) * pageSize, page * pageSize).map((task) => itemView(ctx, task));
  const performance = bannerOf(ctx, worker.coach_id);
  if (ctx.xcx.isMarch) return { tasks: items, performance, total: facts.total, has_more: hasMore(facts) };
  return { ...pageView(ctx, { items, ...facts }), performance };
}

/** TASK-2. Talking points came from a wrong place before May, and were empty. */
export function deployedTask(ctx: Context, task: Task): unknown {
  const { service_records, talking_points, notes, ...detail } = taskDetail(ctx, task);
  const records = Array.isArray(service_records) ? (service_records as Record<string, unknown>[]) : [];
  const walkIn = isWalkIn(ctx, task.customer_id);
  const full = 'balance' in detail && detail['balance'] !== null;
  return withFailures(ctx, {
    ...itemView(ctx, task),
    ...detail,
    customer_name: walkIn ? null : task.item.customer_name,
    task_type: typeWord(ctx, task.item.task_type),
    status: statusWord(ctx, task.item),
    customer_id: walkIn ? null : String(task.customer_id),
    customer_phone: full ? phoneOf(ctx, task.customer_id).phone_full : null,
    balance: full ? detail['balance'] : null,
    abandon_reason: task.abandon_reason,
    talking_points: ctx.xcx.isMarch ? [] : talking_points,
    service_records: records.map(({ type_class, ...record }) => ({
      ...record,
      course_type_class: type_class,
      is_estimate: false,
    })),
    notes,
  });
}
