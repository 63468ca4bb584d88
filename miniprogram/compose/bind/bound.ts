// Bindings that last as long as their component: `behaviors: [bound]`, and `whileAttached(this, …)` where they begin.
import type { Off } from '../../platform/ports';

const stops = new WeakMap<object, Off[]>();

/** Ends in `detached` what `whileAttached` was given. */
export const bound = Behavior({
  lifetimes: {
    detached() {
      for (const stop of stops.get(this) ?? []) stop();
      stops.delete(this);
    },
  },
});

/** @param some each ends one binding; all of them end when the component goes, in this order */
export function whileAttached(component: object, ...some: Off[]): void {
  stops.set(component, [...(stops.get(component) ?? []), ...some]);
}
