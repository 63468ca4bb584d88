/** What a check of the gate is, and what it looks at. */
import { join } from 'node:path';
import type { Built } from '../build/built';
import type { Finding } from './finding';
import type { Layout } from '../sandbox/resolve';
import { programOf, type OwnProgram } from './program';

export interface Check {
  title: string;
  /** What it looks at besides the sources; whoever runs the check makes it first. */
  reads?: 'copy' | 'emitted';
  /** Returns what is wrong; nothing means passed. Throws only when the check itself cannot run. */
  run(work: Work): Finding[] | Promise<Finding[]>;
}

export interface Work {
  /** The project under test. */
  root: string;
  layout: Layout;
  /** The sources with their types, read by the first check that asks. */
  program?: OwnProgram;
  /** The upload's copy, filled by the check that makes it. */
  built?: Built;
  /** What WeChat's compiler made of the copy, filled by the compile check. */
  compiled?: Compiled;
}

export interface Compiled {
  /** Folder with the emitted files. */
  folder: string;
  /** Sizes in bytes by emitted path. */
  sizes: ReadonlyMap<string, number>;
}

/** Folder of the files that are uploaded. @throws Error before the copy is made */
export function copyOf({ built }: Work): string {
  if (built === undefined) throw new Error('the copy was not made');
  return join(built.folder, 'miniprogram');
}

/** The sources with their types. */
export function programFor(work: Work): OwnProgram {
  work.program ??= programOf(work.root);
  return work.program;
}

/** What the compiler emitted. @throws Error before it ran */
export function emittedOf({ compiled }: Work): Compiled {
  if (compiled === undefined) throw new Error('nothing was compiled');
  return compiled;
}
