// Where a message is written: a text that grows with what is in it, a picture, and the button that sends.
import { component } from '../../../../compose/bind/component';
import { cutText, hasVisible, wellFormed } from '../../../../format/unicode';
import { LONGEST_TEXT } from '../../format/message-row';

/** From here on the number of letters left is told. */
const TELL_FROM = LONGEST_TEXT - 200;

component({
  properties: {
    /** What was typed and not sent. Fires `text` at each change. */
    text: { type: String, value: '' },
    /** Why the last attempt did not go out; the text is still there. */
    trouble: { type: String, value: '' },
    /** The keyboard is up: no room for the bar at the bottom of the screen. */
    raised: { type: Boolean, value: false },
    /** Questions to send by a tap. Fires `ask {text}`. */
    tips: { type: Array, value: [] as readonly string[] },
    /** Pictures wait for the privacy consent: says so, and asks again (`picture`). */
    unconsented: { type: Boolean, value: false },
    /** A picture is being chosen or copied. */
    busy: { type: Boolean, value: false },
  },
  data: { longest: LONGEST_TEXT, can_send: false, left: '' },
  observers: {
    text(text: string) {
      const can_send = hasVisible(text);
      const left = text.length < TELL_FROM ? '' : `还可输入 ${LONGEST_TEXT - text.length} 字`;
      if (can_send !== this.data.can_send || left !== this.data.left) this.setData({ can_send, left });
    },
  },
  methods: {
    onInput(event: WechatMiniprogram.TextareaInput) {
      const { value } = event.detail;
      // What the phone cut off at the limit may have lost half of its last sign.
      this.triggerEvent('text', {
        text: value.length < LONGEST_TEXT ? value : cutText(wellFormed(value), LONGEST_TEXT),
      });
    },
    onSend() {
      if (this.data.can_send) this.triggerEvent('send');
    },
    onAsk(event: WechatMiniprogram.TouchEvent<object, object, { text: string }>) {
      this.triggerEvent('ask', { text: event.currentTarget.dataset.text });
    },
    onPicture() {
      if (!this.data.busy) this.triggerEvent('picture');
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
