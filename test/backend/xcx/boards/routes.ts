// The board routes (BOARD-1…3), with the shapes in which the real system was seen to answer.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { requireWorker } from '../auth/gate';
import { skillIn } from '../config/skills';
import { serve } from '../envelope';
import { forbidden } from '../errors';
import { pagingIn, wordIn } from '../input';
import { withFailures } from '../modules';
import { booksNow } from '../now';
import { pageView } from '../pages';
import { coachBoard, COACH_SORTS } from './coaches';
import { customerBoard, DIMENSIONS } from './customers';
import { AREAS, financeBoard } from './finance';
import { COACH_TIMES, coachSpan, FINANCE_TIMES, financeSpan } from './spans';
import { financePanels } from './panels';

/** As documented a list of metrics, deployed an object of panels. */
function finance(ctx: Context, query: unknown): unknown {
  const { null_panel, finance_metrics } = ctx.xcx.quirks;
  const asked = [
    financeSpan(wordIn(query, 'time', FINANCE_TIMES, 'month'), booksNow(ctx)),
    wordIn(query, 'area', AREAS, 'all'),
    wordIn(query, 'compare', ['0', '1'], '0') === '1',
  ] as const;
  if (ctx.xcx.isDeployed) return withFailures(ctx, financePanels(ctx, ...asked));
  const metrics = financeBoard(ctx, ...asked).map((metric) => (metric.key === null_panel ? null : metric));
  return finance_metrics ? { metrics } : metrics;
}

export function boardRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(
    '/board/coaches',
    serve(ctx, async (request) => {
      const { store_id } = await requireWorker(ctx, request);
      const { query } = request;
      const items = coachBoard(
        ctx,
        store_id,
        wordIn(query, 'sort', COACH_SORTS, 'perf_desc'),
        skillIn(ctx, query, 'skill'),
        coachSpan(wordIn(query, 'time', COACH_TIMES, 'month'), booksNow(ctx)),
      );
      const page = { items, total: items.length, page: 1, pageSize: items.length };
      const isPage = ctx.xcx.quirks.coach_board_page || ctx.xcx.isDeployed;
      return isPage ? pageView(ctx, page) : items;
    }),
  );
  app.get(
    '/board/customers',
    serve(ctx, async (request) => {
      const worker = await requireWorker(ctx, request);
      const { query } = request;
      const dimension = wordIn(query, 'dimension', DIMENSIONS, 'recall');
      const project = skillIn(ctx, query, 'project');
      return pageView(ctx, customerBoard(ctx, worker, dimension, project, pagingIn(ctx, query)));
    }),
  );
  app.get(
    '/board/finance',
    serve(ctx, async (request) => {
      const worker = await requireWorker(ctx, request);
      if (!worker.may('finance')) throw forbidden('没有查看财务看板的权限');
      return finance(ctx, request.query);
    }),
  );
}
