// One choice among a few, as chips in a row to swipe through. Fires `choose {value}`.
import { component } from '../../compose/bind/component';

interface Option {
  value: string;
  text: string;
  /** Quieter beside the text. */
  count?: string;
}

const none: Option[] = [];

component({
  properties: {
    /** `{value, text, count?}[]`; nothing is shown without any. */
    options: { type: Array, value: none },
    value: { type: String, value: '' },
    /** What is chosen, for screen readers. */
    label: { type: String, value: '' },
  },
  methods: {
    onTap(event: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
      const { value } = event.currentTarget.dataset;
      if (value !== this.data.value) this.triggerEvent('choose', { value });
    },
  },
});
