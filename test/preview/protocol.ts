// Everything that crosses between the build (Node), the server (Node) and the runtime (browser) of the preview host.
//
// The browser document is empty: the server sends `<body></body>`, one script for the host (runtime + client) and one for the
// mini program's main package; the shell draws its own DOM. The main script calls, in this order:
//   host.setup(config) · host.app(run) · host.add(codePath, run)… · host.start()
// `run` executes that file (and what it requires) once; it is called by the host with the code path made current.
// A script of a subpackage is fetched by `config.loadPackage(root)` and calls `host.add` for its own components only.

/** `pages/me/me`, `miniprogram_npm/tdesign-miniprogram/button/button`: a component without its extension, no leading slash. */
export type CodePath = string;

// ---------- diagnostics ----------

/** Something the developer must see. `file` is relative to the mini program's root, with forward slashes. */
export interface Diagnostic {
  severity: 'error' | 'warning';
  source: 'project' | 'json' | 'wxml' | 'wxs' | 'wxss' | 'script';
  file: string;
  /** 1-based; 0 when the whole file is meant. */
  line: number;
  /** 1-based; 0 when the whole line is meant. */
  column: number;
  text: string;
  /** Some lines of source around the place with a caret, ready for a `<pre>`; empty when there is no place. */
  frame: string;
  /** WeChat's own number where it has one (10006: JSON that is not strict). */
  code?: string;
}

/** Thrown by `run` of a file that could not be compiled: the page that needs it shows `diagnostic`, the others live on. */
export interface PreviewBuildError extends Error {
  name: 'PreviewBuildError';
  diagnostic: Diagnostic;
}

// ---------- the mini program, as the build hands it to the runtime ----------

export interface WindowConfig {
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: 'black' | 'white';
  navigationBarTitleText?: string;
  navigationStyle?: 'default' | 'custom';
  backgroundColor?: string;
  backgroundColorContent?: string;
  backgroundTextStyle?: 'dark' | 'light';
  backgroundColorTop?: string;
  backgroundColorBottom?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  pageOrientation?: string;
  disableScroll?: boolean;
}

export interface TabBarItem {
  pagePath: CodePath;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

export interface TabBarConfig {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: 'black' | 'white';
  custom?: boolean;
  list: TabBarItem[];
}

/** app.json as written, with the fields that the host reads spelled out. Colours may be `@name`: see `SetupConfig.theme`. */
export interface AppJson {
  pages: CodePath[];
  entryPagePath?: CodePath;
  window?: WindowConfig;
  tabBar?: TabBarConfig;
  networkTimeout?: Partial<Record<'request' | 'connectSocket' | 'uploadFile' | 'downloadFile', number>>;
  lazyCodeLoading?: string;
  darkmode?: boolean;
  themeLocation?: string;
  style?: string;
  debug?: boolean;
  requiredPrivateInfos?: string[];
  __usePrivacyCheck__?: boolean;
  preloadRule?: Record<CodePath, { packages: string[]; network?: 'all' | 'wifi' }>;
  [field: string]: unknown;
}

/** A component's JSON with every reference resolved to `/codePath`; app.json's `usingComponents` are merged in. */
export interface ComponentJson extends WindowConfig {
  component?: boolean;
  usingComponents: Record<string, string>;
  componentGenerics?: Record<string, true | { default: string }>;
  componentPlaceholder?: Record<string, string>;
  styleIsolation?: string;
  pureDataPattern?: string;
  [field: string]: unknown;
}

export interface ComponentEntry {
  json: ComponentJson;
  /** Listed in `pages` of app.json or of a subpackage. */
  page: boolean;
  /** Root of the subpackage it lies in (`packages/staff`), '' for the main package. */
  package: string;
}

export interface PackageEntry {
  root: string;
  independent: boolean;
  pages: CodePath[];
}

/** What `TmplGroup.getTmplGenObjectGroups()` evaluates to: one generator per template path. */
export type TemplateGroup = Record<string, unknown>;

export interface SetupConfig {
  appId: string;
  appJson: AppJson;
  /** theme.json, empty when there is none. `@name` in app.json and page JSON is looked up here. */
  theme: { light: Record<string, string>; dark: Record<string, string> };
  /** Every page: main package first, then subpackages in the order of app.json. */
  pages: CodePath[];
  comps: Record<CodePath, ComponentEntry>;
  packages: PackageEntry[];
  /**
   * For each page (and `custom-tab-bar/index`), the code paths whose `run` must have been called before it is created: components
   * first, in the order in which WeChat runs them, the page last. Those in another subpackage (behind a placeholder) are left out.
   */
  requires: Record<CodePath, CodePath[]>;
  /** `lazyCodeLoading: requiredComponents`. When false, every `run` of a package is called as soon as that package is there. */
  lazy: boolean;
  /** Compiled WXSS by code path (`app` is app.wxss). `rpx` stays; class names of isolated components carry the marker `__S__`. */
  css: Record<CodePath, string>;
  /** Evaluate once: all templates of all packages. WXS calls `globalThis.__wxsHooks.change` / `.event`, set before `setup` returns. */
  templates: () => TemplateGroup;
  /** Loads a subpackage's script (once; shared while it is on its way). '' resolves at once. Rejects when it cannot be fetched. */
  loadPackage: (root: string) => Promise<void>;
  /** Prefix of the mini program's own files: `/@app` + `/assets/a.png`. */
  resourceBase: string;
  /** Style sheet with the Chinese font; `<link>` it in the document of every page. */
  fontCssUrl: string;
  /** Development base URLs of the mini program → where the backend really listens. `net` applies it; shown for information. */
  baseUrlMap: Record<string, string>;
  net: NetPort;
  launch: LaunchOptions;
}

/** What `test/preview/runtime/index.ts` exports as `host`. */
export interface PreviewHost {
  setup: (config: SetupConfig) => void;
  app: (run: () => void) => void;
  add: (codePath: CodePath, run: () => void) => void;
  start: () => void;
  /**
   * Values of the names in `SCOPE_NAMES` as mini program code sees them, read before each file is executed. A name that is absent
   * falls through to the browser's global when it is in `SCOPE_NAMES`, and is undefined when it is in `HIDDEN_NAMES`.
   */
  scope: () => Partial<Record<ScopeName, unknown>>;
}

/** Names the host may give to mini program code instead of the browser's own (strict mode, timers that stop in background). */
export const SCOPE_NAMES = [
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'requirePlugin',
  'globalThis',
  'global',
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'requestAnimationFrame',
  'cancelAnimationFrame',
] as const;
export type ScopeName = (typeof SCOPE_NAMES)[number];

/** Names of the browser and of Node that WeChat's logic layer does not have: always undefined in mini program code. */
export const HIDDEN_NAMES = [
  'window',
  'self',
  'top',
  'parent',
  'frames',
  'document',
  'location',
  'history',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'XMLHttpRequest',
  'WebSocket',
  'fetch',
  'Headers',
  'Request',
  'Response',
  'FormData',
  'Blob',
  'File',
  'FileReader',
  'Worker',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'AbortController',
  'Event',
  'EventTarget',
  'MessageChannel',
  'Image',
  'Audio',
  'HTMLElement',
  'Element',
  'Node',
  'MutationObserver',
  'IntersectionObserver',
  'ResizeObserver',
  'alert',
  'confirm',
  'prompt',
  'open',
  'crypto',
  'atob',
  'btoa',
  'structuredClone',
  'queueMicrotask',
  'performance',
  'process',
  'Buffer',
  'setImmediate',
  '__preview',
] as const;

/**
 * Built-in tags with a dash. Every tag of a template becomes `<wx-name>` in the DOM except custom elements (a dash, and not listed
 * here); WXSS tag selectors are rewritten by the same rule; `page` becomes `body`.
 */
export const DASHED_BUILTINS = [
  'scroll-view',
  'swiper-item',
  'cover-view',
  'cover-image',
  'picker-view',
  'picker-view-column',
  'rich-text',
  'movable-view',
  'movable-area',
  'checkbox-group',
  'radio-group',
  'root-portal',
  'web-view',
  'match-media',
  'page-meta',
  'navigation-bar',
  'page-container',
  'share-element',
  'live-player',
  'live-pusher',
  'open-data',
  'functional-page-navigator',
  'keyboard-accessory',
  'grid-view',
  'list-view',
  'sticky-header',
  'sticky-section',
  'draggable-sheet',
  'snapshot',
  'official-account',
  'ad-custom',
  'xr-scene',
  'open-container',
  'block-view',
] as const;

/** Set by the runtime on `globalThis.__wxsHooks` before `templates()` is evaluated; glass-easel calls them as `Q.A` and `Q.C`. */
export interface WxsHooks {
  change: (listener: unknown) => unknown;
  event: (listener: unknown) => unknown;
}

/** A function exported by WXS carries the path of its module here. */
export const WXS_TAG = '__wxs';

// ---------- how this page load behaves: server defaults, overridden by the query string ----------

/** Query parameters have the same names as the fields. */
export interface LaunchOptions {
  /** Draw a phone around the page; false: the device fills the browser's viewport (e2e, `?frame=0`). */
  frame: boolean;
  /** Device size in CSS px when `frame`; otherwise the viewport decides. */
  width: number;
  height: number;
  theme: 'light' | 'dark';
  /** `wx.getAppBaseInfo().language`. */
  locale: string;
  /** No animations or transitions, a fixed status bar clock. Time itself is moved by Playwright's `page.clock`. */
  deterministic: boolean;
  /** Seeds `Math.random` when not null. */
  seed: number | null;
  /** `scene` of the launch. */
  scene: number;
  /** Hide what the logic layer does not have (HIDDEN_NAMES). On unless `?strict=0`. */
  strict: boolean;
}

// ---------- live reload (server-sent events on `/@events`) ----------

export type ReloadEvent =
  | { type: 'hello'; buildId: number; diagnostics: Diagnostic[] }
  | { type: 'built'; buildId: number; diagnostics: Diagnostic[]; durationMs: number };

// ---------- network ----------

/** The state of the simulated network of one page load (session). */
export interface Shaping {
  /** Requests fail at once, sockets are cut, `getNetworkType` says none. */
  offline: boolean;
  /** Added before the request reaches the backend, and to each socket frame's way back. */
  latencyMs: number;
  /** 0…1: share of requests that never get an answer (they run into their time-out). */
  lossRate: number;
}

export interface BridgeRequest {
  api: 'request' | 'uploadFile' | 'downloadFile';
  /** As the mini program wrote it; the bridge maps the base URL. Only loopback targets are let through. */
  url: string;
  method: string;
  /** As the mini program set them. The bridge adds User-Agent and Referer like WeChat's; a Referer of the app is dropped. */
  headers: [name: string, value: string][];
  body: Uint8Array | null;
  timeoutMs: number;
}

export interface BridgeHead {
  statusCode: number;
  /** Raw and in order, names as sent, repeated names repeated. */
  headers: [name: string, value: string][];
  /** Each `Set-Cookie` whole. */
  cookies: string[];
}

export interface BridgeFailure {
  reason: 'timeout' | 'abort' | 'offline' | 'refused' | 'network';
  /** The tail of WeChat's errMsg: `timeout`, `abort`, `errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED`… */
  message: string;
  /** WeChat's errno: 5 time-out, 600001… */
  errno: number;
}

/** Calls come in the order head, chunk…, then exactly one of end and fail (fail may come first). Nothing comes after abort but fail('abort'). */
export interface BridgeListener {
  head?: (head: BridgeHead) => void;
  /** Bytes as they arrive: `enableChunked`, download progress. */
  chunk?: (bytes: Uint8Array) => void;
  /** Bytes of the body handed to the backend so far: upload progress. */
  sent?: (bytes: number, total: number) => void;
  end: (all: BridgeHead & { body: Uint8Array }) => void;
  fail: (failure: BridgeFailure) => void;
}

export interface NetPort {
  request: (request: BridgeRequest, listener: BridgeListener) => { abort: () => void };
  /** URL for `new WebSocket(…)`: through the server, so that headers, base URL and shaping apply. Protocols are passed to WebSocket itself. */
  socketUrl: (url: string, headers: Record<string, string>) => string;
  /** URL for `<image>`, `<video>`, previewImage: loopback `http:` targets go through the server, anything else is unchanged. */
  resourceUrl: (url: string) => string;
  shaping: () => Shaping;
  /** Resolves when the server has taken it. */
  setShaping: (change: Partial<Shaping>) => Promise<void>;
  /** Called after each change, whoever made it (device frame, test). Returns the way to stop. */
  onShaping: (listener: (shaping: Shaping) => void) => () => void;
}

// ---------- what tests can ask of a running page (`window.__preview`) ----------

export interface PageInfo {
  /** Distinct for each opened page; the iframe's `name` is `page-${id}`. */
  id: number;
  route: CodePath;
  query: Record<string, string>;
  /** onReady has run. */
  ready: boolean;
}

/** Set by the client before the runtime is evaluated; the runtime and the shell fill in their part. */
export interface PreviewGlobal {
  host: PreviewHost;
  /** Runtime: pages from bottom to top, as `getCurrentPages`. */
  pages?: () => PageInfo[];
  /** Runtime: a copy of the data of the top page, or of the component that `selector` (`#id`, `.class`, `>>>`) finds in it. */
  data?: (selector?: string) => unknown;
  /** Runtime: true when no page is loading, no ready is queued and no subpackage is on its way. */
  idle?: () => boolean;
  /** Runtime: hide (as pressing home) and show again. */
  background?: () => void;
  foreground?: (options?: { path?: CodePath; query?: Record<string, string>; scene?: number }) => void;
  /** Api: everything in `wx` storage, decoded. */
  storage?: () => Record<string, unknown>;
  /** Shell: changes the theme of the system. */
  setTheme?: (theme: 'light' | 'dark') => void;
  /** Names of `wx.*` that were used and that the host does not have. Filled by the api, read by tests. */
  unknownApis: string[];
  /** Uncaught errors and rejections of mini program code, most recent last: `message` and a stack in source positions when known. */
  errors: { message: string; stack: string }[];
  /** Client: reports an error of mini program code; the stack is mapped to the sources and shown. */
  reportError: (error: unknown, where: string) => void;
  net?: NetPort;
  launch: LaunchOptions;
}
