// The dev panel: one page and JSON routes under `/dev`, for this machine only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { field, numberField, textField } from '../http/input';
import { writeJson } from '../http/json';
import { isProfile, isRevision } from '../profile';
import { ApiError, badRequest, forbidden, notFound } from '../v4/errors';
import { xcxPosts, xcxReads } from '../xcx/dev/routes';
import { Refusal } from '../xcx/errors';
import { refusal } from './access';
import { chatControls } from './chat-routes';
import type { DevControls } from './controls';
import { giftIn, itemIdIn, reasonIn, shownOrItem, userIdIn } from './input';
import { stateOf } from './state';

const PAGE = readFileSync(join(__dirname, 'page.html'), 'utf8');
/** Throws 403. */
function requireHere(request: FastifyRequest): void {
  const reason = refusal(request);
  if (reason !== undefined) throw forbidden(reason);
}

type Handle = (request: FastifyRequest) => unknown;

function weather(dev: DevControls): Record<string, Handle> {
  return {
    latency: ({ body }) => dev.latency(numberField(body, 'ms') ?? 0),
    fail: ({ body }) => {
      const status = numberField(body, 'status') ?? 500;
      if (!Number.isInteger(status) || status < 400 || status > 599) throw badRequest('status is 400 to 599');
      const [code, message, prefix] = ['code', 'message', 'prefix'].map((name) => textField(body, name));
      const data = field(body, 'data');
      dev.fail({
        status,
        count: numberField(body, 'count') ?? 1,
        ...(code === undefined ? {} : { code }),
        ...(message === undefined ? {} : { message }),
        ...(prefix === undefined ? {} : { prefix }),
        ...(typeof data === 'object' && data !== null ? { data: { ...data } } : {}),
      });
    },
    drop: ({ body }) =>
      dev.drop({
        count: numberField(body, 'count') ?? 1,
        when: textField(body, 'when') === 'after' ? 'after' : 'before',
        prefix: textField(body, 'prefix') ?? '/api/',
      }),
    maintenance: ({ body }) => {
      const end_time = textField(body, 'end_time') ?? null;
      const message = textField(body, 'message') ?? '系统维护中，请稍后再试';
      dev.maintenance(field(body, 'on') === false ? null : { message, end_time });
    },
    'rate-limit': ({ body }) => {
      dev.faults.requestsPerMinute = numberField(body, 'per_minute') ?? 3000;
    },
    calm: () => {
      dev.faults.clear();
      dev.sockets.clear();
    },
  };
}

function people(dev: DevControls): Record<string, Handle> {
  return {
    'expire-access': ({ body }) => dev.expireAccess(userIdIn(body)),
    'expire-refresh': ({ body }) => dev.expireRefresh(userIdIn(body)),
    'end-sessions': ({ body }) => ({ ended: dev.endSessions(userIdIn(body), reasonIn(body)) }),
    items: ({ body }) => ({ item_id: dev.give(giftIn(body, dev.now)).toString() }),
    redeem: ({ body }) => dev.redeem(shownOrItem(body)),
  };
}

function whole(dev: DevControls): Record<string, Handle> {
  return {
    clock: ({ body }) => dev.advance(numberField(body, 'ms') ?? 0),
    'clock/reset': () => dev.resetClock(),
    reset: () => dev.reset(),
    profile: ({ body }) => {
      const profile = field(body, 'profile');
      if (!isProfile(profile)) throw badRequest('profile is documented or deployed');
      dev.setProfile(profile);
    },
    revision: ({ body }) => {
      const revision = field(body, 'revision');
      if (!isRevision(revision)) throw badRequest('revision is february or july');
      dev.setRevision(revision);
    },
  };
}

function readRoutes(app: FastifyInstance, dev: DevControls): void {
  const json = (handle: Handle) => (request: FastifyRequest) => writeJson(handle(request));
  app.get(
    '/state',
    json(() => stateOf(dev)),
  );
  app.get(
    '/requests',
    json(() => ({ by_route: dev.requests.byRoute(), recent: dev.requests.recent() })),
  );
  app.delete(
    '/requests',
    json(() => (dev.requests.clear(), { ok: true })),
  );
  app.get(
    '/items/:id',
    json(({ params }) => dev.item(itemIdIn(params)) ?? missing()),
  );
  app.get(
    '/items/:id/qr',
    json(({ params }) => ({ qr_content: dev.lastQr(itemIdIn(params)) ?? missing() })),
  );
}

function missing(): never {
  throw notFound('no such thing');
}

export function devRoutes(app: FastifyInstance, dev: DevControls): void {
  app.register(
    async (scope) => {
      scope.addHook('onRequest', async (request) => requireHere(request));
      scope.addHook('onSend', async (_request, reply, payload) => {
        if (reply.getHeader('content-type')?.toString().startsWith('text/plain') === true) {
          reply.type('application/json; charset=utf-8');
        }
        return payload;
      });
      scope.setErrorHandler((error: Error, _request, reply) => {
        const known = error instanceof ApiError || error instanceof Refusal;
        const status = known ? error.status : error instanceof SyntaxError ? 400 : 500;
        const code = error instanceof ApiError ? error.code : 'ERROR';
        return reply.code(status).send({ code, message: error.message });
      });
      scope.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
      readRoutes(scope, dev);
      const posts = { ...weather(dev), ...people(dev), ...whole(dev), ...chatControls(dev) };
      for (const [path, handle] of Object.entries({ ...posts, ...xcxPosts(dev.xcx) })) {
        scope.post(`/${path}`, (request) => writeJson(handle(request) ?? { ok: true }));
      }
      for (const [path, show] of Object.entries(xcxReads(dev.xcx)))
        scope.get(`/${path}`, () => writeJson(show()));
    },
    { prefix: '/dev' },
  );
}
