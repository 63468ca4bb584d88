// The notes of whoever is signed in, for their pages and the sheet.
import type { Failure } from '../../../api/errors';
import { networkTrouble } from '../../../compose/bind/network';
import { useCore } from '../../../compose/bind/page';
import type { FlatValue } from '../../../compose/bind/page';
import { oncePerCore } from '../../../compose/once';
import { perPerson } from '../../../stores/person/per-person';
import { staffUser } from '../../../stores/person/staff-view';
import { createNotesApi } from '../api/notes';
import type { NoteTarget } from '../api/notes';
import type { NoteRow } from '../format/note-row';
import { Notes } from '../stores/notes/notes';
import { ownFailureOf, ownFields, ownRows, sheetFields } from '../stores/notes/notes-view';

export { BLANK_DRAFT } from '../stores/notes/note-drafts';

const notes = oncePerCore(({ xcx, platform, session }) =>
  perPerson(xcx, platform, ({ client, area, timers, clock, onLeave }) => {
    const made = new Notes({
      api: createNotesApi(client),
      area,
      timers,
      clock,
      nickname: () => staffUser(session)?.nickname.trim() ?? '',
    });
    onLeave(platform.lifecycle.onHide(() => made.flush()));
    return made;
  }),
);

/** Null while nobody is signed in. */
export const useNotes = (): Notes | null => notes().current;

/** What the sheet of a note binds. @param target what it is about (observable) */
export const noteSheetFields = (target: () => NoteTarget): ReturnType<typeof sheetFields> =>
  sheetFields(useNotes, target);

export const ownNotesFailure = (): Failure | null => ownFailureOf(useNotes());

/** What the page of own notes binds. */
export const ownNotesFields = (): Record<string, () => FlatValue> => ownFields(useNotes, networkTrouble);

export const ownNoteRows = (): NoteRow[] => ownRows(useNotes(), useCore().xcx.clock.now());
