// The assistant's routes (CHAT-1…4).
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../context';
import { field, textField } from '../../http/input';
import { requireWorker } from '../auth/gate';
import type { Worker } from '../auth/gate';
import { serve, serveDeployed } from '../envelope';
import { noRoute, Refusal } from '../errors';
import { idIn, lineIn, pagingIn } from '../input';
import { pageOf } from '../pages';
import { answer } from './answers';
import { customerCard } from './card';
import { addMessage, chatAbout, history, openChat, readMessages, requireChat } from './chats';
import type { Chat, Topic } from './chats';
import { stream } from './stream';
import type { Answered } from './stream';
import { customerMeant, topicIn } from './topic';
import { messageView, sentView, summaryView } from './views';
import type { Kept } from './views';

const LONGEST_QUESTION = 1000;

/** The question: the deployed system reads it as `message`. Throws 422. */
function questionIn(ctx: Context, body: unknown): string {
  const name = ctx.xcx.isDeployed && field(body, 'message') !== undefined ? 'message' : 'content';
  return lineIn(body, name, '消息', LONGEST_QUESTION);
}

/** Answers a question; nothing is stored until `keep`. @param chat undefined for a new conversation */
function ask(ctx: Context, worker: Worker, chat: Chat | undefined, topic: Topic, body: unknown): Answered {
  const question = questionIn(ctx, body);
  const named = field(body, 'page_context') === undefined ? undefined : customerMeant(ctx, worker, topic, '');
  const card = ctx.xcx.isDeployed && !ctx.xcx.isMarch && named ? customerCard(ctx, named) : null;
  const keep = (said: string): Kept =>
    ctx.store.transaction(() => {
      const { chat_id } = chat ?? openChat(ctx, worker, topic);
      return {
        chat_id,
        isNew: chat === undefined,
        user_message: addMessage(ctx, chat_id, 'user', question, card),
        ai_reply: addMessage(ctx, chat_id, 'assistant', said),
      };
    });
  return { answer: ctx.xcx.quirks.answer ?? answer(ctx, worker, topic, question), keep };
}

function askIn(ctx: Context, worker: Worker, chatId: number | undefined, body: unknown): Answered {
  const chat = requireChat(ctx, worker, chatId);
  return ask(ctx, worker, chat, chat, body);
}

/** `{contextType, contextId}`, in either spelling. */
function contextIn(query: unknown): unknown {
  const read = (snake: string, camel: string) => textField(query, camel) ?? textField(query, snake);
  const context_id = read('context_id', 'contextId');
  return {
    context_type: read('context_type', 'contextType'),
    ...(context_id === undefined ? {} : { context_id }),
  };
}

/**
 * What a new conversation is about. In the deployed profile the page's context says so, which the system reads since
 * May.
 */
function subjectOf({ xcx }: Context, body: unknown): unknown {
  if (!xcx.isDeployed) return body;
  return contextIn(xcx.isMarch ? undefined : field(body, 'page_context'));
}

function askAnew(ctx: Context, worker: Worker, body: unknown): Answered {
  return ask(ctx, worker, undefined, topicIn(ctx, worker, subjectOf(ctx, body)), body);
}

function requireStream(ctx: Context): void {
  const { stream: mode } = ctx.xcx.quirks;
  if (mode === 'absent') throw noRoute();
  if (mode === 'not_allowed') throw new Refusal(405, 'Method Not Allowed');
}

function messagesOf(ctx: Context, chat: Chat, query: unknown): Record<string, unknown> {
  const said = readMessages(ctx, chat.chat_id).map((message) => messageView(ctx, message));
  return pageOf(ctx, said, pagingIn(ctx, query));
}

function reading(app: FastifyInstance, ctx: Context): void {
  app.get(
    '/chat/history',
    serve(ctx, async (request) => {
      const worker = await requireWorker(ctx, request);
      const chats = history(ctx, worker).map((summary) => summaryView(ctx, summary));
      return pageOf(ctx, chats, pagingIn(ctx, request.query));
    }),
  );
  app.get(
    '/chat/:id/messages',
    serve(ctx, async (request) => {
      const worker = await requireWorker(ctx, request);
      const chat = requireChat(ctx, worker, idIn(request.params, 'id'));
      return messagesOf(ctx, chat, request.query);
    }),
  );
  app.get(
    '/chat/messages',
    serveDeployed(ctx, async (request) => {
      const worker = await requireWorker(ctx, request);
      const chat = chatAbout(ctx, worker, topicIn(ctx, worker, contextIn(request.query)));
      return { chat_id: chat.chat_id, ...messagesOf(ctx, chat, request.query) };
    }),
  );
}

export function assistantRoutes(app: FastifyInstance, ctx: Context): void {
  reading(app, ctx);
  const whole = (make: (worker: Worker, request: FastifyRequest) => Answered) =>
    serve(ctx, async (request) => {
      const answered = make(await requireWorker(ctx, request), request);
      return sentView(ctx, answered.keep(answered.answer));
    });
  app.post(
    '/chat/:id/messages',
    whole((worker, { params, body }) => askIn(ctx, worker, idIn(params, 'id'), body)),
  );
  app.post(
    '/chat/messages',
    whole((worker, { body }) => {
      // Deployed, a conversation is opened by reading it.
      if (ctx.xcx.isDeployed) throw new Refusal(405, 'Method Not Allowed');
      return askAnew(ctx, worker, body);
    }),
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
