// A note as a flat row: NOTE-1, TASK-2, CUST-1. What is not rated is not shown; 0 is no rating.
import type { ApiNoteItem } from '../../../../typings/xcx/notes';
import type { Row } from '../../../format/chunks';
import { tableOf } from '../../../format/lookup';
import { daysBetween, formatClock, parseWireTime } from '../../../format/time';
import type { TagTone } from './service-row';
import { starsOf } from './task-words';
import { dayText } from './when';

export interface NoteRow extends Row {
  id: string;
  tag: string;
  tone: TagTone;
  /** `今天 08:50`, `11-09 18:20` */
  when: string;
  content: string;
  /** Stars, 0-5; 0 is unrated. */
  willingness: number;
  revisit: number;
  /** `4.0` of 5; empty where there is none. */
  ai_score: string;
  writer: string;
  /** The person's own. */
  can_remove: boolean;
  /** Deleted a moment ago: only the way back is shown. */
  is_gone: boolean;
  /** Why it could not be deleted. */
  refused: string;
}

export const blankNoteRow: NoteRow = {
  ...{ row_key: '', id: '', tag: '', tone: 'off', when: '', content: '', willingness: 0, revisit: 0 },
  ...{ ai_score: '', writer: '', can_remove: false, is_gone: false, refused: '' },
};

const tags = tableOf<{ text: string; tone: TagTone }>({
  customer: { text: '客户', tone: 'brand' },
  coach: { text: '助教', tone: 'off' },
  system: { text: '系统', tone: 'off' },
});

/** What a note must have to be shown; a customer's page knows no more of it (CUST-1). */
export type ShownNote = Pick<ApiNoteItem, 'id' | 'content' | 'created_at'> & Partial<ApiNoteItem>;

/** What the store of notes knows beside a note. */
export interface NoteFacts {
  can_remove: boolean;
  is_gone: boolean;
  refused: string;
}

const NOTHING_MORE: NoteFacts = { can_remove: false, is_gone: false, refused: '' };

/** `今天 08:50`, `昨天 08:50`, `11-09 18:20`, in another year `2025-11-09`. */
function whenText(created_at: string, now: number): string {
  const at = parseWireTime(created_at);
  if (at === null) return '';
  const days = daysBetween(at, now);
  const day = days === 0 ? '今天' : days === 1 ? '昨天' : dayText(created_at, now);
  return day.length > 5 ? day : `${day} ${formatClock(at)}`;
}

const rating = (value: number | undefined): number =>
  value === undefined || value < 1 ? 0 : Math.min(5, Math.round(value));

/** @param now the server's, epoch ms */
export function noteRow(note: ShownNote, now: number, facts: NoteFacts = NOTHING_MORE): NoteRow {
  const { id, content, created_at, tag_type = '', tag_label = '', creator_name = '' } = note;
  const known = tags[tag_type];
  const stars = starsOf(note.ai_score);
  return {
    row_key: id,
    id,
    tag: tag_label === '' ? (known?.text ?? '') : tag_label,
    tone: known?.tone ?? 'off',
    when: whenText(created_at, now),
    content,
    willingness: rating(note.rating_service_willingness),
    revisit: rating(note.rating_revisit_likelihood),
    ai_score: stars === null ? '' : stars.toFixed(1),
    writer: creator_name,
    ...facts,
  };
}
