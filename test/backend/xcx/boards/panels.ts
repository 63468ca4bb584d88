// BOARD-3 as the deployed system sends it: one object of six panels, each of which may be missing. Rates are fractions.
import type { ApiFinanceArea } from '../../../../typings/xcx/boards';
import type { Context } from '../../context';
import { booked } from '../now';
import { compared, comparedLines } from './figures';
import type { Before, Line } from './figures';
import { moneyOf } from './money';
import type { CoachLine, Money } from './money';
import type { Compared } from './spans';

const sum = (lines: readonly Line[]): number => lines.reduce((total, { amount }) => total + amount, 0);

interface Beside {
  ctx: Context;
  now: Money;
  before: Before<Money>;
}

/** Lists and figures of both spans, by how they are found in one. */
const lines = ({ ctx, now, before }: Beside, of: (money: Money) => readonly Line[]): unknown[] =>
  comparedLines(ctx, of(now), before && of(before));
const total = ({ ctx, now, before }: Beside, of: (money: Money) => number): Record<string, unknown> =>
  compared(ctx, { total: of(now) }, before && { total: of(before) });

function rechargePanel({ ctx, now, before }: Beside): unknown {
  if (now.recharge === undefined) return null;
  return {
    ...compared(ctx, now.recharge.figures, before?.recharge?.figures),
    gift_rows: comparedLines(ctx, now.recharge.gifts, before?.recharge?.gifts),
  };
}

function revenuePanel(beside: Beside): unknown {
  return {
    ...total(beside, ({ areas }) => sum(areas)),
    structure_rows: lines(beside, ({ areas }) => areas),
    price_rows: lines(beside, ({ prices }) => prices),
    channel_rows: lines(beside, ({ channels }) => channels),
  };
}

const consumed = ({ channels }: Money): Line[] =>
  channels.filter(({ name }) => name === '现付').map((line) => ({ ...line, name: '消费现付' }));
const recharged = ({ recharge }: Money): Line[] =>
  recharge === undefined ? [] : [{ name: '储值充值', amount: recharge.figures['actual_income'] ?? 0 }];

function cashflowPanel(beside: Beside): unknown {
  return {
    ...total(beside, (money) => sum([...consumed(money), ...recharged(money)])),
    consume_rows: lines(beside, consumed),
    recharge_rows: lines(beside, recharged),
  };
}

function expensePanel(beside: Beside): unknown {
  return {
    ...total(beside, ({ fixed, operation, coachShare }) => sum([...fixed, ...operation, coachShare])),
    operation_rows: lines(beside, ({ operation }) => operation),
    fixed_rows: lines(beside, ({ fixed }) => fixed),
    coach_rows: lines(beside, ({ coachShare }) => [coachShare]),
    platform_rows: [],
  };
}

/** Courses, or incentives: what customers paid, what coaches got, what an hour brought them. */
function coachPart({ now }: Beside, incentive: boolean): unknown {
  const own = now.coaches.filter(({ is_incentive }) => is_incentive === incentive);
  const add = (of: (line: CoachLine) => number) => own.reduce((sum_, line) => sum_ + of(line), 0);
  const hourly = (share: number, hours: number) => (hours === 0 ? null : Math.round(share / hours));
  const [share, hours] = [add((line) => line.share), add((line) => line.hours)];
  return {
    total_pay: add(({ pay }) => pay),
    total_share: share,
    avg_hourly: hourly(share, hours),
    rows: own.map((line) => ({
      ...{ level: line.level, pay: line.pay, share: line.share, hours: line.hours },
      hourly: hourly(line.share, line.hours),
    })),
  };
}

/** @param compare beside the span before */
export function financePanels(
  ctx: Context,
  { span, before }: Compared,
  area: ApiFinanceArea,
  compare: boolean,
): Record<string, unknown> {
  const now = moneyOf(ctx, booked(ctx, span), area);
  const beside: Beside = { ctx, now, before: compare ? moneyOf(ctx, before, area) : undefined };
  return {
    overview: compared(ctx, now.overview, beside.before?.overview),
    recharge: rechargePanel(beside),
    revenue: revenuePanel(beside),
    cashflow: cashflowPanel(beside),
    expense: expensePanel(beside),
    coach_analysis: { basic: coachPart(beside, false), incentive: coachPart(beside, true) },
  };
}
