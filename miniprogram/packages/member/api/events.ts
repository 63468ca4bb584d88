// V4 §2.3: what the socket says, as one typed event. Both forms of the backend come out the same.
import * as v from 'valibot';
import type { ChatMessage } from '../../../../typings/v4/chat';
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
} from '../../../../typings/v4/events';
import { tableOf } from '../../../format/lookup';
import type { Failure } from '../../../api/errors';
import { firstIssue } from '../../../api/schema';
import type { Schema } from '../../../api/schema';
import { fieldOf } from '../../../api/untyped';
import { readMessage } from './message';
import * as schemas from './schema/events';

/** The events of the contract by name. */
interface Events {
  new_message: NewMessageEvent;
  session_update: SessionUpdateEvent;
  satisfaction_request: SatisfactionRequestEvent;
  session_closed: SessionClosedEvent;
  connection_established: ConnectionEstablishedEvent;
  session_replaced: SessionReplacedEvent;
  connection_rejected: ConnectionRejectedEvent;
  offline_messages: OfflineMessagesEvent;
  session_restored: SessionRestoredEvent;
}

type Known = { [Name in keyof Events]: { event: Name } & Events[Name] }[keyof Events];

/** One event; `unknown` is one that this version of the app has never heard of: it is kept, not an error. */
export type ServerEvent = Known | { event: 'unknown'; name: string; payload: unknown };

/** `failure` names the event and the place that broke, and none of its values. */
export type ReadEvent =
  | { ok: true; event: ServerEvent }
  | { ok: false; failure: Extract<Failure, { kind: 'decode' }> };

/** Decodes a payload and says what event it makes. */
type Reader = (payload: unknown, name: string) => ReadEvent;

function reader<T>(schema: Schema<T>, make: (fields: T) => ServerEvent): Reader {
  return (payload, name) => {
    const decoded = v.safeParse(schema, payload);
    if (decoded.success) return { ok: true, event: make(decoded.output) };
    return {
      ok: false,
      failure: { kind: 'decode', endpoint: `event ${name}`, ...firstIssue(decoded.issues) },
    };
  };
}

const newMessage = (session_id: string, message: ChatMessage): ServerEvent => ({
  event: 'new_message',
  session_id,
  message: readMessage(message),
});

const READERS: Readonly<Record<keyof Events, Reader>> = {
  new_message(payload, name) {
    // The deployed backend has only this name, and says in `type` what else it means.
    const type = fieldOf(payload, 'type');
    if (type === 'satisfaction_request') return READERS.satisfaction_request(payload, name);
    if (fieldOf(payload, 'message') !== undefined) return nestedMessage(payload, name);
    if (typeof type === 'string' && fieldOf(payload, 'chat_message_id') === undefined) {
      return { ok: true, event: { event: 'unknown', name: `${name} ${type}`, payload } };
    }
    return flatMessage(payload, name);
  },
  session_update: reader(schemas.sessionUpdateSchema, (fields) => ({ event: 'session_update', ...fields })),
  satisfaction_request: reader(schemas.satisfactionRequestSchema, (fields) => ({
    event: 'satisfaction_request',
    ...fields,
  })),
  session_closed: reader(schemas.sessionClosedSchema, (fields) => ({ event: 'session_closed', ...fields })),
  connection_established: reader(schemas.connectionEstablishedSchema, (fields) => ({
    event: 'connection_established',
    ...fields,
  })),
  session_replaced: reader(schemas.sessionReplacedSchema, (fields) => ({
    event: 'session_replaced',
    ...fields,
  })),
  connection_rejected: reader(schemas.connectionRejectedSchema, (fields) => ({
    event: 'connection_rejected',
    ...fields,
  })),
  offline_messages: reader(schemas.offlineMessagesSchema, (fields) => ({
    event: 'offline_messages',
    ...fields,
    messages: fields.messages.map(readMessage),
  })),
  session_restored: reader(schemas.sessionRestoredSchema, (fields) => ({
    event: 'session_restored',
    ...fields,
  })),
};

const nestedMessage = reader(schemas.newMessageSchema, ({ session_id, message }) =>
  newMessage(session_id, message),
);
const flatMessage = reader(schemas.flatMessageSchema, (message) =>
  newMessage(message.customer_service_session_id, message),
);

const BY_NAME = tableOf<Reader>(READERS);

/** Every event name of the contract. */
export const EVENT_NAMES = Object.keys(READERS) as readonly (keyof Events)[];

/**
 * Reads one event of the socket (V4 §2.3), documented or deployed form. Its payload must come from a parser that keeps
 * big integers as text; an id that is already rounded is refused, not guessed.
 */
export function readEvent(name: string, payload: unknown): ReadEvent {
  const read = BY_NAME[name];
  return read === undefined ? { ok: true, event: { event: 'unknown', name, payload } } : read(payload, name);
}
