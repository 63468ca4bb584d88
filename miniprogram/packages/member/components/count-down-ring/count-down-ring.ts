// A ring that empties while something runs out. It draws what it is told: the count-down itself belongs to the store.
import { component } from '../../../../compose/bind/component';

/** From this many seconds on the ring warns. */
const LAST_SECONDS = 20;

component({
  properties: {
    /** 0-1, what is left. */
    share: { type: Number, value: 0 },
    seconds: { type: Number, value: 0 },
  },
  data: { degrees: 0, last: false },
  observers: {
    'share, seconds'(share: number, seconds: number) {
      const degrees = Math.round(Math.max(0, Math.min(1, share)) * 360);
      const last = seconds <= LAST_SECONDS;
      if (degrees !== this.data.degrees || last !== this.data.last) this.setData({ degrees, last });
    },
  },
});
