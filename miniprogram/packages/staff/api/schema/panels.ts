// The six panels of the running finance board as metrics. Figures are named by the panel's own fields, which have no labels:
// the labels stand here. Rates are sent as parts of one and become percent; a figure's direction is what the server says.
import { isDictionary } from '../../../../api/schema-run';
import { percentOf } from '../../../../api/xcx/schema/common';

export const PANELS = ['overview', 'recharge', 'revenue', 'cashflow', 'expense', 'coach_analysis'] as const;
export type PanelName = (typeof PANELS)[number];

type Fields = Record<string, unknown>;

interface Metric extends Fields {
  key: string;
  label: string;
  value: unknown;
  unit: string;
  panel: string;
}

/** Figures of a panel in the order in which they are shown. */
const FIGURES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'overview',
    new Map([
      ['occurrence', '发生额'],
      ['discount', '优惠抵扣'],
      ['discount_rate', '优惠占比'],
      ['confirmed_revenue', '确认收入'],
      ['cash_in', '现金流入'],
      ['cash_out', '现金流出'],
      ['cash_balance', '现金结余'],
      ['balance_rate', '结余率'],
    ]),
  ],
  [
    'recharge',
    new Map([
      ['actual_income', '储值充值'],
      ['first_charge', '首充'],
      ['renew_charge', '续充'],
      ['consumed', '储值消耗'],
      ['card_balance', '储值余额'],
    ]),
  ],
  ['revenue', new Map([['total', '营业额']])],
  ['cashflow', new Map([['total', '现金流入']])],
  ['expense', new Map([['total', '支出']])],
  ['coach_analysis', new Map()],
]);

/** Lists of a panel: the rows below its first figure, or a metric of their own. */
const LISTS: ReadonlyMap<string, string> = new Map([
  ['structure_rows', '按区域'],
  ['price_rows', '按项目'],
  ['channel_rows', '收款方式'],
  ['gift_rows', '赠送卡'],
  ['consume_rows', '消费'],
  ['recharge_rows', '充值'],
  ['operation_rows', '运营支出'],
  ['fixed_rows', '固定支出'],
  ['coach_rows', '助教支出'],
  ['platform_rows', '平台支出'],
]);

const COACH_PARTS: ReadonlyMap<string, string> = new Map([
  ['basic', '基础课'],
  ['incentive', '激励课'],
]);

const isRate = (name: string): boolean => name.endsWith('_rate');

/** A part of one as percent; what is more than one was percent already. */
const percent = (value: unknown): unknown =>
  typeof value === 'number' && Math.abs(value) <= 1 ? percentOf(value) : value;

/** Change and direction, where the server says so. @param prefix of the fields beside a figure, '' inside of a row */
function besides(fields: Fields, prefix: string): Fields {
  const [down, flat] = [fields[`${prefix}is_down`], fields[`${prefix}is_flat`]];
  const compare = fields[`${prefix}compare`];
  const trend = flat === true ? 'flat' : down === true ? 'down' : down === false ? 'up' : undefined;
  return {
    ...(trend === undefined ? {} : { trend }),
    ...(typeof compare === 'number' ? { compare: percentOf(compare) } : {}),
  };
}

function figureOf(panel: string, name: string, label: string, fields: Fields): Metric {
  const value = fields[name];
  const isPercent = isRate(name);
  return {
    key: `${panel}.${name}`,
    label,
    value: isPercent ? percent(value) : value,
    unit: isPercent ? '%' : '元',
    panel,
    ...besides(fields, `${name}_`),
  };
}

const rowsIn = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isDictionary) : []);

function listOf(panel: string, name: string, label: string, rows: readonly Fields[]): Metric {
  const items = rows.map((row) => ({
    label: row['name'] ?? row['label'],
    value: row['amount'] ?? row['value'],
    ...besides(row, ''),
  }));
  // The server sends no sum of it, and none is made up.
  return { key: `${panel}.${name}`, label, value: null, unit: '元', panel, sub_items: items };
}

/** Courses, or incentives: what coaches got, by level. */
function coachPart(name: string, label: string, fields: Fields): Metric {
  const sub_items = rowsIn(fields['rows']).map((row) => ({ label: row['level'], value: row['share'] }));
  const key = `coach_analysis.${name}`;
  return {
    ...{ key, label: `助教${label}`, value: fields['total_share'], unit: '元', panel: 'coach_analysis' },
    ...(sub_items.length === 0 ? {} : { sub_items }),
  };
}

function metricsOf(panel: string, fields: Fields): Metric[] {
  const figures = [...(FIGURES.get(panel) ?? [])]
    .filter(([name]) => fields[name] !== undefined && fields[name] !== null)
    .map(([name, label]) => figureOf(panel, name, label, fields));
  const lists = [...LISTS]
    .map(([name, label]) => ({ name, label, rows: rowsIn(fields[name]) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, label, rows }) => listOf(panel, name, label, rows));
  const parts = [...COACH_PARTS].flatMap(([name, label]) => {
    const part = fields[name];
    return panel === 'coach_analysis' && isDictionary(part) ? [coachPart(name, label, part)] : [];
  });
  return [...figures, ...lists, ...parts];
}

/** Panels that are there, in their usual order; one that is null or of no use is left out. */
export function metricsOfPanels(panels: Fields): unknown[] {
  return PANELS.flatMap((name) => {
    const fields = panels[name];
    return isDictionary(fields) ? metricsOf(name, fields) : [];
  });
}
