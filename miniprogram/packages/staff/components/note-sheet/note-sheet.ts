// Writing a note on a task or a customer: words, two ratings that may be left out, a draft that is never lost.
import { observable, runInAction } from 'mobx-miniprogram';
import type { IObservableValue } from 'mobx-miniprogram';
import { bound, whileAttached } from '../../../../compose/bind/bound';
import { component } from '../../../../compose/bind/component';
import { here } from '../../../../compose/bind/here';
import { bindStore } from '../../../../compose/bind/page';
import type { NoteTarget } from '../../api/notes';
import { BLANK_DRAFT, noteSheetFields, useNotes } from '../../compose/notes';

/** As the server cuts it. */
const LONGEST = 500;

const WILLINGNESS = ['不愿意', '不太愿意', '一般', '愿意', '很愿意'];
const REVISIT = ['不会来', '可能不大', '说不准', '可能会来', '一定会来'];

/** What each sheet is about; observable, since a page may hand it another. */
const targets = new WeakMap<object, IObservableValue<NoteTarget>>();

/** Where a sheet has not been told yet. */
const NO_TARGET: NoteTarget = { target_type: 'task', target_id: '' };

const targetOf = (sheet: object): NoteTarget => targets.get(sheet)?.get() ?? NO_TARGET;

component({
  behaviors: [bound],
  properties: {
    shown: { type: Boolean, value: false },
    /** `task | customer`, and its id. */
    targetType: { type: String, value: 'task' },
    targetId: { type: String, value: '' },
    /** Whom it is about: `林小满 · 高优先召回`. */
    about: { type: String, value: '' },
  },
  data: {
    ...BLANK_DRAFT,
    is_kept: false,
    saving: false,
    trouble: '',
    can_save: false,
    focused: false,
    longest: LONGEST,
    willingness_words: WILLINGNESS,
    revisit_words: REVISIT,
  },
  observers: {
    'shown, targetType, targetId'(shown: boolean, type: string, target_id: string) {
      const target_type = type === 'customer' ? 'customer' : 'task';
      runInAction(() => targets.get(this)?.set({ target_type, target_id }));
      // The keyboard comes once the sheet stands.
      this.setData({ focused: shown });
      if (shown) useNotes()?.forget({ target_type, target_id });
      else useNotes()?.drafts.flush();
    },
  },
  lifetimes: {
    created() {
      targets.set(this, observable.box(NO_TARGET, { deep: false }));
    },
    attached() {
      whileAttached(
        this,
        bindStore(
          this,
          noteSheetFields(() => targetOf(this)),
        ),
        () => useNotes()?.drafts.flush(),
      );
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.TextareaInput) {
      useNotes()?.drafts.change(targetOf(this), { content: event.detail.value });
    },
    onWillingness(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      useNotes()?.drafts.change(targetOf(this), { willingness: event.detail.value });
    },
    onRevisit(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      useNotes()?.drafts.change(targetOf(this), { revisit: event.detail.value });
    },
    /** Fires `close`: the draft stays. */
    onClose() {
      this.triggerEvent('close');
    },
    /** Fires `saved` once the server has the note. */
    async onSave() {
      if (!this.data.can_save) return;
      const notes = useNotes();
      if (notes !== null && (await here(this, notes.save(targetOf(this))))) this.triggerEvent('saved');
    },
  },
});
