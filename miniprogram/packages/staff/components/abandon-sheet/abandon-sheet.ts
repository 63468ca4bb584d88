// Why a task is abandoned: one of a few reasons, own words, or both. Fires `abandon {reason}` and `close`; whoever opened it
// closes it. What was written stays until another task is asked about.
import { component } from '../../../../compose/bind/component';
import { ABANDON_REASONS, abandonReason, LONGEST_WORDS } from '../../format/abandon';

component({
  properties: {
    shown: { type: Boolean, value: false },
    /** Which task: with another one what was written is forgotten. */
    taskId: { type: String, value: '' },
    /** What it is about: customer and type. */
    about: { type: String, value: '' },
    /** Why it was refused; empty where it was not. */
    trouble: { type: String, value: '' },
  },
  data: { reasons: [...ABANDON_REASONS], longest: LONGEST_WORDS, chosen: '', words: '', can_abandon: false },
  observers: {
    taskId() {
      this.setData({ chosen: '', words: '' });
    },
    'chosen, words'(chosen: string, words: string) {
      const can_abandon = abandonReason(chosen, words) !== '';
      if (can_abandon !== this.data.can_abandon) this.setData({ can_abandon });
    },
  },
  methods: {
    /** A tap on the chosen reason takes it back. */
    onReason(event: WechatMiniprogram.TouchEvent<object, object, { reason: string }>) {
      const { reason } = event.currentTarget.dataset;
      this.setData({ chosen: reason === this.data.chosen ? '' : reason });
    },
    onWords(event: WechatMiniprogram.TextareaInput) {
      this.setData({ words: event.detail.value });
    },
    onClose() {
      this.triggerEvent('close');
    },
    onAbandon() {
      const reason = abandonReason(this.data.chosen, this.data.words);
      if (reason !== '') this.triggerEvent('abandon', { reason });
    },
  },
});
