// Days, weeks, months and quarters of Beijing, as spans of milliseconds.

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const OFFSET_MS = 8 * HOUR_MS;

/** From `from`, up to and not including `to`. */
export interface Span {
  from: number;
  to: number;
}

/** The first millisecond of a month in Beijing. @param month 1-12; others run into the next or previous years */
export function monthStart(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) - OFFSET_MS;
}

export function monthSpan(year: number, month: number): Span {
  return { from: monthStart(year, month), to: monthStart(year, month + 1) };
}

export interface CalendarDay {
  year: number;
  month: number;
  day: number;
  /** 0 is Monday. */
  weekday: number;
}

export function calendarDay(ms: number): CalendarDay {
  const local = new Date(ms + OFFSET_MS);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: (local.getUTCDay() + 6) % 7,
  };
}

/** The first millisecond of the Beijing day that holds `ms`. */
export function dayStart(ms: number): number {
  return Math.floor((ms + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
}

/** `YYYY-MM-DD` in Beijing. */
export function dateText(ms: number): string {
  return new Date(ms + OFFSET_MS).toISOString().slice(0, 10);
}

/** `HH:mm` in Beijing. */
export function clockText(ms: number): string {
  return new Date(ms + OFFSET_MS).toISOString().slice(11, 16);
}

/** Whole Beijing days from `earlier` to `later`: 0 on the same day. */
export function daysBetween(earlier: number, later: number): number {
  return Math.round((dayStart(later) - dayStart(earlier)) / DAY_MS);
}

/** A span of `count` whole months; `back` says how many months before the month of `now` it starts. */
export function monthsBack(now: number, back: number, count: number): Span {
  const { year, month } = calendarDay(now);
  return { from: monthStart(year, month - back), to: monthStart(year, month - back + count) };
}
