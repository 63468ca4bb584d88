// The mini program as the build hands it to the runtime.

/** `pages/me/me`, `miniprogram_npm/tdesign-miniprogram/button/button`: a component without its extension, no leading slash. */
export type CodePath = string;

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
  initialRenderingCache?: 'static' | 'dynamic';
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
  /** What `preloadRule` may call it; the root when it has none. */
  name: string;
  independent: boolean;
  pages: CodePath[];
}

/** What `TmplGroup.getTmplGenObjectGroups()` evaluates to: one generator per template path. */
export type TemplateGroup = Record<string, unknown>;
