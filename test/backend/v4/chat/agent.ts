// What an agent does in the chat, from the console, the desk or a script.
import { notFound } from '../errors';
import { userById } from '../auth/users';
import { readContent } from './content';
import { insertMessage } from './messages';
import type { ChatPort } from './port';
import type { Message, Session } from './rows';
import { requireOpen } from './service';
import { changeSession, requireSession } from './sessions';
import type { SessionChange } from './sessions';

type SessionId = bigint | undefined;

/** Changes a session and leaves a system line about it, together; then tells of the line. */
function changeAndSay(port: ChatPort, session: Session, change: SessionChange, content: string) {
  const line = { origin: 'system', sender_id: null, message_type: 'text', content } as const;
  const done = port.store.transaction(() => ({
    session: changeSession(port, session, change),
    message: insertMessage(port, session, line),
  }));
  port.chatEvents.tell({ kind: 'message', ...done, via: 'http' });
  return done;
}

/** Takes a session over; a waiting one becomes `assigned`. Throws 404, or 400 when it is closed. */
export function acceptSession(port: ChatPort, adminId: number, sessionId: SessionId): Session {
  const session = requireSession(port, sessionId);
  requireOpen(port, session);
  const status = session.status === 'waiting' ? 'assigned' : session.status;
  const accepted = changeSession(port, session, { status, admin_id: adminId });
  port.chatEvents.tell({ kind: 'status', session: accepted });
  return accepted;
}

/** An agent's message. The first one makes the session `active` (and theirs, when it was nobody's). Throws 400, 404. */
export function sendAsAgent(
  port: ChatPort,
  adminId: number,
  sessionId: SessionId,
  body: unknown,
): { session: Session; message: Message } {
  const session = requireSession(port, sessionId);
  const content = readContent(port, body);
  requireOpen(port, session);
  const { session: now, message } = port.store.transaction(() => {
    const admin_id = session.admin_id ?? adminId;
    return {
      session: changeSession(port, session, { status: 'active', admin_id }),
      message: insertMessage(port, session, { origin: 'agent', sender_id: adminId, ...content }),
    };
  });
  if (session.status !== 'active') port.chatEvents.tell({ kind: 'status', session: now });
  port.chatEvents.tell({ kind: 'message', session: now, message, via: 'http' });
  return { session: now, message };
}

/** Asks the customer for a rating. Throws 404. */
export function askForRating(port: ChatPort, sessionId: SessionId): Session {
  const session = requireSession(port, sessionId);
  port.chatEvents.tell({ kind: 'satisfaction_request', session });
  return session;
}

/** Closes a session and says so in a system line. Throws 404, or 400 when it is closed already. */
export function closeSession(
  port: ChatPort,
  sessionId: SessionId,
  reason: string,
  by: 'agent' | 'system' = 'agent',
): Session {
  const session = requireSession(port, sessionId);
  requireOpen(port, session);
  const change = { status: 'closed', close_reason: reason, closed_at: port.clock.now() } as const;
  const { session: closed } = changeAndSay(port, session, change, `会话已关闭：${reason}`);
  port.chatEvents.tell({ kind: 'status', session: closed });
  port.chatEvents.tell({ kind: 'closed', session: closed, by });
  return closed;
}

/** Hands a session to another agent. Throws 404 for the session or the agent. */
export function transferSession(
  port: ChatPort,
  adminId: number,
  sessionId: SessionId,
  targetId: number | undefined,
) {
  const session = requireSession(port, sessionId);
  requireOpen(port, session);
  const target = targetId === undefined ? undefined : userById(port, targetId);
  if (target === undefined) throw notFound('目标客服不存在', 'CUSTOMER_SERVICE_NOT_FOUND');
  const from = userById(port, session.admin_id ?? adminId)?.nickname ?? '客服';
  const line = `会话已从 ${from} 转接给 ${target.nickname}`;
  const { message } = changeAndSay(port, session, { admin_id: target.user_id }, line);
  return { target, line: message };
}
