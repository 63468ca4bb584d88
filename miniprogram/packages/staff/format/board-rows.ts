// Coaches and customers as flat rows of a board: who, what else there is, and the figure that the board is about.
import type { ApiBoardCoachItem, ApiBoardCustomerItem } from '../../../../typings/xcx/boards';
import type { Row } from '../../../format/chunks';
import { tableOf } from '../../../format/lookup';
import { daysBetween, parseWireTime } from '../../../format/time';
import { countText, hoursText, moneyText, NO_FIGURE } from './figures';
import { customerLink, customerName } from './perf-words';
import { heartText } from './task-words';
import { dayText } from './when';

export interface BoardRow extends Row {
  rank: number;
  name: string;
  avatar: string;
  /** Nobody in particular. */
  is_off: boolean;
  tag: string;
  tone: string;
  /** `4.8` of 5; empty where nobody rated. */
  stars: string;
  about: string;
  /** Empty where the board's order has none. */
  figure: string;
  /** Percent of the highest; -1 for no bar. */
  bar: number;
  /** Whom a tap leads to; empty for nobody. */
  id: string;
}

type Wire = number | null | undefined;

const tones = tableOf<string>({ 星: 'danger', 高: 'legendary', 中: 'rare', 初: 'ok' });
const classTones = tableOf<string>({ star: 'danger', senior: 'legendary', middle: 'rare', junior: 'ok' });

/** By the first character of a level, else by its class. */
export const levelTone = (level: string, level_class = ''): string =>
  tones[level.slice(0, 1)] ?? classTones[level_class] ?? 'off';

/** `4.8`. @param satisfaction percent, or stars already; 0 is unrated */
export function starsText(satisfaction: Wire): string {
  if (typeof satisfaction !== 'number' || !(satisfaction > 0)) return '';
  const stars = satisfaction > 5 ? satisfaction / 20 : satisfaction;
  return (Math.round(Math.min(stars, 5) * 10) / 10).toFixed(1);
}

export const tasksText = ({ task_stats }: Pick<ApiBoardCoachItem, 'task_stats'>): string =>
  task_stats === undefined
    ? ''
    : `召回 ${countText(task_stats.recall)} 回访 ${countText(task_stats.callback)}`;

const tasksOf = ({ task_stats }: ApiBoardCoachItem): number | undefined =>
  task_stats === undefined ? undefined : task_stats.recall + task_stats.callback;

interface Measure<T> {
  of: (row: T) => Wire;
  text: (value: Wire, row: T) => string;
  /** A bar can stand for it. */
  is_length?: true;
}

const byHours: Measure<ApiBoardCoachItem> = {
  of: (row) => row.total_hours,
  text: hoursText,
  is_length: true,
};
const byIncome: Measure<ApiBoardCoachItem> = {
  of: (row) => row.total_income,
  text: moneyText,
  is_length: true,
};
const byTasks: Measure<ApiBoardCoachItem> = {
  of: tasksOf,
  text: (count) => (count === undefined ? NO_FIGURE : `${countText(count)} 个`),
  is_length: true,
};
/** The running system sends the figure, the document's only the order. */
const byStored: Measure<ApiBoardCoachItem> = {
  of: (row) => row.stored_value,
  text: (value) => (value === undefined ? '' : moneyText(value)),
  is_length: true,
};

const coachMeasures = tableOf<Measure<ApiBoardCoachItem>>({
  ...{ perf_desc: byHours, perf_asc: byHours, salary_desc: byIncome, salary_asc: byIncome },
  ...{ sv_desc: byStored, task_desc: byTasks },
});

const collate = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : Number(one > other));

/**
 * In the chosen order, without asking anybody; of equal ones the lower id, who has no figure last.
 * @param order ids in the server's own order, for the one that no field tells
 */
export function sortedCoaches(
  coaches: readonly ApiBoardCoachItem[],
  sort: string,
  order: readonly string[],
): ApiBoardCoachItem[] {
  if (sort === 'sv_desc') {
    const places = new Map(order.map((id, at) => [id, at]));
    const placeOf = ({ id }: ApiBoardCoachItem): number => places.get(id) ?? order.length;
    return [...coaches].sort((one, other) => placeOf(one) - placeOf(other));
  }
  const { of } = coachMeasures[sort] ?? byHours;
  const sign = sort.endsWith('_asc') ? 1 : -1;
  return [...coaches].sort((one, other) => {
    const [left, right] = [of(one) ?? null, of(other) ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right) || collate(one.id, other.id);
  });
}

const highest = (values: readonly Wire[]): number => Math.max(0, ...values.map((value) => value ?? 0));

function barOf(value: Wire, most: number, is_length: true | undefined): number {
  if (is_length === undefined || most <= 0 || typeof value !== 'number') return -1;
  return Math.round((Math.max(0, value) / most) * 100);
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** What stands below the figure that coaches are sorted by. */
export const besideFigure = (coach: ApiBoardCoachItem, sort: string): string =>
  sort.startsWith('salary') ? hoursText(coach.total_hours) : moneyText(coach.total_income);

export function coachRows(coaches: readonly ApiBoardCoachItem[], sort: string): BoardRow[] {
  const { of, text, is_length } = coachMeasures[sort] ?? byHours;
  const most = highest(coaches.map(of));
  return coaches.map((coach, at) => {
    const { id, level, level_class, satisfaction, customer_count } = coach;
    const name = coach.name.trim() === '' ? '未知助教' : coach.name.trim();
    return {
      row_key: `coach ${id}`,
      rank: at + 1,
      ...{ name, avatar: coach.avatar, is_off: false },
      ...{ tag: level, tone: levelTone(level, level_class), stars: starsText(satisfaction) },
      about: joined([besideFigure(coach, sort), `${countText(customer_count)} 位`, tasksText(coach)]),
      ...{ figure: text(of(coach), coach), bar: barOf(of(coach), most, is_length), id },
    };
  });
}

/** `今天`, `18 天前`, `10-21`; words that are no date as they came. @param now epoch ms */
export function visitText(last_visit: string, now: number): string {
  const at = parseWireTime(last_visit);
  if (at === null) return last_visit.trim();
  const days = daysBetween(at, now);
  if (days < 0 || days > 30) return dayText(last_visit, now);
  return ['今天', '昨天'][days] ?? `${days} 天前`;
}

const bySpend: Measure<ApiBoardCustomerItem> = {
  of: (row) => row.total_spend,
  text: moneyText,
  is_length: true,
};
const relationOf = ({ relation_index }: ApiBoardCustomerItem): number => Number(relation_index || NaN);
const byDay: Measure<ApiBoardCustomerItem> = { of: () => null, text: () => '' };

interface Dimension {
  /** What the figure is. */
  figure: string;
  /** What the board is about. */
  about: string;
  by: Measure<ApiBoardCustomerItem>;
}

const dimensions = tableOf<Dimension>({
  recall: { figure: '最近到店', about: '比自己平常更久没来的客户', by: byDay },
  potential: {
    ...{ figure: '月均消费', about: '最近比平常来得少、还能多来的客户' },
    by: { of: (row) => row.monthly_consume, text: moneyText, is_length: true },
  },
  balance: {
    ...{ figure: '储值够用', about: '按储值余额从多到少' },
    by: { of: () => null, text: (_, row) => row.available_months ?? '' },
  },
  recharge: { figure: '最近到店', about: '按最近一次充值排列', by: byDay },
  recent: { figure: '最近到店', about: '按最近一次到店排列', by: byDay },
  spend60: { figure: '60 天消费', about: '近 60 天消费最多的客户', by: bySpend },
  freq60: {
    ...{ figure: '60 天到店', about: '近 60 天来得最勤的客户' },
    by: { of: (row) => row.visit_count, text: (count) => `${countText(count)} 次`, is_length: true },
  },
  loyal: {
    ...{ figure: '亲密度', about: '和助教最亲近的客户' },
    by: { of: relationOf, text: (score) => heartText(score) || NO_FIGURE, is_length: true },
  },
});

const bySum: Pick<Dimension, 'figure' | 'by'> = { figure: '累计消费', by: bySpend };

/** What the store's system did not send for any of them gives way to what they spent. */
function measureOf(
  dimension: string,
  customers: readonly ApiBoardCustomerItem[],
): Pick<Dimension, 'figure' | 'by'> {
  const { figure, by } = dimensions[dimension] ?? bySum;
  const is_sent =
    (dimension !== 'potential' && dimension !== 'balance') ||
    customers.some(
      (row) => (dimension === 'potential' ? row.monthly_consume : row.available_months) !== undefined,
    );
  return is_sent ? { figure, by } : bySum;
}

/** The sentence and the figure's name, above a list of customers. */
export function dimensionWords(
  dimension: string,
  customers: readonly ApiBoardCustomerItem[],
): { about: string; figure: string } {
  return { about: dimensions[dimension]?.about ?? '', figure: measureOf(dimension, customers).figure };
}

/** @param now the server's, epoch ms */
export function customerRows(
  customers: readonly ApiBoardCustomerItem[],
  dimension: string,
  now: number,
): BoardRow[] {
  const { by } = measureOf(dimension, customers);
  const most = highest(customers.map(by.of));
  return customers.map((customer, at) => {
    const { id, is_scattered, tags, visit_count, last_visit } = customer;
    const name = customerName(customer.name, is_scattered);
    const is_off = is_scattered === true || customer.name.trim() === '';
    const visit = visitText(last_visit, now);
    const heart = dimension === 'loyal' ? moneyText(customer.total_spend) : heartText(relationOf(customer));
    const visits = dimension === 'freq60' ? moneyText(customer.total_spend) : `${countText(visit_count)} 次`;
    return {
      row_key: `customer ${id}`,
      rank: at + 1,
      ...{ name, avatar: customer.avatar, is_off },
      ...{ tag: tags[0] ?? '', tone: 'off', stars: '' },
      about: joined([heart || NO_FIGURE, visits, by === byDay ? moneyText(customer.total_spend) : visit]),
      figure: by === byDay ? visit || NO_FIGURE : by.text(by.of(customer), customer) || NO_FIGURE,
      ...{ bar: barOf(by.of(customer), most, by.is_length), id: customerLink(id, is_scattered) },
    };
  });
}
