// A question to the assistant: what is sent of it, and what comes of it. Each name is said as the contract and as the running
// system have it.
import type {
  ApiChatContextType,
  ApiChatMessage,
  ApiChatSendResponse,
} from '../../../../typings/xcx/assistant';
import { ApiError, failureOf, statusOf } from '../../../api/errors';
import { compareIds } from '../../../api/order';
import type { Query } from '../../../api/route';

/** What a conversation is about; `general` has no id. */
export interface ChatContext {
  context_type: ApiChatContextType;
  context_id?: string;
}

/** Where a question was asked: its page, what the page was set to, what stood on it. */
export interface AskedFrom {
  source_page?: string;
  page_context?: Record<string, unknown>;
  screen_content?: string;
}

/** A question in a conversation, or the first of a new one about something. */
export type Question = { content: string; from?: AskedFrom } & ({ chat_id: string } | ChatContext);

export function contextQuery({ context_type, context_id }: ChatContext): Query {
  return { contextType: context_type, contextId: context_id, context_type, context_id };
}

/** What is sent: a copy of its own, so that a page may go on changing what it gave. */
export function bodyOf(question: Question, chat_id: string | undefined): Record<string, unknown> {
  const { content, from = {} } = question;
  const context = 'chat_id' in question ? {} : contextQuery(question);
  const { context_type, context_id } = context;
  const page_context = { ...from.page_context, ...context };
  return {
    content,
    message: content,
    ...(chat_id === undefined ? { context_type, context_id } : { chat_id }),
    ...(from.source_page === undefined ? {} : { source_page: from.source_page }),
    ...(Object.keys(page_context).length === 0 ? {} : { page_context }),
    ...(from.screen_content === undefined ? {} : { screen_content: from.screen_content }),
  };
}

/** Whether there is no such route, or not what it was asked about (404, 405). */
export function isAbsent(error: unknown): boolean {
  const failure = failureOf(error);
  return [404, 405].includes(statusOf(failure));
}

/** The last question and its answer, by id. Throws `ApiError` (decode) where they are not there. */
export function lastSaid(messages: readonly ApiChatMessage[], chat_id: string): ApiChatSendResponse {
  const sorted = [...messages].sort((one, other) => compareIds(other.id, one.id));
  const of = (role: string) => sorted.find((message) => message.role === role);
  const [user, reply] = [of('user'), of('assistant')];
  if (user === undefined || reply === undefined) {
    const endpoint = 'GET /chat/:id/messages';
    throw new ApiError({ kind: 'decode', endpoint, path: 'items', problem: 'the answer expected' });
  }
  const line = ({ id, content, created_at }: ApiChatMessage) => ({ id, content, created_at });
  return { user_message: line(user), ai_reply: line(reply), chat_id };
}
