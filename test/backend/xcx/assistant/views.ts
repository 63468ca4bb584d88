// Conversations as each profile shows them (CHAT-1…3).
import type {
  ApiChatHistoryItem,
  ApiChatMessage,
  ApiChatSendResponse,
} from '../../../../typings/xcx/assistant';
import type { Context } from '../../context';
import type { Said, StoredMessage, Summary } from './chats';

const TITLE_CHARACTERS = 20;
const PREVIEW_CHARACTERS = 100;

const cut = (words: string, most: number): string => [...words].slice(0, most).join('');

function documentedSummary({ chat_id, title, last_message, last_time, unread }: Summary): ApiChatHistoryItem {
  return { id: String(chat_id), customer_name: title, last_message, last_time, unread_count: unread };
}

/** Deployed: a general conversation is called by its first words; ids are numbers. */
function deployedSummary(summary: Summary) {
  const { chat_id, context_type, title, first_message, last_message, last_time, unread } = summary;
  const about = context_type === 'customer' || context_type === 'task';
  return {
    id: chat_id,
    title: context_type === 'general' ? cut(first_message, TITLE_CHARACTERS) : title,
    customer_name: about ? title : null,
    last_message: cut(last_message, PREVIEW_CHARACTERS),
    timestamp: last_time,
    unread_count: unread,
  };
}

export const summaryView = (ctx: Context, summary: Summary): unknown =>
  ctx.xcx.isDeployed ? deployedSummary(summary) : documentedSummary(summary);

export function messageView(ctx: Context, { message_id, role, content, created_at, card }: Said): unknown {
  if (!ctx.xcx.isDeployed) {
    return { id: String(message_id), role, content, created_at } satisfies ApiChatMessage;
  }
  const reference_card: unknown = card === null ? null : JSON.parse(card);
  return { id: message_id, role, content, created_at, reference_card };
}

export interface Kept {
  chat_id: number;
  isNew: boolean;
  user_message: StoredMessage;
  ai_reply: StoredMessage;
}

/** CHAT-3. */
export function sentView(ctx: Context, { chat_id, isNew, user_message, ai_reply }: Kept): unknown {
  const whose = isNew ? { chat_id: String(chat_id) } : {};
  const sent: ApiChatSendResponse = { user_message, ai_reply, ...whose };
  if (!ctx.xcx.isDeployed) return sent;
  const numbered = (message: StoredMessage) => ({ ...message, id: Number(message.id) });
  return { user_message: numbered(user_message), ai_reply: numbered(ai_reply), chat_id };
}
