// A page about somebody, where a call is written down and what was noted stands below.
import { useNotes } from './notes';

interface NotingPage {
  setData(data: Record<string, unknown>): void;
}

type OfNote = WechatMiniprogram.CustomEvent<{ id: string }>;

/** Its sheet, its first notes, and taking one away; pages of it put `called` before what asks for a note. */
export const noting = Behavior({
  data: {
    /** Called from here, and nothing written about it yet. */
    called: false,
    /** The sheet is open. */
    writing: false,
    /** Notes beyond the first few are shown. */
    all_notes: false,
  },
  methods: {
    onAllNotes(this: NotingPage) {
      this.setData({ all_notes: true });
    },
    onCalled(this: NotingPage) {
      this.setData({ called: true });
    },
    onWrite(this: NotingPage) {
      this.setData({ writing: true });
    },
    onWritten(this: NotingPage) {
      this.setData({ writing: false });
    },
    /** The note is saved: the call is written about. */
    onSaved(this: NotingPage) {
      this.setData({ writing: false, called: false });
    },
    onRemoveNote(event: OfNote) {
      useNotes()?.removals.remove(event.detail.id);
    },
    onUndoNote(event: OfNote) {
      useNotes()?.removals.undo(event.detail.id);
    },
  },
});
