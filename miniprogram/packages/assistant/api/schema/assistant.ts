// Decoders of the assistant's conversations (CHAT-1…4).
import type {
  ApiChatHistoryItem,
  ApiChatMessage,
  ApiChatOpened,
  ApiChatSendResponse,
  ApiReferenceCard,
} from '../../../../../typings/xcx/assistant';
import { goodRows } from '../../../../api/rows';
import { filled, id, missingAs, record, schemaFor, text } from '../../../../api/schema';
import type { Schema } from '../../../../api/schema';
import { BROKEN, isDictionary, readOf, schemaOf, valueOf } from '../../../../api/schema-run';
import { fieldOf } from '../../../../api/untyped';
import { aliased, pageNames, pageOf, quantity, words } from '../../../../api/xcx/schema/common';

const role: Schema<ApiChatMessage['role']> = text;
const cardType: Schema<ApiReferenceCard['type']> = text;

export const chatsSchema = pageOf(
  schemaFor<ApiChatHistoryItem>()(
    filled(
      record(
        {
          id,
          customer_name: words,
          last_message: words,
          last_time: words,
          unread_count: missingAs(quantity, 0),
        },
        { title: text },
      ),
      aliased({ last_time: 'timestamp' }),
    ),
  ),
);

/** Labels beside texts; what is neither text nor number stands beside nothing. */
const labels: Schema<Record<string, string>> = valueOf('Object', (value) => {
  if (!isDictionary(value)) return BROKEN;
  const shown = Object.entries(value).filter(
    ([, text_]) => typeof text_ === 'string' || typeof text_ === 'number',
  );
  return Object.fromEntries(shown.map(([label, text_]) => [label, String(text_)]));
});

const card = schemaFor<ApiReferenceCard>()(
  record({ type: cardType, title: words, summary: words, data: missingAs(labels, {}) }, {}),
);

const message = schemaFor<ApiChatMessage>()(
  record({ id, role, content: text, created_at: words }, { reference_card: card }),
);

export const chatMessagesSchema = pageOf(message);

/** CHAT-2 by context: opening it is reading its first page. */
export const chatOpenedSchema = schemaFor<ApiChatOpened>()(
  filled(record({ chat_id: id, items: goodRows(message) }, {}), (fields) => ({
    ...pageNames(fields),
    ...aliased({ chat_id: 'conversation_id' })(fields),
  })),
);

const line = record({ id, content: text, created_at: words }, {});

export const chatSentSchema = schemaFor<ApiChatSendResponse>()(
  record({ user_message: line, ai_reply: line }, { chat_id: id }),
);

/** CHAT-4 `event: message`. */
export const deltaSchema = record({ delta: text }, {});

/** How a stream ends: with what was said, or with the conversation in which to read it. */
export type StreamEnd = ApiChatSendResponse | { chat_id: string };

const ended: Schema<StreamEnd> = record({ chat_id: id }, {});
const endOf = (value: unknown): Schema<StreamEnd> =>
  fieldOf(value, 'ai_reply') === undefined && fieldOf(value, 'user_message') === undefined
    ? ended
    : chatSentSchema;

/** CHAT-4 `event: done`. */
export const streamEndSchema: Schema<StreamEnd> = schemaOf<StreamEnd>({
  expects: 'Object',
  read: (value) => readOf(endOf(value))(value) as StreamEnd | typeof BROKEN,
  parts: (value) => [[endOf(value), value, undefined]],
});
