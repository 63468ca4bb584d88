// The person's sessions with customer service, pure: order, what an event changes, how many messages are unread.
import type { ChatMessage, ChatSession, LastMessage, SessionStatus } from '../../../../../typings/v4/chat';
import type { Id } from '../../../../../typings/v4/common';
import { compareIds } from '../../../../api/order';
import { NO_ID } from './conversation/transcript';

export const isClosed = ({ status }: Pick<ChatSession, 'status'>): boolean => status === 'closed';

/** The newest id that a session's row is known to be about. */
function lastId({ last_message }: ChatSession): Id {
  return (typeof last_message === 'object' ? last_message?.chat_message_id : undefined) ?? NO_ID;
}

/**
 * The row as the list has it, but with the newer of the two last lines: the list may name an older one, or be older
 * itself.
 */
export function withNewest(told: ChatSession, known: ChatSession | undefined): ChatSession {
  if (known === undefined || compareIds(lastId(told), lastId(known)) >= 0) return told;
  const { last_message, last_message_at } = known;
  return {
    ...told,
    ...(last_message === undefined ? {} : { last_message }),
    ...(last_message_at === undefined ? {} : { last_message_at }),
  };
}

/** Open ones first, then what was said last; never by time, which may be absent or wrong. */
export function ordered(sessions: readonly ChatSession[]): ChatSession[] {
  const rank = (one: ChatSession, other: ChatSession) =>
    Number(isClosed(one)) - Number(isClosed(other)) ||
    compareIds(lastId(other), lastId(one)) ||
    compareIds(other.customer_service_session_id, one.customer_service_session_id);
  return [...sessions].sort(rank);
}

/** Lists put together; of two rows of one session the later list's counts. */
export function joined(one: readonly ChatSession[], later: readonly ChatSession[]): ChatSession[] {
  const ids = new Set(later.map((session) => session.customer_service_session_id));
  return ordered([...one.filter((session) => !ids.has(session.customer_service_session_id)), ...later]);
}

export function withStatus(sessions: readonly ChatSession[], id: Id, status: SessionStatus): ChatSession[] {
  return ordered(
    sessions.map((session) => {
      // A closed session never opens again: an event that says it is open is an old one that came late.
      const changes =
        session.customer_service_session_id === id && !isClosed(session) && session.status !== status;
      if (!changes) return session;
      const { status_display: _word, status_color: _color, ...rest } = session;
      return { ...rest, status };
    }),
  );
}

/** The row's last line is a newer message. */
export function withMessage(sessions: readonly ChatSession[], message: ChatMessage): readonly ChatSession[] {
  const id = message.customer_service_session_id;
  const session = sessions.find((one) => one.customer_service_session_id === id);
  if (session === undefined || compareIds(message.chat_message_id, lastId(session)) <= 0) return sessions;
  const { chat_message_id, content, sender_type, message_type, created_at } = message;
  const last_message: LastMessage = {
    chat_message_id,
    content,
    sender_type,
    message_type,
    ...(created_at === undefined ? {} : { created_at }),
  };
  const last_message_at = created_at ?? null;
  const others = sessions.filter((one) => one !== session);
  return ordered([...others, { ...session, last_message, last_message_at }]);
}

/** Messages pushed since the list was read, by session: the list does not count them yet. */
export type Pushed = Readonly<Record<Id, readonly Id[]>>;

/** Only what an agent wrote counts as unread; twice pushed counts once. */
export function withPushed(pushed: Pushed, message: ChatMessage): Pushed {
  if (message.sender_type !== 'admin') return pushed;
  const { customer_service_session_id: session_id, chat_message_id } = message;
  const known = pushed[session_id] ?? [];
  return known.includes(chat_message_id) ? pushed : { ...pushed, [session_id]: [...known, chat_message_id] };
}

/** The pushed messages that a list which was just read does not count yet. */
export function beyond(pushed: Pushed, sessions: readonly ChatSession[]): Pushed {
  const rows = new Map(sessions.map((session) => [session.customer_service_session_id, session]));
  const left = Object.entries(pushed).map(([session_id, ids]) => {
    const row = rows.get(session_id);
    return [
      session_id,
      row === undefined ? ids : ids.filter((id) => compareIds(id, lastId(row)) > 0),
    ] as const;
  });
  return Object.fromEntries(left);
}
