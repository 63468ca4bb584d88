// Notes in flat values: one being written, and the person's own in their list.
import type { ApiNoteItem } from '../../../../../typings/xcx/notes';
import type { Failure } from '../../../../api/errors';
import { explainInLine } from '../../../../api/explain';
import { failureIn, IDLE } from '../../../../stores/list/progress';
import { listFields, listingOf } from '../../../../stores/list/words';
import type { LinkTrouble, Listing } from '../../../../stores/list/words';
import type { NoteTarget } from '../../api/notes';
import { noteRow } from '../../format/note-row';
import type { NoteRow } from '../../format/note-row';
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

/** What is wrong with the own notes' list; null where nothing is. */
export const ownFailureOf = (notes: Notes | null): Failure | null =>
  failureIn(notes?.own.refreshing ?? IDLE) ?? failureIn(notes?.own.adding ?? IDLE);

/** The own notes that are to be shown (observable). */
const shownOf = (notes: Notes | null): readonly ApiNoteItem[] =>
  notes?.present(notes.own.loaded?.list ?? []) ?? [];

function ownState(notes: Notes | null): string {
  if (notes === null) return 'signed_out';
  return notes.own.state === 'ready' && shownOf(notes).length === 0 ? 'empty' : notes.own.state;
}

/** What the page of own notes binds. */
export function ownFields(
  notes: () => Notes | null,
  link: () => LinkTrouble,
): Record<string, () => string | boolean> {
  const listing = (): Listing | null => {
    const present = notes();
    if (present === null) return null;
    const count = shownOf(present).length;
    return listingOf(present.own, { count, shown: count });
  };
  return { ...listFields(listing, '条备注', link), state: () => ownState(notes()) };
}

/** Its rows. @param now epoch ms on the server's clock */
export const ownRows = (notes: Notes | null, now: number): NoteRow[] =>
  shownOf(notes).map((note) => noteRow(note, now, notes?.factsOf(note)));
