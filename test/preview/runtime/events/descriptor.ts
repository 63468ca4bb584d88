// ComponentDescriptor: what WXS functions get as `instance` and `ownerInstance`, the view layer's own API.
import { kebab } from '../engine/text';
import { componentApi, dispatch } from '../engine/engine';
import { StyleSegment, type TreeComponent, type TreeElement } from '../engine/types';

export interface Descriptor {
  selectComponent(selector: string): Descriptor | null;
  selectAllComponents(selector: string): Descriptor[];
  setStyle(style: string | Record<string, string | number>): Descriptor;
  addClass(names: string): Descriptor;
  removeClass(names: string): Descriptor;
  hasClass(name: string): boolean;
  getDataset(): Record<string, unknown>;
  callMethod(name: string, ...args: unknown[]): unknown;
  requestAnimationFrame(callback: FrameRequestCallback): number;
  setTimeout(callback: () => void, delayMs?: number): number;
  clearTimeout(id: number): void;
  getState(): Record<string, unknown>;
  triggerEvent(name: string, detail?: unknown, options?: { bubbles?: boolean; composed?: boolean }): void;
  getBoundingClientRect(): Record<string, number>;
  getComputedStyle(names: string[]): Record<string, string>;
}

const known = new WeakMap<TreeElement, Descriptor>();

/** The descriptor of an element, always the same one. */
export function descriptorOf(element: TreeElement): Descriptor {
  const existing = known.get(element);
  if (existing) return existing;
  const created = describe(element);
  known.set(element, created);
  return created;
}

const nowhere = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };

function describe(element: TreeElement): Descriptor {
  const state: Record<string, unknown> = {};
  const styles: Record<string, string | number> = {};
  const host = (): TreeComponent | null =>
    componentApi.isComponent(element) ? element : (element.ownerShadowRoot?.getHostNode() ?? null);
  const view = (): (Window & typeof globalThis) | null => element.$$?.ownerDocument.defaultView ?? null;
  const toggle = (names: string, on: boolean): void => {
    for (const name of names.split(/\s+/))
      if (name) element.toggleNodeClass(name, on, StyleSegment.temporary);
  };
  const self: Descriptor = {
    selectComponent(selector) {
      const found = host()?.getShadowRoot()?.querySelector(selector);
      return found ? descriptorOf(found) : null;
    },
    selectAllComponents: (selector) =>
      (host()?.getShadowRoot()?.querySelectorAll(selector) ?? []).map(descriptorOf),
    setStyle(style) {
      if (typeof style !== 'string') Object.assign(styles, style);
      element.setNodeStyle(typeof style === 'string' ? style : cssText(styles), StyleSegment.temporary);
      return self;
    },
    addClass(names) {
      toggle(names, true);
      return self;
    },
    removeClass(names) {
      toggle(names, false);
      return self;
    },
    hasClass: (name) => element.classList?.contains(name) ?? false,
    getDataset: () => element.dataset,
    callMethod(name, ...args) {
      const caller = host()?.getMethodCaller();
      const method = caller?.[name];
      return typeof method === 'function' ? (method.apply(caller, args) as unknown) : undefined;
    },
    requestAnimationFrame: (callback) => view()?.requestAnimationFrame(callback) ?? 0,
    setTimeout: (callback, delayMs) => Number(view()?.setTimeout(callback, delayMs) ?? 0),
    clearTimeout: (id) => view()?.clearTimeout(id),
    getState: () => state,
    triggerEvent(name, detail = {}, options = {}) {
      const target = host();
      if (target) dispatch(target, name, detail, options);
    },
    getBoundingClientRect() {
      const rect = element.$$?.getBoundingClientRect();
      if (!rect) return nowhere;
      const { left, top, right, bottom, width, height } = rect;
      return { left, top, right, bottom, width, height };
    },
    getComputedStyle(names) {
      const computed = element.$$ ? view()?.getComputedStyle(element.$$) : undefined;
      return Object.fromEntries(names.map((name) => [name, computed?.getPropertyValue(kebab(name)) ?? '']));
    },
  };
  return self;
}
const cssText = (styles: Record<string, string | number>): string =>
  Object.entries(styles)
    .map(([name, value]) => `${kebab(name)}:${value}`)
    .join(';');
