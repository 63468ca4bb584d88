// The customer's chat routes (V4 §2.2).
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../context';
import { field, parseId, textField } from '../../http/input';
import type { Profile } from '../../profile';
import { requireCaller } from '../auth/gate';
import { ok, serve } from '../envelope';
import type { Success } from '../envelope';
import { readBack } from '../ids';
import { UnknownRoute } from '../unknown-route';
import { issueList } from './issues';
import { history, search, sessionList } from './reading';
import { countSend, createSession, rateSession, sendDelayMs, sendMessage } from './service';
import { requireSession } from './sessions';
import { uploadRoute } from './upload';
import { sentView } from './views';

type Handle = (request: FastifyRequest, userId: number) => Success | Promise<Success>;

const sessionId = (request: FastifyRequest) => parseId(textField(request.params, 'id'));
const originOf = (request: FastifyRequest) => `${request.protocol}://${request.host}`;

function create(ctx: Context, request: FastifyRequest, userId: number): Success {
  const { session, is_new } = createSession(ctx, userId, textField(request.body, 'source'));
  const { customer_service_session_id: id, status, source } = session;
  const data = { customer_service_session_id: is_new ? id : readBack(id), status, source };
  return ok(data, is_new ? '聊天会话创建成功' : '使用现有会话');
}

async function send(ctx: Context, request: FastifyRequest, userId: number): Promise<Success> {
  countSend(ctx, userId);
  const { message, is_new } = sendMessage(ctx, userId, sessionId(request), request.body);
  const delayMs = is_new ? sendDelayMs(ctx) : 0;
  if (delayMs > 0) await new Promise<void>((resolve) => ctx.clock.after(delayMs, resolve));
  return ok(sentView(ctx, message), '消息发送成功');
}

function rate(ctx: Context, request: FastifyRequest, userId: number): Success {
  const score = field(request.body, 'satisfaction_score');
  const { customer_service_session_id: id, satisfaction_score } = rateSession(
    ctx,
    userId,
    sessionId(request),
    score,
  );
  const named =
    ctx.profile === 'deployed' ? { session_id: id } : { customer_service_session_id: readBack(id) };
  return ok({ ...named, satisfaction_score }, '评分提交成功');
}

/** Registers them; a route of the other profile is an unknown one. */
export function chatRoutes(app: FastifyInstance, ctx: Context): void {
  const signedIn = (handle: Handle, isOffered: () => boolean = () => true) =>
    serve(ctx, async (request) => {
      if (!isOffered()) throw new UnknownRoute();
      return handle(request, (await requireCaller(ctx, request)).user.user_id);
    });
  const only = (profile: Profile) => () => ctx.profile === profile;
  const chat = '/system/chat';

  app.post(
    `${chat}/sessions`,
    signedIn((request, user) => create(ctx, request, user)),
  );
  app.get(
    `${chat}/sessions`,
    signedIn((request, user) =>
      ok(sessionList(ctx, user, request.query, originOf(request)), '获取会话列表成功'),
    ),
  );
  app.get(
    `${chat}/sessions/search`,
    signedIn((request, user) => ok(search(ctx, user, request.query), '搜索成功')),
  );
  app.get(
    `${chat}/sessions/:id/messages`,
    signedIn((request, user) => {
      const session = requireSession(ctx, sessionId(request), user);
      return ok(history(ctx, session, request.query, originOf(request)), '获取聊天历史成功');
    }),
  );
  const sending: Handle = (request, user) => send(ctx, request, user);
  app.post(`${chat}/sessions/:id/message`, signedIn(sending, only('documented')));
  app.post(`${chat}/sessions/:id/messages`, signedIn(sending, only('deployed')));
  app.post(
    `${chat}/sessions/:id/rate`,
    signedIn((request, user) => rate(ctx, request, user)),
  );
  app.get(
    `${chat}/issues`,
    signedIn(
      (request, user) => ok(issueList(ctx, user, request.query), '获取工单列表成功'),
      () => ctx.profile === 'documented' || ctx.revision === 'february',
    ),
  );
  uploadRoute(app, ctx);
}
