// The finance board as cards: figures with their direction, their parts as bars, and what did not come, each at its place.
// Nothing is summed or compared here: what the server does not say is not said.
import type { ApiBoardFinanceMetric } from '../../../../typings/xcx/boards';
import type { ChartContent } from '../../../format/chart';
import type { Row } from '../../../format/chunks';
import { tableOf } from '../../../format/lookup';
import { countText, hoursFigure, moneyText, NO_FIGURE, percentText } from './figures';
import { shareText } from './income';

/** A part of a figure: `台费 ¥152,300 53%`. */
export interface CardPart {
  row_key: string;
  label: string;
  text: string;
  /** `53%` of the whole; empty where there is no whole. */
  share: string;
  /** Percent of the longest. */
  bar: number;
  /** It is taken off. */
  is_minus: boolean;
  trend: string;
  trend_text: string;
}

export interface Card extends Row {
  /** `head` of a panel, `lost` for what did not come, `note` for what is not told of this area. */
  kind: 'metric' | 'head' | 'lost' | 'note';
  /** As the server calls it. */
  key: string;
  label: string;
  /** Empty where the parts stand alone. */
  figure: string;
  unit: string;
  /** Takes the whole width. */
  is_wide: boolean;
  is_long: boolean;
  is_estimate: boolean;
  /** `up | down | flat`, or empty. */
  trend: string;
  trend_text: string;
  parts: readonly CardPart[];
}

export const blankCard: Card = {
  ...{
    row_key: '',
    kind: 'metric',
    key: '',
    label: '',
    figure: '',
    unit: '',
    is_wide: false,
    is_long: false,
  },
  ...{ is_estimate: false, trend: '', trend_text: '', parts: [] },
};

const PANELS = tableOf<string>({
  overview: '经营总览',
  recharge: '储值',
  revenue: '营业额',
  cashflow: '现金流',
  expense: '支出',
  coach_analysis: '助教',
});

/** More characters do not fit a card of half the width in the large type. */
const LONG = 9;

const trends = tableOf<string>({ up: '上升', down: '下降', flat: '持平' });

/** The figure and its unit, which stands apart where it is no sign of the figure's own. */
function figureOf(value: number | null, unit: string): { figure: string; unit: string } {
  if (value === null) return { figure: NO_FIGURE, unit: '' };
  if (unit === '元' || unit === '¥') return { figure: moneyText(value), unit: '' };
  if (unit === '%') return { figure: percentText(value).slice(0, -1), unit };
  return { figure: Number.isInteger(value) ? countText(value) : hoursFigure(value), unit };
}

type Compared = Pick<ApiBoardFinanceMetric, 'trend' | 'compare'>;

/** The direction is the server's alone, and so is the change. @param is_asked a comparison was asked for */
function trendOf({ trend, compare }: Compared, is_asked: boolean): Pick<Card, 'trend' | 'trend_text'> {
  const word = trends[trend ?? ''];
  const change = compare === undefined ? '' : percentText(Math.abs(compare));
  if (word !== undefined && trend !== undefined) {
    return { trend, trend_text: trend === 'flat' || change === '' ? word : `${word} ${change}` };
  }
  // Without a direction there is no arrow.
  if (compare !== undefined) return { trend: 'flat', trend_text: `变化 ${percentText(compare)}` };
  return { trend: '', trend_text: is_asked ? '无对比' : '' };
}

type Part = NonNullable<ApiBoardFinanceMetric['sub_items']>[number];

function partsOf({ sub_items = [], value, unit }: ApiBoardFinanceMetric, is_asked: boolean): CardPart[] {
  const lengthOf = (part: Part): number => Math.abs(part.value ?? 0);
  const most = Math.max(...sub_items.map(lengthOf), 0);
  const is_told =
    is_asked && sub_items.some(({ trend, compare }) => trend !== undefined || compare !== undefined);
  return sub_items.map((part, at) => {
    const { figure, unit: apart } = figureOf(part.value, unit);
    return {
      row_key: `${at} ${part.label}`,
      ...{ label: part.label, text: figure + apart, share: shareText(part.value ?? 0, value ?? 0) },
      bar: most > 0 ? Math.round((lengthOf(part) / most) * 100) : 0,
      is_minus: (part.value ?? 0) < 0,
      ...trendOf(part, is_told),
    };
  });
}

/** What the cards are made for. */
export interface CardFacts {
  is_compared: boolean;
  is_estimate: boolean;
  /** Recharges belong to the whole store: of one area nothing is told of them. */
  is_whole: boolean;
}

function metricCard(metric: ApiBoardFinanceMetric, at: number, facts: CardFacts): Card {
  const { key, label, value, unit } = metric;
  const parts = partsOf(metric, facts.is_compared);
  const figure = value === null && parts.length > 0 ? { figure: '', unit: '' } : figureOf(value, unit);
  return {
    ...blankCard,
    ...{ row_key: `${at} ${key}`, key, label: label === '' ? NO_FIGURE : label },
    ...figure,
    is_wide: parts.length > 0,
    is_long: figure.figure.length + figure.unit.length > LONG,
    is_estimate: facts.is_estimate && figure.figure !== '',
    ...(figure.figure === '' ? {} : trendOf(metric, facts.is_compared)),
    parts,
  };
}

const placeholder = (kind: Card['kind'], key: string, label: string): Card => ({
  ...{ ...blankCard, row_key: `${kind} ${key}`, kind, key, label, is_wide: true },
});

/** A card of half the width that has no other beside it takes the whole. */
const filled = (cards: readonly Card[]): Card[] => {
  let in_row = 0;
  return cards.map((card, at) => {
    if (card.is_wide) in_row = 0;
    else in_row += 1;
    const is_alone = in_row % 2 === 1 && (cards[at + 1]?.is_wide ?? true);
    return is_alone ? { ...card, is_wide: true } : card;
  });
};

/** @param lost what a reply does not have (`lostIn`) */
export function financeCards(
  metrics: readonly ApiBoardFinanceMetric[],
  lost: { panels: readonly string[]; unnamed: number },
  facts: CardFacts,
): Card[] {
  const made = metrics.map((metric, at) => ({ panel: metric.panel, card: metricCard(metric, at, facts) }));
  const named = Object.keys(PANELS);
  const is_panels = lost.panels.length > 0 || made.some(({ panel }) => panel !== undefined);
  const panels = named.flatMap((panel) => {
    const head = placeholder('head', panel, PANELS[panel] ?? '');
    if (lost.panels.includes(panel)) {
      const is_meant = panel === 'recharge' && !facts.is_whole;
      return [head, placeholder(is_meant ? 'note' : 'lost', panel, PANELS[panel] ?? '')];
    }
    const own = made.filter((one) => one.panel === panel).map(({ card }) => card);
    return own.length === 0 ? [] : [head, ...own];
  });
  const others = made
    .filter(({ panel }) => panel === undefined || !named.includes(panel))
    .map(({ card }) => card);
  const unnamed = lost.unnamed > 0 ? [placeholder('lost', '', `有 ${lost.unnamed} 项`)] : [];
  return filled([...(is_panels ? panels : []), ...others, ...unnamed]);
}

const MOST_SLICES = 6;

/** A ring, where the parts make up the whole: more than one, none of them negative. Null where bars tell more. */
export function ringOf({ sub_items = [], value, unit, label }: ApiBoardFinanceMetric): ChartContent | null {
  const values = sub_items.map((part) => part.value ?? 0);
  const sum = values.reduce((whole, part) => whole + part, 0);
  const is_whole = value !== null && value > 0 && Math.abs(sum - value) < 1;
  const some = values.filter((part) => part > 0).length;
  if (!is_whole || some < 2 || some > MOST_SLICES || values.some((part) => part < 0)) return null;
  const text = (part: number | null): string => Object.values(figureOf(part, unit)).join('');
  return {
    kind: 'donut',
    parts: sub_items
      .filter((part) => (part.value ?? 0) > 0)
      .map((part, at) => ({
        ...{ row_key: `${at} ${part.label}`, label: part.label, value: part.value ?? 0, is_strong: false },
        ...{ value_text: text(part.value), share_text: shareText(part.value ?? 0, value) },
      })),
    ...{ total: value, total_label: label, total_text: text(value) },
  };
}
