// The part of glass-easel this host uses, written down narrowly: backend elements are DOM elements,
// data is `unknown`, and the library's own `any` does not leak into the runtime.

export type Dataset = Record<string, unknown>;

/** Style segments of glass-easel; `temporary` has the highest priority. */
export const StyleSegment = { main: 0, animation: 2, temporary: 3 } as const;

export interface ListenerOptions {
  capture?: boolean;
  final?: boolean;
  mutated?: boolean;
}

/** An event while it is delivered to one listener. */
export interface DeliveredEvent {
  detail: unknown;
  extraFields: Record<string, unknown> | undefined;
  mark: Record<string, unknown> | null;
  target: TreeElement | Caller;
  currentTarget: TreeElement | Caller;
  getEventName(): string;
  getOriginalEvent(): unknown;
  preventDefault(): void;
  defaultPrevented(): boolean;
  stopPropagation(): void;
}

export interface TreeNode {
  parentNode: TreeElement | null;
  asElement(): TreeElement | null;
}

/** A native node, virtual node or component of the shadow tree. */
export interface TreeElement extends TreeNode {
  readonly $$: HTMLElement | null;
  is: string;
  id: string;
  dataset: Dataset;
  childNodes: TreeNode[];
  ownerShadowRoot: ShadowTree | null;
  classList: { contains(name: string): boolean } | null;
  getBackendContext(): object | null;
  getComposedParent(): TreeElement | null;
  setNodeStyle(style: string, segment?: number): void;
  toggleNodeClass(name: string, force: boolean, segment?: number): void;
  addListener(name: string, listener: (event: DeliveredEvent) => void, options?: ListenerOptions): void;
  collectMarks(): Record<string, unknown>;
  asGeneralComponent(): TreeComponent | null;
  querySelector(selector: string): TreeElement | null;
  querySelectorAll(selector: string): TreeElement[];
}

export interface ShadowTree extends TreeElement {
  getHostNode(): TreeComponent;
}

/** A component instance below its method caller. */
export interface TreeComponent extends TreeElement {
  /** As the template writes it. */
  readonly tagName: string;
  data: Record<string, unknown>;
  getShadowRoot(): ShadowTree | null;
  getMethodCaller(): Caller;
  setData(patch: Record<string, unknown>): void;
  triggerLifetime(name: string, args: unknown[]): void;
  triggerPageLifetime(name: string, args: unknown[]): void;
  hasBehavior(behavior: unknown): boolean;
}

/** What the mini program's code knows as `this`. */
export interface Caller {
  readonly _$: TreeComponent;
  data: Record<string, unknown>;
  setData(patch: Record<string, unknown>, callback?: () => void): void;
  [field: string]: unknown;
}

export interface EventInit {
  originalEvent?: unknown;
  bubbles?: boolean;
  composed?: boolean;
  capturePhase?: boolean;
  extraFields?: Record<string, unknown>;
}

/** An event before it is dispatched. */
export interface EngineEvent {
  defaultPrevented(): boolean;
}

/** A template as the compiler emits it, or a hand-written one for a built-in. */
export interface Template {
  content: unknown;
  groupList?: unknown;
  fallbackListenerOnNativeNode?: boolean;
}
