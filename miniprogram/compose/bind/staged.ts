// A page with more on it than its head: `wx:if="{{whole}}"` builds what is below once that has been painted.
import { bound, whileAttached } from './bound';
import { useCore } from './page';
import type { Bindable } from './page';

/** How long after its nodes are there the first content is seen, ms. */
const PAINT_MS = 50;
/** What waits for the first content of a page to be seen. */
const waiting = new WeakMap<object, (() => void)[]>();

/** Gives a page with a `state` the field `whole`: false until the first content (`ready`) has been painted, true from then on. */
export const staged = Behavior({
  behaviors: [bound],
  data: { whole: false },
  observers: {
    state(this: Bindable, state: string) {
      if (state !== 'ready' || waiting.has(this)) return;
      waiting.set(this, []);
      const { timers } = useCore().platform;
      const paint = (): void => {
        const runs = waiting.get(this) ?? [];
        for (let run = runs.shift(); run !== undefined; run = runs.shift()) run();
        this.setData({ whole: true });
      };
      // The content is laid out in the task that this runs in.
      const laidOut = timers.after(0, () => whileAttached(this, timers.after(PAINT_MS, paint)));
      whileAttached(this, laidOut);
    },
  },
});

/** Runs it once the head has been painted, right before the rest is built; at once where nothing shows yet, or all does. */
export function afterPaint(page: Bindable, run: () => void): void {
  const runs = page.data?.['whole'] === true ? undefined : waiting.get(page);
  if (runs === undefined) run();
  else runs.push(run);
}
