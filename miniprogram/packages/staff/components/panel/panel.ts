// One module of a page: a titled card with its content (the slot), or one line that says it failed, or nothing at all.
import { component } from '../../../../compose/bind/component';

component({
  properties: {
    heading: { type: String, value: '' },
    /** How many there are, beside the heading; nothing when empty. */
    count: { type: String, value: '' },
    /** `ready | failed | absent`: a failed one keeps its heading, an absent one leaves no gap. */
    state: { type: String, value: 'ready' },
    /** What could not be loaded. */
    failedText: { type: String, value: '没能加载' },
    /** A tag beside the heading: `AI 生成`. */
    tag: { type: String, value: '' },
    /** A way on, at the right; none when empty. Fires `more`. */
    more: { type: String, value: '' },
    /** Rows with room of their own: less below them. */
    low: { type: Boolean, value: false },
  },
  methods: {
    /** Fires `retry`. */
    onRetry() {
      this.triggerEvent('retry');
    },
    onMore() {
      this.triggerEvent('more');
    },
  },
});
