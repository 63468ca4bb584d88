// A message as the app knows it, whichever revision wrote it (V4 §Fields): whose line it is, its picture, its text.
import type { ChatIssue, ChatMessage, ChatSession, LastMessage } from '../../../../typings/v4/chat';
import { agentText } from '../format/unescape';

type Line = Pick<ChatMessage, 'sender_type' | 'content'> &
  Partial<Pick<ChatMessage, 'sender_id' | 'message_type' | 'message_source'>>;

/** The backend's own line, which the deployed revision signs with an agent's type and a deleted person's name. */
export function isSystemLine(line: Line): boolean {
  return (
    line.sender_type === 'system' ||
    line.message_type === 'system' ||
    line.message_source === 'system' ||
    line.sender_id === null
  );
}

function textOfLine(line: Line): string {
  return line.sender_type === 'admin' && !isSystemLine(line) ? agentText(line.content) : line.content;
}

const WEB_ADDRESS = /^https?:\/\/\S+$/;

/** An image's address, from `metadata` or from the content; nothing else counts as one. */
function imageUrl(message: Pick<ChatMessage, 'content' | 'metadata'>): string | undefined {
  return [message.metadata?.image_url, message.content.trim()].find(
    (candidate) => candidate !== undefined && WEB_ADDRESS.test(candidate),
  );
}

/**
 * The one form that stores and pages see: a system line is `sender_type: 'system'` without a sender; an image has its
 * address in `metadata.image_url` when it has one at all; agents' text is unescaped. Apply it once, where the wire
 * ends: a second time would unescape what an agent really wrote.
 */
export function readMessage(wire: ChatMessage): ChatMessage {
  const content = textOfLine(wire);
  if (isSystemLine(wire)) {
    const { sender: _meaningless, ...line } = wire;
    return { ...line, sender_type: 'system', content };
  }
  if (wire.message_type !== 'image') return { ...wire, content };
  const { image_url: _sent, ...rest } = wire.metadata ?? {};
  const image_url = imageUrl({ ...wire, content });
  return { ...wire, content, metadata: image_url === undefined ? rest : { ...rest, image_url } };
}

function readLast(last: LastMessage): LastMessage {
  return { ...last, content: textOfLine(last), ...(isSystemLine(last) ? { sender_type: 'system' } : {}) };
}

/** A ticket whose texts by agents are read as their messages are. */
export function readIssue(wire: ChatIssue): ChatIssue {
  const { resolution } = wire;
  return typeof resolution === 'string' ? { ...wire, resolution: agentText(resolution) } : wire;
}

/** A session whose last line is read as a message is. */
export function readSession(wire: ChatSession): ChatSession {
  const last = wire.last_message;
  return typeof last === 'object' && last !== null ? { ...wire, last_message: readLast(last) } : wire;
}
