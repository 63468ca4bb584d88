// The spans of time that the boards know, and the span that each is compared with.
import type { ApiCoachTime, ApiFinanceTime } from '../../../../typings/xcx/boards';
import { calendarDay, DAY_MS, dayStart, monthsBack } from '../time';
import type { Span } from '../time';

export const COACH_TIMES: readonly ApiCoachTime[] = [
  ...(['month', 'quarter', 'last_month', 'last_3m', 'last_quarter', 'last_6m'] as const),
];
export const FINANCE_TIMES: readonly ApiFinanceTime[] = [
  ...(['month', 'lastMonth', 'week', 'lastWeek', 'quarter3', 'quarter', 'lastQuarter', 'half6'] as const),
];

/** Months that the current quarter has run, the current one included. */
const quarterMonths = (now: number): number => ((calendarDay(now).month - 1) % 3) + 1;

/** "The last n months" do not include the current one. */
export function coachSpan(time: ApiCoachTime, now: number): Span {
  switch (time) {
    case 'month':
      return monthsBack(now, 0, 1);
    case 'last_month':
      return monthsBack(now, 1, 1);
    case 'quarter':
      return monthsBack(now, quarterMonths(now) - 1, 3);
    case 'last_quarter':
      return monthsBack(now, quarterMonths(now) + 2, 3);
    case 'last_3m':
      return monthsBack(now, 3, 3);
    case 'last_6m':
      return monthsBack(now, 6, 6);
  }
}

export interface Compared {
  span: Span;
  before: Span;
}

/** `span` until now, and the equally long beginning of `before`. */
function soFar(span: Span, before: Span, now: number): Compared {
  const to = Math.min(before.to, before.from + (now - span.from));
  return { span, before: { from: before.from, to } };
}

function week(now: number, back: number): Span {
  const from = dayStart(now) - (calendarDay(now).weekday + 7 * back) * DAY_MS;
  return { from, to: from + 7 * DAY_MS };
}

/** A span of finance with the one before; a span that is not over is compared with as much of the one before. */
export function financeSpan(time: ApiFinanceTime, now: number): Compared {
  const months = quarterMonths(now);
  switch (time) {
    case 'month':
      return soFar(monthsBack(now, 0, 1), monthsBack(now, 1, 1), now);
    case 'lastMonth':
      return { span: monthsBack(now, 1, 1), before: monthsBack(now, 2, 1) };
    case 'week':
      return soFar(week(now, 0), week(now, 1), now);
    case 'lastWeek':
      return { span: week(now, 1), before: week(now, 2) };
    case 'quarter':
      return soFar(monthsBack(now, months - 1, 3), monthsBack(now, months + 2, 3), now);
    case 'lastQuarter':
      return { span: monthsBack(now, months + 2, 3), before: monthsBack(now, months + 5, 3) };
    case 'quarter3':
      return { span: monthsBack(now, 3, 3), before: monthsBack(now, 6, 3) };
    case 'half6':
      return { span: monthsBack(now, 6, 6), before: monthsBack(now, 12, 6) };
  }
}
