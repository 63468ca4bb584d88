// A session with customer service as a flat row for `setData`.
import type { ChatSession } from '../../../../typings/v4/chat';
import { badgeText } from '../../../format/badge';
import type { Row } from '../../../format/chunks';
import { nameText, visibleText } from '../../../format/unicode';
import { BLANK_MESSAGE, faceOf, whenWords } from './message-row';
import { parseWireTime } from '../../../format/time';

export interface SessionRow extends Row {
  session_id: string;
  title: string;
  /** The agent's initial; empty while nobody is there. */
  face: string;
  /** Shortened last line; empty before anything was said. */
  last: string;
  /** Empty where the server told none. */
  time: string;
  /** Empty for none. */
  badge: string;
  /** `2 条未发送`; empty for none. */
  unsent: string;
}

/** For the component before its row comes. */
export const blankSessionRow: SessionRow = {
  ...{ row_key: '', session_id: '', title: '', face: '', last: '', time: '', badge: '', unsent: '' },
};

/** Who serves; empty while nobody does, or where it is not told. */
export const agentName = (session: ChatSession | undefined): string => nameText(session?.admin?.nickname, '');

/** What a conversation is called: by who serves. */
export const sessionTitle = (session: ChatSession | undefined): string => agentName(session) || '在线客服';

function lastLine({ last_message }: ChatSession): string {
  if (last_message === null || last_message === undefined) return '';
  if (typeof last_message === 'string') return visibleText(last_message, '');
  return last_message.message_type === 'image' ? '[图片]' : visibleText(last_message.content, BLANK_MESSAGE);
}

/** What this phone knows beside the session. */
export interface SessionFacts {
  unread: number;
  /** Messages still in the outbox. */
  unsent: number;
  /** ms */
  now: number;
}

export function sessionRow(session: ChatSession, { unread, unsent, now }: SessionFacts): SessionRow {
  const { customer_service_session_id: session_id } = session;
  // A message that came without a time has none: when the session began is said only while nothing was said.
  const at = parseWireTime(session.last_message ? session.last_message_at : session.created_at);
  const name = agentName(session);
  return {
    row_key: session_id,
    session_id,
    title: sessionTitle(session),
    face: name === '' ? '' : faceOf(name),
    last: lastLine(session),
    time: at === null ? '' : whenWords(at, now),
    badge: badgeText(unread),
    unsent: unsent <= 0 ? '' : `${unsent} 条未发送`,
  };
}
