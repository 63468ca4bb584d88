// The rows of one conversation, pure: confirmed lines by id, a mark where something may be missing, then what is on its way.
import type { Id } from '../../../../../../typings/v4/common';
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import { blankRow } from '../../../format/message-row';
import type { MessageRow, MessageStatus } from '../../../format/message-row';
import { textParts } from '../../../format/links';
import { mayGo } from '../outbox/entry';
import type { Entry, FailedReason } from '../outbox/entry';
import { LineRows } from './line-rows';
import { linesAfter } from '../conversation/transcript';
import type { Transcript } from '../conversation/transcript';

export interface RowsParts {
  transcript: Transcript;
  /** In order. */
  entries: readonly Entry[];
  /** The same as long as the line is the same object. */
  rowKey(line: ChatMessage): string;
  /** Lines shown as the entry that they most likely are. */
  awaited: ReadonlySet<Id>;
  /** Of pictures under way. */
  percent(temp_message_id: string): number | undefined;
  /** Tried for long: the person may take it back. */
  isSlow(temp_message_id: string): boolean;
  connected: boolean;
  /** Whose name the page has in its title. */
  host: string;
  /** ms; words like 昨天 are said for it. */
  now: number;
}

/**
 * No `row_key` twice: while an entry is there, its line is not.
 * @param known what was made before for the same conversation, so that only what changed is made anew
 */
export function conversationRows(parts: RowsParts, known = new LineRows()): readonly MessageRow[] {
  const { transcript, entries, rowKey, awaited, host, now } = parts;
  const pending = new Set(entries.map(({ temp_message_id }) => temp_message_id));
  const rows = known.rows(transcript.lines, {
    rowKey,
    pending,
    awaited,
    gaps: gapsOf(transcript),
    host,
    now,
  });
  if (entries.length === 0) return rows;
  const follows = rows[rows.length - 1]?.own === true;
  return rows.concat(
    entries.map((entry, at) => ({ ...entryRow(entry, parts), begins: at === 0 && !follows })),
  );
}

/** Before which lines something may be missing: where the reading stopped, and after what was known. */
export function gapsOf({
  lines,
  base,
  hole_before,
}: Pick<Transcript, 'lines' | 'base' | 'hole_before'>): ReadonlySet<Id> {
  if (hole_before === undefined || base === undefined) return new Set();
  const [first] = linesAfter(lines, base.newest);
  return new Set(first === undefined ? [hole_before] : [hole_before, first.chat_message_id]);
}

const REASONS: Record<FailedReason, string> = {
  closed: '会话已结束',
  content: '含有不能发送的内容',
  picture: '图片发送失败',
  refused: '没有发出去',
  server: '服务暂时不可用',
  given_up: '没有发出去',
};

function entryRow(entry: Entry, { percent, isSlow, connected }: RowsParts): MessageRow {
  const { temp_message_id, body, status } = entry;
  const shown = blankRow(temp_message_id, body.message_type);
  const said =
    body.message_type === 'text'
      ? { text: body.content, parts: textParts(body.content) }
      : { image: body.file_path, text: '[图片]' };
  const common = { ...shown, ...said, own: true, temp_message_id };
  // A text is sent faster than anybody taps; a picture takes its time.
  const slow = isSlow(temp_message_id);
  const can_delete = slow || (body.message_type === 'image' && mayGo(entry));
  switch (status.state) {
    case 'ready':
    case 'sending':
    case 'checking':
      return { ...common, status: waiting(connected, slow), can_delete };
    case 'uploading': {
      const how_far = percent(temp_message_id) ?? 0;
      return { ...common, status: connected ? 'uploading' : 'held', percent: how_far, can_delete };
    }
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

const waiting = (connected: boolean, slow: boolean): MessageStatus =>
  connected ? (slow ? 'slow' : 'sending') : 'held';
