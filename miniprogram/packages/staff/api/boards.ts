// xcx BOARD-1…3: coaches, customers and finance.
import type {
  ApiBoardCoachItem,
  ApiBoardCustomerItem,
  ApiBoardFinanceMetric,
  ApiCoachSort,
  ApiCoachTime,
  ApiCustomerDimension,
  ApiFinanceArea,
  ApiFinanceTime,
  ApiProject,
} from '../../../../typings/xcx/boards';
import type { ApiPaginated } from '../../../../typings/xcx/common';
import type { CallOptions, Client } from '../../../api/client';
import { pageQuery } from '../../../api/xcx/page-query';
import { xcxRoutes } from '../../../api/xcx/routes';
import { coachBoardSchema, customerBoardSchema } from './schema/boards';
import { financeBoardSchema } from './schema/finance';

export interface CoachBoardQuery {
  sort: ApiCoachSort;
  skill: ApiProject;
  time: ApiCoachTime;
}

/** `page` counts from 1, `pageSize` ≤ 100. */
export interface CustomerBoardQuery {
  dimension: ApiCustomerDimension;
  project: ApiProject;
  page: number;
  pageSize: number;
}

export interface FinanceBoardQuery {
  time: ApiFinanceTime;
  area: ApiFinanceArea;
  /** Beside the period before. */
  compare: boolean;
}

/** Every method rejects with `ApiError`; 403 where the person's role may not see the board. */
export interface BoardsApi {
  /** BOARD-1; the server's order is kept. */
  coaches(query: CoachBoardQuery, options?: CallOptions): Promise<ApiBoardCoachItem[]>;
  /** BOARD-2, a page of it. */
  customers(query: CustomerBoardQuery, options?: CallOptions): Promise<ApiPaginated<ApiBoardCustomerItem>>;
  /** BOARD-3; panels without a figure are left out. */
  finance(query: FinanceBoardQuery, options?: CallOptions): Promise<ApiBoardFinanceMetric[]>;
}

/** Binds the boards to a client. */
export function createBoardsApi(client: Client): BoardsApi {
  return {
    coaches: (query, options) =>
      client.call({ route: xcxRoutes.coach_board, query: { ...query }, schema: coachBoardSchema, options }),
    customers: ({ page, pageSize, ...query }, options) =>
      client.call({
        route: xcxRoutes.customer_board,
        query: { ...query, ...pageQuery(page, pageSize) },
        schema: customerBoardSchema,
        options,
      }),
    finance: ({ time, area, compare }, options) =>
      client.call({
        route: xcxRoutes.finance_board,
        query: { time, area, compare: compare ? 1 : 0 },
        schema: financeBoardSchema,
        options,
      }),
  };
}
