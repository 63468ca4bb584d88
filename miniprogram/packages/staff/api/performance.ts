// xcx PERF-1 and PERF-2: a coach's month, and its records by day.
import type { ApiPerfOverview, ApiPerfRecordsResponse } from '../../../../typings/xcx/performance';
import type { CallOptions, Client } from '../../../api/client';
import { xcxRoutes } from '../../../api/xcx/routes';
import { performanceRecordsSchema, performanceSchema } from './schema/performance';

/** `month` is 1-12. */
export interface Month {
  year: number;
  month: number;
}

/** Every method rejects with `ApiError`: 403 for another person's figures. */
export interface PerformanceApi {
  /** PERF-1. */
  overview(month: Month, options?: CallOptions): Promise<ApiPerfOverview>;
  /** PERF-2; `page` counts from 1, `page_size` ≤ 100. A day may go on on the next page. */
  records(
    query: Month & { page: number; page_size: number },
    options?: CallOptions,
  ): Promise<ApiPerfRecordsResponse>;
}

/** Binds the performance calls to a client. */
export function createPerformanceApi(client: Client): PerformanceApi {
  return {
    overview: (month, options) =>
      client.call({ route: xcxRoutes.performance, query: { ...month }, schema: performanceSchema, options }),
    records: (query, options) =>
      client.call({
        route: xcxRoutes.performance_records,
        query: { ...query },
        schema: performanceRecordsSchema,
        options,
      }),
  };
}
