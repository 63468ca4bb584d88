// Which page comes next, in every way that the two backends say it.
import type { ChatIssuesReply } from '../../typings/v4/chat';
import type { Pagination } from '../../typings/v4/common';
import type { ApiPaginated } from '../../typings/xcx/common';
import { receivedIn } from './rows';

/** What a reply says about its paging; a backend may leave out any of it. */
export interface PageFacts {
  /** Of the page that came, from 1. */
  page?: number;
  /** As the server applied it; it may have cut what was asked for. */
  page_size?: number;
  /** Rows in all pages. */
  total?: number;
  total_pages?: number;
  /** Said outright. */
  more?: boolean;
}

function facts(given: { [Name in keyof PageFacts]: PageFacts[Name] | null | undefined }): PageFacts {
  const known = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(known);
}

/** V4: `{total, page, page_size|limit, total_pages}` or `{current_page, per_page, total_count, total_pages}`. */
export function factsOfPagination(pagination: Pagination | undefined): PageFacts {
  return facts({
    page: pagination?.page ?? pagination?.current_page,
    page_size: pagination?.page_size ?? pagination?.limit ?? pagination?.per_page,
    total: pagination?.total ?? pagination?.total_count,
    total_pages: pagination?.total_pages,
    more: pagination?.has_next,
  });
}

/** V4 tickets: `{rows, count, page, page_size}`. */
export function factsOfRows(reply: Pick<ChatIssuesReply, 'count' | 'page' | 'page_size'>): PageFacts {
  return facts({ page: reply.page, page_size: reply.page_size, total: reply.count });
}

/** xcx: `{items, total, page, pageSize}`, or `has_more` instead of some of it. */
export function factsOfPage(reply: Omit<ApiPaginated<unknown>, 'items'>): PageFacts {
  const { page, pageSize: page_size, total, has_more: more } = reply;
  return facts({ page, page_size, total, more: total === null ? more : undefined });
}

/** xcx PERF-2 and CUST-2: `{has_more}`. */
export function factsOfMore(reply: { has_more: boolean }): PageFacts {
  return { more: reply.has_more };
}

/**
 * The number of the next page, `null` when there is none. `received`: rows of the page that came. An empty page is the
 * last one whatever its paging says, so that no wrong total can make a reader go on for ever.
 */
export function nextPage(
  said: PageFacts,
  asked: { page: number; page_size: number },
  received: number,
): number | null {
  return received > 0 && isMore(said, asked, received) ? asked.page + 1 : null;
}

/** xcx: the page after one of rows; those that cannot be read came too. @param page_size as it was asked for */
export const nextOfPage = (reply: ApiPaginated<unknown>, page: number, page_size: number): number | null =>
  nextPage(factsOfPage(reply), { page, page_size }, receivedIn(reply.items));

function isMore(said: PageFacts, asked: { page: number; page_size: number }, received: number): boolean {
  if (said.more !== undefined) return said.more;
  if (said.total_pages !== undefined) return asked.page < said.total_pages;
  const page_size = said.page_size !== undefined && said.page_size > 0 ? said.page_size : asked.page_size;
  return said.total === undefined ? received >= page_size : asked.page * page_size < said.total;
}
