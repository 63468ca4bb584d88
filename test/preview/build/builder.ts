// Builds the mini program: one script per package, and what is wrong with it. Keeps what did not change between builds.
import type { CodePath, ComponentEntry, Diagnostic } from '../protocol';
import { Diagnostics } from './diagnostics';
import { Files } from './files';
import type { FilesOptions } from './files';
import { emitScripts } from './packages';
import type { CompiledViews } from './packages';
import type { App } from './project/app';
import { readApp } from './project/app';
import { Closure } from './project/closure';
import { ScriptGraph } from './script/graph';
import type { Output } from './script/emit';
import { compileTemplates } from './wxml/templates';
import { Stylesheets } from './wxss/sheets';

export interface BuildResult {
  /** By package root; '' is the main package. Empty when app.json cannot be read. */
  scripts: Map<string, Output>;
  diagnostics: Diagnostic[];
  durationMs: number;
}

export interface BuilderOptions extends FilesOptions {
  /** Given to `wx.getAccountInfoSync` and the Referer. */
  appId: string;
}

/**
 * Whether the classes of a component are its own. By default a page's classes are shared and a component's are its own.
 */
function isScoped({ json, page }: ComponentEntry): boolean {
  const isolation = json.styleIsolation;
  return page
    ? isolation === 'isolated' || isolation === 'page-isolated'
    : isolation !== 'shared' && isolation !== 'page-shared';
}

export class Builder {
  readonly files: Files;
  private readonly sheets: Stylesheets;
  private readonly graph: ScriptGraph;

  constructor(private readonly options: BuilderOptions) {
    this.files = new Files(options);
    this.sheets = new Stylesheets(this.files);
    this.graph = new ScriptGraph(this.files);
  }

  /** Faults of the mini program are in `diagnostics` and never reject. */
  async build(): Promise<BuildResult> {
    const started = performance.now();
    const diagnostics = new Diagnostics(this.files);
    const app = readApp(this.files, diagnostics);
    const scripts = app === null ? new Map<string, Output>() : await this.buildApp(app, diagnostics);
    return { scripts, diagnostics: diagnostics.list, durationMs: performance.now() - started };
  }

  private async buildApp(app: App, diagnostics: Diagnostics): Promise<Map<string, Output>> {
    const { components } = new Closure(this.files, diagnostics, app);
    const views = this.compileViews(diagnostics, app, components);
    const entries = this.entriesOf(diagnostics, components);
    const appScript = this.scriptOf('app');
    if (appScript === null)
      diagnostics.add({ source: 'project', file: 'app.json', text: 'app.ts (or app.js) is not found' });
    const start = appScript === null ? [] : [appScript];
    const compiled = await this.graph.reach([...start, ...entries.values()], app, () => this.files.scripts());
    const { appId } = this.options;
    return emitScripts({
      app,
      appId,
      appScript,
      components,
      entries,
      compiled,
      views,
      diagnostics,
    });
  }

  private compileViews(
    diagnostics: Diagnostics,
    { packages }: App,
    components: ReadonlyMap<CodePath, ComponentEntry>,
  ): Map<string, CompiledViews> {
    const views = new Map<string, CompiledViews>();
    for (const root of ['', ...packages.map((entry) => entry.root)]) {
      const own = [...components].filter(([, entry]) => entry.package === root);
      const { code: templates } = compileTemplates(
        this.files,
        diagnostics,
        own.map(([path]) => path),
      );
      const css: Record<CodePath, string> = {};
      const add = (path: CodePath, scoped: boolean): void => {
        const sheet = this.sheets.compile(diagnostics, path, scoped);
        if (sheet !== null) css[path] = sheet.css;
      };
      if (root === '') add('app', false);
      for (const [path, entry] of own) add(path, isScoped(entry));
      views.set(root, { css, templates });
    }
    return views;
  }

  private scriptOf(path: CodePath): string | null {
    return [`${path}.ts`, `${path}.js`].find((file) => this.files.exists(file)) ?? null;
  }

  private entriesOf(
    diagnostics: Diagnostics,
    components: Map<CodePath, ComponentEntry>,
  ): Map<CodePath, string> {
    const entries = new Map<CodePath, string>();
    for (const path of components.keys()) {
      const script = this.scriptOf(path);
      if (script !== null) entries.set(path, script);
      else
        diagnostics.add({
          source: 'project',
          file: `${path}.json`,
          text: `${path}.ts (or .js) is not found`,
        });
    }
    return entries;
  }
}
