// Chat sessions and messages as stored. How they look on the wire is decided in `views.ts`.
import { id, int, maybeInt, maybeText, text } from '../../db/store';
import type { Row } from '../../db/store';

export type SessionStatus = 'waiting' | 'assigned' | 'active' | 'closed';
export const SESSION_STATUSES: readonly SessionStatus[] = ['waiting', 'assigned', 'active', 'closed'];
/** Who wrote a message. */
export type Origin = 'user' | 'agent' | 'system';

export interface Session {
  customer_service_session_id: bigint;
  user_id: number;
  admin_id: number | null;
  status: SessionStatus;
  source: string;
  priority: number;
  satisfaction_score: number | null;
  close_reason: string | null;
  created_at: number;
  closed_at: number | null;
}

export type Metadata = Readonly<Record<string, unknown>>;

export interface Message {
  chat_message_id: bigint;
  customer_service_session_id: bigint;
  /** null on system lines */
  sender_id: number | null;
  origin: Origin;
  message_type: string;
  content: string;
  metadata: Metadata | null;
  temp_message_id: string | null;
  is_read: boolean;
  created_at: number;
}

function known<T extends string>(values: readonly T[], value: string): T {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new Error(`${value} is none of ${values.join(', ')}`);
  return found;
}

export function readSession(row: Row): Session {
  return {
    customer_service_session_id: id(row, 'customer_service_session_id'),
    user_id: int(row, 'user_id'),
    admin_id: maybeInt(row, 'admin_id'),
    status: known(SESSION_STATUSES, text(row, 'status')),
    source: text(row, 'source'),
    priority: int(row, 'priority'),
    satisfaction_score: maybeInt(row, 'satisfaction_score'),
    close_reason: maybeText(row, 'close_reason'),
    created_at: int(row, 'created_at'),
    closed_at: maybeInt(row, 'closed_at'),
  };
}

function readMetadata(row: Row): Metadata | null {
  const stored = maybeText(row, 'metadata');
  return stored === null ? null : (JSON.parse(stored) as Metadata);
}

export function readMessage(row: Row): Message {
  return {
    chat_message_id: id(row, 'chat_message_id'),
    customer_service_session_id: id(row, 'customer_service_session_id'),
    sender_id: maybeInt(row, 'sender_id'),
    origin: known<Origin>(['user', 'agent', 'system'], text(row, 'origin')),
    message_type: text(row, 'message_type'),
    content: text(row, 'content'),
    metadata: readMetadata(row),
    temp_message_id: maybeText(row, 'temp_message_id'),
    is_read: int(row, 'is_read') === 1,
    created_at: int(row, 'created_at'),
  };
}
