// The events an app can be told about (`wx.onAppShow`, `wx.onThemeChange` …), and the bus that carries them.
import type { LaunchOptions, NetworkType, Theme } from './values';

/** What a program is told about a page that comes, shows or goes. */
export interface RouteEvent {
  path: string;
  query: Record<string, string>;
  openType: RouteType;
  webviewId: number;
  routeEventId: string;
  renderer: 'webview';
  componentFramework: 'glass-easel';
  notFound: boolean;
  timeStamp: number;
}
export type RouteType = 'appLaunch' | 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack';

/** Event name to the arguments its listeners get; add a line for each new `wx.onX`. */
export interface AppEvents {
  AppShow: [LaunchOptions];
  AppHide: [];
  Error: [string];
  UnhandledRejection: [{ reason: unknown; promise: Promise<unknown> }];
  PageNotFound: [{ path: string; query: Record<string, string>; isEntryPage: boolean }];
  BeforeAppRoute: [RouteEvent];
  AppRoute: [RouteEvent];
  AppRouteDone: [RouteEvent];
  BeforePageLoad: [RouteEvent];
  AfterPageLoad: [RouteEvent];
  BeforePageUnload: [RouteEvent];
  AfterPageUnload: [RouteEvent];
  LazyLoadError: [{ type: 'subpackage'; subpackage: string[]; errMsg: string }];
  ThemeChange: [{ theme: Theme }];
  NetworkStatusChange: [{ isConnected: boolean; networkType: NetworkType }];
  NetworkWeakChange: [{ weakNet: boolean; networkType: NetworkType }];
  WindowResize: [{ size: { windowWidth: number; windowHeight: number } }];
  KeyboardHeightChange: [{ height: number; duration: number }];
  NeedPrivacyAuthorization: [
    resolve: (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void,
    info: { referrer: string },
  ];
  UserCaptureScreen: [];
  ScreenRecordingStateChanged: [{ state: 'start' | 'stop' }];
  MemoryWarning: [{ level: number }];
  AudioInterruptionBegin: [];
  AudioInterruptionEnd: [];
}

export interface EventPort<Events> {
  /** @returns a function that ends the subscription */
  subscribe<Name extends keyof Events>(name: Name, listener: Listener<Events, Name>): () => void;
  /** Calls every listener; one that throws is reported and does not stop the others. */
  notify<Name extends keyof Events>(name: Name, ...args: Args<Events, Name>): void;
  count(name: keyof Events): number;
}

export type Args<Events, Name extends keyof Events> = Events[Name] extends unknown[] ? Events[Name] : never;
export type Listener<Events, Name extends keyof Events> = (...args: Args<Events, Name>) => void;
