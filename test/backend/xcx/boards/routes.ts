// The board routes (BOARD-1…3), with the shapes in which the real system was seen to answer.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { requireWorker } from '../auth/gate';
import { serve } from '../envelope';
import { forbidden } from '../errors';
import { pagingIn, wordIn } from '../input';
import { coachBoard, COACH_SORTS, PROJECTS } from './coaches';
import { customerBoard, DIMENSIONS } from './customers';
import { AREAS, financeBoard } from './finance';
import { COACH_TIMES, coachSpan, FINANCE_TIMES, financeSpan } from './spans';

function finance(ctx: Context, query: unknown): unknown {
  const { null_panel, finance_metrics } = ctx.xcx.quirks;
  const board = financeBoard(
    ctx,
    financeSpan(wordIn(query, 'time', FINANCE_TIMES, 'month'), ctx.clock.now()),
    wordIn(query, 'area', AREAS, 'all'),
    wordIn(query, 'compare', ['0', '1'], '0') === '1',
  );
  const metrics = board.map((metric) => (metric.key === null_panel ? null : metric));
  return finance_metrics ? { metrics } : metrics;
}

export function boardRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(
    '/board/coaches',
    serve(ctx, async (request) => {
      await requireWorker(ctx, request);
      const { query } = request;
      const items = coachBoard(
        ctx,
        wordIn(query, 'sort', COACH_SORTS, 'perf_desc'),
        wordIn(query, 'skill', PROJECTS, 'ALL'),
        coachSpan(wordIn(query, 'time', COACH_TIMES, 'month'), ctx.clock.now()),
      );
      const page = { items, total: items.length, page: 1, pageSize: items.length };
      return ctx.xcx.quirks.coach_board_page ? page : items;
    }),
  );
  app.get(
    '/board/customers',
    serve(ctx, async (request) => {
      const worker = await requireWorker(ctx, request);
      const { query } = request;
      const dimension = wordIn(query, 'dimension', DIMENSIONS, 'recall');
      return customerBoard(
        ctx,
        worker,
        dimension,
        wordIn(query, 'project', PROJECTS, 'ALL'),
        pagingIn(query),
      );
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
