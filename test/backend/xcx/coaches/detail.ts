// COACH-1 (deployed only): one coach's month, customers, services, tasks and the last half year. Each part fails alone.
import type { Context } from '../../context';
import { int, text } from '../../db/store';
import type { Row } from '../../db/store';
import { KNOWN, known } from '../customers/known';
import { RELATION } from '../customers/relation';
import { COUNTER, COURSE_LABELS, courseClass, hoursOf } from '../customers/services';
import { real } from '../data/rows';
import { withFailures } from '../modules';
import { noteView } from '../notes/view';
import { notesBy } from '../notes/store';
import { booked, booksNow } from '../now';
import { incomeItems } from '../performance/income';
import { tiersOf } from '../performance/tiers';
import { totalsOf } from '../performance/totals';
import { readTask, TASKS } from '../tasks/rows';
import { SHORT_LABELS, statusWord, typeWord } from '../tasks/words';
import type { DeployedStatus } from '../tasks/words';
import { calendarDay, dateText, monthsBack } from '../time';
import { levelColor } from './levels';
import type { Coach } from './rows';

const TOP_CUSTOMERS = 20;
const RECORDS = 20;
const NOTES = 20;
const MONTHS = 6;

/** Of all time, the closest first. */
function topCustomers(ctx: Context, coachId: number): unknown[] {
  const rows = ctx.store.all(
    `SELECT c.customer_id, ${KNOWN}, COALESCE(r.score, 0.0) AS score, SUM(e.half_hours) / 2.0 AS hours,
       SUM(e.income) AS income, COUNT(DISTINCT e.started_at) AS visits
     FROM xcx_earnings e JOIN xcx_customers c USING (customer_id)
       LEFT JOIN ${RELATION} r ON r.coach_id = e.coach_id AND r.customer_id = e.customer_id
     WHERE e.coach_id = ?2 AND e.course_class <> 'recharge' AND e.started_at <= ?1
     GROUP BY e.customer_id ORDER BY score DESC, income DESC, e.customer_id LIMIT ${TOP_CUSTOMERS}`,
    booksNow(ctx),
    coachId,
  );
  return rows.map((row) => ({
    ...known(row),
    relation_index: real(row, 'score').toFixed(1),
    visit_count: int(row, 'visits'),
    total_hours: real(row, 'hours'),
    total_income: real(row, 'income'),
  }));
}

function serviceRecord(row: Row) {
  const type = courseClass(row);
  const { counted, raw } = hoursOf(row);
  return {
    ...known(row),
    date: dateText(int(row, 'started_at')),
    course_type: COURSE_LABELS[type],
    course_type_class: type,
    table: row['table_name'] === null ? COUNTER : text(row, 'table_name'),
    hours: counted,
    hours_raw: raw ?? counted,
    income: real(row, 'income'),
  };
}

function serviceRecords(ctx: Context, coachId: number): unknown[] {
  const sql = `SELECT e.*, ${KNOWN}, t.name AS table_name FROM xcx_earnings e JOIN xcx_customers c USING (customer_id)
    LEFT JOIN xcx_tables t USING (table_id) WHERE e.coach_id = ? AND e.started_at <= ?
    ORDER BY e.started_at DESC, e.earning_id DESC LIMIT ${RECORDS}`;
  return ctx.store.all(sql, coachId, booksNow(ctx)).map(serviceRecord);
}

/** Open tasks, those that the system took back, and those that the coach gave up. */
function taskGroups(ctx: Context, coachId: number) {
  const sql = `${TASKS} WHERE t.coach_id = ?2 AND t.status <> 'completed' ORDER BY t.deadline IS NULL, t.deadline, t.task_id`;
  const tasks = ctx.store.all(sql, booksNow(ctx), coachId).map(readTask);
  const of = (wanted: DeployedStatus) =>
    tasks
      .filter(({ item }) => statusWord(ctx, item) === wanted)
      .map(({ item, abandon_reason }) => ({
        ...{ id: item.id, customer_name: item.customer_name, deadline: item.deadline, abandon_reason },
        task_type: typeWord(ctx, item.task_type),
        task_type_label: SHORT_LABELS[item.task_type],
        status: wanted,
      }));
  return { visible: of('active'), hidden: of('inactive'), abandoned: of('abandoned') };
}

/** Finished tasks of a kind in a span. */
const FINISHED = `SELECT COUNT(*) FILTER (WHERE task_type IN ('high_priority_recall', 'priority_recall')) AS recall,
    COUNT(*) FILTER (WHERE task_type IN ('follow_up_visit', 'relationship_building')) AS callback
  FROM xcx_tasks WHERE coach_id = ? AND status = 'completed' AND completed_at >= ? AND completed_at < ?`;

/** The last six months, the present one first and marked as an estimate. */
function historyMonths(ctx: Context, coachId: number): unknown[] {
  return Array.from({ length: MONTHS }, (_, back) => {
    const span = booked(ctx, monthsBack(booksNow(ctx), back, 1));
    const { year, month } = calendarDay(span.from);
    const totals = totalsOf(ctx, coachId, span);
    const done = ctx.store.one(FINISHED, coachId, span.from, span.to);
    return {
      month: `${year}-${String(month).padStart(2, '0')}`,
      estimated: back === 0,
      customers: totals.total_customers,
      hours: totals.total_hours,
      salary: totals.total_income,
      callback_done: int(done, 'callback'),
      recall_done: int(done, 'recall'),
    };
  });
}

/** The head alone: light enough to come first. */
export function coachBanner(ctx: Context, coach: Coach) {
  const now = booksNow(ctx);
  const totals = totalsOf(ctx, coach.coach_id, monthsBack(now, 0, 1));
  return {
    id: String(coach.coach_id),
    ...{ name: coach.name, avatar: '', level: coach.level, skills: coach.skills },
    level_color: levelColor(coach.level_class),
    ...totals,
    month_label: `${calendarDay(now).month}月`,
  };
}

export function coachDetail(ctx: Context, coach: Coach): unknown {
  const { coach_id } = coach;
  const now = booksNow(ctx);
  const { year, month } = calendarDay(now);
  return withFailures(ctx, {
    ...coachBanner(ctx, coach),
    income: incomeItems(ctx, coach_id, booked(ctx, monthsBack(now, 0, 1))),
    tier_nodes: tiersOf(ctx, year, month).map(({ min_hours }) => min_hours),
    top_customers: topCustomers(ctx, coach_id),
    service_records: serviceRecords(ctx, coach_id),
    task_groups: taskGroups(ctx, coach_id),
    notes: notesBy(ctx, 0, coach_id)
      .slice(0, NOTES)
      .map((note) => noteView(ctx, note)),
    history_months: historyMonths(ctx, coach_id),
  });
}
