// A session with customer service as a flat row for `setData`.
import type { ChatSession } from '../../../../typings/v4/chat';
import type { Row } from '../../../format/chunks';
import { tableOf } from '../../../format/lookup';
import { nameText, visibleText } from '../../../format/unicode';
import { BLANK_MESSAGE, whenWords } from './message-row';
import { parseWireTime } from '../../../format/time';

export type SessionTone = 'waiting' | 'serving' | 'closed' | 'other';

export interface SessionRow extends Row {
  session_id: string;
  title: string;
  status: string;
  tone: SessionTone;
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
  ...{
    row_key: '',
    session_id: '',
    title: '',
    status: '',
    tone: 'other',
    last: '',
    time: '',
    badge: '',
    unsent: '',
  },
};

const STATUSES = tableOf<{ word: string; tone: SessionTone }>({
  waiting: { word: '排队中', tone: 'waiting' },
  assigned: { word: '已分配', tone: 'serving' },
  active: { word: '进行中', tone: 'serving' },
  closed: { word: '已结束', tone: 'closed' },
});

export const sessionTone = (status: string): SessionTone => STATUSES[status]?.tone ?? 'other';

/** Who is there, or that nobody is yet. */
export function sessionHead(session: ChatSession | undefined): string {
  if (session === undefined) return '客服会话';
  const name = nameText(session.admin?.nickname, '');
  switch (session.status) {
    case 'waiting':
      return '正在为您安排客服';
    case 'closed':
      return '会话已结束';
    default:
      return name === '' ? '客服已接入' : `${name} 为您服务`;
  }
}

/** What to do about the open session, or that one may be started. */
export function invitation(open: ChatSession | undefined): string {
  if (open === undefined) return '商品、兑换券、核销都可以问';
  return open.status === 'waiting' ? '可以先把问题写下来' : '会话还在进行，可以接着说';
}

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
  const { customer_service_session_id: session_id, status, admin } = session;
  const at = parseWireTime(session.last_message_at ?? session.created_at);
  return {
    row_key: session_id,
    session_id,
    title: nameText(admin?.nickname, '在线客服'),
    // A status of a later backend is shown in its own words, never as its code.
    status: STATUSES[status]?.word ?? session.status_display ?? '',
    tone: sessionTone(status),
    last: lastLine(session),
    time: at === null ? '' : whenWords(at, now),
    badge: badgeText(unread),
    unsent: unsent <= 0 ? '' : `${unsent} 条未发送`,
  };
}

/** At most three characters; empty for none. */
const badgeText = (unread: number): string => (unread <= 0 ? '' : unread > 99 ? '99+' : String(unread));
