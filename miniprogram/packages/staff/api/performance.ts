// xcx PERF-1 and PERF-2: a coach's month, and its records by day.
import type { ApiPerfOverview, ApiPerfRecordsResponse } from '../../../../typings/xcx/performance';
import type { CallOptions, Client } from '../../../api/client';
import { pageQuery } from '../../../api/xcx/page-query';
import { xcxRoutes } from '../../../api/xcx/routes';
import { performanceRecordsSchema, performanceSchema } from './schema/performance';

/** `month` is 1-12. */
export interface Month {
  year: number;
  month: number;
}

/** `coach_id` names another coach, for who may see them; without it the own month comes (a manager's: the store's). */
export interface CoachMonth extends Month {
  coach_id?: string;
}

/** Every method rejects with `ApiError`: 403 for another person's figures, 404 for no such coach. */
export interface PerformanceApi {
  /** PERF-1. */
  overview(month: CoachMonth, options?: CallOptions): Promise<ApiPerfOverview>;
  /** PERF-2; `page` counts from 1, `page_size` ≤ 100. A day may go on on the next page. */
  records(
    query: CoachMonth & { page: number; page_size: number },
    options?: CallOptions,
  ): Promise<ApiPerfRecordsResponse>;
}

/** Binds the performance calls to a client. */
export function createPerformanceApi(client: Client): PerformanceApi {
  return {
    overview: (month, options) =>
      client.call({ route: xcxRoutes.performance, query: { ...month }, schema: performanceSchema, options }),
    records: ({ page, page_size, ...query }, options) =>
      client.call({
        route: xcxRoutes.performance_records,
        query: { ...query, ...pageQuery(page, page_size) },
        schema: performanceRecordsSchema,
        options,
      }),
  };
}
