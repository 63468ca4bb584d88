// Notes on tasks and customers (NOTE-1).
import type { ApiNoteItem } from '../../../../typings/xcx/notes';
import type { Context } from '../../context';
import { int, maybeInt, text } from '../../db/store';
import type { Row } from '../../db/store';

export type TargetType = 'task' | 'customer';
export const TARGET_TYPES: readonly TargetType[] = ['task', 'customer'];

export interface Target {
  target_type: TargetType;
  target_id: number;
}

type TagType = 'customer' | 'coach' | 'system';

const LABELS: Readonly<Record<TagType, string>> = {
  customer: '客户备注',
  coach: '任务备注',
  system: '系统提示',
};
const TAGS: readonly TagType[] = ['customer', 'coach', 'system'];

/** A note as stored, with its time in ms. */
export type Note = Omit<ApiNoteItem, 'created_at'> & {
  created_at: number;
  coach_id: number | null;
  user_id: number | null;
};

function optional<T extends string>(row: Row, name: T): Partial<Record<T, number>> {
  const value = maybeInt(row, name);
  return value === null ? {} : ({ [name]: value } as Record<T, number>);
}

export function readNote(row: Row): Note {
  const tag_type = TAGS.find((tag) => tag === text(row, 'tag_type')) ?? 'system';
  return {
    id: String(int(row, 'note_id')),
    coach_id: maybeInt(row, 'coach_id'),
    user_id: maybeInt(row, 'user_id'),
    content: text(row, 'content'),
    tag_type,
    tag_label: LABELS[tag_type],
    created_at: int(row, 'created_at'),
    ...optional(row, 'ai_score'),
    ...optional(row, 'rating_service_willingness'),
    ...optional(row, 'rating_revisit_likelihood'),
  };
}

export function noteById(ctx: Context, noteId: number | undefined): Note | undefined {
  const row = noteId && ctx.store.first('SELECT * FROM xcx_notes WHERE note_id = ?', noteId);
  return row ? readNote(row) : undefined;
}

const NEWEST = 'ORDER BY created_at DESC, note_id DESC';

export function notesOn(ctx: Context, { target_type, target_id }: Target): Note[] {
  const sql = `SELECT * FROM xcx_notes WHERE target_type = ? AND target_id = ? ${NEWEST}`;
  return ctx.store.all(sql, target_type, target_id).map(readNote);
}

/** On a task or on its customer: all that its page shows. */
export function notesAround(ctx: Context, taskId: number, customerId: number): Note[] {
  const sql = `SELECT * FROM xcx_notes WHERE (target_type = 'task' AND target_id = ?)
    OR (target_type = 'customer' AND target_id = ?) ${NEWEST}`;
  return ctx.store.all(sql, taskId, customerId).map(readNote);
}

/** Written by this coach, or by a manager from this account. */
export function notesBy(ctx: Context, userId: number, coachId: number | null): Note[] {
  const sql = `SELECT * FROM xcx_notes WHERE coach_id = ?2 OR (?2 IS NULL AND user_id = ?1) ${NEWEST}`;
  return ctx.store.all(sql, userId, coachId).map(readNote);
}
