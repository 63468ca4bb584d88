// A sheet from the bottom of the screen: heading, what is asked (the slot), and its buttons (slot `foot`), which stand directly
// above the keyboard. The page below does not move.
import { bound, whileAttached } from '../../compose/bind/bound';
import { component } from '../../compose/bind/component';

component({
  behaviors: [bound],
  options: { multipleSlots: true },
  properties: {
    shown: { type: Boolean, value: false },
    heading: { type: String, value: '' },
    /** Beside the heading: whom it is about. */
    about: { type: String, value: '' },
    /** False where an answer is asked for: no ×, and a tap beside it is a no. */
    crossed: { type: Boolean, value: true },
    /** Something is under way: closing waits for it. */
    busy: { type: Boolean, value: false },
  },
  data: { keyboard: 0 },
  lifetimes: {
    attached() {
      const heed = ({ height }: { height: number }): void => {
        const keyboard = this.data.shown ? Math.max(0, height) : 0;
        // The same height is told more than once on some phones.
        if (keyboard !== this.data.keyboard) this.setData({ keyboard });
      };
      wx.onKeyboardHeightChange(heed);
      whileAttached(this, () => wx.offKeyboardHeightChange(heed));
    },
  },
  methods: {
    /** Fires `close`. */
    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
    /** Bound so that the page below does not scroll along. */
    onMove() {
      return undefined;
    },
  },
});
