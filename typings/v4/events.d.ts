// V4 §2.3: server → client events over Socket.IO, in their documented form and as the deployed backend sends them.
import type { ChatMessage, SessionStatus } from './chat';
import type { Id, WireTime } from './common';

/** `new_message`, documented form. */
export interface NewMessageEvent {
  session_id: Id;
  message: ChatMessage;
}

/** `session_update`; never sent by the deployed backend. */
export interface SessionUpdateEvent {
  session_id: Id;
  status: SessionStatus;
}

/** `satisfaction_request`; deployed: a `new_message` with `type: 'satisfaction_request'`. */
export interface SatisfactionRequestEvent {
  session_id: Id;
}

/** `session_closed`. */
export interface SessionClosedEvent {
  session_id: Id;
  close_reason?: string | null;
  closed_at?: WireTime | null;
}

/** `connection_established` (deployed). */
export interface ConnectionEstablishedEvent {
  user_id: Id;
  socket_id: string;
  server_time?: WireTime;
  timestamp?: number | WireTime;
  session_user_type?: string;
}

/** `session_replaced` (deployed), followed by a disconnect. */
export interface SessionReplacedEvent {
  reason?: string;
  message?: string;
}

/** `connection_rejected` (deployed): the server is full, back off long. */
export interface ConnectionRejectedEvent {
  reason?: string;
  message?: string;
}

/** `offline_messages` (deployed), an answer to `reconnect_session`. */
export interface OfflineMessagesEvent {
  messages: ChatMessage[];
  count?: number;
  sync_timestamp?: WireTime;
}

/** `session_restored` (deployed), an answer to `reconnect_session`. */
export interface SessionRestoredEvent {
  success?: boolean;
  user_id?: Id;
  offline_messages_count?: number;
  sync_timestamp?: WireTime;
  message?: string;
  session_user_type?: string;
}
