// Behaviors: named ones (`wx://form-field`) become objects, missing ones are dropped as WeChat does.
import { codeSpace } from '../engine/engine';
import type { TreeComponent } from '../engine/types';
import type { Bag, Definition } from './definition';

const field = { properties: { name: { type: String, value: '' }, value: { type: null, value: '' } } };
const NAMED: Record<string, Bag> = {
  'wx://form-field': {
    ...field,
    created(this: { _$: TreeComponent }) {
      // `form` collects its fields through the DOM, across shadow trees
      this._$.$$?.setAttribute('form-field', '');
    },
  },
  'wx://form-field-group': field,
};

const registered = new Map<string, unknown>();

function named(name: string): unknown {
  if (!registered.has(name))
    registered.set(
      name,
      codeSpace
        .behavior()
        .definition(NAMED[name] ?? {})
        .register(),
    );
  return registered.get(name);
}

const raws = new WeakMap<object, Definition>();

/** What a behavior was made of; undefined when it was made in another way. */
export function rawBehavior(behavior: unknown): Definition | undefined {
  if (typeof behavior === 'string') return NAMED[behavior];
  return typeof behavior === 'object' && behavior !== null ? raws.get(behavior) : undefined;
}

export function resolveBehaviors(list: readonly unknown[]): unknown[] {
  return list
    .filter((entry) => entry !== undefined && entry !== null)
    .map((entry) => (typeof entry === 'string' ? named(entry) : entry));
}

/** `Behavior(definition)`; without an argument the chaining builder. */
export function defineBehavior(definition?: Definition): unknown {
  if (definition === undefined) return codeSpace.behavior();
  const behavior = codeSpace.behavior().definition(normalize(definition)).register();
  raws.set(behavior as object, definition);
  return behavior;
}

/** Makes a definition acceptable to the adapter. The mini program's own object is left as it is. */
export function normalize(definition: Definition): Definition {
  const { behaviors, properties } = definition;
  return {
    ...definition,
    ...(Array.isArray(behaviors) ? { behaviors: resolveBehaviors(behaviors) } : {}),
    ...(properties ? { properties: withMethodObservers(properties) } : {}),
  };
}

/** `observer: 'methodName'` in a property is WeChat's old form; the engine knows functions only. */
function withMethodObservers(properties: Bag): Bag {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      if (typeof property !== 'object' || property === null || !('observer' in property))
        return [name, property];
      const { observer } = property;
      if (typeof observer !== 'string') return [name, property];
      const call = function (this: Bag, ...args: unknown[]): void {
        const method = this[observer];
        if (typeof method === 'function') method.apply(this, args);
      };
      return [name, { ...property, observer: call }];
    }),
  );
}
