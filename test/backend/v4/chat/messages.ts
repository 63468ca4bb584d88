// Reading and writing messages in the store.
import { int } from '../../db/store';
import type { ChatPort } from './port';
import { readMessage } from './rows';
import type { Message, Metadata, Origin, Session } from './rows';

export interface NewMessage {
  origin: Origin;
  sender_id: number | null;
  message_type: string;
  content: string;
  metadata?: Metadata | null;
  temp_message_id?: string | null;
}

export function insertMessage(port: ChatPort, session: Session, message: NewMessage): Message {
  const { metadata = null } = message;
  return readMessage(
    port.store.one(
      `INSERT INTO chat_messages (customer_service_session_id, sender_id, origin, message_type, content, metadata,
         temp_message_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
      session.customer_service_session_id,
      message.sender_id,
      message.origin,
      message.message_type,
      message.content,
      metadata === null ? null : JSON.stringify(metadata),
      message.temp_message_id ?? null,
      port.clock.now(),
    ),
  );
}

/** The message that this person already sent under this temporary id. */
export function messageByTempId(port: ChatPort, senderId: number, tempId: string): Message | undefined {
  const sql = 'SELECT * FROM chat_messages WHERE sender_id = ? AND temp_message_id = ?';
  const row = port.store.first(sql, senderId, tempId);
  return row && readMessage(row);
}

/** The latest message of a session, or the latest of one origin. */
export function lastMessage(port: ChatPort, session: Session, origin?: Origin): Message | undefined {
  const row = port.store.first(
    `SELECT * FROM chat_messages WHERE customer_service_session_id = ?1 AND (?2 IS NULL OR origin = ?2)
     ORDER BY chat_message_id DESC LIMIT 1`,
    session.customer_service_session_id,
    origin ?? null,
  );
  return row && readMessage(row);
}

/** The first of those written in the session's latest second. */
export function firstOfLastSecond(port: ChatPort, session: Session): Message | undefined {
  const row = port.store.first(
    `SELECT * FROM chat_messages WHERE customer_service_session_id = ?
     ORDER BY created_at / 1000 DESC, chat_message_id LIMIT 1`,
    session.customer_service_session_id,
  );
  return row && readMessage(row);
}

export function countMessages(port: ChatPort, session: Session): number {
  const sql = 'SELECT COUNT(*) AS n FROM chat_messages WHERE customer_service_session_id = ?';
  return int(port.store.one(sql, session.customer_service_session_id), 'n');
}

/** Sorted as the deployed backend does: by whole seconds, and within a second in an arbitrary order. */
const BY_SECOND = 'created_at / 1000 DESC, chat_message_id * 40503 % 97, chat_message_id';

/** One page counted from the newest message, oldest of the page first. */
export function pageOfMessages(port: ChatPort, session: Session, limit: number, offset: number): Message[] {
  const order = port.profile === 'deployed' ? BY_SECOND : 'chat_message_id DESC';
  return port.store
    .all(
      `SELECT * FROM chat_messages WHERE customer_service_session_id = ? ORDER BY ${order} LIMIT ? OFFSET ?`,
      session.customer_service_session_id,
      limit,
      offset,
    )
    .map(readMessage)
    .reverse();
}

const UNREAD = `customer_service_session_id = ? AND origin = 'agent' AND is_read = 0`;

/** Agents' messages that the customer has not read. */
export function unreadCount(port: ChatPort, session: Session): number {
  const sql = `SELECT COUNT(*) AS n FROM chat_messages WHERE ${UNREAD}`;
  return int(port.store.one(sql, session.customer_service_session_id), 'n');
}

export function markRead(port: ChatPort, session: Session): void {
  port.store.run(`UPDATE chat_messages SET is_read = 1 WHERE ${UNREAD}`, session.customer_service_session_id);
}

const OFFLINE_LIMIT = 50;

/** What agents and the system wrote to a person after `since` (ms), oldest first, 50 at most. */
export function writtenSince(port: ChatPort, userId: number, since: number): Message[] {
  return port.store
    .all(
      `SELECT m.* FROM chat_messages m JOIN chat_sessions s USING (customer_service_session_id)
       WHERE s.user_id = ? AND m.origin <> 'user' AND m.created_at > ? ORDER BY chat_message_id LIMIT ?`,
      userId,
      since,
      OFFLINE_LIMIT,
    )
    .map(readMessage);
}

/** A person's messages that contain `keyword`, newest first. */
export function searchMessages(port: ChatPort, userId: number, keyword: string): Message[] {
  return port.store
    .all(
      `SELECT m.* FROM chat_messages m JOIN chat_sessions s USING (customer_service_session_id)
       WHERE s.user_id = ? AND instr(m.content, ?) > 0 ORDER BY chat_message_id DESC`,
      userId,
      keyword,
    )
    .map(readMessage);
}
