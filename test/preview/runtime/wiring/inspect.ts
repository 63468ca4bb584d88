// `globalThis.__host`: what tests and benchmarks ask a running preview, and how they act on it. Types for the Playwright helper.
import type { ApiInspect } from '../ports/inspection';
import type { AppEvents, Args } from '../ports/events';
import type { NavigationPort } from '../ports/host';
import type { LaunchOptions, NetworkType, Theme } from '../ports/values';
import type { Unknown } from '../report/report';
import type { SetDataStats } from '../instance/set-data';
import type { PageFault } from '../ports/shell';

export interface InspectedPage {
  id: number;
  route: string;
  query: Record<string, string>;
  /** onReady has run. */
  ready: boolean;
  state: 'created' | 'shown' | 'hidden' | 'gone';
  /** `name` of the page's iframe. */
  frame: string;
  fault: PageFault | null;
}

export interface HostStats {
  /** All setData calls since the start or the last reset; sizes in UTF-8 bytes of JSON. */
  total: SetDataStats;
  /** By page id. */
  pages: Record<number, SetDataStats>;
  /** Elements that each page of the stack shows, by page id. */
  nodes: Record<number, number>;
}

export interface HostInspect extends Partial<ApiInspect> {
  /** As getCurrentPages: bottom to top. */
  pages(): InspectedPage[];
  /** Copy of the data of the top page, or of the component that `selector` finds in it (`>>>` reaches into components). */
  data(selector?: string): unknown;
  /** DOM elements in the top page of what a WXML selector finds: classes and tags as the mini program writes them, `>>>` as above. */
  elements(selector: string): Element[];
  /** Calls a method of the top page and returns a copy of its result. */
  call(method: string, ...args: unknown[]): Promise<unknown>;
  /** The App instance itself; only its JSON can leave the browser. */
  app(): Record<string, unknown> | null;
  navigation: NavigationPort;
  /** No navigation, no package, no `ready` is on its way. */
  idle(): boolean;
  background(): void;
  foreground(options?: Partial<LaunchOptions>): void;
  setTheme(theme: Theme): void;
  /** The reader's size of text, as a factor of the normal one. */
  setTextSize(factor: number): void;
  setNetwork(type: NetworkType): void;
  /** A simulated keyboard of so many px comes up with each focus from now on; 0 (as at the start): none. */
  setKeyboard(px: number): void;
  notify<Name extends keyof AppEvents>(event: Name, ...args: Args<AppEvents, Name>): void;
  stats(): HostStats;
  resetStats(): void;
  /** APIs, tags and options that the preview does not know and that were used. */
  unknown(): Unknown[];
  storage(): Record<string, unknown>;
  /** Every built-in component that WeChat documents, and the properties of it that do nothing here. */
  builtins(): Record<string, { kind: 'done' | 'stand-in' | 'absent'; ignored: string[] }>;
}

declare global {
  var __host: HostInspect | undefined;
}
