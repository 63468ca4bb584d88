// Reading and changing chat sessions in the store.
import type { Row } from '../../db/store';
import { int } from '../../db/store';
import { notFound } from '../errors';
import type { ChatPort } from './port';
import { readSession } from './rows';
import type { Session, SessionStatus } from './rows';

const one = (row: Row | undefined): Session | undefined => row && readSession(row);

export function sessionById(port: ChatPort, sessionId: bigint): Session | undefined {
  return one(
    port.store.first('SELECT * FROM chat_sessions WHERE customer_service_session_id = ?', sessionId),
  );
}

/** Throws 404 `CUSTOMER_SERVICE_NOT_FOUND`, for another person's session too. */
export function requireSession(port: ChatPort, sessionId: bigint | undefined, userId?: number): Session {
  const session = sessionId === undefined ? undefined : sessionById(port, sessionId);
  if (session === undefined || (userId !== undefined && session.user_id !== userId)) {
    throw notFound('会话不存在或无权限访问', 'CUSTOMER_SERVICE_NOT_FOUND');
  }
  return session;
}

/** A person has one open session at most. */
export function openSessionOf(port: ChatPort, userId: number): Session | undefined {
  return one(
    port.store.first(`SELECT * FROM chat_sessions WHERE user_id = ? AND status <> 'closed'`, userId),
  );
}

export function insertSession(port: ChatPort, userId: number, source: string): Session {
  return readSession(
    port.store.one(
      `INSERT INTO chat_sessions (user_id, status, source, created_at) VALUES (?, 'waiting', ?, ?) RETURNING *`,
      userId,
      source,
      port.clock.now(),
    ),
  );
}

export type SessionChange = Partial<
  Pick<Session, 'status' | 'admin_id' | 'satisfaction_score' | 'close_reason' | 'closed_at'>
>;

/** Stores what changes and returns the session as it is now. */
export function changeSession(port: ChatPort, session: Session, change: SessionChange): Session {
  const next = { ...session, ...change };
  return readSession(
    port.store.one(
      `UPDATE chat_sessions SET status = ?, admin_id = ?, satisfaction_score = ?, close_reason = ?, closed_at = ?
       WHERE customer_service_session_id = ? RETURNING *`,
      next.status,
      next.admin_id,
      next.satisfaction_score,
      next.close_reason,
      next.closed_at,
      session.customer_service_session_id,
    ),
  );
}

export interface SessionFilter {
  user_id?: number;
  status?: SessionStatus;
}

const WHERE = `(?1 IS NULL OR user_id = ?1) AND (?2 IS NULL OR status = ?2)`;
const LAST = `(SELECT MAX(chat_message_id) FROM chat_messages m
  WHERE m.customer_service_session_id = s.customer_service_session_id)`;

/** Sessions with the latest written-in first. */
export function listSessions(
  port: ChatPort,
  filter: SessionFilter,
  limit: number,
  offset: number,
): Session[] {
  const [user, status] = [filter.user_id ?? null, filter.status ?? null];
  return port.store
    .all(
      `SELECT s.* FROM chat_sessions s WHERE ${WHERE}
       ORDER BY status <> 'closed' DESC, COALESCE(${LAST}, 0) DESC, customer_service_session_id DESC
       LIMIT ?3 OFFSET ?4`,
      user,
      status,
      limit,
      offset,
    )
    .map(readSession);
}

export function countSessions(port: ChatPort, filter: SessionFilter): number {
  const [user, status] = [filter.user_id ?? null, filter.status ?? null];
  return int(port.store.one(`SELECT COUNT(*) AS n FROM chat_sessions WHERE ${WHERE}`, user, status), 'n');
}
