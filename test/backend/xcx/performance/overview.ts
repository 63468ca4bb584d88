// PERF-1: a coach's month at a glance, or the whole store's for a manager.
import type { ApiPerfOverview, ApiPerfTier } from '../../../../typings/xcx/performance';
import type { Context } from '../../context';
import { int, text } from '../../db/store';
import { COURSE_CLASSES, courseClass } from '../customers/services';
import type { CourseClass } from '../customers/services';
import { real } from '../data/rows';
import { booked } from '../now';
import { dateText, monthSpan } from '../time';
import { tiersOf } from './tiers';
import type { Tier } from './tiers';
import { totalsOf } from './totals';
import type { Totals } from './totals';

const LATEST = 10;
/** From this many visits in a month a customer is a regular. */
const REGULAR_VISITS = 2;

const INCOME: Readonly<Record<CourseClass, { label: string; icon: string }>> = {
  basic: { label: '基础课', icon: '🎱' },
  vip: { label: '包厢课', icon: '👑' },
  tip: { label: '打赏', icon: '💝' },
  recharge: { label: '充值提成', icon: '💳' },
  incentive: { label: '激励奖金', icon: '🏆' },
};

function tiersAt(tiers: readonly Tier[], { total_hours }: Totals): ApiPerfTier[] {
  return tiers.map(({ label, min_hours, rate }) => ({
    ...{ label, min_hours, rate },
    reached: total_hours >= min_hours,
  }));
}

export function overview(ctx: Context, coachId: number | null, year: number, month: number): ApiPerfOverview {
  const span = booked(ctx, monthSpan(year, month));
  const { store } = ctx;
  const mine = '(?1 IS NULL OR e.coach_id = ?1) AND e.started_at >= ?2 AND e.started_at < ?3';
  const all = (sql: string) => store.all(sql, coachId, span.from, span.to);
  const amounts = new Map(
    all(
      `SELECT course_class, SUM(income) AS amount FROM xcx_earnings e WHERE ${mine} GROUP BY course_class`,
    ).map((row) => [courseClass(row), real(row, 'amount')]),
  );
  const latest = all(
    `SELECT c.name, e.half_hours, e.income, e.started_at FROM xcx_earnings e JOIN xcx_customers c USING (customer_id)
     WHERE ${mine} ORDER BY e.started_at DESC, e.earning_id DESC LIMIT ${LATEST}`,
  );
  // A customer is new in the month of the very first service by this coach.
  const fresh = all(
    `SELECT c.name FROM xcx_earnings e JOIN xcx_customers c USING (customer_id)
     WHERE ${mine} AND NOT EXISTS (SELECT 1 FROM xcx_earnings b WHERE b.customer_id = e.customer_id
       AND (?1 IS NULL OR b.coach_id = ?1) AND b.started_at < ?2)
     GROUP BY e.customer_id ORDER BY MIN(e.started_at), e.customer_id`,
  );
  const regular = all(
    `SELECT c.name, COUNT(DISTINCT e.started_at) AS visits FROM xcx_earnings e JOIN xcx_customers c USING (customer_id)
     WHERE ${mine} AND e.course_class <> 'recharge'
     GROUP BY e.customer_id HAVING visits >= ${REGULAR_VISITS} ORDER BY visits DESC, e.customer_id`,
  );
  const named = (name: string) => ({ name, avatar_char: [...name][0] ?? '' });
  const totals = totalsOf(ctx, coachId, span);
  return {
    ...totals,
    income_items: COURSE_CLASSES.filter((one) => amounts.has(one)).map((one) => ({
      ...INCOME[one],
      amount: amounts.get(one) ?? 0,
    })),
    this_month_records: latest.map((row) => ({
      customer_name: text(row, 'name'),
      hours: int(row, 'half_hours') / 2,
      income: real(row, 'income'),
      date: dateText(int(row, 'started_at')),
    })),
    new_customers: fresh.map((row) => named(text(row, 'name'))),
    regular_customers: regular.map((row) => ({ ...named(text(row, 'name')), visits: int(row, 'visits') })),
    tiers: tiersAt(tiersOf(ctx, year, month), totals),
  };
}
