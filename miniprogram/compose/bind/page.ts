// How a page or component reaches the core, and how it binds a store to its data.
import { createStoreBindings } from 'mobx-miniprogram-bindings';
import type { Off } from '../../platform/ports';
import type { Core } from '../core';

/** The core that `app.ts` built. Call it in a lifetime or a method, never while a file loads. */
export function useCore(): Core {
  return getApp<{ core: Core }>().core;
}

/** What a bound component must be able to do. */
export interface Bindable {
  data?: Record<string, unknown>;
  setData(data: Record<string, unknown>): void;
}

/** Flat values only: the library clones what it binds, so lists are patched by path instead. */
export type FlatValue = string | number | boolean | null;

/**
 * Keeps `component.data` equal to a flat view of stores: each field is computed by its function whenever what it
 * read changes. Bind in `attached`: the present values are there for the first frame.
 * @returns call it in `detached`
 */
export function bindStore(component: Bindable, fields: Record<string, () => FlatValue>): Off {
  const bindings = createStoreBindings(component, { store: {}, fields, actions: [] });
  bindings.updateStoreBindings();
  return () => bindings.destroyStoreBindings();
}
