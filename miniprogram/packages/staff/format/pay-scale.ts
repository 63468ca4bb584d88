// Where a coach stands on the pay scale, in words (PERF-1, in both forms): only what was sent, and no promise of nothing.
import type { ApiPerfOverview, ApiPerfRates } from '../../../../typings/xcx/performance';
import { hoursText, moneyText } from './figures';

export interface ScaleView {
  /** Hours at which the steps begin, ascending; empty where there are fewer than two: then there is no bar. */
  nodes: readonly number[];
  /** `再 21.5h 到 180h 档，多得 ¥800`, `已到最高档`; empty where there is no scale. */
  sentence: string;
  /** `本档我的分成：基础课 ¥95/h，激励课 ¥30/次`; empty where it was not sent. */
  now: string;
  next: string;
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

/** Ascending, each once; steps that go down are no scale. */
function ascending(sent: readonly unknown[]): number[] {
  const nodes = sent.filter(isHours);
  const is_scale = nodes.every((node, at) => at === 0 || node > (nodes[at - 1] ?? 0));
  return is_scale && nodes.length >= 2 ? nodes : [];
}

function ratesText(title: string, rates: ApiPerfRates | undefined): string {
  const { basic_rate = 0, incentive_rate = 0 } = rates ?? {};
  const known = [
    basic_rate > 0 ? `基础课 ${moneyText(basic_rate)}/h` : '',
    incentive_rate > 0 ? `激励课 ${moneyText(incentive_rate)}/次` : '',
  ].filter((text) => text !== '');
  return known.length === 0 ? '' : `${title}：${known.join('，')}`;
}

export function scaleView(sent: Sent): ScaleView {
  const tiers = sent.tiers ?? [];
  const nodes = ascending(sent.tier_nodes ?? tiers.map(({ min_hours }) => min_hours));
  const hours = isHours(sent.total_hours) ? sent.total_hours : 0;
  const next = nodes.find((node) => node > hours);
  const needed = isHours(sent.upgrade_hours_needed) ? sent.upgrade_hours_needed : 0;
  const left = needed > 0 ? needed : next === undefined ? 0 : next - hours;
  return {
    nodes,
    sentence: sentenceOf({ is_scale: nodes.length > 0, next, left, bonus: sent.upgrade_bonus ?? 0 }),
    now: ratesText('本档我的分成', sent.current_tier),
    next: left > 0 ? ratesText('下一档', sent.next_tier) : '',
  };
}

function sentenceOf({
  is_scale,
  next,
  left,
  bonus,
}: {
  is_scale: boolean;
  next: number | undefined;
  left: number;
  bonus: number;
}): string {
  if (left <= 0) return is_scale && next === undefined ? '已到最高档' : '';
  const promise = Number.isFinite(bonus) && bonus > 0 ? `，多得 ${moneyText(bonus)}` : '';
  return `再 ${hoursText(left)} 到${next === undefined ? '下一档' : ` ${hoursText(next)} 档`}${promise}`;
}
