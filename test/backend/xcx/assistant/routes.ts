// The assistant's routes (CHAT-1…4).
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiChatSendResponse } from '../../../../typings/xcx/assistant';
import type { Context } from '../../context';
import { field } from '../../http/input';
import { requireWorker } from '../auth/gate';
import type { Worker } from '../auth/gate';
import { serve } from '../envelope';
import { Refusal } from '../errors';
import { idIn, lineIn, pageOf, pagingIn } from '../input';
import { answer } from './answers';
import { addMessage, history, openChat, readMessages, requireChat } from './chats';
import type { Chat, Topic } from './chats';
import { stream } from './stream';
import type { Answered } from './stream';
import { topicIn } from './topic';

const LONGEST_QUESTION = 1000;

/** Answers a question; nothing is stored until `keep`. @param chat undefined for a new conversation */
function ask(ctx: Context, worker: Worker, chat: Chat | undefined, topic: Topic, body: unknown): Answered {
  const question = lineIn(body, 'content', '消息', LONGEST_QUESTION);
  const keep = (said: string): ApiChatSendResponse =>
    ctx.store.transaction(() => {
      const { chat_id } = chat ?? openChat(ctx, worker.user.user_id, topic);
      return {
        user_message: addMessage(ctx, chat_id, 'user', question),
        ai_reply: addMessage(ctx, chat_id, 'assistant', said),
        ...(chat === undefined ? { chat_id: String(chat_id) } : {}),
      };
    });
  return { answer: answer(ctx, worker, topic, question), keep };
}

function askIn(ctx: Context, worker: Worker, chatId: number | undefined, body: unknown): Answered {
  const chat = requireChat(ctx, worker.user.user_id, chatId);
  return ask(ctx, worker, chat, chat, body);
}

function askAnew(ctx: Context, worker: Worker, body: unknown): Answered {
  return ask(ctx, worker, undefined, topicIn(ctx, worker, body), body);
}

function requireStream(ctx: Context): void {
  const { stream: mode } = ctx.xcx.quirks;
  if (mode === 'absent') throw new Refusal(404, '接口不存在');
  if (mode === 'not_allowed') throw new Refusal(405, 'Method Not Allowed');
}

function reading(app: FastifyInstance, ctx: Context): void {
  app.get(
    '/chat/history',
    serve(ctx, async (request) => {
      const { user } = await requireWorker(ctx, request);
      return pageOf(history(ctx, user.user_id), pagingIn(request.query));
    }),
  );
  app.get(
    '/chat/:id/messages',
    serve(ctx, async (request) => {
      const { user } = await requireWorker(ctx, request);
      const paging = pagingIn(request.query);
      const chat = requireChat(ctx, user.user_id, idIn(request.params, 'id'));
      return pageOf(readMessages(ctx, chat.chat_id), paging);
    }),
  );
}

export function assistantRoutes(app: FastifyInstance, ctx: Context): void {
  reading(app, ctx);
  const whole = (make: (worker: Worker, request: FastifyRequest) => Answered) =>
    serve(ctx, async (request) => {
      const answered = make(await requireWorker(ctx, request), request);
      return answered.keep(answered.answer);
    });
  app.post(
    '/chat/:id/messages',
    whole((worker, { params, body }) => askIn(ctx, worker, idIn(params, 'id'), body)),
  );
  app.post(
    '/chat/messages',
    whole((worker, { body }) => askAnew(ctx, worker, body)),
  );
  app.post('/chat/stream', async (request, reply) => {
    requireStream(ctx);
    const { body } = request;
    const worker = await requireWorker(ctx, request);
    const continued = (field(body, 'chat_id') ?? null) !== null;
    const answered = continued ? askIn(ctx, worker, idIn(body, 'chat_id'), body) : askAnew(ctx, worker, body);
    await stream(ctx, request, reply, answered);
    return reply;
  });
}
