// What the runtime core offers to the `wx.*` modules, the built-in components and the shell.
// Everything reaches the core through one `HostPorts` value; nothing imports the core's modules.
import type { SetupConfig } from '../../protocol';
import type { ApiInspect } from './inspection';
import type { Caller, TreeComponent } from '../engine/types';
import type { AppEvents, EventPort } from './events';
import type { LaunchOptions, NetworkType, Theme } from './values';
import type { NavigationBarPatch, PageDecor, Shell, TabBarItemPatch, TabBarPatch } from './shell';

export interface SafeArea {
  left: number;
  right: number;
  top: number;
  bottom: number;
  width: number;
  height: number;
}

/** `wx.getWindowInfo()`, all lengths in CSS pixels. */
export interface WindowInfo {
  pixelRatio: number;
  screenWidth: number;
  screenHeight: number;
  windowWidth: number;
  windowHeight: number;
  statusBarHeight: number;
  screenTop: number;
  safeArea: SafeArea;
}

export interface EventChannel {
  emit(name: string, ...args: unknown[]): void;
  on(name: string, listener: (...args: unknown[]) => void): void;
  once(name: string, listener: (...args: unknown[]) => void): void;
  off(name: string, listener?: (...args: unknown[]) => void): void;
}

/** One page of the stack as the API modules see it. */
export interface PageHandle {
  readonly id: number;
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  /** The page's own iframe window; all `document` work of a page happens here. */
  readonly window: Window & typeof globalThis;
  /** The page instance, or null while its code failed to load. */
  readonly caller: Caller | null;
  readonly component: TreeComponent | null;
  readonly tabBar: Caller | null;
  readonly leaving: LeavingPort;
}

/** What stands between a page and the person who goes back from it. */
export interface LeavingPort {
  /** Of wx.enableAlertBeforeUnload; null when nothing is asked. */
  question: string | null;
  /** A page-container opens; `close` is called when the person goes back. @returns to be called when it has closed */
  opened(close: () => void): () => void;
}

/** Every rejection is an `Error` whose message is WeChat's text after `<api>:fail `. */
export interface NavigationPort {
  navigateTo(url: string, options?: NavigateOptions): Promise<{ eventChannel: EventChannel }>;
  redirectTo(url: string, options?: { from?: string }): Promise<void>;
  switchTab(url: string, options?: { from?: string }): Promise<void>;
  reLaunch(url: string, options?: { from?: string }): Promise<void>;
  /** @param delta pages to go back; more than there are means the first page */
  navigateBack(delta?: number): Promise<void>;
}

export interface NavigateOptions {
  /** Route that relative URLs are resolved against; default the top page. */
  from?: string;
  events?: Record<string, (...args: unknown[]) => void>;
}

/** What a page has cost so far. */
export interface PageCosts {
  /** Of setData. */
  calls: number;
  /** UTF-8 bytes of JSON. */
  bytes: number;
  /** Of the largest single call. */
  largest: number;
  /** Elements in its document now. */
  nodes: number;
}

export interface PagesPort {
  /** The visible page; null only before the first page exists. */
  top(): PageHandle | null;
  stack(): readonly PageHandle[];
  /** The page that shows this component (a caller or a tree component), null once it is gone. */
  of(component: unknown): PageHandle | null;
  costs(page: PageHandle): PageCosts;
  startPullDownRefresh(): void;
  stopPullDownRefresh(): void;
  /** Scrolls the top page; with `selector` to that node plus `offsetTop`. @param durationMs 0 jumps */
  scrollTo(target: { scrollTop?: number; selector?: string; offsetTop?: number; durationMs?: number }): void;
}

/** Bars and background of a page; `page` defaults to the top page. */
export interface DecorPort {
  setNavigationBar(patch: NavigationBarPatch, page?: PageHandle): void;
  setTabBarItem(index: number, patch: TabBarItemPatch): void;
  setTabBar(patch: TabBarPatch): void;
  hasCustomTabBar(): boolean;
  tabCount(): number;
  isTabPage(route: string): boolean;
  setPageDecor(patch: PageDecor, page?: PageHandle): void;
}

export interface DevicePort {
  windowInfo(): WindowInfo;
  theme(): Theme;
  setTheme(theme: Theme): void;
  network(): NetworkType;
  /** Changes what the mini program is told and announces `NetworkStatusChange`. */
  setNetwork(type: NetworkType): void;
}

export interface AppPort {
  /** app.json as the project has it. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly pages: readonly string[];
  launchOptions(): LaunchOptions;
  enterOptions(): LaunchOptions;
  instance(): Record<string, unknown> | null;
  isForeground(): boolean;
  background(): void;
  foreground(options?: Partial<LaunchOptions>): void;
  /** `wx.onLazyLoadError(listener, ms)`: tell when a package is on its way for longer. */
  setLazyLoadTimeout(ms: number): void;
}

export interface QueryPort {
  createSelectorQuery(component?: unknown): unknown;
  createIntersectionObserver(component: unknown, options?: Record<string, unknown>): unknown;
  createMediaQueryObserver(component?: unknown): unknown;
}

export interface ResourcePort {
  /** URL under which the server has a resource named in a template or script. @param from route or component path */
  url(source: string, from?: string): string;
  /** rpx to px for the top page. */
  rpx(value: number): number;
}

export interface ReportPort {
  /** An error of the mini program's code: console, `wx.onError`, `App.onError`, and the page's error panel when it has one. */
  error(error: unknown, where: string, page?: PageHandle): void;
  warn(message: string): void;
  /** Something that only stands in for what a phone does; told once per name, low. */
  standIn(name: string, words: string): void;
  /** Something the preview does not know (API, tag); told once per name and listed by `__host.unknown()`. */
  unknown(kind: 'api' | 'tag' | 'option', name: string): void;
}

/** The reader's size of text, as a factor of the normal one. */
export interface TextSizePort {
  factor: number;
  /** `fontSizeSetting`. */
  px(): number;
  /** @returns ends it */
  onChange(listener: () => void): () => void;
}

export interface HostPorts {
  readonly config: SetupConfig;
  readonly app: AppPort;
  readonly navigation: NavigationPort;
  readonly pages: PagesPort;
  readonly decor: DecorPort;
  readonly device: DevicePort;
  readonly events: EventPort<AppEvents>;
  readonly query: QueryPort;
  readonly resources: ResourcePort;
  readonly report: ReportPort;
  readonly shell: Shell;
  /** What the reader has set in WeChat. */
  readonly textSize: TextSizePort;
  /** The API module tells `__host.storage()` how to dump the storage. */
  provideStorageDump(dump: () => Record<string, unknown>): void;
  /** What the API adds to `__host`. */
  provideInspection(inspect: ApiInspect): void;
}

/** `runtime/api/index.ts` exports `createWx`; the result becomes the global `wx`. */
export type CreateWx = (ports: HostPorts) => Record<string, unknown>;
/** `runtime/builtins/index.ts` exports `defineBuiltins`, called once before any component is registered. */
export type DefineBuiltins = (ports: HostPorts) => void;
