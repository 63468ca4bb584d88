// Reads what a staff client sent. Throws 422 for what makes no sense, as the real framework does.
import type { Context } from '../context';
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
    const standard = `Input should be a valid integer from ${least} to ${most}`;
    throw invalid(`${name} 应为 ${least} 到 ${most} 的整数`, name, standard);
  }
  return value;
}

/**
 * `page` from 1 and a page size of at most 100. The contract spells the size in two ways and means one for each route;
 * the deployed system takes either.
 */
export function pagingIn(
  ctx: Context,
  query: unknown,
  sizeName: 'pageSize' | 'page_size' = 'pageSize',
): Paging {
  const other = sizeName === 'pageSize' ? 'page_size' : 'pageSize';
  const said = ctx.xcx.isDeployed && field(query, sizeName) === undefined ? other : sizeName;
  return {
    page: wholeIn(query, 'page', 1, 1_000_000, 1),
    pageSize: wholeIn(query, said, 1, LARGEST_PAGE, USUAL_PAGE),
  };
}

/** One of the words of an enumeration; `usual` when it is absent. */
export function wordIn<T extends string>(source: unknown, name: string, words: readonly T[], usual?: T): T {
  const value = textField(source, name) ?? usual;
  const known = words.find((word) => word === value);
  if (known === undefined) {
    const standard = `Input should be ${words.map((word) => `'${word}'`).join(', ')}`;
    throw invalid(`${name} 应为 ${words.join(' / ')} 之一`, name, standard);
  }
  return known;
}

/** Text that is not blank, trimmed, of at most `most` characters. */
export function lineIn(body: unknown, name: string, label: string, most: number): string {
  const value = field(body, name);
  const line = typeof value === 'string' ? value.trim() : '';
  if (line === '') throw invalid(`${label}不能为空`, name);
  if ([...line].length > most) throw invalid(`${label}不能超过 ${most} 个字`, name);
  return line;
}

/** An id of our tables, sent as text or as a number; undefined when it is none. */
export function idIn(source: unknown, name: string): number | undefined {
  const value = numberField(source, name);
  return value !== undefined && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
