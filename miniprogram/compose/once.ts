// Objects that pages share but the start does not need: built on first use, one per core, so that `app.ts` loads little.
import type { Core } from './core';
import { useCore } from './bind/page';

/** Makes a function that answers the same object for as long as the core lives. */
export function oncePerCore<T>(build: (core: Core) => T): () => T {
  const built = new WeakMap<Core, T>();
  return () => {
    const core = useCore();
    const present = built.get(core);
    if (present !== undefined) return present;
    const made = build(core);
    built.set(core, made);
    return made;
  };
}
