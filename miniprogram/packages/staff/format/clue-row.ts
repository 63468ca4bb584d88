// A clue on how to keep a customer, as a flat row: TASK-2, CUST-1.
import type { ApiRetentionClue } from '../../../../typings/xcx/tasks';
import type { Row } from '../../../format/chunks';
import { tableOf } from '../../../format/lookup';
import type { TagTone } from './service-row';

export interface ClueRow extends Row {
  emoji: string;
  tag: string;
  tone: TagTone;
  text: string;
  desc: string;
  source: string;
  /** Found by the system, not told by a person. */
  is_derived: boolean;
}

export const blankClueRow: ClueRow = {
  ...{ row_key: '', emoji: '', tag: '', tone: 'off', text: '', desc: '', source: '', is_derived: false },
};

const tones = tableOf<TagTone>({
  primary: 'brand',
  success: 'ok',
  purple: 'epic',
  error: 'danger',
});

const DERIVED = /AI|系统/i;

/** @param at place in its list: clues have no id */
export function clueRow(
  { emoji, tag, tag_color, text, desc, source }: ApiRetentionClue,
  at: number,
): ClueRow {
  return {
    row_key: `${at} ${tag} ${text}`,
    emoji,
    tag,
    tone: tones[tag_color] ?? 'off',
    text,
    desc: desc ?? '',
    source,
    is_derived: DERIVED.test(source),
  };
}

/** The same clues with those of one category together, categories in the order in which the first of each came. */
export function byCategory(clues: readonly ApiRetentionClue[]): readonly ApiRetentionClue[] {
  const tags = [...new Set(clues.map(({ tag }) => tag))];
  return tags.flatMap((tag) => clues.filter((clue) => clue.tag === tag));
}
