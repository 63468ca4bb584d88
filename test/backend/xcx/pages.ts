// Pages of lists, in the form of the profile.
import type { Context } from '../context';
import type { Paging } from './input';

export interface Page<T> extends Paging {
  items: T[];
  total: number;
}

export const hasMore = ({ page, pageSize, total }: Omit<Page<unknown>, 'items'>): boolean =>
  page * pageSize < total;

/** A page that was read already; the deployed system once called its rows `list`. */
export function pageView<T>(ctx: Context, shown: Page<T>): Record<string, unknown> {
  const { items, ...facts } = shown;
  if (!ctx.xcx.isMarch) return { items, ...facts };
  return { list: items, ...facts, has_more: hasMore(facts) };
}

/** One page of a list that is read as a whole. */
export function pageOf<T>(
  ctx: Context,
  all: readonly T[],
  { page, pageSize }: Paging,
): Record<string, unknown> {
  const start = (page - 1) * pageSize;
  const items = all.slice(start, start + pageSize);
  return pageView(ctx, { items, total: all.length, page, pageSize });
}
