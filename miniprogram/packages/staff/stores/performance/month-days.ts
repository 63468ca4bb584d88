// A month's hours by day, from the records' own totals of each day (PERF-2): the overview tells of the latest records only.
import type { Figure } from '../../../../../typings/xcx/common';
import type { AbortSignal } from '../../../../platform/abort';
import type { CoachMonth, PerformanceApi } from '../../api/performance';

export interface MonthDays {
  /** As sent, for whole days; by `YYYY-MM-DD`. */
  hours: ReadonlyMap<string, Figure>;
  /** Records of the month. */
  total_count: number | undefined;
  /** There is more than is read for a picture: days are missing. */
  is_cut: boolean;
}

/** The most that the route gives at once. */
const PAGE_SIZE = 100;
const MOST_PAGES = 10;

/** Rejects with `ApiError`, as the route. Pages are read one after another. */
export async function readMonthDays(
  api: Pick<PerformanceApi, 'records'>,
  month: CoachMonth,
  signal: AbortSignal,
): Promise<MonthDays> {
  const hours = new Map<string, Figure>();
  let total_count: number | undefined;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const reply = await api.records({ ...month, page, page_size: PAGE_SIZE }, { signal });
    total_count ??= reply.summary.total_count;
    const groups = reply.date_groups;
    for (const { date, total_hours } of groups) if (!hours.has(date)) hours.set(date, total_hours);
    if (!reply.has_more || groups.length === 0) return { hours, total_count, is_cut: false };
  }
  return { hours, total_count, is_cut: true };
}
