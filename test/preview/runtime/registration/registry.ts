// The registration globals: Component, Behavior, Page, App, getApp. They know which file is running.
import type { ComponentJson } from '../../protocol';
import { codeSpace } from '../engine/engine';
import { defineBehavior, normalize } from './behaviors';
import { isFunction, type Bag, type Definition } from './definition';
import { convertPage, fieldsBehavior } from './page-definition';
import { markOf, related } from './relations';

export interface RegistryPorts {
  json(path: string): ComponentJson | undefined;
  onApp(definition: Bag): void;
  getApp(options?: { allowDefault?: boolean }): unknown;
  getCurrentPages(): unknown[];
}

export interface Registry {
  globals: Record<'Component' | 'Behavior' | 'Page' | 'App' | 'getApp' | 'getCurrentPages', unknown>;
  /** Runs a file with its code path made current. @returns whether it registered something */
  run(path: string, script: () => void): boolean;
  /** What a file handed to Page() or Component(); undefined when it did so by the chaining builder, or not at all. */
  definition(path: string): Definition | undefined;
  /**
   * Registers an empty component in place of a faulty file, so that the rest of the page still works.
   * @param drawn called with each instance
   */
  registerEmpty(path: string, drawn: (instance: unknown) => void): void;
}

export function createRegistry(ports: RegistryPorts): Registry {
  let current = '';
  const registered = new Set<string>();
  const definitions = new Map<string, Definition>();

  const register = (kind: string, definition: Definition): unknown => {
    if (current === '') throw new Error(`${kind}() was called outside of a file of a page or component`);
    inheritStyleIsolation(ports.json(current), definition.options);
    registered.add(current);
    definitions.set(current, definition);
    return codeSpace
      .component(current)
      .definition(normalize(related(definition, current)))
      .register();
  };
  const Component = (definition?: Definition): unknown => {
    if (definition !== undefined) return register('Component', definition);
    registered.add(current);
    return codeSpace.component(current).behavior(markOf(current));
  };
  const Page = (page: Bag): unknown => {
    const { definition, fields } = convertPage(page);
    if (Object.keys(fields).length === 0) return register('Page', definition);
    const own = defineBehavior(fieldsBehavior(fields));
    return register('Page', { ...definition, behaviors: [own, ...(definition.behaviors ?? [])] });
  };
  const Behavior = Object.assign((definition?: Definition) => defineBehavior(definition), {
    trait: (transform?: unknown) => codeSpace.traitBehavior(isFunction(transform) ? transform : undefined),
  });

  return {
    globals: {
      Component,
      Behavior,
      Page,
      App: ports.onApp,
      getApp: ports.getApp,
      getCurrentPages: ports.getCurrentPages,
    },
    run(path, script) {
      const before = current;
      current = path;
      try {
        script();
      } finally {
        current = before;
      }
      return registered.has(path);
    },
    definition: (path) => definitions.get(path),
    registerEmpty(path, drawn) {
      registered.add(path);
      const attached = function (this: unknown): void {
        drawn(this);
      };
      codeSpace.component(path).definition({ lifetimes: { attached } }).register();
    },
  };
}

// The adapter reads styleIsolation from JSON only; WeChat takes it from the script's `options` too, and JSON wins.
function inheritStyleIsolation(json: ComponentJson | undefined, options: Bag | undefined): void {
  if (!json || json.styleIsolation !== undefined || !options) return;
  if (typeof options['styleIsolation'] === 'string') json.styleIsolation = options['styleIsolation'];
  else if (options['addGlobalClass'] === true) json.styleIsolation = 'apply-shared';
}
