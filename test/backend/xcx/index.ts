// The staff API under `/api/xcx`: its weather, its refusals, and its parts.
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context';
import { bearer } from '../v4/auth/gate';
import { assistantRoutes } from './assistant/routes';
import { authRoutes } from './auth/routes';
import { boardRoutes } from './boards/routes';
import { coachRoutes } from './coaches/routes';
import { configRoutes } from './config/routes';
import { customerRoutes } from './customers/routes';
import { sendRefusal } from './envelope';
import { noRoute, Refusal } from './errors';
import { noteRoutes } from './notes/routes';
import { performanceRoutes } from './performance/routes';
import { taskRoutes } from './tasks/routes';

const WINDOW_MS = 60_000;
const PREFIX = /^\/api\/xcx/;

function asRefusal(error: FastifyError | Error): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof SyntaxError) return new Refusal(422, '请求体不是有效的 JSON');
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status !== undefined && status < 500) return new Refusal(status, error.message);
  return new Refusal(500, '服务器内部错误');
}

/** `METHOD /path` as in the route table, without the prefix. */
const routeOf = ({ method, routeOptions }: FastifyRequest): string =>
  `${method} ${(routeOptions.url ?? '').replace(PREFIX, '')}`;

/** What stands before every route. Throws what is planned. */
function checkWeather(ctx: Context, request: FastifyRequest): void {
  const { xcx, limiter, faults } = ctx;
  if (xcx.maintenance !== null) throw new Refusal(503, xcx.maintenance);
  const failure = xcx.takeFailure(request.url.split('?')[0] ?? '');
  if (failure !== undefined) throw new Refusal(failure.status, failure.message);
  if (xcx.quirks.absent.includes(routeOf(request))) throw noRoute();
  const caller = `xcx ${bearer(request) ?? request.ip}`;
  const refused = limiter.take(caller, faults.requestsPerMinute, WINDOW_MS);
  if (refused !== undefined) throw new Refusal(429, '请求过于频繁，请稍后再试');
}

/** Registers the staff API on `app` (which carries the prefix). */
export function xcx(app: FastifyInstance, ctx: Context): void {
  app.addHook('onRequest', async (request) => checkWeather(ctx, request));
  app.setNotFoundHandler((request, reply) => sendRefusal(ctx, request, reply, noRoute()));
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const refusal = asRefusal(error);
    if (refusal.status === 500 && !(error instanceof Refusal)) request.log.error(error);
    return sendRefusal(ctx, request, reply, refusal);
  });
  authRoutes(app, ctx);
  taskRoutes(app, ctx);
  noteRoutes(app, ctx);
  performanceRoutes(app, ctx);
  customerRoutes(app, ctx);
  coachRoutes(app, ctx);
  boardRoutes(app, ctx);
  configRoutes(app, ctx);
  assistantRoutes(app, ctx);
}
