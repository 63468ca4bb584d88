// What a month's income is made of, as the server sends it: at most six slices, the rest as rows. The total is the
// server's too and may differ from the sum of the items: some are paid apart, and some income has no item.
import type { ChartContent, ChartPart } from '../../../format/chart';
import type { ApiPerfOverview } from '../../../../typings/xcx/performance';
import { moneyText, NO_FIGURE } from './figures';

const MOST_SLICES = 6;

type Item = ApiPerfOverview['income_items'][number];

export interface IncomeRow {
  row_key: string;
  icon: string;
  label: string;
  about: string;
  amount: string;
}

export interface IncomeView {
  ring: ChartContent | null;
  /** What the server says about each slice, in their order; empty where it says nothing. */
  abouts: readonly string[];
  rows: readonly IncomeRow[];
}

const amountOf = ({ amount }: Pick<Item, 'amount'>): number =>
  typeof amount === 'number' && Number.isFinite(amount) ? amount : 0;

/** `65%`; `<1%` for a share that would round to 0. Empty where there is no total. */
export function shareText(amount: number, whole: number): string {
  if (!(whole > 0) || !(amount > 0)) return '';
  const percent = Math.round((amount / whole) * 100);
  return percent === 0 ? '<1%' : `${percent}%`;
}

export function incomeView({
  income_items,
  total_income,
}: Pick<ApiPerfOverview, 'income_items' | 'total_income'>): IncomeView {
  const named = income_items.map((item, at) => ({ item, row_key: `${at} ${item.label}` }));
  const slices = named.filter(({ item }) => amountOf(item) > 0).slice(0, MOST_SLICES);
  const total = Math.max(0, amountOf({ amount: total_income }));
  // Shares are parts of the ring as it is drawn, so that the words beside a slice fit its size.
  const whole = Math.max(
    total,
    slices.reduce((sum, { item }) => sum + amountOf(item), 0),
  );
  const parts = slices.map(({ item, row_key }): ChartPart => ({
    row_key,
    label: labelOf(item),
    value: amountOf(item),
    value_text: moneyText(item.amount),
    share_text: shareText(amountOf(item), whole),
    is_strong: false,
  }));
  const shown = new Set(slices.map(({ row_key }) => row_key));
  return {
    ring:
      parts.length === 0
        ? null
        : { kind: 'donut', parts, total, total_label: '合计', total_text: moneyText(total_income) },
    abouts: slices.map(({ item }) => item.desc ?? ''),
    rows: named
      .filter(({ row_key }) => !shown.has(row_key))
      .map(({ item, row_key }) => ({
        row_key,
        icon: item.icon,
        label: labelOf(item),
        about: item.desc ?? '',
        amount: moneyText(item.amount),
      })),
  };
}

const labelOf = ({ label }: Item): string => (label.trim() === '' ? NO_FIGURE : label.trim());
