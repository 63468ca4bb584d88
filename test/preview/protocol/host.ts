// What the generated scripts call, and what they hand over.
import type { CodePath, AppJson, ComponentEntry, PackageEntry, TemplateGroup } from './app';
import type { ProgramGlobals } from './globals';
import type { LaunchOptions } from './launch';
import type { NetPort } from './network';

export interface SetupConfig {
  appId: string;
  /** Names the program's code: the same for the same scripts. */
  version: string;
  appJson: AppJson;
  /** theme.json, empty when there is none. `@name` in app.json and page JSON is looked up here. */
  theme: { light: Record<string, string>; dark: Record<string, string> };
  /** Every page: main package first, then subpackages in the order of app.json. */
  pages: CodePath[];
  comps: Record<CodePath, ComponentEntry>;
  packages: PackageEntry[];
  /**
   * For each page (and `custom-tab-bar/index`), the code paths whose `run` must have been called before it is created: components
   * first, in the order in which WeChat runs them, the page last. Those in another subpackage (behind a placeholder) are left out:
   * they have an entry of their own.
   */
  requires: Record<CodePath, CodePath[]>;
  /** Subpackages to fetch once a page is open (`preloadRule`). */
  preload: Record<CodePath, Preload[]>;
  /** `lazyCodeLoading: requiredComponents`. When false, every `run` of a package is called as soon as that package is there. */
  lazy: boolean;
  /** Of the main package. */
  views: PackageViews;
  /**
   * Fetches a subpackage and executes its script (once; shared while it is on its way). '' resolves at once. Rejects when it cannot
   * be fetched, with WeChat's words.
   */
  loadPackage: (root: string) => Promise<void>;
  /** Fetches it without executing anything. Rejects as above. */
  fetchPackage: (root: string) => Promise<void>;
  /** True while a package that is needed is on its way. */
  loadingPackage: () => boolean;
  /** Prefix of the mini program's own files: `/@app` + `/assets/a.png`. */
  resourceBase: string;
  /** Style sheet with the Chinese font; `<link>` it in the document of every page. */
  fontCssUrl: string;
  /** Development base URLs of the mini program → where the backend really listens. `net` applies it; shown for information. */
  baseUrlMap: Record<string, string>;
  net: NetPort;
  launch: LaunchOptions;
  /** Shown in the panel beside the phone: demo accounts and what else helps to try the program. */
  hints?: Hint[];
}

/** How the components of one package look. */
export interface PackageViews {
  /** Compiled WXSS by code path (`app` is app.wxss). `rpx` stays; class names of isolated components carry the marker `__S__`. */
  css: Record<CodePath, string>;
  /**
   * Evaluate once: the package's templates, and what they import from the main package. WXS calls `globalThis.__wxsHooks.change` /
   * `.event`, set before `setup` returns.
   */
  templates: () => TemplateGroup;
}

export interface Preload {
  root: string;
  /** On which network: any, or Wi-Fi alone (WeChat's default). */
  network: 'all' | 'wifi';
}

/** What the build knows about a module beside its code; what is empty is left out. */
export interface ModuleFacts {
  /** What is written in `require` → file, where the names alone would lead elsewhere. */
  requires?: Record<string, string>;
  /** What is written there and cannot be required: why. */
  refused?: Record<string, string>;
  /** What is written in `require.async`, or in `require` before a callback → file. */
  later?: Record<string, string>;
}

/** One section of the panel beside the phone. */
export interface Hint {
  title: string;
  lines: string[];
  /** People to be, by one tap. */
  people?: Person[];
  /** Other pages that belong to trying the program. */
  links?: { text: string; url: string }[];
}

/**
 * Somebody whose phone it can be: what the program has stored is removed, and it starts anew. Who is filled in while the
 * page in front has the fields takes nothing away.
 */
export interface Person {
  /** Whose code `wx.login` gives; the one there is when absent. */
  openid?: string;
  /** What is written into the page's fields, by their `aria-label`. */
  fields?: Record<string, string>;
  text: string;
  /** The page that the program starts with, `pages/me/me`. */
  path: string;
}

/** What `test/preview/runtime/index.ts` exports as `host`. */
export interface PreviewHost {
  setup: (config: SetupConfig) => void;
  app: (run: () => void) => void;
  /** Of a subpackage, before it adds its components. */
  views: (root: string, views: PackageViews) => void;
  add: (codePath: CodePath, run: () => void) => void;
  start: () => void;
  /** The global object of the program, once it has started. */
  scope: () => ProgramGlobals;
}

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
  'action-sheet',
  'action-sheet-item',
  'action-sheet-cancel',
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
