// What the deployed backend answers to events that a client sends. Nothing is ever acknowledged by callback.
import { field, numberField, parseId, textField } from '../../http/input';
import type { ChatPort } from '../chat/port';
import type { Message } from '../chat/rows';
import { writtenSince } from '../chat/messages';
import { sendMessage } from '../chat/service';
import { contentOf, messageSource, messageType, senderType } from '../chat/views';
import { ApiError } from '../errors';
import { readBack } from '../ids';
import { statedNow } from '../stated-time';

export interface Answer {
  event: string;
  payload: Readonly<Record<string, unknown>>;
}

const timestamp = statedNow;

function messageError(port: ChatPort, error: string, message: string, sessionId?: unknown): Answer {
  const about = sessionId === undefined ? {} : { session_id: sessionId };
  return { event: 'message_error', payload: { error, message, ...about, timestamp: timestamp(port) } };
}

function send(port: ChatPort, userId: number, payload: unknown): Answer {
  const failed = messageError(port, 'SEND_FAILED', '消息发送失败，请重试');
  if (typeof payload !== 'object' || payload === null) return failed;
  const [sessionId, content] = [textField(payload, 'session_id'), textField(payload, 'content')];
  if (sessionId === undefined || content === undefined) {
    return messageError(port, 'INVALID_PARAMS', '缺少 session_id 或 content');
  }
  try {
    const { message } = sendMessage(port, userId, parseId(sessionId), payload, 'socket');
    const { chat_message_id, customer_service_session_id: session_id } = message;
    return { event: 'message_sent', payload: { chat_message_id, session_id, timestamp: timestamp(port) } };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const about = field(payload, 'session_id');
    if (error.status === 404) return messageError(port, 'SESSION_NOT_FOUND', error.message, about);
    const isClosed = error.message.includes('已关闭');
    return isClosed ? messageError(port, 'SESSION_CLOSED', '会话已关闭，无法发送消息', about) : failed;
  }
}

function offlineView(port: ChatPort, message: Message) {
  return {
    chat_message_id: readBack(message.chat_message_id),
    customer_service_session_id: readBack(message.customer_service_session_id),
    content: contentOf(port, message),
    message_type: messageType(port, message),
    sender_type: senderType(port, message),
    message_source: messageSource(message),
    metadata: message.metadata,
  };
}

/** A time as a client may send it: ms, or a text with a date in it. */
function since(payload: unknown): number | undefined {
  const number = numberField(payload, 'last_sync_time');
  if (number !== undefined) return number;
  const parsed = Date.parse(textField(payload, 'last_sync_time') ?? '');
  return Number.isNaN(parsed) ? undefined : parsed;
}

function restore(port: ChatPort, userId: number, kind: string, payload: unknown): Answer[] {
  const sync_timestamp = timestamp(port);
  if (payload === null) {
    const message = "Cannot destructure property 'last_sync_time' of 'options' as it is null.";
    const error = { error: 'SESSION_RESTORE_FAILED', message, timestamp: sync_timestamp };
    return [{ event: 'session_restore_error', payload: error }];
  }
  const from = since(payload);
  const messages = from === undefined ? [] : writtenSince(port, userId, from);
  const count = messages.length;
  const missed = { messages: messages.map((message) => offlineView(port, message)), count, sync_timestamp };
  const message = count === 0 ? '会话恢复成功' : `会话恢复成功，已推送${count}条离线消息`;
  const restored = {
    ...{ success: true, user_id: userId, session_user_type: kind },
    ...{ offline_messages_count: count, sync_timestamp, message },
  };
  return [
    ...(count === 0 ? [] : [{ event: 'offline_messages', payload: missed }]),
    { event: 'session_restored', payload: restored },
  ];
}

/** @param kind `user` or `admin` @returns what goes back to the same socket; the document knows no such events */
export function answer(
  port: ChatPort,
  userId: number,
  kind: string,
  event: string,
  payload: unknown,
): Answer[] {
  if (port.profile === 'documented') return [];
  if (event === 'ping') return [{ event: 'pong', payload: { timestamp: timestamp(port) } }];
  if (event === 'send_message') return [send(port, userId, payload)];
  if (event === 'reconnect_session') return restore(port, userId, kind, payload);
  return [];
}
