// The agents' desk at `/desk`: a page and its JSON routes, for this machine only. Whoever opens it is the store's own agent,
// whom no demo customer is.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context';
import { AGENT } from '../db/seed/people';
import { refusal } from '../dev/access';
import type { DevControls } from '../dev/controls';
import { onIn } from '../dev/input';
import { parseId, textField } from '../http/input';
import { writeJson } from '../http/json';
import { acceptSession, askForRating, closeSession, sendAsAgent } from '../v4/chat/agent';
import { keepImage, LARGEST_IMAGE } from '../v4/chat/images';
import { requireSession } from '../v4/chat/sessions';
import { redeemAtCounter } from '../v4/counter/redeem';
import { ApiError, badRequest, forbidden } from '../v4/errors';
import { Refusal } from '../xcx/errors';
import { feed } from './feed';
import { deskFiles } from './files';
import { staffActions, staffOf } from './staff';
import { conversation, queue, sessionCard } from './view';

/** Throws 403. */
function requireHere(request: FastifyRequest): void {
  const reason = refusal(request);
  if (reason !== undefined) throw forbidden(reason);
}

const originOf = (request: FastifyRequest) => `${request.protocol}://${request.host}`;
const sessionIdOf = (request: FastifyRequest) => parseId(textField(request.params, 'id'));

function sendImage(ctx: Context, request: FastifyRequest): void {
  const { body } = request;
  if (!Buffer.isBuffer(body)) throw badRequest('请选择图片');
  const session = requireSession(ctx, sessionIdOf(request));
  const key = keepImage(ctx, session, body, request.headers['content-type'] ?? '');
  const image_url = `${originOf(request)}/uploads/${key}`;
  const message = { content: '[图片]', message_type: 'image', metadata: { image_url } };
  sendAsAgent(ctx, AGENT.user_id, session.customer_service_session_id, message);
}

/** What the page may do, by path. */
function actions(ctx: Context, dev: DevControls): Record<string, (request: FastifyRequest) => unknown> {
  const me = AGENT.user_id;
  return {
    'sessions/:id/accept': (request) => void acceptSession(ctx, me, sessionIdOf(request)),
    'sessions/:id/send': (request) => void sendAsAgent(ctx, me, sessionIdOf(request), request.body),
    'sessions/:id/image': (request) => sendImage(ctx, request),
    'sessions/:id/satisfaction': (request) => void askForRating(ctx, sessionIdOf(request)),
    'sessions/:id/close': (request) =>
      void closeSession(ctx, sessionIdOf(request), textField(request.body, 'reason') ?? '客服关闭'),
    redeem: ({ body }) => {
      const shown = textField(body, 'shown')?.trim() ?? '';
      const isQr = shown.startsWith('RQRV1_');
      return redeemAtCounter(ctx, me, isQr ? { qr_content: shown } : { code: shown || undefined });
    },
    script: ({ body }) => dev.script.turn(onIn(body)),
    ...staffActions(dev.xcx),
  };
}

/** Registers the desk below `/desk`. */
export function deskRoutes(app: FastifyInstance, ctx: Context, dev: DevControls): void {
  app.register(
    async (scope) => {
      scope.addContentTypeParser(
        /^image\//,
        { parseAs: 'buffer', bodyLimit: LARGEST_IMAGE },
        (_request, body, done) => done(null, body),
      );
      scope.addHook('onRequest', async (request) => requireHere(request));
      scope.setErrorHandler((error: Error, _request, reply) => {
        const known = error instanceof ApiError || error instanceof Refusal;
        const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
        const { code } = error instanceof ApiError ? error : { code: 'ERROR' };
        return reply.code(known ? error.status : status).send({ code, message: error.message });
      });
      const json =
        (handle: (request: FastifyRequest) => unknown) => (request: FastifyRequest, reply: FastifyReply) =>
          reply.type('application/json; charset=utf-8').send(writeJson(handle(request) ?? { ok: true }));
      deskFiles(scope);
      scope.get('/events', (request, reply) => feed(ctx, request, reply));
      scope.get(
        '/sessions',
        json(() => ({ me: AGENT.nickname, scripted_agent: dev.script.isOn, sessions: queue(ctx) })),
      );
      scope.get(
        '/staff',
        json(() => staffOf(ctx)),
      );
      scope.get(
        '/sessions/:id',
        json((request) => {
          const session = requireSession(ctx, sessionIdOf(request));
          return {
            session: sessionCard(ctx, session),
            messages: conversation(ctx, session, originOf(request)),
          };
        }),
      );
      for (const [path, act] of Object.entries(actions(ctx, dev))) scope.post(`/${path}`, json(act));
    },
    { prefix: '/desk' },
  );
}
