// Decoders of the V4 socket events, each in the documented form and as the deployed backend sends it.
import type { ChatMessage, SessionStatus } from '../../../../../typings/v4/chat';
import type {
  ConnectionEstablishedEvent,
  ConnectionRejectedEvent,
  NewMessageEvent,
  OfflineMessagesEvent,
  SatisfactionRequestEvent,
  SessionClosedEvent,
  SessionReplacedEvent,
  SessionRestoredEvent,
  SessionUpdateEvent,
} from '../../../../../typings/v4/events';
import { isDictionary } from '../../../../api/schema-run';
import type { Schema } from '../../../../api/schema';
import {
  either,
  filled,
  flag,
  id,
  list,
  nullable,
  number,
  record,
  schemaFor,
  text,
} from '../../../../api/schema';
import { messageSchema } from './chat';

/** Events name their session in one of two ways. */
const sessionOf = (fields: Record<string, unknown>): unknown =>
  fields['session_id'] ?? fields['customer_service_session_id'];

const aboutSession = <T>(schema: Schema<T>): Schema<T> =>
  filled(schema, (fields) => ({ session_id: sessionOf(fields) }));

/** `{session_id, message}`; the message inside need not say the session again. */
export const newMessageSchema = filled(
  schemaFor<NewMessageEvent>()(record({ session_id: id, message: messageSchema }, {})),
  (fields) => {
    const session_id = sessionOf(fields);
    const { message } = fields;
    if (!isDictionary(message)) return { session_id };
    return {
      session_id,
      message: { ...message, customer_service_session_id: sessionOf(message) ?? session_id },
    };
  },
);

/** The deployed `new_message`: the message itself. */
export const flatMessageSchema: Schema<ChatMessage> = messageSchema;

const status: Schema<SessionStatus> = text;

export const sessionUpdateSchema = aboutSession(
  schemaFor<SessionUpdateEvent>()(record({ session_id: id, status }, {})),
);

export const satisfactionRequestSchema = aboutSession(
  schemaFor<SatisfactionRequestEvent>()(record({ session_id: id }, {})),
);

export const sessionClosedSchema = aboutSession(
  schemaFor<SessionClosedEvent>()(
    record({ session_id: id }, { close_reason: nullable(text), closed_at: nullable(text) }),
  ),
);

export const connectionEstablishedSchema = schemaFor<ConnectionEstablishedEvent>()(
  record(
    { user_id: id, socket_id: text },
    { server_time: text, timestamp: either(number, text), session_user_type: text },
  ),
);

export const sessionReplacedSchema = schemaFor<SessionReplacedEvent>()(
  record({}, { reason: text, message: text }),
);

export const connectionRejectedSchema = schemaFor<ConnectionRejectedEvent>()(
  record({}, { reason: text, message: text }),
);

export const offlineMessagesSchema = schemaFor<OfflineMessagesEvent>()(
  record({ messages: list(messageSchema) }, { count: number, sync_timestamp: text }),
);

export const sessionRestoredSchema = schemaFor<SessionRestoredEvent>()(
  record(
    {},
    {
      success: flag,
      user_id: id,
      offline_messages_count: number,
      sync_timestamp: text,
      message: text,
      session_user_type: text,
    },
  ),
);
