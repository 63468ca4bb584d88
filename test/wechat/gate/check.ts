/** What a check of the gate is, and what it looks at. */
import type { Layout } from '../sandbox/resolve';

export interface Finding {
  /** `path:line` below the project, or the closest thing to it. */
  at: string;
  message: string;
}

export interface Check {
  title: string;
  /** Returns what is wrong; nothing means passed. Throws only when the check itself cannot run. */
  run(work: Work): Finding[] | Promise<Finding[]>;
}

export interface Work {
  /** The project under test. */
  root: string;
  layout: Layout;
  /** What WeChat's compiler made of the project, filled by the compile check. */
  compiled?: Compiled;
}

export interface Compiled {
  /** Folder with the emitted files. */
  folder: string;
  /** Sizes in bytes by emitted path. */
  sizes: ReadonlyMap<string, number>;
}

/** Shows a finding as one line. */
export function describe({ at, message }: Finding): string {
  return `${at}: ${message}`;
}

/** The line on which an offset lies, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
