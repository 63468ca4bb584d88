// Writes a small mini program to a temporary folder, builds it, and runs the scripts with a host that only remembers.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { Builder } from '../../../preview/build/builder';
import type { BuildResult } from '../../../preview/build/builder';
import type { BuiltConfig } from '../../../preview/build/packages';
import { Modules } from '../../../preview/client/modules';
import type { PackageViews } from '../../../preview/protocol';

export type Sources = Record<string, string | object>;

const written: string[] = [];

afterAll(() => {
  for (const folder of written) fs.rmSync(folder, { recursive: true });
});

export class Program {
  readonly root = fs.mkdtempSync(path.join(os.tmpdir(), 'preview-'));
  readonly builder: Builder;

  constructor(sources: Sources) {
    written.push(this.root);
    this.write({ 'app.ts': 'App({})', ...sources });
    this.builder = new Builder({ root: this.root, appId: 'wx1' });
  }

  write(sources: Sources): void {
    for (const [file, content] of Object.entries(sources)) {
      const target = path.join(this.root, file);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    }
  }

  remove(file: string): void {
    fs.rmSync(path.join(this.root, file));
  }

  build(): Promise<BuildResult> {
    return this.builder.build();
  }

  async run(): Promise<Running> {
    return new Running(await this.build());
  }
}

/** The files of a page `pages/a/a` and what the given ones override. */
export function onePage(sources: Sources): Sources {
  return {
    'app.json': { pages: ['pages/a/a'] },
    'pages/a/a.ts': 'Page({})',
    'pages/a/a.wxml': '<view/>',
    ...sources,
  };
}

/** The generated scripts, executed as the browser would, in a context that has nothing but JavaScript. */
export class Running {
  config: (BuiltConfig & PackageViews) | null = null;
  /** Of the subpackages that were executed. */
  readonly views = new Map<string, PackageViews>();
  readonly added = new Map<string, () => unknown>();
  /** What the program said by `log(…)`. */
  readonly said: unknown[] = [];
  readonly reported: unknown[] = [];
  readonly fetched: string[] = [];
  readonly diagnostics: BuildResult['diagnostics'];
  /** Why no package comes; null: they come. */
  refuse: string | null = null;
  app: (() => unknown) | null = null;
  private readonly context: object;

  constructor(private readonly result: BuildResult) {
    this.diagnostics = result.diagnostics;
    const modules = new Modules({
      scope: () => ({
        App: () => undefined,
        Page: () => undefined,
        Component: () => undefined,
        console: this.console(),
      }),
      loadPackageOf: (file) => this.load(file),
    });
    const host = {
      app: (run: () => unknown) => (this.app = run),
      views: (root: string, views: PackageViews) => this.views.set(root, views),
      add: (name: string, run: () => unknown) => this.added.set(name, run),
      start: () => undefined,
    };
    const client = {
      setup: (config: BuiltConfig, views: PackageViews) => (this.config = { ...config, ...views }),
    };
    this.context = createContext({
      __preview: { host, modules, client, reportError: (error: unknown) => this.reported.push(error) },
    });
    this.execute('');
  }

  /** Runs the script of a code path; throws what it throws. */
  open(name: string): unknown {
    const run = this.added.get(name);
    if (run === undefined) throw new Error(`${name} was not added`);
    return run();
  }

  execute(root: string): void {
    const output = this.result.scripts.get(root);
    if (output === undefined) throw new Error(`no script for package "${root}"`);
    runInContext(output.code, this.context, {
      filename: `http://127.0.0.1/@build/${root === '' ? 'main' : root}.js`,
    });
  }

  private load(file: string): Promise<void> {
    if (this.refuse !== null) return Promise.reject(new Error(this.refuse));
    const root = this.config?.packages.find((entry) => file.startsWith(`${entry.root}/`))?.root;
    if (root !== undefined) {
      this.fetched.push(root);
      this.execute(root);
    }
    return Promise.resolve();
  }

  private console(): { log: (...values: unknown[]) => void } {
    return { log: (...values) => void this.said.push(...values) };
  }
}

/** `file:line text` of each diagnostic. */
export const words = (list: BuildResult['diagnostics']): string[] =>
  list.map(({ file, line, text }) => `${file}:${line} ${text}`);
