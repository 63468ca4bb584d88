// The notes of whoever is signed in, for their pages and the sheet.
import { oncePerCore } from '../../../compose/once';
import { perPerson } from '../../../stores/person/per-person';
import { staffUser } from '../../../stores/person/staff-view';
import { createNotesApi } from '../api/notes';
import type { NoteTarget } from '../api/notes';
import { Notes } from '../stores/notes/notes';
import { sheetFields } from '../stores/notes/notes-view';

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
