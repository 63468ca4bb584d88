// The coach routes (COACH-1), which the document does not list.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { requireWorker } from '../auth/gate';
import { serveDeployed } from '../envelope';
import { idIn } from '../input';
import { coachBanner, coachDetail } from './detail';
import { requireCoach } from './rows';
import type { Coach } from './rows';

export function coachRoutes(app: FastifyInstance, ctx: Context): void {
  const views: Record<string, (ctx: Context, coach: Coach) => unknown> = {
    '/coaches/:id': coachDetail,
    '/coaches/:id/banner': coachBanner,
  };
  for (const [path, view] of Object.entries(views)) {
    app.get(
      path,
      serveDeployed(ctx, async (request) => {
        const worker = await requireWorker(ctx, request);
        return view(ctx, requireCoach(ctx, worker, idIn(request.params, 'id')));
      }),
    );
  }
}
