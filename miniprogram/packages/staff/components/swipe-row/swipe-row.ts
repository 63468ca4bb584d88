// What can be done with a row by a swipe: to the left 备注 and 放弃, to the right 置顶. Its content is the slot; the actions are
// there only from the first swipe on, since a list has hundreds of rows. A page calls `closeOpenRow` when it is touched.
import { component } from '../../../../compose/bind/component';
import { rowClosed, rowOpened } from './open-row';

component({
  properties: {
    /** Then a swipe to the right takes it from the top. */
    pinned: { type: Boolean, value: false },
  },
  data: { armed: false, open: false, closes: 0 },
  lifetimes: {
    detached() {
      rowClosed(this);
    },
  },
  methods: {
    // ---- called by the finger, see swipe.wxs

    arm() {
      if (!this.data.armed) this.setData({ armed: true });
    },
    /** Fires `swiped`: the person knows how. */
    opened() {
      rowOpened(this);
      this.setData({ open: true });
      this.triggerEvent('swiped');
    },
    /** Fires `pin` and `swiped`. */
    pulled() {
      wx.vibrateShort({ type: 'light', fail: () => undefined });
      this.triggerEvent('swiped');
      this.triggerEvent('pin');
    },

    close() {
      rowClosed(this);
      if (this.data.open) this.setData({ open: false, closes: this.data.closes + 1 });
    },
    onNote() {
      this.close();
      this.triggerEvent('note');
    },
    onAbandon() {
      this.close();
      this.triggerEvent('abandon');
    },
    /** Stops the touch here, so that the page does not take it for one outside and close the row. */
    onHold() {
      return undefined;
    },
  },
});
