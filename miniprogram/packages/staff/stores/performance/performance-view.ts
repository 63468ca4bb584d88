// A coach's month in flat values and short lists.
import type {
  ApiPerfCustomer,
  ApiPerfOverview,
  ApiPerfRegular,
} from '../../../../../typings/xcx/performance';
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { avatarLetter } from '../../../../format/person';
import { failedFields, failedWords, noticeOf } from '../../../../stores/list/words';
import type { LinkTrouble } from '../../../../stores/list/words';
import { failed as failedProgress, IDLE } from '../../../../stores/list/progress';
import { countText, hoursFigure, hoursText, moneyText, NO_FIGURE } from '../../format/figures';
import { incomeView } from '../../format/income';
import type { IncomeView } from '../../format/income';
import { daysView } from '../../format/month-days';
import type { DaysView } from '../../format/month-days';
import { scaleView } from '../../format/pay-scale';
import type { ScaleView } from '../../format/pay-scale';
import { customerLink, customerName } from '../../format/perf-words';
import { dayText, isEstimate } from '../../format/when';
import type { Performance } from './performance';

/** Nothing while nobody is signed in. */
export type Shown = () => Performance | null;

export interface LatestRow {
  row_key: string;
  name: string;
  date: string;
  income: string;
  hours: string;
}

export interface Mate {
  row_key: string;
  name: string;
  letter: string;
  customer_id: string;
}

export interface RegularRow extends Mate {
  /** `8 次 · 16.5h` */
  about: string;
  /** Empty where it was not sent. */
  income: string;
}

const LATEST = 3;
/** A row of faces holds so many; with more the last of them is the way to the rest. */
export const FACES = 5;
const MOST_FACES = 40;
export const REGULARS = 5;

/** The server refuses it to this person. */
export const isRefused = (failure: Failure | null): boolean => statusOf(failure) === 403;

const overviewOf = (shown: Shown): ApiPerfOverview | null => shown()?.overview.now?.value ?? null;

function stateOf(page: Performance | null): string {
  if (page === null) return 'failed';
  const { failure, now } = page.overview;
  if (isRefused(failure)) return 'refused';
  if (now !== null) return 'ready';
  return failure === null ? 'loading' : 'failed';
}

/** `我的收入`, `全店收入`, `周敏的收入`. */
function whose(page: Performance | null, is_store: boolean): string {
  if (page === null) return '';
  if (page.coach_id !== null) return page.coach_name.trim() || '助教';
  return is_store ? '全店' : '我';
}

/** What stands for the month that shows. @param is_store the person's own month is the store's */
export function performanceFields(
  shown: Shown,
  now: () => number,
  is_store: () => boolean,
  link: () => LinkTrouble,
): Record<string, () => string | number | boolean> {
  const overview = (): ApiPerfOverview | null => overviewOf(shown);
  const scale = () => scaleOf(shown, is_store);
  const failed = () => failedWords(shown()?.overview.failure);
  const notice = () => {
    const failure = shown()?.overview.failure ?? null;
    return noticeOf(failure === null ? IDLE : failedProgress(failure), link());
  };
  return {
    state: () => stateOf(shown()),
    ...monthFields(() => shown()?.month ?? null),
    ...failedFields(failed),
    notice_text: () => notice().text,
    notice_action: () => notice().action,
    whose: () => whose(shown(), is_store()),
    may_choose: () => (shown()?.coaches.length ?? 0) > 0,
    coach_at: () => {
      const page = shown();
      return page === null ? 0 : page.coaches.findIndex(({ id }) => id === page.coach_id) + 1;
    },
    is_estimate: () => isEstimate(undefined, shown()?.month.is_present ?? false),
    income: () => moneyText(overview()?.total_income),
    hours: () => hoursFigure(overview()?.total_hours),
    customers: () => countText(overview()?.total_customers),
    has_scale: () => scale()?.has_scale ?? false,
    scale_fill: () => scale()?.fill ?? 0,
    scale_text: () => scale()?.text ?? '',
    scale_gap: () => scale()?.gap ?? '',
    scale_next: () => scale()?.next ?? '',
    scale_prize: () => scale()?.prize ?? '',
    scale_top: () => scale()?.top ?? '',
    rates_now: () => scale()?.rates_now ?? '',
    rates_next: () => scale()?.rates_next ?? '',
    days_state: () => daysState(shown()),
    days_sentence: () => daysOf(shown, now)?.sentence ?? '',
    records_more: () => {
      const count = shown()?.days.now?.value.total_count;
      return count === undefined || count === 0 ? '' : `全部 ${countText(count)} 条`;
    },
    fresh_count: () => countOf(overview()?.new_customers),
    regular_count: () => countOf(overview()?.regular_customers),
    is_blank: () => isBlank(overview()),
  };
}

/** Nothing for a store, which stands on no scale. */
export function scaleOf(shown: Shown, is_store: () => boolean): ScaleView | null {
  const sent = overviewOf(shown);
  const is_coach = !is_store() || shown()?.coach_id !== null;
  return sent === null || !is_coach ? null : scaleView(sent);
}

/** The month bar's. */
export function monthFields(
  month: () => Performance['month'] | null,
): Record<string, () => string | boolean> {
  return {
    month_text: () => month()?.text ?? '',
    month_value: () => month()?.value ?? '',
    month_first: () => month()?.first_value ?? '',
    month_last: () => month()?.last_value ?? '',
    can_go_back: () => month()?.can_go_back ?? false,
    can_go_on: () => month()?.can_go_on ?? false,
  };
}

const countOf = (list: readonly unknown[] | undefined): string =>
  list === undefined || list.length === 0 ? '' : countText(list.length);

/** Nothing happened in the month: one sentence stands for all its parts. */
function isBlank(overview: ApiPerfOverview | null): boolean {
  if (overview === null) return false;
  const { total_income, total_hours, this_month_records, income_items } = overview;
  const is_nothing = (total_income ?? 0) === 0 && (total_hours ?? 0) === 0;
  return is_nothing && this_month_records.length === 0 && income_items.length === 0;
}

function daysState(page: Performance | null): string {
  if (page === null) return 'absent';
  const { now, failure } = page.days;
  if (now !== null) return 'ready';
  return failure === null ? 'loading' : 'failed';
}

export function daysOf(shown: Shown, now: () => number): DaysView | null {
  const page = shown();
  const days = page?.days.now?.value ?? null;
  return page === null || days === null ? null : daysView(days, page.month.current, now());
}

export function incomeOf(shown: Shown): IncomeView | null {
  const sent = overviewOf(shown);
  return sent === null ? null : incomeView(sent);
}

/** The coaches to choose from, the whole store first. */
export const coachNames = (shown: Shown): string[] => [
  '全店',
  ...(shown()?.coaches ?? []).map(({ name }) => (name.trim() === '' ? NO_FIGURE : name)),
];

export function latestRows(shown: Shown, now: () => number): LatestRow[] {
  const records = overviewOf(shown)?.this_month_records ?? [];
  return records.slice(0, LATEST).map(({ customer_name, date, hours, income }, at) => ({
    row_key: `${at} ${date}`,
    name: customerName(customer_name, false),
    date: dayText(date, now()),
    income: moneyText(income),
    hours: hoursText(hours),
  }));
}

function mateOf({ name, avatar_char, customer_id, is_scattered }: ApiPerfCustomer, at: number): Mate {
  const shown = customerName(name, is_scattered);
  return {
    row_key: `${at} ${customer_id ?? name}`,
    name: shown,
    letter: avatar_char.trim() === '' ? avatarLetter(shown) : avatar_char.trim(),
    customer_id: customerLink(customer_id, is_scattered),
  };
}

/** @param is_open all of them, or a row of faces */
export function freshMates(shown: Shown, is_open: boolean): Mate[] {
  const all = overviewOf(shown)?.new_customers ?? [];
  const count = is_open ? MOST_FACES : all.length > FACES ? FACES - 1 : FACES;
  return all.slice(0, count).map(mateOf);
}

function regularRow(customer: ApiPerfRegular, at: number): RegularRow {
  const { visits, hours, income } = customer;
  const about = [`${countText(visits)} 次`, ...(hours === undefined ? [] : [hoursText(hours)])];
  return {
    ...mateOf(customer, at),
    about: about.join(' · '),
    income: income === undefined ? '' : moneyText(income),
  };
}

/** @param is_open all of them, or the first few */
export function regularRows(shown: Shown, is_open: boolean): RegularRow[] {
  const all = overviewOf(shown)?.regular_customers ?? [];
  return (is_open ? all : all.slice(0, REGULARS)).map(regularRow);
}
