// What is wrong with the mini program, and the event that tells an open page.

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

// Server-sent events on `/@events`.

export type ReloadEvent =
  | { type: 'hello'; buildId: number; diagnostics: Diagnostic[] }
  | { type: 'built'; buildId: number; diagnostics: Diagnostic[]; durationMs: number };
