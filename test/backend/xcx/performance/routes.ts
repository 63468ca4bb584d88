// The performance routes (PERF-1, PERF-2).
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { requireWorker } from '../auth/gate';
import { serve } from '../envelope';
import { pagingIn, wholeIn } from '../input';
import { overview } from './overview';
import { monthRecords } from './records';

/** Throws 422. */
export function monthIn(query: unknown): [year: number, month: number] {
  return [wholeIn(query, 'year', 2000, 2100), wholeIn(query, 'month', 1, 12)];
}

export function performanceRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(
    '/performance',
    serve(ctx, async (request) => {
      const { coach_id } = await requireWorker(ctx, request);
      return overview(ctx, coach_id, ...monthIn(request.query));
    }),
  );
  app.get(
    '/performance/records',
    serve(ctx, async (request) => {
      const { coach_id } = await requireWorker(ctx, request);
      const [year, month] = monthIn(request.query);
      return monthRecords(ctx, coach_id, year, month, pagingIn(request.query, 'page_size'));
    }),
  );
}
