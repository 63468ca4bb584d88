// What tests can ask of a page load.
import type { CodePath } from './app';
import type { PreviewHost } from './host';
import type { LaunchOptions } from './launch';
import type { NetPort } from './network';

export interface PageInfo {
  /** Distinct for each opened page; the iframe's `name` is `page-${id}`. */
  id: number;
  route: CodePath;
  query: Record<string, string>;
  /** onReady has run. */
  ready: boolean;
}

/** What a start costs: the scripts that came, and what of them has run. All sizes in UTF-8 bytes. */
export interface LoadedCode {
  /** Source files in the order in which they ran, each with its compiled text alone. */
  executed: { file: string; bytes: number }[];
  /** Scripts of packages in the order in which they were there, '' for the main one, as they were sent. */
  fetched: { root: string; bytes: number }[];
}

/** How a component stands in the template that draws it. */
export interface DrawnAs {
  tag: string;
  /** The component (or page) whose template that is. */
  owner: CodePath;
}

/** Set by the client before the runtime is evaluated; the runtime and the shell fill in their part. */
export interface PreviewGlobal {
  host: PreviewHost;
  /** Runtime: pages from bottom to top, as `getCurrentPages`. */
  pages?: () => PageInfo[];
  /** Runtime: a copy of the data of the top page, or of the component that `selector` (`#id`, `.class`, `>>>`) finds in it. */
  data?: (selector?: string) => unknown;
  /** Runtime: DOM elements in the top page that a WXML selector finds (`#id`, `.class`, `a >>> b`). */
  elements?: (selector: string) => Element[];
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
  /** Client: reports an error of mini program code; the stack is mapped to the sources and shown. @returns the mapped stack */
  reportError: (error: unknown, where: string, drawn?: DrawnAs) => Promise<string>;
  /** Client: a copy. */
  loaded: () => LoadedCode;
  net?: NetPort;
  launch: LaunchOptions;
}
