// The rows of a conversation with everything that bears on them. Reads observables: recompute when they change.
import type { Id } from '../../../typings/v4/common';
import type { MessageRow } from '../../format/message-row';
import type { Conversation } from './conversation';
import { awaited } from './match';
import type { Room } from './room';
import { conversationRows } from './rows';

/** @param now ms; words like 昨天 are said for it */
export function roomRows(
  room: Room,
  conversation: Conversation,
  { connected, now }: { connected: boolean; now: number },
): MessageRow[] {
  const { outbox, profile } = room;
  const entries = outbox.of(conversation.session_id);
  const { lines, transcript } = conversation;
  const isClaimed = (id: Id) => conversation.isClaimed(id);
  return conversationRows({
    ...{ transcript, entries, connected, now },
    rowKey: (line) => conversation.rowKey(line),
    awaited: profile === 'deployed' ? awaited(entries, { lines, profile, isClaimed }) : new Set(),
    percent: (temp_message_id) => outbox.progress.get(temp_message_id),
  });
}
