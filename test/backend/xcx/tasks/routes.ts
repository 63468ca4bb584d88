// The task routes (TASK-1, TASK-2 and what can be done with a task).
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { field } from '../../http/input';
import { requireWorker } from '../auth/gate';
import { serve } from '../envelope';
import { pagingIn, wordIn } from '../input';
import { abandon, restore, setPinned } from './actions';
import { deployedTask, deployedTasks } from './deployed';
import { taskDetail } from './detail';
import { listTasks } from './list';
import { requireTask, TASK_STATUSES } from './rows';
import type { Task } from './rows';
import { statusIn } from './words';

export function taskRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(
    '/tasks',
    serve(ctx, async (request) => {
      const worker = await requireWorker(ctx, request);
      const { query } = request;
      const paging = pagingIn(ctx, query);
      if (ctx.xcx.isDeployed) return deployedTasks(ctx, worker, statusIn(query), paging);
      const status = field(query, 'status') === undefined ? null : wordIn(query, 'status', TASK_STATUSES);
      return listTasks(ctx, worker, status, paging);
    }),
  );
  app.get(
    '/tasks/:id',
    serve(ctx, async (request) => {
      const worker = await requireWorker(ctx, request);
      const task = requireTask(ctx, worker, request.params);
      return ctx.xcx.isDeployed ? deployedTask(ctx, task) : taskDetail(ctx, task);
    }),
  );
  const actions: Record<string, (task: Task, body: unknown) => unknown> = {
    pin: (task) => setPinned(ctx, task, true),
    unpin: (task) => setPinned(ctx, task, false),
    abandon: (task, body) => abandon(ctx, task, body),
    restore: (task) => restore(ctx, task),
  };
  for (const [name, act] of Object.entries(actions)) {
    app.post(
      `/tasks/:id/${name}`,
      serve(ctx, async (request) => {
        const worker = await requireWorker(ctx, request);
        return act(requireTask(ctx, worker, request.params), request.body);
      }),
    );
  }
}
