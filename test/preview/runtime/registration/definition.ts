// What the mini program's code hands to Component(), Behavior() and Page(): known fields named, the rest unknown.

export type AnyFunction = (...args: unknown[]) => unknown;
export type Bag = Record<string, unknown>;

export interface Definition extends Bag {
  behaviors?: unknown[];
  properties?: Bag;
  data?: unknown;
  methods?: Record<string, AnyFunction>;
  options?: Bag;
  lifetimes?: Bag;
  pageLifetimes?: Bag;
  observers?: unknown;
  relations?: Bag;
  storeBindings?: unknown;
  externalClasses?: unknown;
}

export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isFunction = (value: unknown): value is AnyFunction => typeof value === 'function';

/** Copies plain data; class instances and functions stay themselves. */
export function clonePlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clonePlain);
  if (!isBag(value) || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, clonePlain(entry)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
