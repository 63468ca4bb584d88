// The auth routes (V4 §4).
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { parseId, textField } from '../../http/input';
import { ok, serve, withTimestamp } from '../envelope';
import { notFound } from '../errors';
import { requireMobile, sendCode } from './codes';
import { requireCaller } from './gate';
import { endSession, liveSessions, sessionView } from './sessions';
import { forgetCookie, login, refresh } from './signing-in';
import { profileView, verifyView } from './users';

function deviceRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(
    '/auth/sessions',
    serve(ctx, async (request) => {
      const { user, session } = await requireCaller(ctx, request);
      const list = liveSessions(ctx, user.user_id).map((one) => sessionView(one, session.session_token));
      return ok({ list }, '获取登录设备列表成功');
    }),
  );
  app.delete(
    '/auth/sessions/:id',
    serve(ctx, async (request) => {
      const { user } = await requireCaller(ctx, request);
      const wanted = parseId(textField(request.params, 'id'));
      const session = liveSessions(ctx, user.user_id).find((one) => one.authentication_session_id === wanted);
      if (session === undefined) throw notFound('会话不存在', 'SESSION_NOT_FOUND');
      endSession(ctx, session, 'kicked');
      const { authentication_session_id } = session;
      return ok({ deactivated: true, authentication_session_id }, '设备已下线', 'SESSION_DEACTIVATED');
    }),
  );
}

export function authRoutes(app: FastifyInstance, ctx: Context): void {
  app.post(
    '/auth/send-code',
    serve(ctx, (request) => {
      const sent = sendCode(ctx, requireMobile(textField(request.body, 'mobile')));
      return ok(sent, '短信服务未配置，请稍后再试或联系管理员');
    }),
  );
  app.post(
    '/auth/login',
    serve(ctx, (request) => login(ctx, request)),
  );
  app.post(
    '/auth/refresh',
    serve(ctx, (request) => refresh(ctx, request)),
  );
  app.get(
    '/auth/verify',
    serve(ctx, async (request) => {
      const { user } = await requireCaller(ctx, request);
      return ok(withTimestamp(ctx, verifyView(user)), 'Token验证成功', 'TOKEN_VALID');
    }),
  );
  app.get(
    '/auth/profile',
    serve(ctx, async (request) => {
      const { user } = await requireCaller(ctx, request);
      return ok(withTimestamp(ctx, { user: profileView(user) }), '用户信息获取成功');
    }),
  );
  app.post(
    '/auth/logout',
    serve(ctx, async (request) => {
      const { session } = await requireCaller(ctx, request);
      endSession(ctx, session, 'logout');
      return { ...ok(null, '退出登录成功', 'LOGOUT_SUCCESS'), headers: forgetCookie };
    }),
  );
  deviceRoutes(app, ctx);
}
