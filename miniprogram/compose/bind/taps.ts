// What a page or component is doing because it was tapped, so that the same tap does not begin it twice.

const running = new WeakMap<object, Set<string>>();

/** Whether it is under way. @param thing the method and what was tapped, as text */
export const isRunning = (component: object, thing: string): boolean =>
  running.get(component)?.has(thing) === true;

/** Begins it; it ends with the promise, or by `endTaps`. */
export function runTap(component: object, thing: string, result: Promise<unknown>): void {
  const own = running.get(component) ?? new Set();
  running.set(component, own);
  own.add(thing);
  const end = (): void => void own.delete(thing);
  result.then(end, end);
}

/** Forgets what is under way: its answer is no longer wanted, so its promise never settles. */
export const endTaps = (component: object): void => void running.delete(component);
