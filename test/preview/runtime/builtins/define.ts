// How a built-in component (`view`, `input`, `scroll-view` …) is defined: typed properties, one `setup` per instance.
// The DOM tag is `wx-<name>`; a template may use `h-<tag>` for plain HTML elements inside.
import { kebab } from '../engine/text';
import { componentSpace, dispatch } from '../engine/engine';
import type { EventInit, Template, TreeComponent } from '../engine/types';
import { commonProperties, reflectCommon } from './common';
import { remember, type BuiltinHooks } from './handle';
import type { PropertyTable, Values } from './properties';

/** One live built-in, as its own code sees it. */
export interface BuiltinHost<V> {
  readonly name: string;
  readonly element: HTMLElement;
  readonly component: TreeComponent;
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  /** Current property values; read at use, the object is replaced on each change. */
  readonly props: Readonly<V & Values<typeof commonProperties>>;
  set(patch: Partial<V>): void;
  /** Fires an event on the component itself. @returns what the app's handler returned */
  emit(type: string, detail?: unknown, init?: EventInit): unknown;
  /** Listens on the component: `tap`, `touchstart` …; bubbles from inside. */
  listen(type: string, listener: (event: BuiltinEvent) => void): void;
  /** Code path of the component whose template holds this node; base of relative URLs. */
  owner(): string;
}

/** What a listener of a built-in gets. */
export interface BuiltinEvent {
  readonly detail: unknown;
  readonly touches: readonly TouchPoint[];
  readonly changedTouches: readonly TouchPoint[];
  /** The DOM event behind it, where there is one. */
  readonly original: Event | null;
  preventDefault(): void;
  stopPropagation(): void;
}

export interface TouchPoint {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
}

export interface BuiltinDefinition<P extends PropertyTable> {
  props?: P;
  /**
   * WeChat's properties that do nothing here, separated by spaces; a program that sets one is warned. A + marks those
   * that are on by default.
   */
  ignores?: string;
  /** It only stands in for what a phone shows. */
  standIn?: boolean;
  /** Default: a single slot. */
  template?: Template;
  /** Overrides of the common hover properties. */
  hover?: { class?: string; startMs?: number; stayMs?: number };
  /** Runs once per instance, before its properties arrive. */
  setup?(host: BuiltinHost<Values<P>>): BuiltinHooks<Values<P>>;
}

interface Instance {
  hooks: BuiltinHooks<Record<string, unknown>>;
  attached: boolean;
}
/** What is known of a built-in beside its definition. */
export interface BuiltinFacts {
  /** As registered. */
  component: object;
  standIn: boolean;
  /** As they are written in a template. */
  ignored: readonly string[];
}

/** By tag. */
const registry = new Map<string, BuiltinFacts>();
/** Whether a tag is a built-in. */
export const isBuiltin = (tag: string): boolean => registry.has(tag);
export const builtinFacts = (): ReadonlyMap<string, BuiltinFacts> => registry;

type Tell = (name: string, words: string) => void;
let tell: Tell = () => undefined;
/** @param listener called whenever a program has a built-in that stands in, or gives a property that is ignored */
export function onLacking(listener: Tell): void {
  tell = listener;
}

/** Whether a program asks for an ignored property. Setting it to its default asks for nothing. */
const asksFor = (value: unknown, isOn: boolean): boolean =>
  value !== null && value !== undefined && value !== '' && value !== isOn;
const ignored = { type: null, value: null } as const;

const instances = new WeakMap<object, Instance>();

/** Registers a built-in for all templates. Call before the first component of the app is registered. */
export function builtin<P extends PropertyTable = Record<never, never>>(
  name: string,
  definition: BuiltinDefinition<P> = {},
): void {
  const ignores = (definition.ignores?.split(' ') ?? []).map((written) => ({
    property: written.replace('+', ''),
    isOn: written.endsWith('+'),
  }));
  const properties: PropertyTable = {
    ...commonProperties,
    ...hoverDefaults(definition.hover),
    ...definition.props,
    ...Object.fromEntries(ignores.map(({ property }) => [property, ignored])),
  };
  const observers: Record<string, (this: TreeComponent, value: unknown) => void> = {
    '**'() {
      const instance = live(this);
      if (instance?.attached) instance.hooks.render?.(this.data);
    },
  };
  for (const property of Object.keys(properties)) {
    observers[property] = function (value) {
      const instance = live(this);
      if (!instance || !this.$$) return;
      reflectCommon(this, property, value);
      instance.hooks.changed?.[property]?.(value);
    };
  }
  for (const { property, isOn } of ignores)
    observers[property] = (value) =>
      asksFor(value, isOn) && tell(`<${name} ${kebab(property)}>`, 'is ignored');
  const registered = componentSpace.defineComponent({
    is: `wx/${name}`,
    properties,
    observers,
    template: definition.template,
    lifetimes: {
      created(this: TreeComponent) {
        if (!this.$$) return; // created while its page is being destroyed
        if (definition.standIn === true) tell(`<${name}>`, 'only stands in for what a phone shows');
        const hooks = (definition.setup?.(hostOf<Values<P>>(name, this, this.$$)) ?? {}) as Instance['hooks'];
        instances.set(this, { hooks, attached: false });
        remember(this.$$, { name, component: this, hooks });
      },
      attached(this: TreeComponent) {
        const instance = live(this);
        if (!instance || !this.$$) return;
        instance.attached = true;
        instance.hooks.render?.(this.data);
        instance.hooks.attached?.();
      },
      detached(this: TreeComponent) {
        const instance = instances.get(this);
        if (!instance) return;
        instance.attached = false;
        instance.hooks.detached?.();
      },
    },
  });
  registry.set(name, {
    component: registered,
    standIn: definition.standIn === true,
    ignored: ignores.map(({ property }) => kebab(property)),
  });
  componentSpace.setGlobalUsingComponent(name, registered);
}

// A late setData still reaches the observers of a removed node, whose backend element is gone.
const live = (component: TreeComponent): Instance | undefined =>
  component.$$ ? instances.get(component) : undefined;

function hoverDefaults(hover: BuiltinDefinition<PropertyTable>['hover']): PropertyTable {
  const table: PropertyTable = {};
  if (hover?.class !== undefined) table['hoverClass'] = { type: String, value: hover.class };
  if (hover?.startMs !== undefined) table['hoverStartTime'] = { type: Number, value: hover.startMs };
  if (hover?.stayMs !== undefined) table['hoverStayTime'] = { type: Number, value: hover.stayMs };
  return table;
}

function hostOf<V>(name: string, component: TreeComponent, element: HTMLElement): BuiltinHost<V> {
  const { ownerDocument } = element;
  const view = ownerDocument.defaultView;
  if (!view) throw new Error(`<${name}> was created outside of a page`);
  return {
    name,
    element,
    component,
    document: ownerDocument,
    window: view,
    get props() {
      return component.data as V & Values<typeof commonProperties>;
    },
    set: (patch) => component.setData(patch),
    emit: (type, detail = {}, init) => dispatch(component, type, detail, init).returned,
    listen(type, listener) {
      component.addListener(type, (event) => {
        const original = event.getOriginalEvent();
        listener({
          detail: event.detail,
          touches: points(event.extraFields?.['touches']),
          changedTouches: points(event.extraFields?.['changedTouches']),
          // Not by `instanceof`, because the event comes from the page's own window.
          original: isEvent(original) ? original : null,
          preventDefault: () => event.preventDefault(),
          stopPropagation: () => event.stopPropagation(),
        });
      });
    },
    owner: () => component.ownerShadowRoot?.getHostNode().is ?? '',
  };
}

const isEvent = (value: unknown): value is Event =>
  typeof value === 'object' && value !== null && 'target' in value && 'type' in value;
const points = (value: unknown): TouchPoint[] => (Array.isArray(value) ? (value as TouchPoint[]) : []);
