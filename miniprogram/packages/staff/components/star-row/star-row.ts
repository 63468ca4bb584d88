// A rating that may be left out: five stars, lit by a tap; a tap on the one that was chosen takes the rating back.
import { component } from '../../../../compose/bind/component';

component({
  properties: {
    label: { type: String, value: '' },
    /** 1-5; 0 is no rating. */
    value: { type: Number, value: 0 },
    /** What each of the five means. */
    words: { type: Array, value: [] as string[] },
    disabled: { type: Boolean, value: false },
  },
  data: { stars: [1, 2, 3, 4, 5] },
  methods: {
    /** Fires `change {value}`: 1-5, or 0 where there is no rating any more. */
    onStar(
      event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { score: number }>,
    ) {
      if (this.data.disabled) return;
      const { score } = event.currentTarget.dataset;
      this.triggerEvent('change', { value: score === this.data.value ? 0 : score });
    },
  },
});
