// CUST-1 and CUST-2 as the deployed system sends them: a banner of three figures, an insight, the tasks of all coaches, the
// favourite ones; figures of the whole month above its records.
import type { ApiCustomerRecordsResponse } from '../../../../typings/xcx/customers';
import { beijingIso } from '../../clock';
import type { Context } from '../../context';
import { int, text } from '../../db/store';
import type { Worker } from '../auth/gate';
import { levelColor } from '../coaches/levels';
import { real } from '../data/rows';
import { notFound } from '../errors';
import { withFailures } from '../modules';
import { notesOn } from '../notes/store';
import { booked, booksNow } from '../now';
import { statusWord, typeWord } from '../tasks/words';
import { readTask, TASKS } from '../tasks/rows';
import { DAY_MS, dateText } from '../time';
import type { Span } from '../time';
import { consumption } from './consumption';
import { customerDetail } from './detail';
import { factsOf } from './facts';
import { isWalkIn, phoneOf } from './known';
import { RELATION } from './relation';
import type { Customer } from './rows';
import { analysisOf } from './words';

const TASK_DAYS = 60;
const COLORS = ['#FF6B6B', '#FFA726', '#42A5F5'] as const;

/** What any coach was to do about the customer lately. */
function coachTasks(ctx: Context, customerId: number): unknown[] {
  const now = booksNow(ctx);
  const sql = `${TASKS} WHERE t.customer_id = ?2 AND t.created_at > ?3 ORDER BY t.created_at DESC, t.task_id DESC`;
  return ctx.store.all(sql, now, customerId, now - TASK_DAYS * DAY_MS).map((row) => {
    const { item, coach_id } = readTask(row);
    const coach = ctx.store.one('SELECT * FROM xcx_coaches WHERE coach_id = ?', coach_id);
    return {
      id: item.id,
      coach_name: text(coach, 'name'),
      level: text(coach, 'level'),
      level_color: levelColor(text(coach, 'level_class')),
      task_type: typeWord(ctx, item.task_type),
      task_type_label: item.task_type_label,
      status: statusWord(ctx, item),
      created_at: dateText(int(row, 'created_at')),
    };
  });
}

/** The closest first. */
function favouriteCoaches(ctx: Context, customerId: number): unknown[] {
  const rows = ctx.store.all(
    `SELECT c.coach_id, c.name, c.level, c.level_class, r.score, (SELECT COUNT(*) FROM xcx_earnings e
       WHERE e.coach_id = c.coach_id AND e.customer_id = ?2 AND e.course_class IN ('basic', 'vip')) AS services
     FROM ${RELATION} r JOIN xcx_coaches c USING (coach_id)
     WHERE r.customer_id = ?2 ORDER BY r.score DESC, c.coach_id`,
    booksNow(ctx),
    customerId,
  );
  return rows.map((row) => ({
    id: String(int(row, 'coach_id')),
    name: text(row, 'name'),
    level: text(row, 'level'),
    level_color: levelColor(text(row, 'level_class')),
    relation_index: real(row, 'score').toFixed(1),
    service_count: int(row, 'services'),
  }));
}

/** CUST-1. Throws 404 for a walk-in: there is no file of them. */
export function deployedCustomer(ctx: Context, worker: Worker, customer: Customer): unknown {
  const { customer_id } = customer;
  if (isWalkIn(ctx, customer_id)) throw notFound('散客没有客户档案');
  const facts = factsOf(ctx, customer_id);
  const { summary, suggestions } = analysisOf(customer, facts);
  const notes = notesOn(ctx, { target_type: 'customer', target_id: customer_id });
  const shown = customerDetail(ctx, worker, customer);
  return withFailures(ctx, {
    ...shown,
    ...phoneOf(ctx, customer_id),
    is_scattered: false,
    balance: facts.balance,
    consumption_60d: facts.spend_60,
    days_since_visit: facts.days_absent,
    // The newest first.
    retention_clues: [...shown.retention_clues].reverse(),
    ai_insight: {
      summary,
      strategies: suggestions.map((suggestion, at) => ({
        color: COLORS[at % COLORS.length],
        text: suggestion,
      })),
    },
    notes: notes.map(({ id, tag_label, created_at, content }) => ({
      ...{ id, tag_label, content },
      created_at: beijingIso(created_at),
    })),
    consumption_records: consumption(ctx, customer_id),
    coach_tasks: coachTasks(ctx, customer_id),
    favorite_coaches: favouriteCoaches(ctx, customer_id),
  });
}

interface Asked {
  worker: Worker;
  customer: Customer;
  /** Whose records are shown, null for all. */
  coach_id: number | null;
  span: Span;
}

/** CUST-2: what the document lists, with figures of the whole month whatever page it is. */
export function deployedRecords(
  ctx: Context,
  { worker, customer, coach_id, span }: Asked,
  shown: ApiCustomerRecordsResponse,
): unknown {
  const { from, to } = booked(ctx, span);
  const courses = `SELECT COUNT(*) AS count, COALESCE(SUM(half_hours), 0) / 2.0 AS hours FROM xcx_earnings
    WHERE customer_id = ?1 AND (?2 IS NULL OR coach_id = ?2) AND course_class IN ('basic', 'vip')
      AND started_at >= ?3 AND started_at < ?4`;
  const month = ctx.store.one(courses, customer.customer_id, coach_id, from, to);
  const ever = ctx.store.one(courses, customer.customer_id, worker.coach_id, 0, booksNow(ctx) + 1);
  const { phone, phone_full } = phoneOf(ctx, customer.customer_id);
  return {
    ...shown,
    customer_phone: phone,
    customer_phone_full: phone_full,
    month_count: int(month, 'count'),
    month_hours: real(month, 'hours'),
    total_service_count: int(ever, 'count'),
    records: shown.records.map((record) => ({ ...record, is_estimate: false })),
  };
}
