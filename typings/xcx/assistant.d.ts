// xcx CHAT-1…4: the assistant's conversations.
import type { Open } from '../v4/common';

/** CHAT-1. */
export interface ApiChatHistoryItem {
  id: string;
  customer_name: string;
  last_message: string;
  last_time: string;
  unread_count: number;
}

/** CHAT-2. */
export interface ApiChatMessage {
  id: string;
  role: Open<'user' | 'assistant'>;
  content: string;
  created_at: string;
}

/** CHAT-3. */
export interface ApiChatSendResponse {
  user_message: { id: string; content: string; created_at: string };
  ai_reply: { id: string; content: string; created_at: string };
  /** Present when the conversation is new (known from the real system, not in the seed). */
  chat_id?: string;
}

/** What a new conversation is about. */
export type ApiChatContextType = 'task' | 'customer' | 'coach' | 'general';
