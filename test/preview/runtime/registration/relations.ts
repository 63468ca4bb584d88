// Relations between components. WeChat looks for the other one by its path when an instance is linked; the engine does so when the
// first of a kind is made, when the file of the other may not have run yet. So every component carries a mark of its path, and a
// relation names the mark.
import { codeSpace } from '../engine/engine';
import { resolvePath } from '../routing/url';
import { isBag, type Definition } from './definition';

const marks = new Map<string, unknown>();

/** The mark of a code path: a behavior without anything in it. */
export function markOf(path: string): unknown {
  const known = marks.get(path) ?? codeSpace.behavior().definition({}).register();
  marks.set(path, known);
  return known;
}

/** What the engine knows a behavior by; behaviors of the program wrap it. */
const inner = (behavior: unknown): unknown => (isBag(behavior) ? behavior['_$'] : undefined);

/** The definition of the component at `path`, marked and with its relations by mark. */
export function related(definition: Definition, path: string): Definition {
  const { behaviors, relations } = definition;
  const own = [markOf(path), ...(Array.isArray(behaviors) ? behaviors : [])];
  if (!isBag(relations)) return { ...definition, behaviors: own };
  const byMark = Object.entries(relations).map(([key, relation]) => {
    if (!isBag(relation)) return [key, relation] as const;
    const { target } = relation;
    const other = isBag(target)
      ? target
      : markOf(resolvePath(typeof target === 'string' ? target : key, path));
    return [key, { ...relation, target: inner(other) ?? other }] as const;
  });
  return { ...definition, behaviors: own, relations: Object.fromEntries(byMark) };
}
