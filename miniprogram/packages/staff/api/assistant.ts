// xcx CHAT-1…4: the assistant's conversations, its answers at once or as they are written.
import type {
  ApiChatContextType,
  ApiChatHistoryItem,
  ApiChatMessage,
  ApiChatSendResponse,
} from '../../../../typings/xcx/assistant';
import type { ApiPaginated } from '../../../../typings/xcx/common';
import type { CallOptions, Client } from '../../../api/client';
import { failureOf } from '../../../api/errors';
import { xcxRoutes } from '../../../api/xcx/routes';
import { chatMessagesSchema, chatSentSchema, chatsSchema, deltaSchema } from './schema/assistant';

/** `page` counts from 1, `pageSize` ≤ 100. */
export interface Paging {
  page: number;
  pageSize: number;
}

/** A question in a conversation, or the first of a new one about something. */
export type Question = { content: string } & (
  | { chat_id: string }
  | { context_type: ApiChatContextType; context_id?: string }
);

/** Every method rejects with `ApiError`: 404 for another's conversation. A question is never sent twice by itself. */
export interface AssistantApi {
  /** CHAT-1. */
  chats(paging: Paging, options?: CallOptions): Promise<ApiPaginated<ApiChatHistoryItem>>;
  /** CHAT-2. */
  messages(chat_id: string, paging: Paging, options?: CallOptions): Promise<ApiPaginated<ApiChatMessage>>;
  /** CHAT-3; `chat_id` comes back for a new conversation. */
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

/** `stream_ms`: how long a whole answer may take. */
export function createAssistantApi(client: Client, stream_ms: number): AssistantApi {
  /** Learnt once: a backend without streams gets none asked of it. */
  let isOffered = true;

  function ask(question: Question, options?: CallOptions): Promise<ApiChatSendResponse> {
    const { content } = question;
    const common = { schema: chatSentSchema, options: { timeout_ms: stream_ms, ...options } };
    return 'chat_id' in question
      ? client.call({
          route: xcxRoutes.send_chat,
          params: { id: question.chat_id },
          body: { content },
          ...common,
        })
      : client.call({ route: xcxRoutes.start_chat, body: question, ...common });
  }

  async function whole(question: Question, onDelta: (delta: string) => void, options?: CallOptions) {
    const reply = await ask(question, options);
    onDelta(reply.ai_reply.content);
    return reply;
  }

  return {
    chats: (paging, options) =>
      client.call({ route: xcxRoutes.chats, query: { ...paging }, schema: chatsSchema, options }),
    messages: (id, paging, options) =>
      client.call({
        route: xcxRoutes.chat_messages,
        params: { id },
        query: { ...paging },
        schema: chatMessagesSchema,
        options,
      }),
    ask,
    async stream(question, onDelta, options) {
      if (!isOffered) return whole(question, onDelta, options);
      try {
        return await client.stream({
          route: xcxRoutes.stream_chat,
          body: question,
          schema: chatSentSchema,
          piece: deltaSchema,
          onPiece: ({ delta }) => onDelta(delta),
          options: { timeout_ms: stream_ms, ...options },
        });
      } catch (error) {
        if (!isAbsent(error)) throw error;
        // A 404 may also mean the conversation: then this fails the same way, and nothing was learnt.
        const reply = await whole(question, onDelta, options);
        isOffered = false;
        return reply;
      }
    },
  };
}

function isAbsent(error: unknown): boolean {
  const failure = failureOf(error);
  if (failure?.kind !== 'api' && failure?.kind !== 'http') return false;
  return failure.status === 404 || failure.status === 405;
}
