// xcx CHAT-1…4: the assistant's conversations, its answers at once or as they are written.
import type {
  ApiChatHistoryItem,
  ApiChatMessage,
  ApiChatOpened,
  ApiChatSendResponse,
} from '../../../../typings/xcx/assistant';
import type { ApiPaginated } from '../../../../typings/xcx/common';
import type { CallOptions, Client } from '../../../api/client';
import { pageQuery } from '../../../api/xcx/page-query';
import { xcxRoutes } from '../../../api/xcx/routes';
import { streamEvent } from './stream-event';
import { bodyOf, contextQuery, isAbsent, lastSaid } from './question';
import type { ChatContext, Question } from './question';
import {
  chatMessagesSchema,
  chatOpenedSchema,
  chatSentSchema,
  chatsSchema,
  deltaSchema,
  streamEndSchema,
} from './schema/assistant';
import type { StreamEnd } from './schema/assistant';

export type { ChatContext, Question } from './question';

/** `page` counts from 1, `pageSize` ≤ 100. */
export interface Paging {
  page: number;
  pageSize: number;
}

/** Every method rejects with `ApiError`: 404 for another's conversation. A question is never sent twice by itself. */
export interface AssistantApi {
  /** CHAT-1. */
  chats(paging: Paging, options?: CallOptions): Promise<ApiPaginated<ApiChatHistoryItem>>;
  /** CHAT-2. */
  messages(chat_id: string, paging: Paging, options?: CallOptions): Promise<ApiPaginated<ApiChatMessage>>;
  /** CHAT-2 by context: the conversation that a page leads to. Null where the backend begins one with its first question. */
  open(context: ChatContext, options?: CallOptions): Promise<ApiChatOpened | null>;
  /** CHAT-3; `chat_id` comes back for a conversation that was not named. */
  ask(question: Question, options?: CallOptions): Promise<ApiChatSendResponse>;
  /**
   * CHAT-4: `onDelta` gets the answer as it is written. Where the backend has no stream (404, 405) it is CHAT-3 and one
   * delta. Aborting ends it; the backend keeps what was said so far. A stream that breaks off is `network`.
   */
  stream(
    question: Question,
    onDelta: (delta: string) => void,
    options?: CallOptions,
  ): Promise<ApiChatSendResponse>;
}

const LARGEST_PAGE = 100;

/** `stream_ms`: how long a whole answer may take. */
export function createAssistantApi(client: Client, stream_ms: number): AssistantApi {
  /** Learnt once: a backend without streams, or without conversations by context, is not asked for them again. */
  const isOffered = { stream: true, context: true };

  const messages: AssistantApi['messages'] = (id, { page, pageSize }, options) =>
    client.call({
      route: xcxRoutes.chat_messages,
      params: { id },
      query: pageQuery(page, pageSize),
      schema: chatMessagesSchema,
      options,
    });

  const openChat = (context: ChatContext, options?: CallOptions): Promise<ApiChatOpened> =>
    client.call({
      route: xcxRoutes.open_chat,
      query: { ...contextQuery(context), ...pageQuery(1, LARGEST_PAGE) },
      schema: chatOpenedSchema,
      options,
    });

  /** The conversation that a question belongs to, where the backend opens it by its context. */
  async function located(
    question: Question,
    options?: CallOptions,
  ): Promise<{ chat_id?: string; refused?: unknown }> {
    if ('chat_id' in question) return { chat_id: question.chat_id };
    if (!isOffered.context) return {};
    try {
      return { chat_id: (await openChat(question, options)).chat_id };
    } catch (error) {
      if (!isAbsent(error)) throw error;
      // Either there is no such route, or what the question is about is gone: the next call shows which.
      return { refused: error };
    }
  }

  /** Adds the conversation's id to the reply when the question did not name one. */
  const named = (question: Question, reply: ApiChatSendResponse, chat_id: string | undefined) =>
    'chat_id' in question || chat_id === undefined ? reply : { chat_id, ...reply };

  async function send(question: Question, chat_id: string | undefined, options?: CallOptions) {
    const common = {
      body: bodyOf(question, chat_id),
      schema: chatSentSchema,
      options: { timeout_ms: stream_ms, ...options },
    };
    const reply = await (chat_id === undefined
      ? client.call({ route: xcxRoutes.start_chat, ...common })
      : client.call({ route: xcxRoutes.send_chat, params: { id: chat_id }, ...common }));
    return named(question, reply, chat_id);
  }

  async function ask(question: Question, options?: CallOptions): Promise<ApiChatSendResponse> {
    const { chat_id, refused } = await located(question, options);
    try {
      const reply = await send(question, chat_id, options);
      if (refused !== undefined) isOffered.context = false;
      return reply;
    } catch (error) {
      throw refused !== undefined && isAbsent(error) ? refused : error;
    }
  }

  async function whole(question: Question, onDelta: (delta: string) => void, options?: CallOptions) {
    const reply = await ask(question, options);
    onDelta(reply.ai_reply.content);
    return reply;
  }

  /** Reads the answer from the conversation when the end of a stream names only the conversation. */
  async function stored(chat_id: string, options?: CallOptions): Promise<ApiChatSendResponse> {
    const read = (page: number) => messages(chat_id, { page, pageSize: LARGEST_PAGE }, options);
    const first = await read(1);
    const last = Math.ceil((first.total ?? 0) / LARGEST_PAGE);
    if (last < 2) return lastSaid(first.items, chat_id);
    const { items } = await read(last);
    // An answer that stands alone on the last page has its question on the one before.
    const { items: before } = items.length > 1 ? { items: [] } : last === 2 ? first : await read(last - 1);
    return lastSaid([...before, ...items], chat_id);
  }

  return {
    chats: ({ page, pageSize }, options) =>
      client.call({
        route: xcxRoutes.chats,
        query: pageQuery(page, pageSize),
        schema: chatsSchema,
        options,
      }),
    messages,
    async open(context, options) {
      try {
        return await openChat(context, options);
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
    ask,
    async stream(question, onDelta, options) {
      if (!isOffered.stream) return whole(question, onDelta, options);
      const { chat_id, refused } = await located(question, options);
      let end: StreamEnd;
      try {
        end = await client.stream({
          route: xcxRoutes.stream_chat,
          body: bodyOf(question, chat_id),
          schema: streamEndSchema,
          piece: deltaSchema,
          onPiece: ({ delta }) => onDelta(delta),
          nameEvent: streamEvent,
          options: { timeout_ms: stream_ms, ...options },
        });
      } catch (error) {
        if (!isAbsent(error)) throw error;
        // A 404 may also mean that the conversation is gone: then this call fails in the same way, and the backend is
        // not marked as one without streams.
        const reply = await whole(question, onDelta, options);
        isOffered.stream = false;
        return reply;
      }
      if (refused !== undefined) isOffered.context = false;
      // The question was answered: whatever fails from here on, it is not asked again.
      const reply = 'ai_reply' in end ? end : await stored(end.chat_id, options);
      return named(question, reply, chat_id);
    },
  };
}
