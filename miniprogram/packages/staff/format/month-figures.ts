// The month above the task list: figures, where the coach stands on the pay scale, and which way it goes. A month of another
// page (performance, 我的) says the same in the same words.
import type { ApiMonthBanner, ApiTierProgress } from '../../../../typings/xcx/tasks';
import { countText, hoursFigure, hoursText, moneyText } from './figures';

/** Where the steps cut a bar that ends at the last of them, and how far it is filled; all in percent of it. */
export interface TierScale {
  cuts: readonly number[];
  fill: number;
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** One decimal will do, and is the same text on every engine. */
const percent = (part: number, whole: number): number =>
  Math.round((Math.min(Math.max(part, 0), whole) / whole) * 1000) / 10;

/**
 * @param nodes hours at which the steps begin
 * @param hours counted so far
 * @returns null where there is no scale: fewer than two steps, none that ascend, or nothing counted
 */
export function tierScale(nodes: readonly number[] | undefined, hours: number | null): TierScale | null {
  const [first, ...others] = nodes ?? [];
  const last = others[others.length - 1];
  if (first === undefined || last === undefined || hours === null) return null;
  const all = [first, ...others];
  const ascends = all.every(
    (node, at) => isCount(node) && node >= 0 && (at === 0 || node > (all[at - 1] ?? 0)),
  );
  if (!ascends || !isCount(hours)) return null;
  return {
    cuts: all
      .slice(0, -1)
      .filter((node) => node > 0)
      .map((node) => percent(node, last)),
    fill: percent(hours, last),
  };
}

/** The sentence of the scale in its parts, so that its figures can stand out; empty parts are not said. */
export interface TierWords {
  /** `21.5h` to go. */
  gap: string;
  /** `180h` is the next step. */
  next: string;
  /** `¥800` more there. */
  prize: string;
  /** Instead: the highest step is reached. */
  top: string;
}

const NO_WORDS: TierWords = { gap: '', next: '', prize: '', top: '' };

/** Hours that count for the scale; where they are not told apart, all of them. */
function countedHours({ basic_hours, bonus_hours, total_hours }: ApiMonthBanner): number | null {
  return basic_hours === undefined ? total_hours : basic_hours + (bonus_hours ?? 0);
}

export function tierWords(tiers: ApiTierProgress, hours: number | null): TierWords {
  const { next_tier_hours = 0, bonus_money = 0, tier_completed = false, tier_nodes = [] } = tiers;
  if (hours !== null && next_tier_hours > hours) {
    const prize = bonus_money > 0 ? moneyText(bonus_money) : '';
    return { ...NO_WORDS, gap: hoursText(next_tier_hours - hours), next: hoursText(next_tier_hours), prize };
  }
  // One step alone is no scale to be at the top of.
  if (!tier_completed || tier_nodes.length < 2) return NO_WORDS;
  const label = (tiers.current_tier_label ?? '').trim();
  return { ...NO_WORDS, top: label === '' ? '已到最高档' : `已到最高档（${label}）` };
}

export type Trend = 'up' | 'down' | 'flat' | '';

/** The direction is the server's; without one nothing is said. */
function trendOf({ income_trend_dir, income_trend, prev_month }: ApiTierProgress): {
  trend: Trend;
  text: string;
  aria: string;
} {
  const before = (prev_month ?? '').trim() || '上月';
  const amount = isCount(income_trend) && income_trend !== 0 ? ` ${moneyText(Math.abs(income_trend))}` : '';
  switch (income_trend_dir) {
    case 'up':
      return { trend: 'up', text: `比${before}多`, aria: `收入比${before}多${amount}` };
    case 'down':
      return { trend: 'down', text: `比${before}少`, aria: `收入比${before}少${amount}` };
    case 'flat':
      return { trend: 'flat', text: `和${before}持平`, aria: `收入和${before}持平` };
    default:
      return { trend: '', text: '', aria: '' };
  }
}

/** From so many characters on a figure is shown in a smaller size; it is never shortened. */
const LONG = 9;

/** Flat, as the banner binds it. */
export interface MonthBanner extends TierWords {
  month_label: string;
  hours: string;
  income: string;
  customers: string;
  is_long: boolean;
  has_scale: boolean;
  fill: number;
  scale_text: string;
  trend: Trend;
  trend_text: string;
  trend_aria: string;
}

export function monthBanner(month: ApiMonthBanner): MonthBanner & { cuts: readonly number[] } {
  const counted = countedHours(month);
  const scale = tierScale(month.tier_nodes, counted);
  const trend = trendOf(month);
  const [hours, income, customers] = [
    hoursFigure(month.total_hours),
    moneyText(month.total_income),
    countText(month.total_customers),
  ];
  const label = (month.current_tier_label ?? '').trim();
  return {
    month_label: month.month_label.trim() || '本月',
    ...{ hours, income, customers },
    is_long: [hours, income, customers].some((text) => text.length > LONG),
    ...tierWords(month, counted),
    has_scale: scale !== null,
    fill: scale?.fill ?? 0,
    cuts: scale?.cuts ?? [],
    scale_text:
      scale === null ? '' : `计入工时 ${hoursText(counted)}${label === '' ? '' : `，现在是${label}`}`,
    ...{ trend: trend.trend, trend_text: trend.text, trend_aria: trend.aria },
  };
}
