// BOARD-3: the store's money in a span, for all areas or one, with the trend against the span before.
import type { ApiBoardFinanceMetric, ApiFinanceArea } from '../../../../typings/xcx/boards';
import type { Context } from '../../context';
import type { Row } from '../../db/store';
import { real, maybeReal } from '../data/rows';
import type { Span } from '../time';
import type { Compared } from './spans';

export const AREAS: readonly ApiFinanceArea[] = [
  ...(['all', 'hall', 'hallA', 'hallB', 'hallC', 'mahjong', 'tea', 'vip'] as const),
];

const HALLS = ['hallA', 'hallB', 'hallC'];
export const ROOMS: readonly (readonly [string, string])[] = [
  ...([
    ['hallA', 'A 区大厅'],
    ['hallB', 'B 区大厅'],
    ['hallC', 'C 区斯诺克'],
  ] as const),
  ...([
    ['mahjong', '麻将房'],
    ['tea', '茶室'],
    ['vip', '包厢'],
  ] as const),
];

export function areasOf(area: ApiFinanceArea): string[] {
  if (area === 'all') return ROOMS.map(([key]) => key);
  return area === 'hall' ? HALLS : [area];
}

export const TURNOVER = `
  SELECT COUNT(*) AS visits, COUNT(DISTINCT v.customer_id) AS customers,
    COALESCE(SUM(v.table_fee), 0) AS table_fee, COALESCE(SUM(v.course_fee), 0) AS course_fee,
    COALESCE(SUM(v.drinks_fee), 0) AS drinks_fee, COALESCE(SUM(v.discount), 0) AS discount,
    COALESCE(SUM(v.amount), 0) AS amount, ROUND(AVG(v.amount), 0) AS average,
    COALESCE(SUM(v.amount) FILTER (WHERE v.paid_by = 'cash'), 0) AS by_cash,
    COALESCE(SUM(v.amount) FILTER (WHERE v.paid_by = 'balance'), 0) AS by_balance,
    COALESCE(SUM(v.ended_at - v.started_at), 0) / 3600000.0 AS hours,
    ROUND(100.0 * SUM(v.discount) / NULLIF(SUM(v.amount + v.discount), 0), 1) AS discount_rate,
    COALESCE(SUM((SELECT SUM(income) FROM xcx_services s WHERE s.visit_id = v.visit_id)), 0) AS coach_income
  FROM xcx_bills v JOIN xcx_tables t USING (table_id)
  WHERE v.started_at >= ?1 AND v.started_at < ?2 AND t.area IN (SELECT value FROM json_each(?3))`;

export const RECHARGES = `
  SELECT COALESCE(SUM(amount), 0) AS amount, COALESCE(SUM(bonus), 0) AS bonus,
    COALESCE(SUM(commission), 0) AS commission,
    COALESCE(SUM(amount) FILTER (WHERE NOT EXISTS (SELECT 1 FROM xcx_recharges b
      WHERE b.customer_id = r.customer_id AND b.recharge_id < r.recharge_id)), 0) AS first_amount
  FROM xcx_recharges r WHERE created_at >= ?1 AND created_at < ?2`;

type Metric = Omit<ApiBoardFinanceMetric, 'trend'>;
type Part = { label: string; value: number };

function turnoverMetrics(row: Row): Metric[] {
  const part = (label: string, column: string): Part => ({ label, value: real(row, column) });
  const discount = { label: '优惠减免', value: -real(row, 'discount') };
  const yuan = '元';
  return [
    {
      ...{ key: 'revenue', label: '营业额', value: real(row, 'amount'), unit: yuan },
      sub_items: [
        part('台费', 'table_fee'),
        part('助教课', 'course_fee'),
        part('酒水', 'drinks_fee'),
        discount,
      ],
    },
    {
      ...{ key: 'payment', label: '收款方式', value: real(row, 'amount'), unit: yuan },
      sub_items: [part('现付', 'by_cash'), part('储值抵扣', 'by_balance')],
    },
    { key: 'visits', label: '到店人次', value: real(row, 'visits'), unit: '人次' },
    { key: 'customers', label: '消费客户', value: real(row, 'customers'), unit: '人' },
    { key: 'average', label: '客单价', value: maybeReal(row, 'average') ?? 0, unit: yuan },
    { key: 'hours', label: '开台时长', value: real(row, 'hours'), unit: '小时' },
    { key: 'discount_rate', label: '优惠占比', value: maybeReal(row, 'discount_rate') ?? 0, unit: '%' },
  ];
}

function areaMetric(ctx: Context, { from, to }: Span, areas: readonly string[]): Metric {
  const sub_items = ROOMS.filter(([key]) => areas.includes(key)).map(([key, label]) => {
    const row = ctx.store.one(TURNOVER, from, to, JSON.stringify([key]));
    return { label, value: real(row, 'amount') };
  });
  const value = sub_items.reduce((sum, item) => sum + item.value, 0);
  return { key: 'areas', label: '区域收入', value, unit: '元', sub_items };
}

/** Recharges and expenses belong to the whole store, not to an area. */
function storeMetrics(ctx: Context, { from, to }: Span, turnover: Row): Metric[] {
  const recharges = ctx.store.one(RECHARGES, from, to);
  const amount = real(recharges, 'amount');
  const first = real(recharges, 'first_amount');
  const kinds: Part[] = ctx.store
    .all(
      `SELECT kind, SUM(amount) AS amount FROM xcx_expenses WHERE spent_at >= ? AND spent_at < ?
       GROUP BY kind ORDER BY 2 DESC, 1`,
      from,
      to,
    )
    .map((row) => ({ label: String(row['kind']), value: real(row, 'amount') }));
  const coaches = real(turnover, 'coach_income') + real(recharges, 'commission');
  const expenses = [{ label: '助教分成', value: coaches }, ...kinds];
  const spent = expenses.reduce((sum, { value }) => sum + value, 0);
  const cash = real(turnover, 'by_cash') + amount;
  return [
    {
      ...{ key: 'recharge', label: '储值充值', value: amount, unit: '元' },
      sub_items: [
        { label: '首充', value: first },
        { label: '续充', value: amount - first },
      ],
    },
    {
      ...{ key: 'cash_in', label: '现金流入', value: cash, unit: '元' },
      sub_items: [
        { label: '消费现付', value: real(turnover, 'by_cash') },
        { label: '储值充值', value: amount },
      ],
    },
    { key: 'cash_out', label: '现金流出', value: spent, unit: '元', sub_items: expenses },
    { key: 'cash_balance', label: '现金结余', value: cash - spent, unit: '元' },
  ];
}

function metricsOf(ctx: Context, span: Span, area: ApiFinanceArea): Metric[] {
  const areas = areasOf(area);
  const turnover = ctx.store.one(TURNOVER, span.from, span.to, JSON.stringify(areas));
  return [
    ...turnoverMetrics(turnover),
    ...(areas.length > 1 ? [areaMetric(ctx, span, areas)] : []),
    ...(area === 'all' ? storeMetrics(ctx, span, turnover) : []),
  ];
}

const trend = (value: number, before: number) => (value > before ? 'up' : value < before ? 'down' : 'flat');

/** @param compare adds each metric's trend against the span before */
export function financeBoard(
  ctx: Context,
  { span, before }: Compared,
  area: ApiFinanceArea,
  compare: boolean,
): ApiBoardFinanceMetric[] {
  const metrics = metricsOf(ctx, span, area);
  if (!compare) return metrics;
  const earlier = new Map(metricsOf(ctx, before, area).map(({ key, value }) => [key, value]));
  return metrics.map((metric) => ({
    ...metric,
    trend: trend(metric.value ?? 0, earlier.get(metric.key) ?? 0),
  }));
}
