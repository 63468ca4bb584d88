// The rows of a conversation with everything that bears on them. Reads observables: recompute when they change.
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import type { Id } from '../../../../../../typings/v4/common';
import type { MessageRow } from '../../../format/message-row';
import type { Conversation } from '../conversation/conversation';
import { awaited } from '../outbox/match';
import type { CustomerChat } from '../customer-chat';
import { agentName } from '../../../format/session-row';
import { LineRows } from './line-rows';
import { conversationRows } from './conversation-rows';

/** What was made before, by conversation. */
const known = new WeakMap<Conversation, LineRows>();

/** @param now ms; words like 昨天 are said for it */
export function messageRowsOf(
  chat: CustomerChat,
  conversation: Conversation,
  { connected, now }: { connected: boolean; now: number },
): readonly MessageRow[] {
  const { outbox, profile } = chat;
  const entries = outbox.of(conversation.session_id);
  const { lines, transcript } = conversation;
  const isClaimed = (id: Id) => conversation.isClaimed(id);
  const made = known.get(conversation) ?? new LineRows();
  known.set(conversation, made);
  const parts = {
    transcript,
    entries,
    connected,
    now,
    host: agentName(chat.sessions.find(conversation.session_id)),
    rowKey: (line: ChatMessage) => conversation.rowKey(line),
    awaited: profile === 'deployed' ? awaited(entries, { lines, profile, isClaimed }) : new Set<Id>(),
    isSlow: (temp_message_id: string) => outbox.isSlow(temp_message_id),
    percent: (temp_message_id: string) => outbox.progress.get(temp_message_id),
  };
  return conversationRows(parts, made);
}
