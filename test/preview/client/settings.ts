// What the server writes into the document, and what the generated scripts call.
import type { BuiltConfig } from '../build/packages';
import type { Hint, LaunchOptions, PackageViews } from '../protocol';
import type { Modules } from './modules';

/** `window.__previewServer`. */
export interface ServerSettings {
  launch: LaunchOptions;
  baseUrlMap: Record<string, string>;
  hints: Hint[];
  /** Names the program's code: the same for the same scripts. */
  version: string;
  /** UTF-8 bytes of each package's script, by root. */
  scriptBytes: Record<string, number>;
}

/** The part of `window.__preview` that only generated scripts use. */
export interface PreviewClient {
  modules: Modules;
  client: { setup: (config: BuiltConfig, views: PackageViews) => void };
  /** Names this page load's network at the server. */
  session: string;
}
