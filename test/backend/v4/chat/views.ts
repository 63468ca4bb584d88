// Sessions and messages as HTTP replies show them, in either profile.
import { beijingIso, utcIso, wholeSecond } from '../../clock';
import { userById } from '../auth/users';
import { readBack } from '../ids';
import { isFebruary, statedNow } from '../stated-time';
import { firstOfLastSecond, lastMessage, unreadCount } from './messages';
import type { ChatPort } from './port';
import type { Message, Metadata, Session } from './rows';
import { escapeHtml, STATUS_WORDS } from './words';

const isDeployed = (port: ChatPort): boolean => port.profile === 'deployed';

/** Pictures of this backend are stored without its address, which the caller knows. */
export function withOrigin(metadata: Metadata | null, origin: string): Metadata | null {
  const url = metadata?.['image_url'];
  return typeof url === 'string' && url.startsWith('/') ? { ...metadata, image_url: origin + url } : metadata;
}

/** Text as this profile shows it: the deployed backend escapes what agents write. */
export function contentOf(port: ChatPort, message: Message): string {
  const { origin, content } = message;
  return isDeployed(port) && origin === 'agent' ? escapeHtml(content) : content;
}

const DEPLOYED_SOURCE = { user: 'user_client', agent: 'admin_client', system: 'system' } as const;
const SENDER_TYPE = { user: 'user', agent: 'admin', system: 'system' } as const;

/** The deployed backend calls its own lines an agent's. */
export function senderType(port: ChatPort, message: Message): 'user' | 'admin' | 'system' {
  return isDeployed(port) && message.origin === 'system' ? 'admin' : SENDER_TYPE[message.origin];
}

export function messageType(port: ChatPort, message: Message): string {
  return !isDeployed(port) && message.origin === 'system' ? 'system' : message.message_type;
}

export const messageSource = (message: Message): string => DEPLOYED_SOURCE[message.origin];

function sender(port: ChatPort, message: Message) {
  if (message.sender_id === null)
    return { user_id: null, nickname: isDeployed(port) ? '已删除用户' : '系统' };
  return {
    user_id: message.sender_id,
    nickname: userById(port, message.sender_id)?.nickname ?? '已删除用户',
  };
}

/** July left `created_at` out; February wrote the time of the answer there. */
export function createdAt(port: ChatPort, message: Message): { created_at?: string } {
  if (!isDeployed(port)) return { created_at: beijingIso(message.created_at) };
  return isFebruary(port) ? { created_at: statedNow(port) } : {};
}

/** A line of the history. */
export function messageView(port: ChatPort, message: Message, origin = '') {
  return {
    chat_message_id: readBack(message.chat_message_id),
    customer_service_session_id: readBack(message.customer_service_session_id),
    sender_id: message.sender_id,
    sender_type: senderType(port, message),
    message_source: messageSource(message),
    content: contentOf(port, message),
    message_type: messageType(port, message),
    status: message.is_read ? 'read' : 'sent',
    reply_to_id: null,
    temp_message_id: message.temp_message_id,
    metadata: withOrigin(message.metadata, origin),
    ...createdAt(port, message),
    sender: sender(port, message),
  };
}

/** The answer to a send: ids just made are numbers. In February it has the only true time of an own message. */
export function sentView(port: ChatPort, message: Message) {
  const { chat_message_id, content, message_type, metadata, temp_message_id, sender_id } = message;
  const customer_service_session_id = readBack(message.customer_service_session_id);
  const common = { chat_message_id, customer_service_session_id, content, message_type, metadata };
  if (isFebruary(port)) return { ...common, sent_at: beijingIso(message.created_at) };
  if (isDeployed(port)) return common;
  return { ...common, sender_id, sender_type: 'user', temp_message_id, ...createdAt(port, message) };
}

function lastMessageView(port: ChatPort, message: Message | undefined, origin: string) {
  if (message === undefined) return null;
  return {
    chat_message_id: readBack(message.chat_message_id),
    content: contentOf(port, message),
    sender_type: senderType(port, message),
    message_source: messageSource(message),
    message_type: messageType(port, message),
    metadata: withOrigin(message.metadata, origin),
    created_at: utcIso(wholeSecond(message.created_at)),
  };
}

/**
 * The February revision picks any line of the latest second: of two lines in it, it may show the one with the smaller
 * id.
 */
const listedLast = (port: ChatPort, session: Session): Message | undefined =>
  isFebruary(port) ? firstOfLastSecond(port, session) : lastMessage(port, session);

/** A row of the session list. */
export function sessionView(port: ChatPort, session: Session, origin = '') {
  const person = userById(port, session.user_id);
  const admin = session.admin_id === null ? undefined : userById(port, session.admin_id);
  const last = listedLast(port, session);
  const [status_display, status_color] = STATUS_WORDS[session.status];
  const { user_id, satisfaction_score, source } = session;
  return {
    customer_service_session_id: readBack(session.customer_service_session_id),
    user: { user_id, nickname: person?.nickname ?? null, mobile: person?.mobile ?? null },
    admin: admin === undefined ? null : { user_id: admin.user_id, nickname: admin.nickname },
    status: session.status,
    priority: session.priority,
    last_message_at: last === undefined ? null : utcIso(wholeSecond(last.created_at)),
    last_message: lastMessageView(port, last, origin),
    unread_count: unreadCount(port, session),
    status_display,
    status_color,
    ...(isDeployed(port)
      ? {}
      : { satisfaction_score, source, created_at: utcIso(wholeSecond(session.created_at)) }),
  };
}
