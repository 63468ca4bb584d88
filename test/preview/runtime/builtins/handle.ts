// From a DOM element to the built-in that owns it: how `form` finds its fields, `label` its control, selector queries a node.
import type { TreeComponent } from '../engine/types';

/** What one instance answers to; all optional. */
export interface BuiltinHooks<V> {
  /** Runs at attach and after every change of any property. */
  render?(values: V): void;
  /** Runs when one property changes, before `render`; also before the node is attached. */
  changed?: { [K in keyof V]?: (value: V[K]) => void };
  attached?(): void;
  detached?(): void;
  /** A form field: its value under `name`, and how to clear it. */
  field?: { value(): unknown; reset(): void };
  /** A tap on a `label` that points here. */
  labelTap?(): void;
  /**
   * A message from a built-in inside this one, e.g. `submit` or `reset` from a button to its form, `change` from a
   * radio to its group.
   */
  receive?(message: string, from: HTMLElement): void;
  /** `SelectorQuery.node()` and `.context()`. */
  node?(): unknown;
  context?(): unknown;
  /** The element that scrolls, for `scrollOffset` and intersection. */
  scroller?: HTMLElement;
}

export interface BuiltinHandle {
  readonly name: string;
  readonly component: TreeComponent;
  readonly hooks: BuiltinHooks<Record<string, unknown>>;
}

const handles = new WeakMap<Element, BuiltinHandle>();

export function remember(element: Element, handle: BuiltinHandle): void {
  handles.set(element, handle);
}

/** The built-in whose host element this is, or null. */
export function builtinAt(element: Element | null): BuiltinHandle | null {
  return (element && handles.get(element)) ?? null;
}
