// Where a question is written. While an answer is on its way its button stops it, whatever is typed meanwhile.
import { component } from '../../../../compose/bind/component';
import { cutText, hasVisible, wellFormed } from '../../../../format/unicode';

/** The server's limit, UTF-16 units. */
const LONGEST = 1_000;

component({
  properties: {
    /** What was typed and not sent. Fires `text` at each change. */
    text: { type: String, value: '' },
    /** An answer is on its way: fires `stop` in place of `send`. */
    busy: { type: Boolean, value: false },
    /** The keyboard is up: no room for the bar at the bottom of the screen. */
    raised: { type: Boolean, value: false },
    /** Why the last question was not sent; it is still there. */
    trouble: { type: String, value: '' },
  },
  data: { longest: LONGEST, can_send: false },
  observers: {
    text(text: string) {
      const can_send = hasVisible(text);
      if (can_send !== this.data.can_send) this.setData({ can_send });
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.TextareaInput) {
      const { value } = event.detail;
      // What the phone cut off at the limit may have lost half of its last sign.
      const text = value.length < LONGEST ? value : cutText(wellFormed(value), LONGEST);
      this.triggerEvent('text', { text });
    },
    onSend() {
      if (this.data.can_send) this.triggerEvent('send');
    },
    onStop() {
      this.triggerEvent('stop');
    },
    /** The same height is told more than once on some phones; the page sorts it out. */
    onKeyboard(event: WechatMiniprogram.TextareaKeyboardHeightChange) {
      this.triggerEvent('keyboard', { height: event.detail.height });
    },
    onBlur() {
      this.triggerEvent('keyboard', { height: 0 });
    },
    onLines() {
      this.triggerEvent('resize');
    },
  },
});
