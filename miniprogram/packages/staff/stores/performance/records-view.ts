// A month's records in flat values and rows.
import type { Failure } from '../../../../api/errors';
import { failureIn, IDLE } from '../../../../stores/list/progress';
import { listFields, listingOf } from '../../../../stores/list/words';
import type { LinkTrouble, Listing } from '../../../../stores/list/words';
import { countText, hoursFigure, moneyText, rawHoursText } from '../../format/figures';
import { recordRows } from '../../format/record-rows';
import type { RecordRow } from '../../format/record-rows';
import { isEstimate } from '../../format/when';
import { isRefused, monthFields } from './performance-view';
import type { MonthRecords } from './records';

type Present = () => MonthRecords | null;

const countOf = (records: MonthRecords): number =>
  records.days.reduce((count, day) => count + day.records.length, 0);

function listing(records: MonthRecords | null): Listing | null {
  if (records === null) return null;
  const count = countOf(records);
  return listingOf(records.pages, { count, shown: count });
}

export const recordsFailure = (records: MonthRecords | null): Failure | null =>
  failureIn(records?.pages.refreshing ?? IDLE) ?? failureIn(records?.pages.adding ?? IDLE);

function stateOf(records: MonthRecords | null): string {
  if (records === null) return 'failed';
  if (isRefused(failureIn(records.pages.refreshing))) return 'refused';
  return records.pages.state === 'ready' && records.days.length === 0 ? 'empty' : records.pages.state;
}

export function recordsFields(
  records: Present,
  link: () => LinkTrouble,
): Record<string, () => string | boolean> {
  const summary = () => records()?.pages.loaded?.summary;
  return {
    state: () => stateOf(records()),
    ...monthFields(() => records()?.month ?? null),
    ...listFields(() => listing(records()), '条记录', link),
    is_estimate: () => isEstimate(undefined, records()?.month.is_present ?? false),
    income: () => moneyText(summary()?.total_income),
    hours: () => hoursFigure(summary()?.total_hours),
    hours_raw: () => rawHoursText(summary()?.total_hours_raw, summary()?.total_hours),
    count: () => countText(summary()?.total_count),
  };
}

/** @param now the server's, epoch ms */
export const rowsOf = (records: Present, now: () => number): RecordRow[] =>
  recordRows(records()?.days ?? [], now());
