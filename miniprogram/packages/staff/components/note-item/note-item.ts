// One note with what was rated. The person's own can be deleted: then one line stays for as long as it can be taken back.
import { component } from '../../../../compose/bind/component';
import { blankNoteRow } from '../../format/note-row';

/** Drawn as characters: ten icons a note would be ten components. */
const STARS = [0, 1, 2, 3, 4, 5];

component({
  properties: {
    /** A `NoteRow`. */
    row: { type: Object, value: blankNoteRow },
  },
  data: { lit: STARS.map((count) => '★'.repeat(count)), unlit: STARS.map((count) => '☆'.repeat(5 - count)) },
  methods: {
    /** Fires `remove {id}`. */
    onRemove() {
      this.triggerEvent('remove', { id: this.data.row.id });
    },
    /** Fires `undo {id}`. */
    onUndo() {
      this.triggerEvent('undo', { id: this.data.row.id });
    },
  },
});
