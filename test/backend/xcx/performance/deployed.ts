// PERF-1 and PERF-2 as the deployed system sends them: the month's records by day in both, the steps of the pay scale
// before and after, amounts of regular customers as text.
import type { Context } from '../../context';
import { int } from '../../db/store';
import type { Row } from '../../db/store';
import { KNOWN, known } from '../customers/known';
import { real } from '../data/rows';
import type { Paging } from '../input';
import { booked } from '../now';
import { monthSpan } from '../time';
import type { Span } from '../time';
import { incomeItems } from './income';
import { monthRecords, record } from './records';
import { prizeOf, standingAt, tiersOf } from './tiers';
import type { Tier } from './tiers';
import { totalsOf } from './totals';

const LATEST: Paging = { page: 1, pageSize: 10 };
const REGULAR_VISITS = 2;
const COLORS = ['#42A5F5', '#66BB6A', '#FFA726', '#AB47BC', '#26A69A', '#EC407A'] as const;

/** `¥1,200.00`: how one list of the deployed system writes money. */
const moneyText = (yuan: number): string => `¥${yuan.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;

/** How a customer stands in a list of the month. */
function person(row: Row) {
  const { customer_id, customer_name, is_scattered } = known(row);
  const id = int(row, 'customer_id');
  return {
    ...{ customer_id, is_scattered, name: customer_name },
    avatar_char: [...(customer_name ?? '')][0] ?? '',
    avatar_color: COLORS[id % COLORS.length],
  };
}

export function deployedRecord(row: Row): Record<string, unknown> {
  const shown = record(row);
  return { ...shown, hours_raw: shown.hours_raw ?? shown.hours, ...known(row) };
}

/** A coach's share of an hour: the own rate with what the step brings on top. */
function ratesOf(ctx: Context, coachId: number, tier: Tier) {
  const row = ctx.store.one('SELECT hourly_income FROM xcx_coaches WHERE coach_id = ?', coachId);
  return {
    basic_rate: int(row, 'hourly_income') + tier.rate,
    incentive_rate: tier.incentive_rate,
  };
}

function scale(ctx: Context, coachId: number | null, year: number, month: number, hours: number) {
  const tiers = coachId === null ? [] : tiersOf(ctx, year, month);
  const standing = standingAt(tiers, hours);
  const { current, next } = standing;
  const rates = (tier: Tier | undefined) =>
    coachId === null || tier === undefined ? null : ratesOf(ctx, coachId, tier);
  return {
    tier_nodes: tiers.map(({ min_hours }) => min_hours),
    current_tier: rates(current),
    next_tier: rates(next),
    upgrade_hours_needed: next === undefined ? 0 : Math.max(0, next.min_hours - hours),
    upgrade_bonus: prizeOf(standing),
  };
}

function customersOf(ctx: Context, coachId: number | null, { from, to }: Span) {
  const mine = '(?1 IS NULL OR e.coach_id = ?1) AND e.started_at >= ?2 AND e.started_at < ?3';
  const all = (sql: string) => ctx.store.all(sql, coachId, from, to);
  const fresh = all(
    `SELECT c.customer_id, ${KNOWN} FROM xcx_earnings e JOIN xcx_customers c USING (customer_id)
     WHERE ${mine} AND NOT EXISTS (SELECT 1 FROM xcx_earnings b WHERE b.customer_id = e.customer_id
       AND (?1 IS NULL OR b.coach_id = ?1) AND b.started_at < ?2)
     GROUP BY e.customer_id ORDER BY MIN(e.started_at), e.customer_id`,
  );
  const regular = all(
    `SELECT c.customer_id, ${KNOWN}, COUNT(DISTINCT e.started_at) AS visits, SUM(e.half_hours) / 2.0 AS hours,
       SUM(e.income) AS income FROM xcx_earnings e JOIN xcx_customers c USING (customer_id)
     WHERE ${mine} AND e.course_class <> 'recharge'
     GROUP BY e.customer_id HAVING visits >= ${REGULAR_VISITS} ORDER BY income DESC, e.customer_id`,
  );
  return {
    new_customers: fresh.map(person),
    regular_customers: regular.map((row) => ({
      ...person(row),
      hours: Number(real(row, 'hours').toFixed(2)),
      income: moneyText(real(row, 'income')),
      count: int(row, 'visits'),
    })),
  };
}

/** PERF-1. @param month 1-12 */
export function deployedOverview(ctx: Context, coachId: number | null, year: number, month: number): unknown {
  const span = booked(ctx, monthSpan(year, month));
  const totals = totalsOf(ctx, coachId, span);
  return {
    ...totals,
    ...scale(ctx, coachId, year, month, totals.total_hours),
    income_items: incomeItems(ctx, coachId, span),
    this_month_records: monthRecords(ctx, coachId, year, month, LATEST, deployedRecord).date_groups,
    ...customersOf(ctx, coachId, span),
  };
}
