// CONFIG-1: what the boards can be narrowed to; and the day on which the store's books stand (deployed only).
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { requireWorker } from '../auth/gate';
import { serve, serveDeployed } from '../envelope';
import { booksNow } from '../now';
import { dateText } from '../time';
import { skillTypes } from './skills';

export function configRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(
    '/config/skill-types',
    serve(ctx, async (request) => {
      await requireWorker(ctx, request);
      return skillTypes(ctx);
    }),
  );
  app.get(
    '/runtime-clock',
    serveDeployed(ctx, async (request) => {
      await requireWorker(ctx, request);
      return { business_date: dateText(booksNow(ctx)) };
    }),
  );
}
