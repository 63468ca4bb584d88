// A month's hours by day: as bars from the first day on, and in one sentence that says the same.
import type { ChartContent, ChartPart } from '../../../format/chart';
import { beijingTime } from '../../../format/time';
import type { MonthDays } from '../stores/performance/month-days';
import type { YearMonth } from '../stores/month';
import { hoursText } from './figures';

/** Days that stand below the bars. */
const MARKS = [1, 7, 14, 21, 28];
/** A mark nearer to today's than this would overlap it, days. */
const TOO_CLOSE = 3;

export interface DaysView {
  sentence: string;
  bars: ChartContent | null;
  /** Of each bar, `YYYY-MM-DD`. */
  dates: readonly string[];
}

const two = (number: number): string => String(number).padStart(2, '0');

function daysIn({ year, month }: YearMonth): number {
  const is_leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, is_leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
}

/** The present day's number in the month; 0 in another month. */
function todayIn({ year, month }: YearMonth, now: number): number {
  const present = beijingTime(now);
  return present.year === year && present.month === month ? present.day : 0;
}

/** @param now the server's, epoch ms */
export function daysView(
  { hours, is_cut }: Pick<MonthDays, 'hours' | 'is_cut'>,
  month: YearMonth,
  now: number,
): DaysView {
  // No bars when days are missing: they would look like days without hours.
  if (is_cut) return { sentence: '这个月的记录很多，请在明细里按天查看', bars: null, dates: [] };
  const prefix = `${month.year}-${two(month.month)}-`;
  const all = Array.from({ length: daysIn(month) }, (_, at) => `${prefix}${two(at + 1)}`);
  const values = all.map((date) => positive(hours.get(date)));
  const today = todayIn(month, now);
  const last =
    today === 0 ? all.length : Math.max(today, values.length - leadingZeros([...values].reverse()));
  const dates = all.slice(0, last);
  const shown = values.slice(0, last);
  const busiest = shown.reduce(
    (best, value, at) => (value > 0 && value >= (shown[best] ?? 0) ? at : best),
    -1,
  );
  if (busiest < 0)
    return { sentence: today === 0 ? '这个月没有课时' : '这个月还没有课时', bars: null, dates: [] };
  const words = [
    `上班 ${shown.filter((value) => value > 0).length} 天`,
    `最忙是 ${(dates[busiest] ?? '').slice(5)} 的 ${hoursText(shown[busiest])}`,
    ...(today === 0 ? [] : [`今天 ${hoursText(shown[today - 1])}`]),
  ];
  const parts = shown.map((value, at): ChartPart => ({
    row_key: dates[at] ?? '',
    label: markOf(at + 1, today),
    value,
    value_text: hoursText(value),
    share_text: '',
    is_strong: at + 1 === today,
  }));
  const bars: ChartContent = { kind: 'bars', parts, total: 0, total_label: '', total_text: '' };
  return { sentence: words.join('，'), bars, dates };
}

function positive(hours: number | null | undefined): number {
  return typeof hours === 'number' && Number.isFinite(hours) && hours > 0 ? hours : 0;
}

function leadingZeros(values: readonly number[]): number {
  const first = values.findIndex((value) => value > 0);
  return first < 0 ? values.length : first;
}

function markOf(day: number, today: number): string {
  if (day === today) return '今天';
  if (!MARKS.includes(day) || (today > day && today - day < TOO_CLOSE)) return '';
  return day === 1 ? '1 日' : String(day);
}
