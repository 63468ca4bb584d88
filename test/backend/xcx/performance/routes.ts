// The performance routes (PERF-1, PERF-2).
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { field } from '../../http/input';
import { requireWorker } from '../auth/gate';
import type { Worker } from '../auth/gate';
import { requireCoach } from '../coaches/rows';
import { serve } from '../envelope';
import { idIn, pagingIn, wholeIn } from '../input';
import { deployedOverview, deployedRecord } from './deployed';
import { overview } from './overview';
import { monthRecords, record } from './records';

/** Throws 422. */
export function monthIn(query: unknown): [year: number, month: number] {
  return [wholeIn(query, 'year', 2000, 2100), wholeIn(query, 'month', 1, 12)];
}

/** Whose month is asked for: `coach_id` names another coach. Throws 403 without the permission, 404 for nobody. */
function coachIn(ctx: Context, worker: Worker, query: unknown): number | null {
  if (field(query, 'coach_id') === undefined) return worker.coach_id;
  return requireCoach(ctx, worker, idIn(query, 'coach_id')).coach_id;
}

export function performanceRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(
    '/performance',
    serve(ctx, async (request) => {
      const coachId = coachIn(ctx, await requireWorker(ctx, request), request.query);
      const show = ctx.xcx.isDeployed ? deployedOverview : overview;
      return show(ctx, coachId, ...monthIn(request.query));
    }),
  );
  app.get(
    '/performance/records',
    serve(ctx, async (request) => {
      const coachId = coachIn(ctx, await requireWorker(ctx, request), request.query);
      const [year, month] = monthIn(request.query);
      const paging = pagingIn(ctx, request.query, 'page_size');
      return ctx.xcx.isDeployed
        ? monthRecords(ctx, coachId, year, month, paging, deployedRecord)
        : monthRecords(ctx, coachId, year, month, paging, record);
    }),
  );
}
