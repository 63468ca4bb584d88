// The rows of one conversation, pure: confirmed lines by id, a mark where something may be missing, then what is on its way.
import type { Id } from '../../../typings/v4/common';
import type { ChatMessage } from '../../../typings/v4/chat';
import { compareIds } from '../../api/order';
import { blankRow, messageRow, separator } from '../../format/message-row';
import type { MessageRow, MessageStatus } from '../../format/message-row';
import type { Entry, FailedReason } from './entry';
import type { Transcript } from './transcript';

export interface RowsParts {
  transcript: Transcript;
  /** In order. */
  entries: readonly Entry[];
  rowKey(line: ChatMessage): string;
  /** Lines shown as the entry that they most likely are. */
  awaited: ReadonlySet<Id>;
  /** Of pictures under way. */
  percent(temp_message_id: string): number | undefined;
  connected: boolean;
  /** ms; words like 昨天 are said for it. */
  now: number;
}

/** No `row_key` twice: while an entry is there, its line is not. */
export function conversationRows(parts: RowsParts): MessageRow[] {
  const { transcript, entries, rowKey, awaited } = parts;
  const pending = new Set(entries.map(({ temp_message_id }) => temp_message_id));
  const timeOf = separator(parts.now);
  const gaps = gapsOf(transcript);
  const rows: MessageRow[] = [];
  let named = '';
  for (const line of transcript.lines) {
    const key = rowKey(line);
    if (pending.has(key) || awaited.has(line.chat_message_id)) continue;
    if (gaps.has(line.chat_message_id)) rows.push(blankRow(`gap${line.chat_message_id}`, 'gap'));
    const row = messageRow(line, key);
    const time = timeOf(line.created_at);
    // Said once for all that an agent says in a row.
    rows.push({ ...row, time, name: row.name === named && time === '' ? '' : row.name });
    named = row.name;
  }
  for (const entry of entries) rows.push(entryRow(entry, parts));
  return rows;
}

/** Before which lines something may be missing: where the reading stopped, and after what was known. */
function gapsOf({ lines, base, hole_before }: Transcript): ReadonlySet<Id> {
  if (hole_before === undefined || base === undefined) return new Set();
  const first = lines.find(({ chat_message_id }) => compareIds(chat_message_id, base.newest) > 0);
  return new Set(first === undefined ? [hole_before] : [hole_before, first.chat_message_id]);
}

const REASONS: Record<FailedReason, string> = {
  closed: '会话已结束',
  content: '消息包含违规内容',
  picture: '图片发送失败',
  refused: '发送失败',
  server: '服务暂时不可用',
};

function entryRow(entry: Entry, { percent, connected }: RowsParts): MessageRow {
  const { temp_message_id, body, status } = entry;
  const shown = blankRow(temp_message_id, body.message_type);
  const said =
    body.message_type === 'text' ? { text: body.content } : { image: body.file_path, text: '[图片]' };
  const common = { ...shown, ...said, own: true, temp_message_id };
  switch (status.state) {
    case 'ready':
    case 'sending':
    case 'checking':
      return { ...common, status: waiting(connected) };
    case 'uploading':
      return { ...common, status: connected ? 'uploading' : 'held', percent: percent(temp_message_id) ?? 0 };
    case 'unconfirmed':
      return { ...common, status: 'unconfirmed', note: '未确认是否送达', can_retry: true, can_delete: true };
    case 'failed': {
      const needs_session = status.reason === 'closed';
      const note = status.message === '' ? REASONS[status.reason] : status.message;
      const can_retry = status.reason !== 'content';
      return { ...common, status: 'failed', note, can_retry, can_delete: true, needs_session };
    }
  }
}

const waiting = (connected: boolean): MessageStatus => (connected ? 'sending' : 'held');
