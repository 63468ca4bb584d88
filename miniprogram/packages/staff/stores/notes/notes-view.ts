// A note being written, in flat values.
import { explainInLine } from '../../../../api/explain';
import { failureIn, IDLE } from '../../../../stores/list/progress';
import type { NoteTarget } from '../../api/notes';
import { BLANK_DRAFT } from './note-drafts';
import type { Notes } from './notes';

/**
 * What the sheet binds.
 * @param notes null while nobody is signed in
 * @param target what the note is about (observable)
 */
export function sheetFields(
  notes: () => Notes | null,
  target: () => NoteTarget,
): Record<string, () => string | number | boolean> {
  const draft = () => notes()?.drafts.of(target()) ?? BLANK_DRAFT;
  const saving = () => notes()?.saving(target()) ?? IDLE;
  return {
    content: () => draft().content,
    willingness: () => draft().willingness,
    revisit: () => draft().revisit,
    is_kept: () => notes()?.drafts.isKept(target()) ?? false,
    can_save: () => draft().content.trim() !== '' && saving().state !== 'running',
    saving: () => saving().state === 'running',
    trouble: () => {
      const failure = failureIn(saving());
      return failure === null ? '' : `没有保存：${explainInLine(failure)}`;
    },
  };
}
