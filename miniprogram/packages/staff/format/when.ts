// How long ago, and which month: by the server's clock, in Beijing.
import { beijingTime, daysBetween, formatDate, parseWireTime } from '../../../format/time';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** `刚刚`, `5分钟前`, `3小时前`, `2天前`, `11-20`, `2025-11-20`; nothing where there is no time. @param now epoch ms */
export function agoText(time: string | null | undefined, now: number): string {
  const at = parseWireTime(time);
  if (at === null) return '';
  const ago = now - at;
  if (ago < 2 * MINUTE_MS) return '刚刚';
  if (ago < HOUR_MS) return `${Math.floor(ago / MINUTE_MS)}分钟前`;
  if (ago < 24 * HOUR_MS) return `${Math.floor(ago / HOUR_MS)}小时前`;
  if (ago < 72 * HOUR_MS) return `${Math.floor(ago / (24 * HOUR_MS))}天前`;
  return dayText(time, now);
}

/** `11-20`, in another year `2025-11-20`; nothing where there is no date. */
export function dayText(date: string | null | undefined, now: number): string {
  const at = parseWireTime(date);
  if (at === null) return '';
  const text = formatDate(at);
  return text.slice(0, 4) === formatDate(now).slice(0, 4) ? text.slice(5) : text;
}

/** By `weekday`, 0 is Sunday. */
export const WEEKDAYS: readonly string[] = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** `11月27日 周五`, today and yesterday by their names. */
export function dayHead(date: string, now: number): string {
  const at = parseWireTime(date);
  if (at === null) return date;
  const { month, day, weekday } = beijingTime(at);
  const days = daysBetween(at, now);
  const name = days === 0 ? ' 今天' : days === 1 ? ' 昨天' : '';
  return `${month}月${day}日 ${WEEKDAYS[weekday] ?? ''}${name}`;
}

/** Whether figures are estimates: those of the present month always, those of another if the server says so. */
export const isEstimate = (said: boolean | undefined, is_present_month: boolean): boolean =>
  said === true || is_present_month;

/** Finance closes a month on its fifth day: until then the present month's figures are estimates. @param now on the books' day */
export const isFinanceEstimate = (time: string, now: number): boolean =>
  time === 'month' && beijingTime(now).day <= 5;
