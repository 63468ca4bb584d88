// A line of a conversation as the page shows it: flat, one row per bubble, system line or gap.
import type { ChatMessage } from '../../../../typings/v4/chat';
import type { Row } from '../../../format/chunks';
import { textParts } from './links';
import type { TextPart } from './links';
import { nameText, visibleText } from '../../../format/unicode';
import { avatarLetter } from '../../../format/person';
import { beijingTime, daysBetween, formatClock, formatDate, parseWireTime } from '../../../format/time';

/** The server takes no longer text, letters. */
export const LONGEST_TEXT = 5000;

/** How far an own message is; empty once the server has it. */
export type MessageStatus = '' | 'sending' | 'slow' | 'uploading' | 'held' | 'unconfirmed' | 'failed';

export interface MessageRow extends Row {
  /** `gap`: something may be missing here. `unknown`: a type that this version cannot show. */
  kind: 'text' | 'image' | 'system' | 'gap' | 'unknown';
  own: boolean;
  /** Text to show; for a picture without an address what stands for it. */
  text: string;
  /** Address or local path of a picture. */
  image: string;
  /** An agent's name; empty otherwise. */
  name: string;
  /** It is said above the bubble: the page's title is somebody else's. */
  named: boolean;
  /** The first of those that one side says in a row. */
  begins: boolean;
  /** An agent's initial, on the first of a run. */
  face: string;
  /** The text, where something in it can be tapped; empty otherwise. */
  parts: readonly TextPart[];
  /** Shown above the row; empty where no separator is due, or no time is known. */
  time: string;
  status: MessageStatus;
  /** 0-100 while uploading. */
  percent: number;
  /** Why it failed. */
  note: string;
  can_retry: boolean;
  can_delete: boolean;
  /** Goes into another session: its own is closed. */
  needs_session: boolean;
  /** For actions on an own message that is not sent; empty otherwise. */
  temp_message_id: string;
  chat_message_id: string;
}

const BLANK: Omit<MessageRow, 'row_key' | 'kind'> = {
  own: false,
  text: '',
  image: '',
  name: '',
  named: false,
  begins: false,
  face: '',
  parts: [],
  time: '',
  status: '',
  percent: 0,
  note: '',
  can_retry: false,
  can_delete: false,
  needs_session: false,
  temp_message_id: '',
  chat_message_id: '',
};

export const blankRow = (row_key: string, kind: MessageRow['kind']): MessageRow => ({
  ...BLANK,
  row_key,
  kind,
});

/** Stands for a text of which nothing would be seen. */
export const BLANK_MESSAGE = '[空白消息]';

/** A confirmed line. */
export function messageRow(line: ChatMessage, row_key: string): MessageRow {
  const { chat_message_id, content, sender_type } = line;
  if (sender_type === 'system')
    return { ...blankRow(row_key, 'system'), text: visibleText(content, BLANK_MESSAGE), chat_message_id };
  const own = sender_type === 'user';
  const name = own ? '' : nameText(line.sender?.nickname, '');
  const common = { own, name, chat_message_id };
  if (line.message_type === 'text') {
    const text = visibleText(content, BLANK_MESSAGE);
    return { ...blankRow(row_key, 'text'), ...common, text, parts: textParts(text) };
  }
  if (line.message_type !== 'image') {
    return { ...blankRow(row_key, 'unknown'), ...common, text: '[不支持的消息类型]' };
  }
  const image = line.metadata?.image_url ?? '';
  return { ...blankRow(row_key, 'image'), ...common, image, text: '[图片]' };
}

/** The sign for an agent: the last of the name, which so often begins with 客服. */
export const faceOf = (name: string): string =>
  avatarLetter([...name.replace(/[\u2066-\u2069]/g, '')].slice(-1).join('') || '客');

/** Silence that is worth a separator, ms. */
const PAUSE_MS = 5 * 60_000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** `14:05`, `昨天 14:05`, `周五 14:05`, `11-02 14:05`. */
export function whenWords(at: number, now: number): string {
  const days = daysBetween(at, now);
  const clock = formatClock(at);
  if (days === 0) return clock;
  if (days === 1) return `昨天 ${clock}`;
  if (days > 1 && days < 7) return `${WEEKDAYS[beijingTime(at).weekday] ?? ''} ${clock}`;
  const year = beijingTime(at).year === beijingTime(now).year;
  return `${year ? formatDate(at).slice(5) : formatDate(at)} ${clock}`;
}

/**
 * When a line was, ms, where a separator is due above it: the last one was long ago. Lines without a time (July) get none.
 * @param last when the last separator was, ms
 */
export function separatorDue(created_at: string | undefined, last: number | undefined): number | undefined {
  const at = parseWireTime(created_at);
  return at !== null && (last === undefined || at - last >= PAUSE_MS) ? at : undefined;
}
