// The agents' side of the chat over HTTP, as the store's console uses it; administrators only.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { utcIso } from '../../clock';
import type { Context } from '../../context';
import { numberField, parseId, textField } from '../../http/input';
import { requireStaff } from '../auth/gate';
import { acceptSession, askForRating, closeSession, sendAsAgent, transferSession } from '../chat/agent';
import { contentOf } from '../chat/views';
import { ok, serve } from '../envelope';
import type { Success } from '../envelope';

type Handle = (request: FastifyRequest, adminId: number, sessionId: bigint | undefined) => Success;

const accept =
  (ctx: Context): Handle =>
  (_request, admin, id) => {
    const { customer_service_session_id, status, admin_id } = acceptSession(ctx, admin, id);
    return ok({ customer_service_session_id, status, admin_id }, '接单成功');
  };

const send =
  (ctx: Context): Handle =>
  (request, admin, id) => {
    const { session, message } = sendAsAgent(ctx, admin, id, request.body);
    const { chat_message_id, message_type, metadata } = message;
    const content = contentOf(ctx, message);
    const session_user_id = session.user_id;
    const data = { chat_message_id, content, sender_type: 'admin', message_type, metadata, session_user_id };
    return ok(data, '发送消息成功');
  };

const satisfaction =
  (ctx: Context): Handle =>
  (_request, _admin, id) => {
    const { customer_service_session_id, user_id } = askForRating(ctx, id);
    const data = { session_id: customer_service_session_id, user_id, pushed: ctx.online.has(user_id) };
    return ok(data, '满意度评价邀请已推送');
  };

const close =
  (ctx: Context): Handle =>
  (request, _admin, id) => {
    const session = closeSession(ctx, id, textField(request.body, 'close_reason') ?? '客服关闭');
    const { customer_service_session_id, status, closed_at } = session;
    const at = closed_at === null ? null : utcIso(closed_at);
    return ok({ customer_service_session_id, status, closed_at: at }, '关闭会话成功');
  };

const transfer =
  (ctx: Context): Handle =>
  (request, admin, id) => {
    const { target, line } = transferSession(ctx, admin, id, numberField(request.body, 'target_admin_id'));
    const data = {
      customer_service_session_id: line.customer_service_session_id,
      new_admin_id: target.user_id,
      new_admin_name: target.nickname,
      system_message_id: line.chat_message_id,
    };
    return ok(data, '转接会话成功');
  };

export function consoleChatRoutes(app: FastifyInstance, ctx: Context): void {
  const staff = (handle: Handle) =>
    serve(ctx, async (request) => {
      const { user } = await requireStaff(ctx, request);
      return handle(request, user.user_id, parseId(textField(request.params, 'id')));
    });
  const sessions = '/console/customer-service/sessions/:id';
  const handles = { accept, send, satisfaction, close, transfer };
  for (const [name, handle] of Object.entries(handles)) app.post(`${sessions}/${name}`, staff(handle(ctx)));
  app.get(
    '/system/cs-agent/me',
    staff(() => ok({ is_agent: true, status: 'active' }, '获取座席身份成功')),
  );
  app.post('/system/cs-agent/sessions/:id/send', staff(send(ctx)));
}
