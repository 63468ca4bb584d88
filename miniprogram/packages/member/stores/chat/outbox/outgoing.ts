// What leaves for the server, and the line that its answer makes of it.
import type { ChatMessage, SendMessageReply } from '../../../../../../typings/v4/chat';
import type { Outgoing } from '../../../api/chat';
import type { Entry } from './entry';

const addressOf = ({ body }: Entry): string => (body.message_type === 'image' ? (body.image_url ?? '') : '');

export function outgoing(entry: Entry): Outgoing {
  const { temp_message_id, body } = entry;
  if (body.message_type === 'text') return { temp_message_id, message_type: 'text', content: body.content };
  return { temp_message_id, message_type: 'image', image_url: addressOf(entry) };
}

/** The answer says only the id for certain; the rest is known here. */
export function lineFor(entry: Entry, reply: SendMessageReply): ChatMessage {
  const { temp_message_id, session_id, body } = entry;
  const { chat_message_id, content, message_type, created_at } = reply;
  return {
    chat_message_id,
    content,
    message_type,
    temp_message_id,
    customer_service_session_id: session_id,
    sender_type: 'user',
    metadata: body.message_type === 'image' ? { image_url: addressOf(entry) } : null,
    ...(created_at === undefined ? {} : { created_at }),
  };
}
