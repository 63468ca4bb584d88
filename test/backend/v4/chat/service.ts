// What a customer does in the chat (V4 §2.2). Everything is stored before anybody is told of it.
import { ApiError, badRequest, internal } from '../errors';
import { isFebruary } from '../stated-time';
import { readContent, readTempId } from './content';
import { insertMessage, messageByTempId } from './messages';
import type { ChatPort } from './port';
import type { Message, Session } from './rows';
import { changeSession, insertSession, openSessionOf, requireSession, sessionById } from './sessions';

const CREATE_LIMIT = 3;
const CREATE_WINDOW_MS = 10_000;
const SEND_LIMIT = 20;
const SEND_WINDOW_MS = 60_000;

export interface Created {
  session: Session;
  is_new: boolean;
}

/** A person's open session, or a new one. Throws 429, three calls in ten seconds. */
export function createSession(port: ChatPort, userId: number, source = 'mobile'): Created {
  const refused = port.limiter.take(`chat create ${userId}`, CREATE_LIMIT, CREATE_WINDOW_MS);
  if (refused !== undefined) {
    const { current, limit, waitSeconds } = refused;
    const message = `创建会话过于频繁，请${waitSeconds}秒后再试`;
    throw new ApiError(429, 'RATE_LIMIT_EXCEEDED', message, { current, limit, remaining_time: waitSeconds });
  }
  const existing = openSessionOf(port, userId);
  if (existing !== undefined) return { session: existing, is_new: false };
  const session = insertSession(port, userId, source.slice(0, 32));
  port.chatEvents.tell({ kind: 'status', session });
  return { session, is_new: true };
}

/** Counts an attempt to send, failed ones too. Throws 429, twenty a minute. */
export function countSend(port: ChatPort, userId: number): void {
  const refused = port.limiter.take(`chat send ${userId}`, SEND_LIMIT, SEND_WINDOW_MS);
  if (refused === undefined) return;
  const message = `发送消息过于频繁，请稍后再试（普通用户每分钟最多${SEND_LIMIT}条消息）`;
  const { current, limit } = refused;
  throw new ApiError(429, 'RATE_LIMIT_EXCEEDED', message, { current, limit, user_type: 'user' });
}

/** Throws 400; in February every refusal of the chat was a 500. */
export function requireOpen(port: ChatPort, session: Session): void {
  if (session.status !== 'closed') return;
  throw refusal(port, '会话已关闭，无法发送消息（当前状态：closed）');
}

export interface Sent {
  message: Message;
  /** False when the same `temp_message_id` had been sent before: this is that message. */
  is_new: boolean;
}

/**
 * A customer's message. As documented the same `temp_message_id` gives the same message back, whatever else changed.
 * Throws 404 (no such session), 400 (closed, or not sayable).
 */
export function sendMessage(
  port: ChatPort,
  userId: number,
  sessionId: bigint | undefined,
  body: unknown,
  via: 'http' | 'socket' = 'http',
): Sent {
  const session = requireSession(port, sessionId, userId);
  const temp_message_id = readTempId(port, body);
  const earlier = temp_message_id === null ? undefined : messageByTempId(port, userId, temp_message_id);
  if (earlier !== undefined) return { message: earlier, is_new: false };
  const content = readContent(port, body);
  requireOpen(port, session);
  const message = insertMessage(port, session, {
    origin: 'user',
    sender_id: userId,
    ...content,
    temp_message_id,
  });
  port.chatEvents.tell({ kind: 'message', session, message, via });
  return { message, is_new: true };
}

/**
 * How long the answer to a send is held back, ms: the deployed backend looks for an agent when none is there. The
 * message is stored before.
 */
export function sendDelayMs(port: ChatPort): number {
  return port.profile === 'deployed' && !port.agents.isAnyone ? port.chatSettings.waitWithoutAgentMs : 0;
}

/** February said nothing of the reason either. */
function refusal(port: ChatPort, message: string): ApiError {
  return isFebruary(port)
    ? internal('操作失败，请稍后重试')
    : new ApiError(400, 'CUSTOMER_SERVICE_ERROR', message);
}

/** Rates a closed session, once, 1 to 5. Throws 400, 404 or 409. */
export function rateSession(
  port: ChatPort,
  userId: number,
  sessionId: bigint | undefined,
  score: unknown,
): Session {
  const valid = typeof score === 'number' && Number.isInteger(score) && score >= 1 && score <= 5;
  if (!valid) throw badRequest('评分必须为1-5的整数');
  const session = sessionId === undefined ? undefined : sessionById(port, sessionId);
  if (session === undefined) return requireSession(port, sessionId);
  if (session.user_id !== userId) throw refusal(port, '无权对此会话评分');
  if (session.status !== 'closed') throw refusal(port, '仅已关闭的会话可评分');
  if (session.satisfaction_score !== null) {
    if (isFebruary(port)) throw internal('操作失败，请稍后重试');
    throw new ApiError(409, 'CUSTOMER_SERVICE_ALREADY_EXISTS', '此会话已评分，不可重复评分');
  }
  const rated = changeSession(port, session, { satisfaction_score: score });
  port.chatEvents.tell({ kind: 'rated', session: rated });
  return rated;
}
