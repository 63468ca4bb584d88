// Who is told of a chat event, in which words (V4 §2.3). Knows no transport: the socket server and in-process tests use it.
import { beijingIso, utcIso } from '../../clock';
import { userById } from '../auth/users';
import type { ChatEvent, ChatPort } from '../chat/port';
import type { Message, Session } from '../chat/rows';
import { contentOf, createdAt, messageSource, messageType, senderType } from '../chat/views';
import { readBack } from '../ids';

/** A customer on all of their devices, or the agents: the session's own, else all of them. */
export type Audience = { to: 'customer'; user_id: number } | { to: 'agents'; admin_id: number | null };

export interface Push {
  audience: Audience;
  event: string;
  payload: Readonly<Record<string, unknown>>;
}

const customer = ({ user_id }: Session): Audience => ({ to: 'customer', user_id });
const agents = ({ admin_id }: Session): Audience => ({ to: 'agents', admin_id });
const sessionId = ({ customer_service_session_id }: Session) => customer_service_session_id;

/** A message as the document shows it; ids just made are numbers. */
function wholeMessage(port: ChatPort, message: Message) {
  const { chat_message_id, customer_service_session_id, sender_id, temp_message_id, metadata } = message;
  const nickname = sender_id === null ? '系统' : (userById(port, sender_id)?.nickname ?? null);
  return {
    ...{ chat_message_id, customer_service_session_id, sender_id, temp_message_id, metadata },
    sender_type: senderType(port, message),
    message_source: messageSource(message),
    message_type: messageType(port, message),
    content: contentOf(port, message),
    created_at: beijingIso(message.created_at),
    sender: { user_id: sender_id, nickname },
  };
}

function documented(port: ChatPort, event: ChatEvent): Push[] {
  const { session } = event;
  const session_id = sessionId(session);
  const both = (name: string, payload: Push['payload']): Push[] =>
    [customer(session), agents(session)].map((audience) => ({ audience, event: name, payload }));
  switch (event.kind) {
    case 'message':
      return both('new_message', { session_id, message: wholeMessage(port, event.message) });
    case 'status':
      return both('session_update', { session_id, status: session.status });
    case 'satisfaction_request':
      return [{ audience: customer(session), event: 'satisfaction_request', payload: { session_id } }];
    case 'closed':
      return both('session_closed', { session_id });
    case 'rated':
      return [];
  }
}

function flatMessage(port: ChatPort, message: Message) {
  const { chat_message_id, customer_service_session_id, sender_id, message_type } = message;
  const content = contentOf(port, message);
  const sender_type = senderType(port, message);
  const flat = {
    chat_message_id,
    customer_service_session_id,
    sender_id,
    sender_type,
    content,
    message_type,
  };
  return { ...flat, ...createdAt(port, message) };
}

/** What an agent's console is told of a customer's message; over HTTP in more words than over the socket. */
function forConsole(port: ChatPort, session: Session, message: Message, via: 'http' | 'socket') {
  const flat = { ...flatMessage(port, message), metadata: message.metadata };
  if (via === 'socket') return flat;
  return {
    ...flat,
    customer_service_session_id: readBack(sessionId(session)),
    session_admin_id: session.admin_id,
    sender_name: userById(port, session.user_id)?.nickname ?? null,
    timestamp: port.clock.now(),
  };
}

function deployed(port: ChatPort, event: ChatEvent): Push[] {
  const { session } = event;
  switch (event.kind) {
    case 'message': {
      const { message, via } = event;
      if (message.origin === 'system') return [];
      if (message.origin === 'user') {
        const payload = forConsole(port, session, message, via);
        return [{ audience: agents(session), event: 'new_message', payload }];
      }
      const metadata = message.metadata === null ? {} : { metadata: message.metadata };
      const payload = { ...flatMessage(port, message), ...metadata };
      return [{ audience: customer(session), event: 'new_message', payload }];
    }
    case 'satisfaction_request': {
      const payload = { type: 'satisfaction_request', session_id: sessionId(session) };
      return [{ audience: customer(session), event: 'new_message', payload }];
    }
    case 'closed': {
      // An agent's closing is pushed to nobody; only the system's own is.
      if (event.by === 'agent') return [];
      const { close_reason, closed_at } = session;
      const at = closed_at === null ? null : utcIso(closed_at);
      const payload = { session_id: sessionId(session), close_reason, closed_at: at };
      return [{ audience: customer(session), event: 'session_closed', payload }];
    }
    case 'status':
    case 'rated':
      return [];
  }
}

/** The pushes of one event, in the order in which they are sent. */
export function pushesFor(port: ChatPort, event: ChatEvent): Push[] {
  return port.profile === 'documented' ? documented(port, event) : deployed(port, event);
}
