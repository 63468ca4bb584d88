// Conversations with the assistant as stored (CHAT-1, CHAT-2): one owner each, messages in order.
import type { ApiChatContextType, ApiChatMessage } from '../../../../typings/xcx/assistant';
import { beijingIso } from '../../clock';
import type { Context } from '../../context';
import { int, maybeInt, maybeText, text } from '../../db/store';
import type { Row } from '../../db/store';
import { DAY_MS } from '../time';
import type { Worker } from '../auth/gate';
import { forbidden, notFound } from '../errors';
import type { ReferenceCard } from './card';

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

/** Throws 404 (another store's too), or 403 for somebody else's. */
export function requireChat(ctx: Context, { user, store_id }: Worker, chatId: number | undefined): Chat {
  const sql = 'SELECT * FROM xcx_chats WHERE chat_id = ? AND store_id = ?';
  const row = chatId && ctx.store.first(sql, chatId, store_id);
  if (!row) throw notFound('对话不存在');
  const chat = readChat(row);
  if (chat.user_id !== user.user_id) throw forbidden('无权限查看该对话');
  return chat;
}

export function openChat(ctx: Context, { user, store_id }: Worker, topic: Topic): Chat {
  const sql = `INSERT INTO xcx_chats (user_id, store_id, context_type, context_id, title)
    VALUES (?, ?, ?, ?, ?) RETURNING *`;
  const { context_type, context_id, title } = topic;
  return readChat(ctx.store.one(sql, user.user_id, store_id, context_type, context_id, title));
}

/** A conversation about a customer or a coach is gone on with for so long. */
const REUSED_MS = 3 * DAY_MS;

/**
 * The conversation that a context leads to: a task's is always the same, a customer's or coach's the last one while it
 * is young, a general one always new.
 */
export function chatAbout(ctx: Context, worker: Worker, topic: Topic): Chat {
  const { context_type, context_id } = topic;
  const since = context_type === 'task' ? 0 : ctx.clock.now() - REUSED_MS;
  const row = ctx.store.first(
    `SELECT c.* FROM xcx_chats c JOIN xcx_chat_messages m USING (chat_id)
     WHERE c.user_id = ? AND c.store_id = ? AND c.context_type = ? AND c.context_id IS ?
     GROUP BY c.chat_id HAVING MAX(m.created_at) > ? ORDER BY MAX(m.message_id) DESC LIMIT 1`,
    worker.user.user_id,
    worker.store_id,
    context_type,
    context_id,
    since,
  );
  return row === undefined || context_type === 'general' ? openChat(ctx, worker, topic) : readChat(row);
}

/** Adds a message. @param card what it refers to, where the deployed system keeps one */
export function addMessage(
  ctx: Context,
  chatId: number,
  role: ApiChatMessage['role'],
  content: string,
  card: ReferenceCard | null = null,
): StoredMessage {
  const at = ctx.clock.now();
  const row = ctx.store.one(
    `INSERT INTO xcx_chat_messages (chat_id, role, content, reference_card, created_at)
     VALUES (?, ?, ?, ?, ?) RETURNING message_id`,
    chatId,
    role,
    content,
    card === null ? null : JSON.stringify(card),
    at,
  );
  return { id: String(int(row, 'message_id')), content, created_at: beijingIso(at) };
}

export interface Said {
  message_id: number;
  role: 'user' | 'assistant';
  content: string;
  created_at: string;
  card: string | null;
}

/** All messages, oldest first; reading them marks them read. */
export function readMessages(ctx: Context, chatId: number): Said[] {
  const rows = ctx.store.all('SELECT * FROM xcx_chat_messages WHERE chat_id = ? ORDER BY message_id', chatId);
  ctx.store.run('UPDATE xcx_chat_messages SET is_read = 1 WHERE chat_id = ? AND is_read = 0', chatId);
  return rows.map((row) => ({
    message_id: int(row, 'message_id'),
    role: text(row, 'role') === 'user' ? 'user' : 'assistant',
    content: text(row, 'content'),
    created_at: beijingIso(int(row, 'created_at')),
    card: maybeText(row, 'reference_card'),
  }));
}

export interface Summary extends Topic {
  chat_id: number;
  first_message: string;
  last_message: string;
  last_time: string;
  unread: number;
}

/** The person's conversations at this store in which something was said, the latest first. */
export function history(ctx: Context, { user, store_id }: Worker): Summary[] {
  const rows = ctx.store.all(
    `SELECT c.*, m.content, m.created_at,
       (SELECT f.content FROM xcx_chat_messages f WHERE f.chat_id = c.chat_id ORDER BY message_id LIMIT 1) AS first,
       (SELECT COUNT(*) FROM xcx_chat_messages u WHERE u.chat_id = c.chat_id AND u.is_read = 0) AS unread
     FROM xcx_chats c JOIN xcx_chat_messages m ON m.message_id =
       (SELECT MAX(message_id) FROM xcx_chat_messages l WHERE l.chat_id = c.chat_id)
     WHERE c.user_id = ? AND c.store_id = ? ORDER BY m.created_at DESC, c.chat_id DESC`,
    user.user_id,
    store_id,
  );
  return rows.map((row) => ({
    ...readChat(row),
    first_message: text(row, 'first'),
    last_message: text(row, 'content'),
    last_time: beijingIso(int(row, 'created_at')),
    unread: int(row, 'unread'),
  }));
}
