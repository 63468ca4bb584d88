// Where a coach stands on the pay scale (PERF-1, in both forms): only what was sent, and no bonus is named where there
// is none.
import type { ApiPerfOverview, ApiPerfRates } from '../../../../typings/xcx/performance';
import { hoursFigure, hoursText, moneyText } from './figures';
import { tierScale } from './month-figures';
import type { TierWords } from './month-figures';

/** A step below the bar; `at` percent of it. */
export interface Tick {
  text: string;
  at: number;
  is_reached: boolean;
}

export interface ScaleView extends TierWords {
  has_scale: boolean;
  cuts: readonly number[];
  fill: number;
  ticks: readonly Tick[];
  /** The bar, for screen readers. */
  text: string;
  /** `本档我的分成：基础课 ¥95/h，激励课 ¥30/次`; empty where it was not sent. */
  rates_now: string;
  rates_next: string;
}

type Sent = Pick<
  ApiPerfOverview,
  | 'total_hours'
  | 'tiers'
  | 'tier_nodes'
  | 'current_tier'
  | 'next_tier'
  | 'upgrade_hours_needed'
  | 'upgrade_bonus'
>;

const isHours = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

function ratesText(title: string, rates: ApiPerfRates | undefined): string {
  const { basic_rate = 0, incentive_rate = 0 } = rates ?? {};
  const known = [
    basic_rate > 0 ? `基础课 ${moneyText(basic_rate)}/h` : '',
    incentive_rate > 0 ? `激励课 ${moneyText(incentive_rate)}/次` : '',
  ].filter((text) => text !== '');
  return known.length === 0 ? '' : `${title}：${known.join('，')}`;
}

export function scaleView(sent: Sent): ScaleView {
  const sent_nodes = sent.tier_nodes ?? (sent.tiers ?? []).map(({ min_hours }) => min_hours);
  const steps = sent_nodes.filter(isHours);
  const hours = isHours(sent.total_hours) ? sent.total_hours : 0;
  const scale = tierScale(steps, hours);
  const nodes = scale === null ? [] : steps;
  const next = nodes.find((node) => node > hours);
  const needed = isHours(sent.upgrade_hours_needed) ? sent.upgrade_hours_needed : 0;
  const left = needed > 0 ? needed : next === undefined ? 0 : next - hours;
  const last = nodes[nodes.length - 1] ?? 0;
  return {
    has_scale: scale !== null,
    cuts: scale?.cuts ?? [],
    fill: scale?.fill ?? 0,
    ticks: nodes.map((node) => ({
      text: hoursFigure(node),
      at: Math.round((node / last) * 1_000) / 10,
      is_reached: node > 0 && node <= hours,
    })),
    text: scale === null ? '' : `工时 ${hoursText(hours)}，各档从 ${nodes.map(hoursText).join('、')} 起`,
    ...wordsOf(nodes.length > 0, next, left, sent.upgrade_bonus ?? 0),
    rates_now: ratesText('本档我的分成', sent.current_tier),
    rates_next: left > 0 ? ratesText('下一档', sent.next_tier) : '',
  };
}

/** @param next hours of the step that comes; undefined where it is not told, or there is none @param left hours to it */
function wordsOf(is_scale: boolean, next: number | undefined, left: number, bonus: number): TierWords {
  const is_top = left <= 0 && is_scale && next === undefined;
  if (left <= 0) return { gap: '', next: '', prize: '', top: is_top ? '已到最高档' : '' };
  return {
    gap: hoursText(left),
    next: next === undefined ? '下一' : hoursText(next),
    prize: Number.isFinite(bonus) && bonus > 0 ? moneyText(bonus) : '',
    top: '',
  };
}
