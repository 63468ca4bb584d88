// xcx CHAT-1…4: the assistant's conversations.
import type { Open } from '../v4/common';

/** CHAT-1. */
export interface ApiChatHistoryItem {
  id: string;
  /** + What the conversation is called. */
  title?: string;
  customer_name: string;
  last_message: string;
  last_time: string;
  unread_count: number;
}

/** + What a message refers to. */
export interface ApiReferenceCard {
  type: Open<'customer' | 'record'>;
  title: string;
  summary: string;
  /** Label → what stands beside it. */
  data: Record<string, string>;
}

/** CHAT-2. */
export interface ApiChatMessage {
  id: string;
  role: Open<'user' | 'assistant'>;
  content: string;
  created_at: string;
  /** + */
  reference_card?: ApiReferenceCard;
}

/** CHAT-2 by context (+): the conversation that a page leads to, and its first messages. */
export interface ApiChatOpened {
  chat_id: string;
  items: ApiChatMessage[];
}

/** CHAT-3. */
export interface ApiChatSendResponse {
  user_message: { id: string; content: string; created_at: string };
  ai_reply: { id: string; content: string; created_at: string };
  /** + Present when the conversation is new. */
  chat_id?: string;
}

/** What a new conversation is about. */
export type ApiChatContextType = 'task' | 'customer' | 'coach' | 'general';
