// Figures as the staff's pages show them (`contract` display rules): what is missing or no number is `--`, never NaN, never 0.
import { groupedAmount } from '../../../format/amount';

/** What a page shows where the server has no figure. */
export const NO_FIGURE = '--';

type Wire = number | null | undefined;

const isFigure = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** `¥12,680`, `-¥368`, `¥0`. @param yuan rounded to whole ones, never shortened */
export function moneyText(yuan: Wire): string {
  if (!isFigure(yuan)) return NO_FIGURE;
  const whole = Math.round(Math.abs(yuan));
  return `${yuan < 0 && whole > 0 ? '-' : ''}¥${groupedAmount(whole)}`;
}

/** `2`, `2.5`, `0`: one decimal at most, for where the unit stands apart. */
export function hoursFigure(hours: Wire): string {
  if (!isFigure(hours)) return NO_FIGURE;
  const tenths = Math.round(hours * 10) / 10;
  return groupedAmount(tenths === 0 ? 0 : tenths);
}

/** `2h`, `2.5h`, `0h`. */
export function hoursText(hours: Wire): string {
  const figure = hoursFigure(hours);
  return figure === NO_FIGURE ? figure : `${figure}h`;
}

/** `折前 3h` where hours were deducted; nothing where none were. */
export function rawHoursText(raw: Wire, counted: Wire): string {
  const before = hoursText(raw);
  return before === NO_FIGURE || before === hoursText(counted) ? '' : `折前 ${before}`;
}

/** `1,204`: people, visits. */
export function countText(count: Wire): string {
  return isFigure(count) ? groupedAmount(Math.round(count)) : NO_FIGURE;
}

/** `72%`, `8.5%`. @param percent 0-100 */
export function percentText(percent: Wire): string {
  return isFigure(percent) ? `${groupedAmount(Math.round(percent * 10) / 10)}%` : NO_FIGURE;
}
