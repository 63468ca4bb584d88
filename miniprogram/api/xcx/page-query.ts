// How a page is asked for: the contract and the running system spell its size in two ways, so both are said.
import type { Query } from '../route';

/** `page` counts from 1, `pageSize` ≤ 100. */
export function pageQuery(page: number, pageSize: number): Query {
  return { page, pageSize, page_size: pageSize };
}
