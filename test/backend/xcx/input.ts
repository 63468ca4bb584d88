// Reads what a staff client sent. Throws 422 for what makes no sense, as the real framework does.
import type { ApiPaginated } from '../../../typings/xcx/common';
import { field, numberField, textField } from '../http/input';
import { invalid } from './errors';

export interface Paging {
  page: number;
  pageSize: number;
}

const LARGEST_PAGE = 100;
const USUAL_PAGE = 20;

/** A whole number from `least` to `most`; `usual` when it is absent. */
export function wholeIn(source: unknown, name: string, least: number, most: number, usual?: number): number {
  if (field(source, name) === undefined && usual !== undefined) return usual;
  const value = numberField(source, name);
  if (value === undefined || !Number.isInteger(value) || value < least || value > most) {
    throw invalid(`${name} 应为 ${least} 到 ${most} 的整数`);
  }
  return value;
}

/** `page` from 1 and a page size of at most 100. @param sizeName the contract spells it in two ways */
export function pagingIn(query: unknown, sizeName: 'pageSize' | 'page_size' = 'pageSize'): Paging {
  return {
    page: wholeIn(query, 'page', 1, 1_000_000, 1),
    pageSize: wholeIn(query, sizeName, 1, LARGEST_PAGE, USUAL_PAGE),
  };
}

/** One of the words of an enumeration; `usual` when it is absent. */
export function wordIn<T extends string>(source: unknown, name: string, words: readonly T[], usual?: T): T {
  const value = textField(source, name) ?? usual;
  const known = words.find((word) => word === value);
  if (known === undefined) throw invalid(`${name} 应为 ${words.join(' / ')} 之一`);
  return known;
}

/** Text that is not blank, trimmed, of at most `most` characters. */
export function lineIn(body: unknown, name: string, label: string, most: number): string {
  const value = field(body, name);
  const line = typeof value === 'string' ? value.trim() : '';
  if (line === '') throw invalid(`${label}不能为空`);
  if ([...line].length > most) throw invalid(`${label}不能超过 ${most} 个字`);
  return line;
}

/** An id of our tables, sent as text or as a number; undefined when it is none. */
export function idIn(source: unknown, name: string): number | undefined {
  const value = numberField(source, name);
  return value !== undefined && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** One page of a list that is read as a whole. */
export function pageOf<T>(all: readonly T[], { page, pageSize }: Paging): ApiPaginated<T> {
  const start = (page - 1) * pageSize;
  return { items: all.slice(start, start + pageSize), total: all.length, page, pageSize };
}
