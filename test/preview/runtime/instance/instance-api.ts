// What `this` of a page or component has in WeChat and the adapter lacks, and the rules of setData.
import { animateAll, clearAnimations, type KeyFrame } from './animate';
import { duringSetData } from '../engine/activity';
import { callerPrototype } from '../engine/engine';
import type { Caller } from '../engine/types';
import { createChannel } from '../routing/channel';
import type { Page } from '../pages/page';
import { PageIntersectionObserver, type IntersectionOptions } from '../query/intersection';
import { domOf } from '../query/fields';
import { selectNodes, SelectorQuery } from '../query/selector-query';
import { isBag, isFunction } from '../registration/definition';
import { judge, MAX_BYTES, undefinedFields, WARN_BYTES, type SetDataCounter } from './set-data';

export interface InstanceDeps {
  pageOf(caller: Caller): Page | null;
  topComponent(): Page['component'];
  counter: SetDataCounter;
  warn(message: string): void;
  /** Reports a warning about a component; `judgeWarning` says how loudly. */
  engineWarning(message: string, path: string): void;
  fail(error: Error, where: string, page: Page | null): void;
  /** Keeps the data that the page shows next time before its logic runs; null: nothing. */
  keepRendering(page: Page, data: unknown): void;
  /** `this.router` and `this.pageRouter`: navigation relative to a path. */
  router(from: string): object;
}

/** Adds the methods once, to the prototype of all callers. */
export function installInstanceApi(deps: InstanceDeps): void {
  const setData = callerPrototype.setData;
  const triggerEvent = callerPrototype['triggerEvent'] as (this: Caller, ...args: unknown[]) => void;
  const elements = (caller: Caller, selector: string): Element[] =>
    selectNodes(caller._$, selector).flatMap((node) => domOf(node) ?? []);

  const api = {
    setData(this: Caller, patch: unknown, callback?: () => void) {
      if (!isBag(patch)) return;
      const page = deps.pageOf(this);
      const { size, verdict } = judge(patch);
      deps.counter.count(page?.id ?? 0, size);
      if (verdict === 'refused') {
        const text = `setData of ${this._$.is}: ${size} bytes are more than the maximum of ${MAX_BYTES}`;
        return deps.fail(new Error(text), this._$.is, page);
      }
      if (verdict === 'large')
        deps.warn(`setData of ${this._$.is}: ${size} bytes, more than ${WARN_BYTES} slow the page down`);
      for (const name of undefinedFields(patch)) {
        deps.engineWarning(`Setting data field "${name}" to undefined is invalid.`, this._$.is);
      }
      duringSetData(this._$.is, () => setData.call(this, patch, callback));
    },
    triggerEvent(this: Caller, name: string, detail: unknown = {}, options: unknown = {}) {
      triggerEvent.call(this, name, detail, options);
    },
    createSelectorQuery(this: Caller) {
      return new SelectorQuery(this, deps.topComponent);
    },
    createIntersectionObserver(this: Caller, options: IntersectionOptions = {}) {
      return new PageIntersectionObserver(this._$, options);
    },
    getPageId(this: Caller) {
      return `pageId:${deps.pageOf(this)?.id ?? 0}`;
    },
    getTabBar(this: Caller, callback?: (bar: Caller | null) => void) {
      const bar = deps.pageOf(this)?.tabBar ?? null;
      callback?.(bar);
      return bar;
    },
    getAppBar: () => null,
    getOpenerEventChannel(this: Caller) {
      return deps.pageOf(this)?.channel ?? createChannel().opened;
    },
    setInitialRenderingCache(this: Caller, data: unknown) {
      const page = deps.pageOf(this);
      if (page) deps.keepRendering(page, data);
    },
    setUpdatePerformanceListener: () => undefined,
    renderer: 'webview',
    animate(this: Caller, selector: string, frames: KeyFrame[], durationMs: number, done?: () => void) {
      animateAll(elements(this, selector), frames, durationMs, done);
    },
    clearAnimation(this: Caller, selector: string, options?: unknown, done?: () => void) {
      clearAnimations(elements(this, selector));
      if (isFunction(options)) options();
      else done?.();
    },
  };
  Object.assign(callerPrototype, api, { applyAnimation: api.animate });
  defineRouter('router', (caller) => deps.router(caller._$.is));
  defineRouter('pageRouter', (caller) => deps.router(deps.pageOf(caller)?.route ?? ''));
}

function defineRouter(name: string, routerOf: (caller: Caller) => object): void {
  Object.defineProperty(callerPrototype, name, {
    configurable: true,
    get(this: Caller) {
      return routerOf(this);
    },
    // A page may have a field of this name.
    set(this: Caller, value: unknown) {
      Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
    },
  });
}
