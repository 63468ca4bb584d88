// The month that a page is about, and the way to the one before and after: `stores/month` in flat values.
import { component } from '../../../../compose/bind/component';

component({
  properties: {
    /** `2026年11月` */
    text: { type: String, value: '' },
    canGoBack: { type: Boolean, value: false },
    canGoOn: { type: Boolean, value: false },
    /** `2026-11`: with it a tap on the month opens a picker from `first` to `last`. */
    value: { type: String, value: '' },
    first: { type: String, value: '' },
    last: { type: String, value: '' },
  },
  methods: {
    /** Fires `move` with `{by}`: -1 or 1. */
    onBack() {
      if (this.data.canGoBack) this.triggerEvent('move', { by: -1 });
    },
    onOn() {
      if (this.data.canGoOn) this.triggerEvent('move', { by: 1 });
    },
    /** Fires `choose` with `{value}`: `2026-11`. */
    onPick({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('choose', { value });
    },
  },
});
