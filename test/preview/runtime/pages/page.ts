// One page: an iframe of its own, the component tree in it, and where it stands in its life.
import { PageBackend, type BackendPorts } from '../engine/backend';
import { createRoot, safeCallback, type Root } from '../engine/engine';
import type { Caller, TreeComponent } from '../engine/types';
import { bridgeEvents, type TouchWatcher } from '../events/bridge';
import type { EventChannel, PageHandle } from '../ports/host';
import type { PageFault, PageSlot } from '../ports/shell';
import { takeFonts } from './fonts';
import { Leaving } from './leaving';
import { openDocument, type DocumentOptions, type PageWindow } from './document';
import type { PagePlace } from './place';

export type PageState = 'created' | 'shown' | 'hidden' | 'gone';

export interface PageInit {
  query: Record<string, string>;
  channel: EventChannel | null;
}

const pages = new WeakMap<object, Page>();

/** The page whose tree lives in this backend. */
export const pageOfBackend = (backend: object | null): Page | null => (backend && pages.get(backend)) ?? null;

/** Elements that a page shows. */
export const nodesOf = ({ window: { document } }: PageHandle): number =>
  document.body.getElementsByTagName('*').length;

export class Page implements PageHandle {
  readonly id: number;
  readonly route: string;
  readonly query: Record<string, string>;
  readonly channel: EventChannel | null;
  readonly frame: HTMLIFrameElement;
  readonly slot: PageSlot;
  readonly leaving = new Leaving();
  state: PageState = 'created';
  /** onLoad has run. */
  loaded = false;
  /** onReady has run. */
  ready = false;
  fault: PageFault | null = null;
  backend: PageBackend | null = null;
  private readonly afterReady: (() => void)[] = [];
  private root: Root | null = null;
  private bar: Root | null = null;

  constructor({ query, channel }: PageInit, { id, route, frame, slot }: PagePlace) {
    this.id = id;
    this.route = route;
    this.frame = frame;
    this.slot = slot;
    this.query = query;
    this.channel = channel;
  }

  get window(): PageWindow {
    const view = this.frame.contentWindow as PageWindow | null;
    if (!view) throw new Error(`page ${this.route} is gone`);
    return view;
  }
  get caller(): Caller | null {
    return this.root?.get() ?? null;
  }
  get component(): TreeComponent | null {
    return this.root?.getComponent() ?? null;
  }
  get tabBar(): Caller | null {
    return this.bar?.get() ?? null;
  }

  /** Writes the document and creates the component tree; `attached` of all components runs here. */
  open(options: DocumentOptions, ports: BackendPorts, watcher: TouchWatcher): void {
    const view = openDocument(this.frame, options);
    this.backend = new PageBackend(view, ports);
    pages.set(this.backend, this);
    bridgeEvents(view, watcher);
    const root = createRoot(this.backend, 'body', this.url());
    this.root = root;
    Object.assign(root.get(), { route: this.route, __route__: this.route, options: this.query });
    root.attach(view.document.documentElement, view.document.body);
  }

  /** Each tab page has its own instance of the custom tab bar. */
  openTabBar(path: string): void {
    if (!this.backend) return;
    const { documentElement } = this.window.document;
    const place = this.window.document.createElement('div');
    documentElement.append(place);
    this.bar = createRoot(this.backend, 'custom-tab-bar', `/${path}`);
    this.bar.attach(documentElement, place);
  }

  /** Calls a method of the page when it has one; what it throws is reported, not thrown. */
  call(name: string, ...args: unknown[]): unknown {
    const { caller, component } = this;
    const method = caller?.[name];
    if (typeof method !== 'function') return undefined;
    return safeCallback(`Page ${name}`, method as (...args: never[]) => unknown, caller, args, component);
  }

  hasMethod(name: string): boolean {
    return typeof this.caller?.[name] === 'function';
  }

  /** show, hide, resize of all components of the page. */
  pageLifetime(name: string, ...args: unknown[]): void {
    this.component?.triggerPageLifetime(name, args);
    this.bar?.getComponent().triggerPageLifetime(name, args);
  }

  /** After onReady; in a task of its own when that has run. */
  whenReady(run: () => void): void {
    if (this.ready) setTimeout(run, 0);
    else this.afterReady.push(run);
  }

  /** onReady has run. */
  becomeReady(): void {
    this.ready = true;
    for (const run of this.afterReady.splice(0)) run();
  }

  showFault(fault: PageFault): void {
    this.fault = fault;
    this.slot.showFault(fault);
  }

  release(): void {
    this.bar?.release();
    this.root?.release();
    takeFonts(this.window);
    this.bar = null;
    this.root = null;
    this.slot.remove();
  }

  // The engine decodes the query that it copies into properties, and WeChat does not: encoded once more, the values
  // arrive as WeChat gives them.
  private url(): string {
    const pairs = Object.entries(this.query).map((pair) => pair.map(encodeURIComponent).join('='));
    return `/${this.route}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
  }
}
