// When something was said in a conversation with the assistant: by the server's clock, in Beijing.
import { beijingTime, daysBetween, formatClock, formatDate, parseWireTime } from '../../../format/time';

const two = (value: number): string => String(value).padStart(2, '0');

/** `9:32`, `昨天`, `11-24`, in another year its date; nothing where there is no time. @param now epoch ms */
export function chatTime(time: string | null | undefined, now: number): string {
  const at = parseWireTime(time);
  if (at === null) return '';
  const days = daysBetween(at, now);
  if (days <= 0) return formatClock(at).replace(/^0/, '');
  return days === 1 ? '昨天' : dayOf(at, now);
}

function dayOf(at: number, now: number): string {
  const { year, month, day } = beijingTime(at);
  return year === beijingTime(now).year ? `${two(month)}-${two(day)}` : formatDate(at);
}

/** `今天 9:32`, `昨天 18:05`, `11-24 9:32`. @param at epoch ms */
export function momentText(at: number, now: number): string {
  const days = daysBetween(at, now);
  const day = days <= 0 ? '今天' : days === 1 ? '昨天' : dayOf(at, now);
  return `${day} ${formatClock(at).replace(/^0/, '')}`;
}
