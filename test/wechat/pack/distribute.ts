/**
 * Decides which package each file goes to: what only one subpackage uses must not be in the main package, which slows
 * the start.
 */
import type { Place } from './project';

/**
 * Gives each wanted thing one place per user, or the main package when it or two subpackages want it.
 * @param wanted things by the place that wants them, with all that they need
 */
export function distribute<T>(wanted: ReadonlyMap<Place, ReadonlySet<T>>): Map<T, Place> {
  const places = new Map<T, Place>();
  for (const [place, things] of wanted) {
    for (const thing of things)
      places.set(thing, places.has(thing) && places.get(thing) !== place ? '' : place);
  }
  return places;
}

/** Adds to a set in a map of sets, making the set at first use. */
export function addTo<K, V>(map: Map<K, Set<V>>, key: K, values: Iterable<V>): void {
  const set = map.get(key) ?? new Set<V>();
  for (const value of values) set.add(value);
  map.set(key, set);
}
