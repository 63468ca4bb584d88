// The two hooks that compiled templates call: `change:prop` listeners of WXS, and every handler bound in a template.
import { componentOf, elementApi, elementOf } from '../engine/engine';
import type { Caller, DeliveredEvent, TreeComponent, TreeElement } from '../engine/types';
import { descriptorOf, type Descriptor } from './descriptor';
import { toPlain } from './plain';

type ChangeListener = (value: unknown, old: unknown, owner: Descriptor, instance: Descriptor) => void;
type Handler = ((...args: unknown[]) => unknown) & { __wxs?: unknown };
/** The delivered event, with a function that returns the handler's result to the one who dispatched it. */
type Answered = DeliveredEvent & { listenerReturnHandler?(): unknown };

export interface TemplateHooks {
  change(
    listener: ChangeListener,
  ): (value: unknown, old: unknown, host: TreeComponent, element: TreeElement) => void;
  event(caller: Caller, event: Answered, handler: Handler, path?: unknown): unknown;
}

const handled = new WeakSet<object>();

/** True when a handler of a template has taken this event. */
export const wasHandled = (event: object): boolean => handled.has(event);

export const templateHooks: TemplateHooks = {
  change: (listener) => (value, old, host, element) => {
    const run = (): void => listener(value, old, descriptorOf(host), descriptorOf(element));
    // While the tree is being created the siblings that WXS may select do not exist yet.
    if (elementApi.isAttached(host)) run();
    else setTimeout(run, 0);
  },
  event(caller, event, handler, path) {
    handled.add(Object.getPrototypeOf(event) as object);
    const plain = toPlain(event);
    if (!isWxs(handler, path)) {
      const returned = handler.call(caller, plain);
      // The value is returned only where the host asked for it (`bindinput`), because glass-easel takes `false` as
      // "stop".
      return event.listenerReturnHandler?.() ? returned : undefined;
    }
    const owner = componentOf(caller);
    if (!owner) return undefined;
    const instance = descriptorOf(elementOf(event.currentTarget));
    if (handler.call(null, { ...plain, instance }, descriptorOf(owner)) === false) {
      event.stopPropagation();
      event.preventDefault();
    }
    return undefined;
  },
};

const isWxs = (handler: Handler, path: unknown): boolean =>
  handler.__wxs !== undefined || (path !== undefined && path !== null);
