// What a coach, or the whole store, earned in a span of time.
import type { Context } from '../../context';
import { int } from '../../db/store';
import { real } from '../data/rows';
import { booked, booksNow } from '../now';
import { calendarDay, monthSpan } from '../time';
import type { Span } from '../time';

export interface Totals {
  total_hours: number;
  total_income: number;
  total_customers: number;
}

/** @param coachId null for the whole store */
export function totalsOf(ctx: Context, coachId: number | null, span: Span): Totals {
  const { from, to } = booked(ctx, span);
  const row = ctx.store.one(
    `SELECT COALESCE(SUM(half_hours), 0) / 2.0 AS hours, COALESCE(SUM(income), 0) AS income,
       COUNT(DISTINCT customer_id) AS customers
     FROM xcx_earnings WHERE (?1 IS NULL OR coach_id = ?1) AND started_at >= ?2 AND started_at < ?3`,
    coachId,
    from,
    to,
  );
  return {
    total_hours: real(row, 'hours'),
    total_income: int(row, 'income'),
    total_customers: int(row, 'customers'),
  };
}

/** The banner of the task list (TASK-1): the month so far. */
export function monthBanner(ctx: Context, coachId: number | null) {
  const { year, month } = calendarDay(booksNow(ctx));
  return { ...totalsOf(ctx, coachId, monthSpan(year, month)), month_label: `${month}月` };
}
