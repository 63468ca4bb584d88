// A page with more on it than the first screen shows: `wx:if="{{whole}}"` builds what lies below once that has been painted.
import { bound, whileAttached } from './bound';
import { useCore } from './page';
import type { Bindable } from './page';

/** How long after its nodes are there the first content is seen, ms. */
const PAINT_MS = 50;
const begun = new WeakSet<object>();

/** Gives a page with a `state` the field `whole`: false until the first content (`ready`) has been painted, true from then on. */
export const staged = Behavior({
  behaviors: [bound],
  data: { whole: false },
  observers: {
    state(this: Bindable, state: string) {
      if (state !== 'ready' || begun.has(this)) return;
      begun.add(this);
      const { timers } = useCore().platform;
      // The content is laid out in the task that this runs in.
      const laidOut = timers.after(0, () =>
        whileAttached(
          this,
          timers.after(PAINT_MS, () => this.setData({ whole: true })),
        ),
      );
      whileAttached(this, laidOut);
    },
  },
});
