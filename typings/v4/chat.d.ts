// V4 §2.2 and §2.3: customer-service sessions, messages, ratings, tickets, and the live events.
import type { Id, Open, Pagination, WireTime } from './common';

export type SessionStatus = Open<'waiting' | 'assigned' | 'active' | 'closed'>;
export type SenderType = Open<'user' | 'admin' | 'system'>;
export type MessageType = Open<'text' | 'image' | 'system'>;

/** A person named beside a session or a message. */
export interface ChatPerson {
  user_id: Id | null;
  nickname?: string | null;
  mobile?: string | null;
}

/** The last line of a session, shortened for the list. */
export interface LastMessage {
  chat_message_id?: Id;
  content: string;
  sender_type: SenderType;
  message_type?: MessageType;
  message_source?: string | null;
  metadata?: MessageMetadata | null;
  created_at?: WireTime;
}

/** A conversation with customer service. */
export interface ChatSession {
  customer_service_session_id: Id;
  status: SessionStatus;
  satisfaction_score?: number | null;
  source?: string | null;
  priority?: number | string | null;
  user?: ChatPerson | null;
  admin?: ChatPerson | null;
  last_message?: LastMessage | string | null;
  last_message_at?: WireTime | null;
  unread_count?: number;
  created_at?: WireTime;
  status_display?: string | null;
  status_color?: string | null;
}

/** `GET /system/chat/sessions` (not in the document; deployed). */
export interface ChatSessionsReply {
  sessions: ChatSession[];
  pagination?: Pagination;
}

/** What a message carries beside its text. */
export interface MessageMetadata {
  image_url?: string;
  [key: string]: unknown;
}

/** One line of a conversation. Order by `chat_message_id`, never by time. */
export interface ChatMessage {
  chat_message_id: Id;
  customer_service_session_id: Id;
  /** `null` on system lines. */
  sender_id?: Id | null;
  sender_type: SenderType;
  message_type: MessageType;
  content: string;
  /** Made by the client; echoed by the documented backend, `null` from the deployed one. */
  temp_message_id?: string | null;
  created_at?: WireTime;
  metadata?: MessageMetadata | null;
  message_source?: string | null;
  status?: string | null;
  reply_to_id?: Id | null;
  sender?: ChatPerson | null;
}

/** `GET …/sessions/:id/messages`: newest page first, ascending inside a page. */
export interface ChatMessagesReply {
  messages: ChatMessage[];
  pagination?: Pagination;
}

/** `POST …/sessions/:id/message` (documented) or `…/messages` (deployed). */
export interface SendMessageReply {
  chat_message_id: Id;
  customer_service_session_id?: Id;
  content: string;
  message_type: MessageType;
  metadata?: MessageMetadata | null;
  temp_message_id?: string | null;
  created_at?: WireTime;
  /** February's name for `created_at`. */
  sent_at?: WireTime;
  sender_id?: Id | null;
  sender_type?: SenderType;
}

/** `POST …/sessions/:id/rate`; which of the two ids comes depends on the profile. */
export interface RateReply {
  customer_service_session_id?: Id;
  session_id?: Id;
  satisfaction_score: number;
}

/** `POST …/sessions/:id/upload`, multipart field `image`. */
export interface UploadImageReply {
  image_url: string;
  object_key?: string | null;
}

/** A ticket; there is no detail route, the row is all there is. */
export interface ChatIssue {
  issue_id: Id;
  issue_type: Open<'asset' | 'trade' | 'lottery' | 'item' | 'account' | 'consumption' | 'feedback' | 'other'>;
  status: Open<'open' | 'processing' | 'resolved' | 'closed'>;
  priority?: Open<'low' | 'medium' | 'high' | 'urgent'>;
  title?: string | null;
  description?: string | null;
  resolution?: string | null;
  session_id?: Id | null;
  created_at?: WireTime | null;
  updated_at?: WireTime | null;
  resolved_at?: WireTime | null;
}

/** `GET /system/chat/issues`. */
export interface ChatIssuesReply {
  rows: ChatIssue[];
  count: number;
  page?: number;
  page_size?: number;
}
