// The month's banner above the task list as the deployed system sends it: the month so far, beside the one before, and
// where the coach stands on the pay scale. A manager stands on none.
import type { Context } from '../../context';
import { real } from '../data/rows';
import { booked, booksNow } from '../now';
import { calendarDay, monthsBack, monthSpan } from '../time';
import type { Span } from '../time';
import { prizeOf, standingAt, tiersOf } from './tiers';
import { monthBanner, totalsOf } from './totals';

interface Hours {
  basic: number;
  bonus: number;
}

/** Hours of courses, and those of incentives on top of them. */
function hoursOf(ctx: Context, coachId: number | null, span: Span): Hours {
  const { from, to } = booked(ctx, span);
  const row = ctx.store.one(
    `SELECT COALESCE(SUM(half_hours) FILTER (WHERE course_class IN ('basic', 'vip')), 0) / 2.0 AS basic,
       COALESCE(SUM(half_hours) FILTER (WHERE course_class = 'incentive'), 0) / 2.0 AS bonus
     FROM xcx_earnings WHERE (?1 IS NULL OR coach_id = ?1) AND started_at >= ?2 AND started_at < ?3`,
    coachId,
    from,
    to,
  );
  return { basic: real(row, 'basic'), bonus: real(row, 'bonus') };
}

const direction = (change: number): string => (change > 0 ? 'up' : change < 0 ? 'down' : 'flat');

export function bannerOf(ctx: Context, coachId: number | null): Record<string, unknown> {
  const now = booksNow(ctx);
  const { year, month } = calendarDay(now);
  const span = monthSpan(year, month);
  const hours = hoursOf(ctx, coachId, span);
  const before = monthsBack(now, 1, 1);
  // The beginning of the month before, as long as this month has run.
  const earlier = { from: before.from, to: Math.min(before.to, before.from + (now - span.from)) };
  const change = totalsOf(ctx, coachId, span).total_income - totalsOf(ctx, coachId, earlier).total_income;
  const tiers = coachId === null ? [] : tiersOf(ctx, year, month);
  const standing = standingAt(tiers, hours.basic + hours.bonus);
  return {
    ...monthBanner(ctx, coachId),
    tier_nodes: tiers.map(({ min_hours }) => min_hours),
    basic_hours: hours.basic,
    bonus_hours: hours.bonus,
    current_tier: standing.at,
    current_tier_label: standing.current?.label ?? '',
    next_tier_hours: standing.next?.min_hours ?? 0,
    tier_completed: tiers.length > 1 && standing.next === undefined,
    bonus_money: prizeOf(standing),
    income_trend: Math.abs(change),
    income_trend_dir: direction(change),
    prev_month: `${calendarDay(before.from).month}月`,
  };
}
