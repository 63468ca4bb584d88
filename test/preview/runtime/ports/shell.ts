// What surrounds the pages: device frame, bars, pull indicator, error panel. The core decides, the shell draws.

/** Sizes of the simulated device, in CSS pixels. */
export interface ScreenMetrics {
  screenWidth: number;
  screenHeight: number;
  pixelRatio: number;
  statusBarHeight: number;
  navigationBarHeight: number;
  tabBarHeight: number;
  /** Height at the bottom that belongs to the system (home indicator). */
  safeBottom: number;
  menuButton: { left: number; top: number; width: number; height: number };
}

export interface NavigationBarState {
  style: 'default' | 'custom';
  title: string;
  backgroundColor: string;
  /** Colour of title, status bar and icons. */
  textStyle: 'black' | 'white';
  loading: boolean;
  /** What stands left of the title. */
  leading: 'none' | 'back' | 'home';
}
export type NavigationBarPatch = Partial<
  Pick<NavigationBarState, 'title' | 'backgroundColor' | 'textStyle' | 'loading'>
> & {
  homeButton?: boolean;
};

export interface TabBarItem {
  pagePath: string;
  text: string;
  /** Paths in the project; resolve with `ports.resources.url`. Empty means no icon. */
  iconPath: string;
  selectedIconPath: string;
  badge: string;
  dot: boolean;
}
export type TabBarItemPatch = Partial<Omit<TabBarItem, 'pagePath'>>;

export interface TabBarState {
  items: readonly TabBarItem[];
  selected: number;
  color: string;
  selectedColor: string;
  backgroundColor: string;
  borderStyle: 'black' | 'white';
}
export type TabBarPatch = Partial<Omit<TabBarState, 'items' | 'selected'>> & { visible?: boolean };

export interface PageLayout {
  /** The page starts below status and navigation bar; false with `navigationStyle: custom`. */
  belowNavigationBar: boolean;
  /** The page ends above the native tab bar. */
  aboveTabBar: boolean;
}

export interface PageDecor {
  /** Colour behind the page, seen while it is pulled. */
  backgroundColor?: string;
  backgroundTextStyle?: 'dark' | 'light';
}

/** A fault that keeps a page from being shown, or that happened while it was. */
export interface PageFault {
  message: string;
  /** Source file and line where it is known, as in the project. */
  where: string;
  stack: string;
}

export interface PagePull {
  /** How far the page is pulled down, in CSS pixels; 0 hides the indicator. */
  distance: number;
  state: 'pulling' | 'ready' | 'refreshing';
  animated: boolean;
}

/** The place of one page in the frame; it owns the box, the core owns the iframe in it. */
export interface PageSlot {
  place(layout: PageLayout): void;
  setActive(active: boolean): void;
  setPull(pull: PagePull): void;
  setDecor(decor: PageDecor): void;
  showFault(fault: PageFault): void;
  /** The page's rectangle relative to the screen, in CSS pixels. */
  rect(): { left: number; top: number; width: number; height: number };
  remove(): void;
}

/** What a person does to the frame, told to the core. */
export interface ShellEvents {
  back(): void;
  home(): void;
  tab(index: number): void;
  /** The simulated device got another size. */
  resize(): void;
}

export interface Shell {
  metrics(): ScreenMetrics;
  /** Puts the iframe into a new box above the older pages, not yet active. */
  mountPage(frame: HTMLIFrameElement, route: string): PageSlot;
  setNavigationBar(state: NavigationBarState): void;
  /** null: no native tab bar on this page. */
  setTabBar(state: TabBarState | null): void;
  setTheme(theme: 'light' | 'dark'): void;
  /** A fault without a page: app.js failed, or no page could be opened. */
  showAppFault(fault: PageFault): void;
  /** Element for toast, modal, pickers: covers the whole screen, lets touches through where empty. */
  readonly overlay: HTMLElement;
}

/** `runtime/shell/index.ts` exports `createShell`, which builds the frame inside `document.body`. */
export type CreateShell = (events: ShellEvents, resolve: (path: string) => string) => Shell;
