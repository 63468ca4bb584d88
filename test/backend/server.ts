// The HTTP server: body reading, faults, the request log, pictures, and the parts of the backend.
import Fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from './context';
import type { DevControls } from './dev/controls';
import { deskRoutes } from './desk/routes';
import { devRoutes } from './dev/routes';
import { hangUp } from './http/faults';
import { stranger } from './http/visitors';
import { servePictures } from './static/serve';
import { serveUploads } from './v4/chat/upload';
import { v4 } from './v4';
import { xcx } from './xcx';

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? request.url;
const isApi = (request: FastifyRequest): boolean => pathOf(request).startsWith('/api/');

/** JSON as the client wrote it; an empty body is an empty object, broken JSON a `SyntaxError`. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(body.toString()));
    } catch (error) {
      done(error instanceof Error ? error : new Error('unreadable body'));
    }
  });
}

function addFaults(app: FastifyInstance, ctx: Context): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isApi(request)) return;
    if (ctx.faults.latencyMs > 0 && !(await ctx.faults.delay())) return hangUp(request, reply);
    if (!ctx.faults.takeDrop(pathOf(request), 'before')) return;
    log(ctx, request, 0);
    hangUp(request, reply);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (!isApi(request)) return payload;
    log(ctx, request, reply.statusCode);
    if (ctx.faults.takeDrop(pathOf(request), 'after')) request.raw.socket.destroy();
    return payload;
  });
}

function log(ctx: Context, request: FastifyRequest, status: number): void {
  const path = pathOf(request);
  const route = request.routeOptions.url ?? path;
  ctx.requests.add({ at: ctx.clock.now(), method: request.method, path, route, status });
}

/** Before anything else, on every route. */
function refuseStrangers(app: FastifyInstance, ctx: Context): void {
  app.addHook('onRequest', async (request, reply) => {
    const reason = stranger(request.headers, ctx.isOpen === true);
    if (reason !== undefined) return reply.code(403).send({ code: 'FORBIDDEN', message: reason });
  });
}

/** Builds the server without listening. */
export function buildServer(ctx: Context, dev: DevControls, options: { log: boolean }): FastifyInstance {
  const app = Fastify({ logger: options.log, forceCloseConnections: true, bodyLimit: 8 * 1024 * 1024 });
  refuseStrangers(app, ctx);
  readJsonBodies(app);
  addFaults(app, ctx);
  servePictures(app);
  serveUploads(app, ctx);
  devRoutes(app, dev);
  deskRoutes(app, ctx, dev);
  app.register(async (scope) => v4(scope, ctx), { prefix: '/api/v4' });
  app.register(async (scope) => xcx(scope, ctx), { prefix: '/api/xcx' });
  return app;
}
