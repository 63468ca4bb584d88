// The running system's stream has no names for its events: each frame is `{type, content, conversation_id, tokens_used,
// message}`. Here it is said in the names that the stream reader knows (CHAT-4).
import { fieldOf, textOf } from '../../../api/untyped';
import { snakeCased } from '../../../api/xcx/names';

export interface NamedEvent {
  event: string;
  data: unknown;
}

const FAILED = /error|fail/i;
const OVER = /^(done|end|finish(ed)?|complete(d)?|stop(ped)?)$/i;

/** A frame without a name that says its `type`, as a `message`, `done` or `error`; any other event as it is. */
export function streamEvent(event: string, data: unknown): NamedEvent {
  const said = snakeCased(data);
  const type = textOf(said, 'type');
  if (event !== 'message' || type === undefined) return { event, data: said };
  if (FAILED.test(type)) {
    const message = textOf(said, 'message') ?? textOf(said, 'content') ?? '';
    return { event: 'error', data: { code: fieldOf(said, 'code') ?? 503, message } };
  }
  if (OVER.test(type) || typeof fieldOf(said, 'tokens_used') === 'number') {
    return { event: 'done', data: { chat_id: fieldOf(said, 'conversation_id') } };
  }
  const delta = textOf(said, 'content') ?? '';
  // What opens a stream or keeps it alive says nothing.
  return delta === '' ? { event: 'other', data: said } : { event: 'message', data: { delta } };
}
