// How long until something ends, in words: an item's expiry, an order's, a count-down. All times are epoch milliseconds
// on the server's clock; nothing here reads the device's.
import { daysBetween, formatClock, formatDate } from './time';

const DAY_MS = 86_400_000;

/** How near the end is: drives colour, never text alone. */
export type DeadlineTone = 'none' | 'far' | 'soon' | 'today' | 'over';

export interface DeadlineWords {
  text: string;
  tone: DeadlineTone;
}

/** Days before the end from which an item counts as soon expiring. */
export const SOON_DAYS = 7;

/**
 * The words for an item's or order's end (V4 §2.1 `expires_at`).
 * @param deadline epoch ms, or null when it never ends
 * @param now epoch ms on the server's clock
 */
export function deadlineWords(deadline: number | null, now: number): DeadlineWords {
  if (deadline === null) return { text: '长期有效', tone: 'none' };
  if (deadline <= now) return { text: '已过期', tone: 'over' };
  const days = daysBetween(now, deadline);
  if (days === 0) return { text: `今天 ${formatClock(deadline)} 到期`, tone: 'today' };
  if (days === 1) return { text: `明天 ${formatClock(deadline)} 到期`, tone: 'soon' };
  if (days <= SOON_DAYS) return { text: `还有 ${days} 天到期`, tone: 'soon' };
  return { text: `${formatDate(deadline)} 到期`, tone: 'far' };
}

/** True from `SOON_DAYS` before the end until the end. */
export function isSoon(deadline: number | null, now: number): boolean {
  return deadline !== null && deadline > now && deadline - now <= SOON_DAYS * DAY_MS;
}

/** Whole seconds left, rounded up so that 0 means over; never negative. */
export function secondsLeft(deadline: number, now: number): number {
  return Math.max(0, Math.ceil((deadline - now) / 1000));
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `4:59`, with hours `1:04:59`: for count-downs. */
export function countdownText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const tail = `${hours > 0 ? twoDigits(minutes) : minutes}:${twoDigits(whole % 60)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}
