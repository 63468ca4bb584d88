// Bindings that last as long as their component: `behaviors: [bound]`, and `whileAttached(this, …)` where they begin.
import type { Off } from '../../platform/ports';

const stops = new WeakMap<object, Off[]>();
const attached = new WeakSet<object>();

/** Ends in `detached` what `whileAttached` was given. */
export const bound = Behavior({
  lifetimes: {
    attached() {
      attached.add(this);
    },
    detached() {
      attached.delete(this);
      for (const stop of stops.get(this) ?? []) stop();
      stops.delete(this);
    },
  },
});

/** Whether it has the behavior and is attached. */
export const isBound = (component: object): boolean => attached.has(component);

/** @param some each ends one binding; all of them end when the component goes, in this order */
export function whileAttached(component: object, ...some: Off[]): void {
  stops.set(component, [...(stops.get(component) ?? []), ...some]);
}
