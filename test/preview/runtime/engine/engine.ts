// The one gateway to glass-easel and its mini program adapter: the library is seen through the interfaces below only.
import * as adapter from 'glass-easel-miniprogram-adapter';
import type {
  Caller,
  DeliveredEvent,
  EngineEvent,
  EventInit,
  ShadowTree,
  Template,
  TreeComponent,
  TreeElement,
  TreeNode,
} from './types';

/** A class that `PageBackend` extends: the library's DOM backend, without its private members. */
export interface DomBackend {
  document: {
    createElement(tag: string): HTMLElement;
    createTextNode(text: string): Text;
    createDocumentFragment(): DocumentFragment;
  };
}

interface RawComponentSpace {
  styleScopeManager: { queryName(id: number): string | undefined };
  updateComponentOptions(options: Record<string, unknown>): void;
  defineComponent(definition: object): object;
  defineBehavior(definition: object): object;
  setGlobalUsingComponent(name: string, definition: object): void;
  getComponentByUrlWithoutDefault(path: string, from: string): ComponentType | null;
  setComponentWaitingListener(
    listener: (exported: boolean, path: string, owner: TreeComponent) => void,
  ): void;
}

/** A registered component. */
export interface ComponentType {
  is: string;
  getComponentOptions(): { styleScope: number | null };
  getComponentDependencies(): Set<ComponentType>;
}

interface Builder {
  definition(definition: object): Builder;
  behavior(behavior: unknown): Builder;
  register(): unknown;
}

export interface Root {
  get(): Caller;
  getComponent(): TreeComponent;
  attach(parent: HTMLElement, placeholder: HTMLElement): void;
  release(): void;
}

export interface CodeSpace {
  component(path: string): Builder;
  behavior(): Builder;
  traitBehavior(transform?: unknown): unknown;
  addStyleSheet(path: string, sheet: string | undefined, scope?: string): void;
  addCompiledTemplate(path: string, template: Template): void;
  addComponentStaticConfig(path: string, config: object): void;
  setOverallBehavior(behavior: object): void;
  getComponentSpace(): RawComponentSpace;
}

interface Environment {
  createCodeSpace(id: string, main: boolean): CodeSpace;
  associateBackend(backend: DomBackend): {
    createRoot(tag: string, space: CodeSpace, url: string): Root;
  };
}

type ErrorListener = (error: unknown, method?: string, component?: unknown, node?: unknown) => boolean | void;
type WarningListener = (message: string, component: unknown, node?: unknown) => boolean | void;
type Safe = (
  kind: string,
  method: (...args: never[]) => unknown,
  self: unknown,
  args: unknown[],
  component?: unknown,
) => unknown;

/** How a template makes an element that is a component or may become one. */
export interface ShadowRootPrototype {
  createComponent(
    this: ShadowTree,
    tag: string,
    /** Name in `usingComponents` when it is another than the tag. */
    key: string | undefined,
    generics: Record<string, string> | undefined,
    /** Makes the component and puts it in the place of the element that was made first. */
    replace: (() => void) | undefined,
    init: ((made: TreeElement) => void) | undefined,
  ): TreeElement;
}

interface Library {
  CurrentWindowBackendContext: new () => DomBackend;
  Component: {
    isComponent(value: unknown): value is TreeComponent;
    hasProperty(c: TreeComponent, name: string): boolean;
  };
  Element: { isElement(value: unknown): value is TreeElement; isAttached(element: TreeElement): boolean };
  Event: {
    new (
      name: string,
      detail: unknown,
      init?: EventInit & { handleListenerReturn?: (value: unknown) => boolean | void },
    ): EngineEvent;
    dispatchEvent(target: TreeElement, event: EngineEvent): void;
  };
  ShadowRoot: { prototype: ShadowRootPrototype };
  safeCallback: Safe;
  addGlobalErrorListener(listener: ErrorListener): void;
  addGlobalWarningListener(listener: WarningListener): void;
}

const library = adapter.glassEasel as unknown as Library;
const environment = new adapter.MiniProgramEnv() as unknown as Environment;

export const {
  CurrentWindowBackendContext,
  Component: componentApi,
  Element: elementApi,
  Event: EngineEventClass,
  safeCallback,
} = library;
export const shadowRootPrototype = library.ShadowRoot.prototype;
export const callerPrototype = adapter.component.ComponentCaller.prototype as unknown as Caller;
export const onEngineError = (listener: ErrorListener): void => library.addGlobalErrorListener(listener);
export const onEngineWarning = (listener: WarningListener): void =>
  library.addGlobalWarningListener(listener);

/** The mini program's single code space; templates, sheets and components are registered here. */
export const codeSpace = createSpace('');
export const componentSpace = componentSpaceOf(codeSpace);

/** A code space whose components are apart from those of others. */
export function createSpace(id: string): CodeSpace {
  const space = environment.createCodeSpace(id, true);
  // writeFieldsToNode would let a property called `data` hide the component's data object;
  // useMethodCallerListeners finds methods that were added to the instance later (createStoreBindings).
  componentSpaceOf(space).updateComponentOptions({
    writeIdToDOM: true,
    writeFieldsToNode: false,
    useMethodCallerListeners: true,
  });
  return space;
}

export function componentSpaceOf(space: CodeSpace): RawComponentSpace {
  return space.getComponentSpace();
}

/** Creates the root of a page (or custom tab bar) in one backend. @param url code path with leading slash */
export function createRoot(backend: DomBackend, tag: string, url: string, space = codeSpace): Root {
  return environment.associateBackend(backend).createRoot(tag, space, url);
}

/** Dispatches an event and returns it, with what the last listener of the app returned. */
export function dispatch(
  target: TreeElement,
  name: string,
  detail: unknown,
  init: EventInit = {},
): { event: EngineEvent; returned: unknown } {
  let returned: unknown;
  const event = new EngineEventClass(name, detail, {
    ...init,
    handleListenerReturn(value) {
      if (value !== undefined) returned = value;
    },
  });
  library.Event.dispatchEvent(target, event);
  return { event, returned };
}

/** The tree component behind a caller, a tree element, or null for anything else. */
export function componentOf(value: unknown): TreeComponent | null {
  if (componentApi.isComponent(value)) return value;
  if (typeof value === 'object' && value !== null && '_$' in value && componentApi.isComponent(value._$))
    return value._$;
  return null;
}

/** The tree element behind the target of an event, which may be a caller. */
export function elementOf(value: TreeElement | Caller): TreeElement {
  return elementApi.isElement(value) ? value : value._$;
}

/** The tree element that owns a DOM node, looking upwards. */
export function ownerOf(node: Node | null): TreeElement | null {
  for (let at = node; at; at = at.parentNode) {
    const element = (at as Node & { __wxElement?: unknown }).__wxElement;
    if (elementApi.isElement(element)) return element;
  }
  return null;
}

export type { DeliveredEvent, TreeNode };
