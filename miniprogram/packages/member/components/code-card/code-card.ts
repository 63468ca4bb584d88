// The card shown at the counter: the item's name, its QR with the time left, the text code in groups, the order's end.
import { component } from '../../../../compose/bind/component';
import { noteOf } from './note';

component({
  properties: {
    name: { type: String, value: '' },
    merchant: { type: String, value: '' },
    /** See `QrFace`. */
    face: { type: String, value: 'loading' },
    content: { type: String, value: '' },
    share: { type: Number, value: 0 },
    seconds: { type: Number, value: 0 },
    countdown: { type: String, value: '' },
    renewing: { type: Boolean, value: false },
    /** `XXXX-XXXX-XXXX`, empty when this phone does not have it. */
    code: { type: String, value: '' },
    orderText: { type: String, value: '' },
    orderTone: { type: String, value: 'far' },
    /** Side of the QR in px. */
    size: { type: Number, value: 285 },
    /** The code is in the clipboard: said in the button's place. */
    copied: { type: Boolean, value: false },
  },
  data: { title: '', text: '', retry: false, groups: [] as { key: string; text: string }[] },
  observers: {
    face(face: string) {
      this.setData({ ...noteOf(face) });
    },
    code(code: string) {
      const groups = code.split('-').filter((text) => text !== '');
      this.setData({ groups: groups.map((text, place) => ({ key: `${place}${text}`, text })) });
    },
  },
  methods: {
    onRetry() {
      this.triggerEvent('retry');
    },
    onCopy() {
      this.triggerEvent('copy');
    },
  },
});
