// The present as the store's books have it. The deployed system may keep a day of the past (a sandbox): figures, months
// and deadlines then count from that day, at the time that it is.
import type { Context } from '../context';
import { dayStart } from './time';
import type { Span } from './time';

/** ms since 1970. */
export function booksNow({ clock, xcx }: Context): number {
  const now = clock.now();
  const { business_date } = xcx.quirks;
  if (!xcx.isDeployed || business_date === null) return now;
  return Math.min(now, Date.parse(`${business_date}T00:00:00+08:00`) + (now - dayStart(now)));
}

/** The part of a span that the books hold. */
export function booked(ctx: Context, { from, to }: Span): Span {
  return { from, to: Math.min(to, booksNow(ctx) + 1) };
}
