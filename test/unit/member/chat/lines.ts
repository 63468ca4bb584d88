// Lines of a conversation for tests, and a server that holds them.
import type { ChatMessage } from '../../../../typings/v4/chat';
import type { HistoryPage } from '../../../../miniprogram/packages/member/stores/chat/conversation/gap';

export const SESSION = '2220';

export const line = (id: number | string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  chat_message_id: String(id),
  customer_service_session_id: SESSION,
  sender_id: '7',
  sender_type: 'admin',
  message_type: 'text',
  content: `第 ${id} 句`,
  ...more,
});

export const own = (id: number, content: string, more: Partial<ChatMessage> = {}): ChatMessage =>
  line(id, { sender_type: 'user', sender_id: '31', content, ...more });

export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

export const idsOf = (lines: readonly ChatMessage[]): number[] =>
  lines.map(({ chat_message_id }) => Number(chat_message_id));

/**
 * A page of what the server holds, newest page first.
 * @param second how the server sorts: by whole seconds, so lines of one second come in an order other than ours
 */
export function pageOf(
  ids: readonly number[],
  page: number,
  page_size: number,
  second: (id: number) => number = (id) => id,
): HistoryPage {
  const sorted = [...ids].sort((a, b) => second(b) - second(a) || ((a * 7) % 5) - ((b * 7) % 5) || b - a);
  const found = sorted.slice((page - 1) * page_size, page * page_size).reverse();
  const isLast = page * page_size >= ids.length;
  return { messages: found.map((id) => line(id)), total: ids.length, isLast };
}
