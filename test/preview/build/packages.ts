// Writes the script of each package: its modules, and the calls into the host.
import type { CodePath, ComponentEntry, SetupConfig } from '../protocol';
import type { Diagnostics } from './diagnostics';
import type { App } from './project/app';
import { isLazy, packageOf, preloadsOf } from './project/app';
import { requirementsOf } from './project/closure';
import type { CompiledScript } from './script/compile';
import type { Output } from './script/emit';
import { Emitter } from './script/emit';

/** Of one package. */
export interface CompiledViews {
  /** By code path. */
  css: Record<CodePath, string>;
  /** An expression that evaluates to the group. */
  templates: string;
}

export interface Parts {
  app: App;
  appId: string;
  appScript: string | null;
  components: ReadonlyMap<CodePath, ComponentEntry>;
  /** Script file by code path. */
  entries: ReadonlyMap<CodePath, string>;
  compiled: ReadonlyMap<string, CompiledScript>;
  /** By root of the package. */
  views: ReadonlyMap<string, CompiledViews>;
  diagnostics: Diagnostics;
}

/** The part of `SetupConfig` that the build knows; the client adds what belongs to the page load. */
export type BuiltConfig = Pick<
  SetupConfig,
  'appId' | 'appJson' | 'theme' | 'pages' | 'comps' | 'packages' | 'requires' | 'preload' | 'lazy'
>;

/** Where the server offers the script of a package; '' is the main one. */
export const scriptUrl = (root: string): string => (root === '' ? '/@build/main.js' : `/@build/${root}.js`);

function configOf({ app, appId, components }: Parts): BuiltConfig {
  return {
    appId,
    appJson: app.json,
    theme: app.theme,
    pages: app.pages.filter((page) => components.has(page)),
    comps: Object.fromEntries(components),
    packages: app.packages,
    requires: requirementsOf(app, components),
    preload: preloadsOf(app),
    lazy: isLazy(app),
  };
}

/** One script per package that has any code; '' always. */
export function emitScripts(parts: Parts): Map<string, Output> {
  const { app, appScript, entries, compiled, views, diagnostics } = parts;
  const outputs = new Map<string, Output>();
  for (const root of ['', ...app.packages.map((entry) => entry.root)]) {
    const emitter = new Emitter((file) => compiled.has(file));
    const mine = (file: string): boolean => packageOf(app.packages, file) === root;
    for (const script of [...compiled.values()].filter(({ file }) => mine(file))) {
      Object.values(script.refused).forEach((finding) => diagnostics.add(finding));
      if (script.fault === null) emitter.module(script);
      else emitter.fault(script.file, diagnostics.add(script.fault));
    }
    emitter.endModules();
    const calls: string[] = [];
    const { css, templates } = views.get(root) ?? { css: {}, templates: '({})' };
    const own = `{ css: ${JSON.stringify(css)}, templates: (() => ${templates}) }`;
    if (root !== '') calls.push(`host.views(${JSON.stringify(root)}, ${own});`);
    else {
      calls.push(`client.setup(${JSON.stringify(configOf(parts))}, ${own});`);
      if (appScript !== null) calls.push(`host.app(() => modules.run(${JSON.stringify(appScript)}));`);
    }
    for (const [path, file] of entries) {
      if (mine(path))
        calls.push(`host.add(${JSON.stringify(path)}, () => modules.run(${JSON.stringify(file)}));`);
    }
    if (root === '') calls.push('host.start();');
    emitter.push(`(({ host, modules, client }) => {\n${calls.join('\n')}\n})(__preview);`);
    outputs.set(root, emitter.finish(`${scriptUrl(root).slice(scriptUrl(root).lastIndexOf('/') + 1)}.map`));
  }
  return outputs;
}
