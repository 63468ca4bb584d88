// The V4 API under `/api/v4`: errors, unknown routes, and its parts.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context';
import { authRoutes } from './auth/routes';
import { backpackRoutes } from './backpack/routes';
import { chatRoutes } from './chat/routes';
import { consoleChatRoutes } from './console/chat';
import { consoleLogin } from './console/login';
import { counterRoutes } from './counter/routes';
import { errorBody, sendJson, unknownRouteBody } from './envelope';
import { ApiError, internal } from './errors';
import { UnknownRoute } from './unknown-route';
import { bearer } from './auth/gate';

const WINDOW_MS = 60_000;

function asApiError(error: FastifyError | Error): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof SyntaxError) return new ApiError(400, 'SERVICE_ERROR', error.message);
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status !== undefined && status < 500) return new ApiError(status, 'BAD_REQUEST', error.message);
  return internal(error.message);
}

/** Faults and limits that stand before every V4 route. Throws what they ask for. */
function checkWeather(ctx: Context, request: FastifyRequest): void {
  const { maintenance } = ctx.faults;
  if (maintenance !== null) {
    const data = { maintenance: true, message: maintenance.message, end_time: maintenance.end_time };
    throw new ApiError(503, 'SYSTEM_MAINTENANCE', maintenance.message, data);
  }
  const path = request.url.split('?')[0] ?? '';
  const fail = ctx.faults.takeFail(path);
  if (fail !== undefined) throw new ApiError(fail.status, fail.code, fail.message, fail.data);
  const refused = ctx.limiter.take(
    `v4 ${bearer(request) ?? request.ip}`,
    ctx.faults.requestsPerMinute,
    WINDOW_MS,
  );
  if (refused !== undefined) {
    const data = { retry_after: refused.waitSeconds, limit: refused.limit };
    throw new ApiError(429, 'RATE_LIMIT_EXCEEDED', '请求过于频繁，请稍后再试', data);
  }
}

/** Registers the V4 API on `app` (which carries the prefix). */
export function v4(app: FastifyInstance, ctx: Context): void {
  const routes: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if (method !== 'HEAD') routes.push(`${String(method)} ${url}`);
  });
  const unknown = (request: FastifyRequest, reply: FastifyReply) =>
    sendJson(reply, 404, unknownRouteBody(ctx, request, routes));

  app.addHook('onRequest', async (request) => checkWeather(ctx, request));
  app.setNotFoundHandler(unknown);
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    if (error instanceof UnknownRoute) return unknown(request, reply);
    const refusal = asApiError(error);
    return sendJson(reply.headers(refusal.headers), refusal.status, errorBody(ctx, refusal));
  });
  authRoutes(app, ctx);
  backpackRoutes(app, ctx);
  counterRoutes(app, ctx);
  chatRoutes(app, ctx);
  consoleLogin(app, ctx);
  consoleChatRoutes(app, ctx);
}
