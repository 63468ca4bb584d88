// Decoders of the V4 chat replies, as the wire has them; `api/v4/message` makes the two forms of a message one.
import * as v from 'valibot';
import type {
  ChatIssue,
  ChatIssuesReply,
  ChatMessage,
  ChatMessagesReply,
  ChatPerson,
  ChatSession,
  ChatSessionsReply,
  LastMessage,
  MessageMetadata,
  MessageType,
  RateReply,
  SendMessageReply,
  SenderType,
  SessionStatus,
  UploadImageReply,
} from '../../../../../typings/v4/chat';
import type { Id } from '../../../../../typings/v4/common';
import type { Schema } from '../../../../api/schema';
import {
  either,
  filled,
  id,
  nullable,
  number,
  object,
  record,
  schemaFor,
  text,
} from '../../../../api/schema';
import { goodRows } from '../../../../api/rows';
import { UNREADABLE_ROW } from '../../../../format/unreadable';
import { paginationSchema } from '../../../../api/v4/schema/common';

const status: Schema<SessionStatus> = text;
const sender_type: Schema<SenderType> = text;
const message_type: Schema<MessageType> = text;

const metadata: Schema<MessageMetadata> = v.pipe(
  object,
  v.transform(({ image_url, ...rest }): MessageMetadata =>
    typeof image_url === 'string' && image_url !== '' ? { ...rest, image_url } : rest,
  ),
);

const person = schemaFor<ChatPerson>()(
  record({ user_id: nullable(id) }, { nickname: nullable(text), mobile: nullable(text) }),
);

const lastMessage = schemaFor<LastMessage>()(
  record(
    { content: text, sender_type },
    {
      chat_message_id: id,
      message_type,
      message_source: nullable(text),
      metadata: nullable(metadata),
      created_at: text,
    },
  ),
);

/** What a new session answers, and a row of the list. */
export const sessionSchema = schemaFor<ChatSession>()(
  record(
    { customer_service_session_id: id, status },
    {
      satisfaction_score: nullable(number),
      source: nullable(text),
      priority: nullable(either(number, text)),
      user: nullable(person),
      admin: nullable(person),
      last_message: nullable(either(lastMessage, text)),
      last_message_at: nullable(text),
      unread_count: number,
      created_at: text,
      status_display: nullable(text),
      status_color: nullable(text),
    },
  ),
);

export const sessionsSchema = schemaFor<ChatSessionsReply>()(
  record({ sessions: goodRows(sessionSchema) }, { pagination: paginationSchema }),
);

export const messageSchema = schemaFor<ChatMessage>()(
  record(
    { chat_message_id: id, customer_service_session_id: id, sender_type, message_type, content: text },
    {
      sender_id: nullable(id),
      temp_message_id: nullable(text),
      created_at: text,
      metadata: nullable(metadata),
      message_source: nullable(text),
      status: nullable(text),
      reply_to_id: nullable(id),
      sender: nullable(person),
    },
  ),
);

/** A message that may leave its session unnamed, because what carries it names it. */
const messageIn = (session_id: Id): Schema<ChatMessage> =>
  filled(messageSchema, (fields) => ({
    customer_service_session_id: fields['customer_service_session_id'] ?? session_id,
  }));

/** The substitute of a message of which only the id can be read. */
const unreadableIn = (session_id: Id): Schema<ChatMessage> =>
  v.pipe(
    record({ chat_message_id: id }, {}),
    v.transform(({ chat_message_id }): ChatMessage => ({
      chat_message_id,
      customer_service_session_id: session_id,
      sender_type: 'system',
      message_type: 'text',
      content: UNREADABLE_ROW,
    })),
  );

/** A page of the history of that session. */
export const messagesSchema = (session_id: Id) =>
  schemaFor<ChatMessagesReply>()(
    record(
      { messages: goodRows(messageIn(session_id), unreadableIn(session_id)) },
      { pagination: paginationSchema },
    ),
  );

export const sentSchema = schemaFor<SendMessageReply>()(
  record(
    { chat_message_id: id, content: text, message_type },
    {
      customer_service_session_id: id,
      metadata: nullable(metadata),
      temp_message_id: nullable(text),
      created_at: text,
      sent_at: text,
      sender_id: nullable(id),
      sender_type,
    },
  ),
);

export const rateSchema = schemaFor<RateReply>()(
  record({ satisfaction_score: number }, { customer_service_session_id: id, session_id: id }),
);

export const uploadSchema = schemaFor<UploadImageReply>()(
  record({ image_url: text }, { object_key: nullable(text) }),
);

const issue_type: Schema<ChatIssue['issue_type']> = text;
const issue_status: Schema<ChatIssue['status']> = text;
const issue_priority: Schema<NonNullable<ChatIssue['priority']>> = text;

const issue = schemaFor<ChatIssue>()(
  record(
    { issue_id: id, issue_type, status: issue_status },
    {
      priority: issue_priority,
      title: nullable(text),
      description: nullable(text),
      resolution: nullable(text),
      session_id: nullable(id),
      created_at: nullable(text),
      updated_at: nullable(text),
      resolved_at: nullable(text),
    },
  ),
);

export const issuesSchema = schemaFor<ChatIssuesReply>()(
  record({ rows: goodRows(issue), count: number }, { page: number, page_size: number }),
);
