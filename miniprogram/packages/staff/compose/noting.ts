// A page about somebody, where a call is written down and what was noted stands below.
import { pulled } from '../../../compose/bind/here';
import { afterPaint } from '../../../compose/bind/staged';
import { useNotes } from './notes';

interface NotingPage {
  setData(data: Record<string, unknown>): void;
  /** Each time the page is seen, and pulled down. */
  read(): Promise<unknown>;
}

type OfNote = WechatMiniprogram.CustomEvent<{ id: string }>;

/** When it is read; its sheet, its first notes, and taking one away; pages of it put `called` before what asks for a note. */
export const noting = Behavior({
  data: {
    /** Called from here, and nothing written about it yet. */
    called: false,
    /** The sheet is open. */
    writing: false,
    /** Notes beyond the first few are shown. */
    all_notes: false,
  },
  pageLifetimes: {
    show() {
      const page = this as unknown as NotingPage;
      afterPaint(page, () => void page.read());
    },
  },
  methods: {
    onPullDownRefresh(this: NotingPage) {
      void pulled(this.read());
    },
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
