// What the six panels of the deployed finance board are made of, in a span and an area, all from the books.
import type { ApiFinanceArea } from '../../../../typings/xcx/boards';
import type { Context } from '../../context';
import { int, text } from '../../db/store';
import type { Row } from '../../db/store';
import { real } from '../data/rows';
import type { Span } from '../time';
import type { Figures, Line } from './figures';
import { rate } from './figures';
import { areasOf, RECHARGES, ROOMS, TURNOVER } from './finance';

/** Costs that come every month whatever is earned. */
const FIXED = ['房租物业', '水电', '员工工资'];

/** The bonus of a recharge is given as one of three cards, by its size. */
const GIFTS = `SELECT CASE WHEN bonus >= 2000 THEN '抵用券' WHEN bonus >= 1000 THEN '酒水卡' ELSE '台费卡' END AS kind,
    SUM(bonus) AS amount FROM xcx_recharges WHERE created_at >= ?1 AND created_at < ?2 AND bonus > 0 GROUP BY kind`;
const GIFT_KINDS = ['酒水卡', '台费卡', '抵用券'] as const;

const COACHES = `
  SELECT c.level, s.course_class = 'incentive' AS is_incentive, SUM(s.fee) AS pay, SUM(s.income) AS share,
    SUM(s.half_hours) / 2.0 AS hours, COUNT(*) AS count
  FROM xcx_services s JOIN xcx_visits v USING (visit_id) JOIN xcx_tables t USING (table_id)
    JOIN xcx_coaches c USING (coach_id)
  WHERE v.started_at >= ?1 AND v.started_at < ?2 AND t.area IN (SELECT value FROM json_each(?3))
  GROUP BY c.level, is_incentive ORDER BY MAX(c.hourly_income) DESC`;

export interface CoachLine {
  level: string;
  is_incentive: boolean;
  pay: number;
  share: number;
  hours: number;
  count: number;
}

export interface Money {
  isWhole: boolean;
  overview: Figures;
  /** Undefined for a single area: recharges belong to the whole store. */
  recharge: { figures: Figures; gifts: Line[] } | undefined;
  areas: Line[];
  prices: Line[];
  channels: Line[];
  fixed: Line[];
  operation: Line[];
  coachShare: Line;
  coaches: CoachLine[];
}

function expenses(ctx: Context, { from, to }: Span): Line[] {
  const sql = `SELECT kind, SUM(amount) AS amount FROM xcx_expenses WHERE spent_at >= ? AND spent_at < ?
    GROUP BY kind ORDER BY 2 DESC, 1`;
  return ctx.store
    .all(sql, from, to)
    .map((row) => ({ name: text(row, 'kind'), amount: real(row, 'amount') }));
}

function rechargeOf(ctx: Context, { from, to }: Span, turnover: Row): Money['recharge'] {
  const row = ctx.store.one(RECHARGES, from, to);
  const [amount, first] = [real(row, 'amount'), real(row, 'first_amount')];
  const given = ctx.store.all(GIFTS, from, to);
  const balance = ctx.store.one('SELECT COALESCE(SUM(balance), 0) AS balance FROM xcx_balances');
  return {
    figures: {
      actual_income: amount,
      first_charge: first,
      renew_charge: amount - first,
      consumed: real(turnover, 'by_balance'),
      card_balance: real(balance, 'balance'),
    },
    gifts: GIFT_KINDS.map((name) => {
      const found = given.find((one) => text(one, 'kind') === name);
      return { name, amount: found === undefined ? 0 : real(found, 'amount') };
    }),
  };
}

function overviewOf(turnover: Row, cashIn: number, cashOut: number | null): Figures {
  const [amount, discount] = [real(turnover, 'amount'), real(turnover, 'discount')];
  return {
    occurrence: amount + discount,
    discount,
    discount_rate: rate(discount, amount + discount),
    confirmed_revenue: amount,
    cash_in: cashIn,
    cash_out: cashOut,
    cash_balance: cashOut === null ? null : cashIn - cashOut,
    balance_rate: cashOut === null ? null : rate(cashIn - cashOut, cashIn),
  };
}

function coachLines(ctx: Context, { from, to }: Span, areas: string): CoachLine[] {
  return ctx.store.all(COACHES, from, to, areas).map((row) => ({
    level: text(row, 'level'),
    is_incentive: int(row, 'is_incentive') === 1,
    pay: real(row, 'pay'),
    share: real(row, 'share'),
    hours: real(row, 'hours'),
    count: int(row, 'count'),
  }));
}

export function moneyOf(ctx: Context, span: Span, area: ApiFinanceArea): Money {
  const names = areasOf(area);
  const isWhole = area === 'all';
  const turnoverOf = (areas: readonly string[]) =>
    ctx.store.one(TURNOVER, span.from, span.to, JSON.stringify(areas));
  const turnover = turnoverOf(names);
  const part = (name: string, column: string): Line => ({ name, amount: real(turnover, column) });
  const recharge = isWhole ? rechargeOf(ctx, span, turnover) : undefined;
  const kinds = isWhole ? expenses(ctx, span) : [];
  const commission = isWhole ? real(ctx.store.one(RECHARGES, span.from, span.to), 'commission') : 0;
  const share = real(turnover, 'coach_income') + commission;
  const spent = kinds.reduce((sum, { amount }) => sum + amount, share);
  const cashIn = real(turnover, 'by_cash') + (recharge?.figures['actual_income'] ?? 0);
  return {
    isWhole,
    overview: overviewOf(turnover, cashIn, isWhole ? spent : null),
    recharge,
    areas: ROOMS.filter(([key]) => names.includes(key)).map(([key, name]) => ({
      name,
      amount: real(turnoverOf([key]), 'amount'),
    })),
    prices: [part('台费', 'table_fee'), part('助教课', 'course_fee'), part('酒水', 'drinks_fee')],
    channels: [part('现付', 'by_cash'), part('储值抵扣', 'by_balance')],
    fixed: kinds.filter(({ name }) => FIXED.includes(name)),
    operation: kinds.filter(({ name }) => !FIXED.includes(name)),
    coachShare: { name: '助教分成', amount: share },
    coaches: coachLines(ctx, span, JSON.stringify(names)),
  };
}
