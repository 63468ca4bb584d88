// V4 §2.2: sessions with customer service, their messages, ratings and pictures, and the person's tickets.
import type {
  ChatIssuesReply,
  ChatMessagesReply,
  ChatSession,
  ChatSessionsReply,
  RateReply,
  SendMessageReply,
  UploadImageReply,
} from '../../../../typings/v4/chat';
import type { Id } from '../../../../typings/v4/common';
import type { CallOptions, Client } from '../../../api/client';
import { withTrueTimes } from './false-times';
import { readIssue, readMessage, readSession } from './message';
import { mappedRows } from '../../../api/rows';
import type { V4Routes } from '../../../api/v4/routes';
import {
  issuesSchema,
  messagesSchema,
  rateSchema,
  sentSchema,
  sessionSchema,
  sessionsSchema,
  uploadSchema,
} from './schema/chat';

/** Counts from 1; `page_size` ≤ 100. */
export interface ChatPage {
  page: number;
  page_size: number;
}

/** What the person says. `temp_message_id` (≤ 64 characters) is made when the message is written, not when it is sent. */
export type Outgoing = { temp_message_id: string } & (
  | { message_type: 'text'; content: string }
  | { message_type: 'image'; image_url: string }
);

/**
 * Every method rejects with `ApiError`. Common refusals: 404 `CUSTOMER_SERVICE_NOT_FOUND` (another's session, or none),
 * 400 `CUSTOMER_SERVICE_ERROR`. After a write with an unknown outcome read the history; do not repeat the write.
 */
export interface ChatApi {
  /** `POST /system/chat/sessions`: the open session, or a new one. Refusal: 429 (3 in 10 s) with the seconds to wait. */
  createSession(options?: CallOptions): Promise<ChatSession>;
  /** `GET /system/chat/sessions`: newest first. */
  sessions(page: ChatPage, options?: CallOptions): Promise<ChatSessionsReply>;
  /**
   * `POST …/sessions/:id/message`, deployed `…/messages`. May take 3 s when no agent is online. Refusals: 400
   * `BAD_REQUEST` (empty, over 5,000 characters), `CONTENT_VIOLATION`, `CUSTOMER_SERVICE_ERROR` (closed); 429 (20 a minute).
   */
  send(session_id: Id, message: Outgoing, options?: CallOptions): Promise<SendMessageReply>;
  /** `GET …/sessions/:id/messages`: page 1 is the newest, rows ascend. The reading marks agents' messages as read. */
  messages(session_id: Id, page: ChatPage, options?: CallOptions): Promise<ChatMessagesReply>;
  /** `POST …/sessions/:id/rate`, 1-5. Refusals: 400 not closed, 409 rated already. */
  rate(session_id: Id, satisfaction_score: number, options?: CallOptions): Promise<RateReply>;
  /**
   * `POST …/sessions/:id/upload`: a jpeg, png, gif or webp of at most 5 MB; then send its `image_url`. Refusals: 400
   * `FILE_REQUIRED`, `FILE_TOO_LARGE`, `SERVICE_ERROR` or 500 for another type.
   * @param onProgress 0-100
   */
  uploadImage(
    session_id: Id,
    file_path: string,
    onProgress?: (percent: number) => void,
    options?: CallOptions,
  ): Promise<UploadImageReply>;
  /** `GET /system/chat/issues`: the person's tickets. 404 where the backend (July) does not offer them. */
  issues(page: ChatPage, options?: CallOptions): Promise<ChatIssuesReply>;
}

/** The backend reads one name or the other, by route and revision. */
const paged = ({ page, page_size }: ChatPage) => ({ page, page_size, limit: page_size });

/** `send_message_ms`: how long a send may take before its outcome counts as unknown. */
export function createChatApi(client: Client, routes: V4Routes, send_message_ms: number): ChatApi {
  return {
    createSession: async (options) =>
      readSession(
        await client.call({
          route: routes.create_session,
          body: { source: 'mobile' },
          schema: sessionSchema,
          options,
        }),
      ),
    async sessions(page, options) {
      const call = { route: routes.sessions, query: paged(page), schema: sessionsSchema, options };
      const reply = await client.call(call);
      return { ...reply, sessions: mappedRows(reply.sessions, readSession) };
    },
    async send(id, message, options) {
      const reply = await client.call({
        route: routes.send_message,
        params: { id },
        body: bodyOf(message),
        schema: sentSchema,
        options: { timeout_ms: send_message_ms, ...options },
      });
      // February's name for it, and there the only true time of an own message.
      const created_at = reply.created_at ?? reply.sent_at;
      return { ...reply, ...(created_at === undefined ? {} : { created_at }) };
    },
    async messages(id, page, options) {
      const call = { route: routes.messages, params: { id }, query: paged(page), options };
      const { data, timestamp } = await client.callFull({ ...call, schema: messagesSchema(id) });
      return { ...data, messages: mappedRows(withTrueTimes(data.messages, timestamp), readMessage) };
    },
    rate: (id, satisfaction_score, options) =>
      client.call({
        route: routes.rate,
        params: { id },
        body: { satisfaction_score },
        schema: rateSchema,
        options,
      }),
    uploadImage: (id, file_path, onProgress, options) =>
      client.upload({
        route: routes.upload_image,
        params: { id },
        file_path,
        name: 'image',
        schema: uploadSchema,
        ...(onProgress === undefined ? {} : { onProgress }),
        options,
      }),
    async issues(page, options) {
      const call = { route: routes.issues, query: paged(page), schema: issuesSchema, options };
      const reply = await client.call(call);
      return { ...reply, rows: mappedRows(reply.rows, readIssue) };
    },
  };
}

/** An image's address goes into both places: each revision reads another. */
function bodyOf(message: Outgoing): Record<string, unknown> {
  const { temp_message_id, message_type } = message;
  if (message.message_type === 'text') return { temp_message_id, message_type, content: message.content };
  const { image_url } = message;
  return { temp_message_id, message_type, content: image_url, metadata: { image_url } };
}
