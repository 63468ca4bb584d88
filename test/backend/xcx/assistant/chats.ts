// Conversations with the assistant as stored (CHAT-1, CHAT-2): one owner each, messages in order.
import type {
  ApiChatContextType,
  ApiChatHistoryItem,
  ApiChatMessage,
} from '../../../../typings/xcx/assistant';
import { beijingIso } from '../../clock';
import type { Context } from '../../context';
import { int, maybeInt, text } from '../../db/store';
import type { Row } from '../../db/store';
import { forbidden, notFound } from '../errors';

export const CONTEXT_TYPES: readonly ApiChatContextType[] = ['task', 'customer', 'coach', 'general'];

export interface Topic {
  context_type: ApiChatContextType;
  context_id: number | null;
  /** The customer's name, or what the conversation is called. */
  title: string;
}

export interface Chat extends Topic {
  chat_id: number;
  user_id: number;
}

export interface StoredMessage {
  id: string;
  content: string;
  created_at: string;
}

function readChat(row: Row): Chat {
  const type = text(row, 'context_type');
  return {
    chat_id: int(row, 'chat_id'),
    user_id: int(row, 'user_id'),
    context_type: CONTEXT_TYPES.find((known) => known === type) ?? 'general',
    context_id: maybeInt(row, 'context_id'),
    title: text(row, 'title'),
  };
}

/** Throws 404, or 403 for somebody else's. */
export function requireChat(ctx: Context, userId: number, chatId: number | undefined): Chat {
  const row = chatId && ctx.store.first('SELECT * FROM xcx_chats WHERE chat_id = ?', chatId);
  if (!row) throw notFound('对话不存在');
  const chat = readChat(row);
  if (chat.user_id !== userId) throw forbidden('无权限查看该对话');
  return chat;
}

export function openChat(ctx: Context, userId: number, topic: Topic): Chat {
  const sql = `INSERT INTO xcx_chats (user_id, context_type, context_id, title) VALUES (?, ?, ?, ?) RETURNING *`;
  return readChat(ctx.store.one(sql, userId, topic.context_type, topic.context_id, topic.title));
}

/** Adds a message. @param at ms, default the present */
export function addMessage(
  ctx: Context,
  chatId: number,
  role: ApiChatMessage['role'],
  content: string,
  at = ctx.clock.now(),
): StoredMessage {
  const row = ctx.store.one(
    'INSERT INTO xcx_chat_messages (chat_id, role, content, created_at) VALUES (?, ?, ?, ?) RETURNING message_id',
    chatId,
    role,
    content,
    at,
  );
  return { id: String(int(row, 'message_id')), content, created_at: beijingIso(at) };
}

/** All messages, oldest first; reading them marks them read. */
export function readMessages(ctx: Context, chatId: number): ApiChatMessage[] {
  const rows = ctx.store.all('SELECT * FROM xcx_chat_messages WHERE chat_id = ? ORDER BY message_id', chatId);
  ctx.store.run('UPDATE xcx_chat_messages SET is_read = 1 WHERE chat_id = ? AND is_read = 0', chatId);
  return rows.map((row) => ({
    id: String(int(row, 'message_id')),
    role: text(row, 'role') === 'user' ? 'user' : 'assistant',
    content: text(row, 'content'),
    created_at: beijingIso(int(row, 'created_at')),
  }));
}

/** The person's conversations, the latest first. */
export function history(ctx: Context, userId: number): ApiChatHistoryItem[] {
  const rows = ctx.store.all(
    `SELECT c.chat_id, c.title, m.content, m.created_at,
       (SELECT COUNT(*) FROM xcx_chat_messages u WHERE u.chat_id = c.chat_id AND u.is_read = 0) AS unread
     FROM xcx_chats c JOIN xcx_chat_messages m ON m.message_id =
       (SELECT MAX(message_id) FROM xcx_chat_messages l WHERE l.chat_id = c.chat_id)
     WHERE c.user_id = ? ORDER BY m.created_at DESC, c.chat_id DESC`,
    userId,
  );
  return rows.map((row) => ({
    id: String(int(row, 'chat_id')),
    customer_name: text(row, 'title'),
    last_message: text(row, 'content'),
    last_time: beijingIso(int(row, 'created_at')),
    unread_count: int(row, 'unread'),
  }));
}
