// Asks how the service was: 1-5 stars, once, there until answered or dismissed. While the session goes on a star is the
// answer (`rate`), and another one may be tapped; afterwards it is sent by its button.
import { component } from '../../../../compose/bind/component';

const STARS = ['很不满意', '不满意', '一般', '满意', '非常满意'].map((word, place) => ({
  score: place + 1,
  word,
}));
const wordOf = (score: number): string => STARS[score - 1]?.word ?? '';

component({
  properties: {
    /** asked, noted, sending, refused, done */
    state: { type: String, value: 'asked' },
    /** 1-5 as sent or stored; 0 where it is not known. */
    score: { type: Number, value: 0 },
    /** The session goes on. */
    early: { type: Boolean, value: false },
    /** Why it was refused. */
    note: { type: String, value: '' },
  },
  data: { stars: STARS, chosen: 0, word: '' },
  observers: {
    score(score: number) {
      if (score > 0) this.setData({ chosen: score, word: wordOf(score) });
    },
  },
  methods: {
    onStar(
      event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { score: number }>,
    ) {
      const { state, early } = this.data;
      if (state === 'sending' || state === 'done') return;
      const { score } = event.currentTarget.dataset;
      this.setData({ chosen: score, word: wordOf(score) });
      if (early) this.triggerEvent('rate', { score });
    },
    onSend() {
      const { chosen, state } = this.data;
      if (chosen > 0 && state !== 'sending') this.triggerEvent('rate', { score: chosen });
    },
    onDismiss() {
      this.triggerEvent('dismiss');
    },
  },
});
