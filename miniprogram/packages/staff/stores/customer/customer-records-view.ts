// The services given to a customer in flat values, chips and rows.
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { failureIn, IDLE } from '../../../../stores/list/progress';
import { listFields, listingOf } from '../../../../stores/list/words';
import type { LinkTrouble, Listing } from '../../../../stores/list/words';
import { headFigures, customerView } from '../../format/customer-view';
import type { HeadFigure } from '../../format/customer-view';
import { countText, hoursFigure, NO_FIGURE } from '../../format/figures';
import { serviceRow } from '../../format/service-row';
import type { ServiceRow } from '../../format/service-row';
import { monthFields } from '../performance/performance-view';
import type { CustomerRecords } from './customer-records';

/** Null while nobody is signed in. */
type Present = () => CustomerRecords | null;

function listing(page: CustomerRecords | null): Listing | null {
  if (page === null) return null;
  const count = page.pages.loaded?.records.length ?? 0;
  return listingOf(page.pages, { count, shown: count });
}

export const servicesFailure = (page: CustomerRecords | null): Failure | null =>
  failureIn(page?.pages.refreshing ?? IDLE) ?? failureIn(page?.pages.adding ?? IDLE);

function stateOf(page: CustomerRecords | null): string {
  if (page === null) return 'signed_out';
  const { pages } = page;
  const status = statusOf(failureIn(pages.refreshing));
  if (status === 403) return 'no_permission';
  if (status === 404) return 'gone';
  return pages.state === 'ready' && pages.loaded?.records.length === 0 ? 'empty' : pages.state;
}

/** The month's end is said where there is nothing further. */
function endOf(page: CustomerRecords | null): string {
  if (page === null || page.pages.has_more || !page.pages.loaded?.records.length) return '';
  return `${page.month.current.month} 月的记录都在这里了`;
}

export function servicesFields(
  page: Present,
  link: () => LinkTrouble,
): Record<string, () => string | boolean> {
  const words = listFields(() => listing(page()), '条记录', link);
  const whose = () => customerView(null, page()?.head ?? null);
  return {
    ...words,
    footer_text: () => endOf(page()) || words.footer_text(),
    ...monthFields(() => page()?.month ?? null),
    has_head: () => (page()?.head ?? null) !== null,
    name: () => whose().name,
    heart: () => whose().relation.replace('关系 ', ''),
    phone: () => whose().phone,
    phone_full: () => whose().phone_full,
    table: () => page()?.table ?? '',
    state: () => stateOf(page()),
  };
}

/** Of the whole month, those that were sent. */
export function servicesFigures(page: CustomerRecords | null): HeadFigure[] {
  const reply = page?.reply ?? null;
  if (reply === null) return [];
  const figures = [
    { row_key: '本月', value: countText(reply.month_count), unit: '次' },
    { row_key: '本月工时', value: hoursFigure(reply.month_hours), unit: 'h' },
    ...headFigures(null, reply),
  ];
  return figures.filter(({ value }) => value !== NO_FIGURE);
}

/** 全部球台 and each table of the month; nothing where there is no choice. */
export function servicesTables(page: CustomerRecords | null): { value: string; text: string }[] {
  const tables = page?.reply?.tables ?? [];
  if (tables.length < 2 && !page?.table) return [];
  return [{ value: '', text: '全部球台' }, ...tables.map(({ id, name }) => ({ value: id, text: name }))];
}

/** @param now the server's, epoch ms */
export const servicesRows = (page: CustomerRecords | null, now: number): ServiceRow[] =>
  (page?.pages.loaded?.records ?? []).map((record, at) => serviceRow(record, at, now));
