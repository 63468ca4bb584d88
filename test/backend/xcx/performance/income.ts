// What a coach's month is made of, in the deployed system's four kinds. The prize of the three busiest coaches is paid
// separately and is not in the total.
import type { Context } from '../../context';
import { int } from '../../db/store';
import { real } from '../data/rows';
import type { Span } from '../time';

export interface IncomeItem {
  label: string;
  amount: number;
  icon: string;
  desc: string | null;
}

/** Yuan for the first, second and third by hours. */
const PRIZES = [1000, 600, 400] as const;

const SUMS = `
  SELECT COALESCE(SUM(income) FILTER (WHERE course_class IN ('basic', 'vip', 'tip')), 0) AS basic,
    COALESCE(SUM(half_hours) FILTER (WHERE course_class IN ('basic', 'vip')), 0) / 2.0 AS hours,
    COALESCE(SUM(income) FILTER (WHERE course_class = 'incentive'), 0) AS incentive,
    COUNT(*) FILTER (WHERE course_class = 'incentive') AS incentives,
    COALESCE(SUM(income) FILTER (WHERE course_class = 'recharge'), 0) AS recharge,
    COUNT(*) FILTER (WHERE course_class = 'recharge') AS recharges
  FROM xcx_earnings WHERE (?1 IS NULL OR coach_id = ?1) AND started_at >= ?2 AND started_at < ?3`;

/** From 1 by hours in the span, among those who worked at all. */
const RANK = `
  SELECT position FROM (SELECT coach_id, RANK() OVER (ORDER BY SUM(half_hours) DESC) AS position FROM xcx_earnings
    WHERE started_at >= ?2 AND started_at < ?3 GROUP BY coach_id HAVING SUM(half_hours) > 0)
  WHERE coach_id = ?1`;

function prize(ctx: Context, coachId: number | null, { from, to }: Span): IncomeItem[] {
  const row = coachId === null ? undefined : ctx.store.first(RANK, coachId, from, to);
  const position = row === undefined ? 0 : int(row, 'position');
  const amount = PRIZES[position - 1];
  if (amount === undefined) return [];
  return [{ label: 'Top3 奖金', amount, icon: '🏆', desc: `课时第 ${position} 名，另行发放` }];
}

/** Kinds without an amount are left out. */
export function incomeItems(ctx: Context, coachId: number | null, span: Span): IncomeItem[] {
  const row = ctx.store.one(SUMS, coachId, span.from, span.to);
  const items: IncomeItem[] = [
    { label: '基础课', amount: real(row, 'basic'), icon: '🎱', desc: `${real(row, 'hours')}h` },
    { label: '激励课', amount: real(row, 'incentive'), icon: '💝', desc: `${int(row, 'incentives')} 次` },
    { label: '充值激励', amount: real(row, 'recharge'), icon: '💳', desc: `${int(row, 'recharges')} 笔` },
  ];
  return [...items.filter(({ amount }) => amount > 0), ...prize(ctx, coachId, span)];
}
