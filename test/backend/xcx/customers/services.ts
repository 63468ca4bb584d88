// Service records as lists show them (TASK-2, CUST-2): courses, tips, incentives and recharges.
import type { ApiServiceRecord } from '../../../../typings/xcx/tasks';
import type { Context } from '../../context';
import { int, maybeText, text } from '../../db/store';
import type { Row } from '../../db/store';
import { real } from '../data/rows';
import { calendarDay, dateText, monthSpan } from '../time';
import type { Span } from '../time';
import { booksNow } from '../now';

export type CourseClass = 'basic' | 'vip' | 'tip' | 'recharge' | 'incentive';

export const COURSE_LABELS: Readonly<Record<CourseClass, string>> = {
  basic: '基础课',
  vip: '包厢课',
  tip: '打赏课',
  recharge: '储值充值',
  incentive: '激励课',
};
export const COURSE_CLASSES: readonly CourseClass[] = ['basic', 'vip', 'tip', 'recharge', 'incentive'];

export function courseClass(row: Row): CourseClass {
  const value = text(row, 'course_class');
  const known = COURSE_CLASSES.find((one) => one === value);
  if (known === undefined) throw new Error(`unknown course ${value}`);
  return known;
}

/** Where a recharge is booked: not at a table. */
export const COUNTER = '前台';

/** Raw hours are told only when fewer are counted. */
export function hoursOf(row: Row): { counted: number; raw: number | undefined } {
  const [counted, raw] = [int(row, 'half_hours') / 2, int(row, 'half_hours_raw') / 2];
  return { counted, raw: raw === counted ? undefined : raw };
}

export interface Wanted {
  customer_id: number;
  /** Null for the records of all coaches. */
  coach_id: number | null;
  span?: Span;
  table_id?: number | null;
  limit: number;
  offset?: number;
}

/** Newest first. Months that are not over are estimates. */
export function serviceRecords(ctx: Context, wanted: Wanted): ApiServiceRecord[] {
  const now = booksNow(ctx);
  const { year, month } = calendarDay(now);
  const thisMonth = monthSpan(year, month).from;
  const { from, to } = wanted.span ?? { from: 0, to: Number.MAX_SAFE_INTEGER };
  const rows = ctx.store.all(
    `SELECT e.*, t.name AS table_name FROM xcx_earnings e LEFT JOIN xcx_tables t USING (table_id)
     WHERE customer_id = ?1 AND (?2 IS NULL OR coach_id = ?2) AND started_at >= ?3 AND started_at < ?4
       AND (?5 IS NULL OR table_id = ?5)
     ORDER BY started_at DESC, earning_id DESC LIMIT ?6 OFFSET ?7`,
    wanted.customer_id,
    wanted.coach_id,
    from,
    to,
    wanted.table_id ?? null,
    wanted.limit,
    wanted.offset ?? 0,
  );
  return rows.map((row) => {
    const type_class = courseClass(row);
    const { counted, raw } = hoursOf(row);
    const at = int(row, 'started_at');
    return {
      table: maybeText(row, 'table_name') ?? COUNTER,
      type: COURSE_LABELS[type_class],
      type_class,
      record_type: type_class === 'recharge' ? 'recharge' : 'course',
      duration: counted,
      ...(raw === undefined ? {} : { duration_raw: raw }),
      income: real(row, 'income'),
      is_estimate: at >= thisMonth,
      drinks: text(row, 'drinks'),
      date: dateText(at),
    };
  });
}

/** All that one coach (or the store) did for a customer. */
export function serviceSummary(ctx: Context, customerId: number, coachId: number | null) {
  const row = ctx.store.one(
    `SELECT COALESCE(SUM(half_hours), 0) / 2.0 AS hours, COALESCE(SUM(income), 0) AS income,
       COALESCE(ROUND(AVG(income)), 0) AS average
     FROM xcx_earnings WHERE customer_id = ?1 AND (?2 IS NULL OR coach_id = ?2)`,
    customerId,
    coachId,
  );
  return {
    total_hours: real(row, 'hours'),
    total_income: real(row, 'income'),
    avg_income: real(row, 'average'),
  };
}
