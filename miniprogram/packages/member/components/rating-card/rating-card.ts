// Asks how the service was: 1-5 stars, once, there until answered or dismissed.
import { component } from '../../../../compose/bind/component';

const WORDS = ['', '很不满意', '不满意', '一般', '满意', '非常满意'];

component({
  properties: {
    /** asked, sending, refused, done */
    state: { type: String, value: 'asked' },
    /** 1-5 as sent or stored; 0 where it is not known. */
    score: { type: Number, value: 0 },
    /** Why it was refused. */
    note: { type: String, value: '' },
  },
  data: { stars: [1, 2, 3, 4, 5], chosen: 0, words: WORDS },
  observers: {
    score(score: number) {
      if (score > 0) this.setData({ chosen: score });
    },
  },
  methods: {
    onStar(
      event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { score: number }>,
    ) {
      if (this.data.state === 'asked' || this.data.state === 'refused') {
        this.setData({ chosen: event.currentTarget.dataset.score });
      }
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
