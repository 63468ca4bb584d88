// The customers along one dimension (BOARD-2), page by page, in the server's order.
import type { ApiBoardCustomerItem } from '../../../../../typings/xcx/boards';
import type { ApiPaginated } from '../../../../../typings/xcx/common';
import { nextOfPage } from '../../../../api/paging';
import { PagedList } from '../../../../stores/list/paged-list';
import type { Pages } from '../../../../stores/list/paged-list';

const PAGE_SIZE = 50;

type Reply = ApiPaginated<ApiBoardCustomerItem>;

export interface LoadedCustomers extends Pages {
  readonly items: readonly ApiBoardCustomerItem[];
  /** Null where the server does not say. */
  readonly total: number | null;
  /** When page 1 was read, epoch ms by the server's clock. */
  readonly read_at: number;
}

export type CustomerList = PagedList<Reply, LoadedCustomers>;

/** @param clock the server's */
export function customerList(
  ask: (paging: { page: number; pageSize: number }) => Promise<Reply>,
  clock: { now(): number },
): CustomerList {
  const taken = (before: readonly ApiBoardCustomerItem[], reply: Reply, page: number) => {
    const known = new Set(before.map(({ id }) => id));
    return {
      // Who moved down over the edge of a page meanwhile is there already.
      items: [...before, ...reply.items.filter(({ id }) => !known.has(id) && known.add(id))],
      total: reply.total,
      next_page: nextOfPage(reply, page, PAGE_SIZE),
    };
  };
  return new PagedList<Reply, LoadedCustomers>({
    ask: (page) => ask({ page, pageSize: PAGE_SIZE }),
    // The order is the server's: pages read before may not fit to a first page that is read anew.
    first: (_old, reply) => ({ ...taken([], reply, 1), read_at: clock.now() }),
    further: (old, reply, page) => ({ ...taken(old.items, reply, page), read_at: old.read_at }),
  });
}
