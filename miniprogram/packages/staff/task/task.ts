// One task, read before a call: who and whether they can be called, why, what to say, what they like, clues, history, notes.
import { whileAttached } from '../../../compose/bind/bound';
import { component } from '../../../compose/bind/component';
import { openPage } from '../../../compose/bind/go';
import { healing } from '../../../compose/bind/healing';
import { copied } from '../../../compose/bind/dialogs';
import { here } from '../../../compose/bind/here';
import { leaveTo } from '../../../compose/bind/leave';
import { bindStore, useCore } from '../../../compose/bind/page';
import { afterPaint, staged } from '../../../compose/bind/staged';
import { themed } from '../../../compose/bind/theme';
import {
  askUrl,
  customerRecordsUrl,
  customerUrl,
  entranceUrl,
  TAB_URLS,
  taskIdFrom,
  taskUrl,
} from '../../../routes';
import type { PerPerson } from '../../../stores/person/per-person';
import { brokenLink, NO_FAILURE } from '../../../compose/bind/list-page';
import { useNotes } from '../compose/notes';
import { noting } from '../compose/noting';
import { bindTaskRows, blankTaskView, showTask, taskFields, taskPageFailure } from '../compose/task';
import type { ClueRow } from '../format/clue-row';
import type { NoteRow } from '../format/note-row';
import type { ServiceRow } from '../format/service-row';
import type { WordRow } from '../format/task-view';
import type { TaskStore } from '../stores/task/task';

/** What each page shows. */
const pages = new WeakMap<object, { id: string; shown: PerPerson<TaskStore> }>();

/** How long a talking point says that it was copied, ms. */
const COPIED_MS = 2_000;

component({
  behaviors: [themed, staged, noting],
  data: {
    ...blankTaskView,
    ...{ points_state: 'absent', clues_state: 'absent', service_state: 'absent' },
    ...{ analysis_state: 'absent', notes_state: 'absent' },
    state: '',
    ...NO_FAILURE,
    stale_text: '',
    trouble: '',
    points: [] as WordRow[],
    likings: [] as WordRow[],
    clues: [] as ClueRow[],
    records: [] as ServiceRow[],
    suggestions: [] as WordRow[],
    steps: [] as WordRow[],
    notes: [] as NoteRow[],
    task_id: '',
    /** The point that was copied a moment ago. */
    copied: '',
    abandoning: false,
    busy: false,
    /** Records beyond the first few are shown. */
    all_records: false,
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const id = taskIdFrom(query);
      if (id === null) {
        this.setData(brokenLink('任务'));
        return;
      }
      const shown = showTask(id);
      pages.set(this, { id, shown });
      this.setData({ task_id: id });
      whileAttached(
        this,
        bindStore(this, taskFields(shown)),
        healing(
          useCore().xcx,
          () => taskPageFailure(shown),
          () => void this.read(),
        ),
        () => shown.dispose(),
        // Deletes now what was still to be undone: another page offers no undo.
        () => useNotes()?.flush(),
      );
      afterPaint(this, () => whileAttached(this, bindTaskRows(this, shown)));
    },
    /** Each time the page is seen, and pulled down. */
    read() {
      // The person's own notes are read too: they tell which of the task's notes can be deleted.
      return Promise.all([pages.get(this)?.shown.current?.refresh(), useNotes()?.own.load()]);
    },
    store(): TaskStore | null {
      return pages.get(this)?.shown.current ?? null;
    },
    onRetry() {
      if (this.data.failed_action === 'home') return this.onLeave();
      return this.store()?.refresh();
    },
    onSignIn() {
      return openPage(entranceUrl(taskUrl(this.data.task_id)));
    },
    /** The task is gone or somebody else's: to where the person was. */
    onLeave() {
      return leaveTo(null, TAB_URLS.tasks);
    },
    onCustomer() {
      const customer_id = this.store()?.task?.customer_id;
      return this.data.can_open && customer_id !== undefined ? openPage(customerUrl(customer_id)) : undefined;
    },
    onRecords() {
      const customer_id = this.store()?.task?.customer_id;
      return this.data.can_open && customer_id !== undefined
        ? openPage(customerRecordsUrl(customer_id))
        : this.setData({ all_records: true });
    },
    async onCopy(event: WechatMiniprogram.TouchEvent<object, object, { text: string }>) {
      const { text } = event.currentTarget.dataset;
      const { timers } = useCore().platform;
      if (!(await here(this, copied(text)))) return;
      this.setData({ copied: text });
      const forget = (): void => {
        if (this.data.copied === text) this.setData({ copied: '' });
      };
      whileAttached(this, timers.after(COPIED_MS, forget));
    },
    onAsk() {
      const { task_id, name, type } = this.data;
      const source = taskUrl(task_id);
      return openPage(
        askUrl({ context_type: 'task', context_id: task_id, title: `${name} · ${type}`, source }),
      );
    },
    onPin() {
      return this.store()?.setPinned(!this.data.is_pinned);
    },
    onAbandon() {
      this.setData({ abandoning: true });
    },
    onKeep() {
      this.setData({ abandoning: false });
    },
    async onAbandoned(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const store = this.store();
      if (store === null) return;
      if (await here(this, store.abandon(event.detail.reason), 'busy')) this.setData({ abandoning: false });
    },
    async onRestore() {
      const store = this.store();
      if (store !== null) await here(this, store.restore(), 'busy');
    },
  },
});
