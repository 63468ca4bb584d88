// 我的备注: all that the person wrote, newest first, each of it to be deleted.
import { whileAttached } from '../../../compose/bind/bound';
import { component } from '../../../compose/bind/component';
import { openPage, openTab } from '../../../compose/bind/go';
import { healing } from '../../../compose/bind/healing';
import { bindList } from '../../../compose/bind/list';
import { listPage, SILENT_LIST } from '../../../compose/bind/list-page';
import { bindStore, useCore } from '../../../compose/bind/page';
import { afterPaint, staged } from '../../../compose/bind/staged';
import { themed } from '../../../compose/bind/theme';
import type { Chunk } from '../../../format/chunks';
import { entranceUrl, NOTES, TAB_URLS } from '../../../routes';
import { ownNoteRows, ownNotesFailure, ownNotesFields, useNotes } from '../compose/notes';
import type { NoteRow } from '../format/note-row';

const signIn = (): void => void openPage(entranceUrl(NOTES));

component({
  behaviors: [themed, staged, listPage(() => useNotes()?.own, signIn)],
  data: {
    ...SILENT_LIST,
    state: '',
    chunks: [] as Chunk<NoteRow>[],
  },
  lifetimes: {
    attached() {
      const { platform, xcx } = useCore();
      whileAttached(
        this,
        bindList(this, 'chunks', ownNoteRows, platform, { first_rows: 2 }),
        // The state last: content is there when it says so.
        bindStore(this, ownNotesFields()),
        healing(xcx, ownNotesFailure, () => void useNotes()?.own.refresh()),
        () => useNotes()?.flush(),
      );
    },
  },
  pageLifetimes: {
    show() {
      afterPaint(this, () => void useNotes()?.own.refresh());
    },
  },
  methods: {
    onRemove(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      useNotes()?.removals.remove(event.detail.id);
    },
    onUndo(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      useNotes()?.removals.undo(event.detail.id);
    },
    onTasks() {
      return openTab(TAB_URLS.tasks);
    },
    onSignIn: signIn,
  },
});
