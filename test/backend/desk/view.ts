// What the desk page is shown: sessions with what waits for an answer, and conversations, in the document's words.
import { beijingIso } from '../clock';
import { int } from '../db/store';
import { userById } from '../v4/auth/users';
import { lastMessage, pageOfMessages } from '../v4/chat/messages';
import type { ChatPort } from '../v4/chat/port';
import type { Message, Session } from '../v4/chat/rows';
import { listSessions } from '../v4/chat/sessions';
import { withOrigin } from '../v4/chat/views';
import { readBack } from '../v4/ids';

const SHOWN_SESSIONS = 100;
const SHOWN_MESSAGES = 200;

const name = (port: ChatPort, userId: number | null): string | null =>
  userId === null ? null : (userById(port, userId)?.nickname ?? null);

/** The customer's messages since somebody last answered. */
function unanswered(port: ChatPort, session: Session): number {
  const sql = `SELECT COUNT(*) AS n FROM chat_messages WHERE customer_service_session_id = ?1 AND origin = 'user'
    AND chat_message_id > COALESCE((SELECT MAX(chat_message_id) FROM chat_messages
      WHERE customer_service_session_id = ?1 AND origin = 'agent'), 0)`;
  return int(port.store.one(sql, session.customer_service_session_id), 'n');
}

function summary(message: Message | undefined): string {
  if (message === undefined) return '';
  return message.message_type === 'image' ? '[图片]' : message.content;
}

export function sessionCard(port: ChatPort, session: Session) {
  const last = lastMessage(port, session);
  return {
    session_id: readBack(session.customer_service_session_id),
    status: session.status,
    customer: name(port, session.user_id),
    mobile: userById(port, session.user_id)?.mobile ?? null,
    agent: name(port, session.admin_id),
    score: session.satisfaction_score,
    close_reason: session.close_reason,
    unanswered: session.status === 'closed' ? 0 : unanswered(port, session),
    last: summary(last),
    at: beijingIso(last?.created_at ?? session.created_at),
  };
}

/** Every session, open ones first. */
export function queue(port: ChatPort) {
  return listSessions(port, {}, SHOWN_SESSIONS, 0).map((session) => sessionCard(port, session));
}

/** The latest lines of a session, oldest first. Looking at them from the desk marks nothing read. */
export function conversation(port: ChatPort, session: Session, origin: string) {
  // An agent sees them as they were written, whatever order the profile tells customers.
  const messages = pageOfMessages(port, session, SHOWN_MESSAGES, 0).sort((one, other) =>
    one.chat_message_id < other.chat_message_id ? -1 : 1,
  );
  return messages.map((message) => ({
    message_id: readBack(message.chat_message_id),
    from: message.origin,
    name: name(port, message.sender_id),
    type: message.message_type,
    content: message.content,
    image_url: withOrigin(message.metadata, origin)?.['image_url'] ?? null,
    is_read: message.is_read,
    at: beijingIso(message.created_at),
  }));
}
