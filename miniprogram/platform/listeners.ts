// A set of listeners behind one source: WeChat keeps one listener for some events, and its `off*` are patchy.
import type { Off } from './ports';

export interface Listeners<T> {
  add(listener: (event: T) => void): Off;
  tell(event: T): void;
  readonly size: number;
}

export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<{ listener: (event: T) => void }>();
  return {
    add(listener) {
      // An entry of its own, so that the same function may be added twice.
      const entry = { listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    tell(event) {
      // A copy: a listener may remove itself or others while it is told.
      for (const entry of [...listeners]) if (listeners.has(entry)) entry.listener(event);
    },
    get size() {
      return listeners.size;
    },
  };
}
