// Decoders of the assistant's conversations (CHAT-1…4).
import type {
  ApiChatHistoryItem,
  ApiChatMessage,
  ApiChatSendResponse,
} from '../../../../../typings/xcx/assistant';
import { id, missingAs, number, record, schemaFor, text } from '../../../../api/schema';
import type { Schema } from '../../../../api/schema';
import { pageOf, words } from '../../../../api/xcx/schema/common';

const role: Schema<ApiChatMessage['role']> = text;

export const chatsSchema = pageOf(
  schemaFor<ApiChatHistoryItem>()(
    record(
      {
        id,
        customer_name: words,
        last_message: words,
        last_time: words,
        unread_count: missingAs(number, 0),
      },
      {},
    ),
  ),
);

export const chatMessagesSchema = pageOf(
  schemaFor<ApiChatMessage>()(record({ id, role, content: text, created_at: words }, {})),
);

const line = record({ id, content: text, created_at: words }, {});

export const chatSentSchema = schemaFor<ApiChatSendResponse>()(
  record({ user_message: line, ai_reply: line }, { chat_id: id }),
);

/** CHAT-4 `event: message`. */
export const deltaSchema = record({ delta: text }, {});
