// From the pages to every component they use, directly or not.
import type { CodePath, ComponentEntry, ComponentJson } from '../../protocol';
import type { Diagnostics } from '../diagnostics';
import type { Files } from '../files';
import type { App } from './app';
import { packageOf } from './app';
import type { JsonObject } from './json';
import { isObject, readJson, stringMap } from './json';
import { isForeign, resolveComponent } from './resolve';

export const CUSTOM_TAB_BAR = 'custom-tab-bar/index';

/** Walks the closure; every reference in the JSON it returns is resolved to `/codePath`. */
export class Closure {
  readonly components = new Map<CodePath, ComponentEntry>();
  private readonly globals: Record<string, string>;

  constructor(
    private readonly files: Files,
    private readonly diagnostics: Diagnostics,
    private readonly app: App,
  ) {
    this.globals = this.resolveAll(app.json['usingComponents'], 'app');
    for (const target of Object.values(this.globals)) this.visit(target.slice(1), false);
    if (app.json.tabBar?.custom === true) this.visit(CUSTOM_TAB_BAR, false);
    for (const page of app.pages) this.visitPage(page);
    for (const [path, entry] of this.components) {
      // Components of the application see the global ones, components of npm packages do not.
      if (path.includes('miniprogram_npm/')) continue;
      entry.json.usingComponents = { ...this.globals, ...entry.json.usingComponents };
    }
  }

  private visitPage(page: CodePath): void {
    if (['.wxml', '.ts', '.js'].some((extension) => this.files.exists(page + extension)))
      return this.visit(page, true);
    const written = page.slice(packageOf(this.app.packages, page).length).replace(/^\//, '');
    const text = `page "${page}" is not found`;
    this.diagnostics.addAt(`"${written}"`, { source: 'project', file: 'app.json', text });
  }

  private visit(path: CodePath, page: boolean): void {
    const known = this.components.get(path);
    if (known !== undefined) {
      known.page ||= page;
      return;
    }
    const file = `${path}.json`;
    const raw = readJson(this.files, this.diagnostics, file) ?? {};
    const json: ComponentJson = { ...raw, usingComponents: {} };
    this.components.set(path, { json, page, package: packageOf(this.app.packages, path) });
    json.usingComponents = this.resolveAll(raw['usingComponents'], path);
    this.checkPackages(path, json, raw);
    const generics = this.resolveGenerics(raw['componentGenerics'], path);
    if (generics !== null) json.componentGenerics = generics;
    const defaults = Object.values(generics ?? {}).flatMap((generic) =>
      generic === true ? [] : [generic.default],
    );
    for (const target of [...Object.values(json.usingComponents), ...defaults])
      this.visit(target.slice(1), false);
  }

  private resolveAll(using: unknown, from: CodePath): Record<string, string> {
    const resolved: Record<string, string> = {};
    for (const [tag, reference] of Object.entries(stringMap(using))) {
      if (isForeign(reference)) continue;
      const target = resolveComponent(this.files, reference, from);
      if (target !== null) resolved[tag] = `/${target}`;
      else this.reportMissing(from, tag, reference);
    }
    return resolved;
  }

  private resolveGenerics(raw: unknown, from: CodePath): Record<string, true | { default: string }> | null {
    if (!isObject(raw)) return null;
    const resolved: Record<string, true | { default: string }> = {};
    for (const [name, value] of Object.entries(raw)) {
      const reference = isObject(value) ? value['default'] : undefined;
      const target = typeof reference === 'string' ? resolveComponent(this.files, reference, from) : null;
      resolved[name] = target === null ? true : { default: `/${target}` };
      if (typeof reference === 'string' && target === null) this.reportMissing(from, name, reference);
    }
    return resolved;
  }

  /** A component of another subpackage is loaded later, so the JSON must say what stands in its place until then. */
  private checkPackages(path: CodePath, json: ComponentJson, raw: JsonObject): void {
    const own = packageOf(this.app.packages, path);
    const placeholders = stringMap(raw['componentPlaceholder']);
    for (const [tag, target] of Object.entries(json.usingComponents)) {
      const other = packageOf(this.app.packages, target.slice(1));
      if (other === '' || other === own || tag in placeholders) continue;
      const text = `component "${tag}" lies in subpackage "${other}": it needs an entry in componentPlaceholder`;
      this.diagnostics.addAt(`"${tag}"`, { source: 'json', file: `${path}.json`, text });
    }
  }

  private reportMissing(from: CodePath, name: string, reference: string): void {
    const text = `component "${name}": "${reference}" is not found`;
    const needle = JSON.stringify(reference);
    this.diagnostics.addAt(needle, { source: 'project', file: `${from}.json`, text });
  }
}

/**
 * For each page, what must have run before it is created: components before those that use them, the page last. Components in a
 * subpackage other than the page's are left out: they are waited for behind a placeholder, and have an entry of their own.
 */
export function requirementsOf(
  app: App,
  components: ReadonlyMap<CodePath, ComponentEntry>,
): Record<CodePath, CodePath[]> {
  const order = (start: CodePath): CodePath[] => {
    const own = components.get(start)?.package ?? '';
    const seen = new Set<CodePath>();
    const out: CodePath[] = [];
    const walk = (path: CodePath): void => {
      const entry = components.get(path);
      if (seen.has(path) || entry === undefined || (entry.package !== '' && entry.package !== own)) return;
      seen.add(path);
      for (const target of Object.values(entry.json.usingComponents)) walk(target.slice(1));
      for (const generic of Object.values(entry.json.componentGenerics ?? {})) {
        if (generic !== true) walk(generic.default.slice(1));
      }
      out.push(path);
    };
    walk(start);
    return out;
  };
  const late = [...components]
    .filter(([, entry]) => entry.package !== '' && !entry.page)
    .map(([path]) => path);
  const starts = [CUSTOM_TAB_BAR, ...app.pages, ...late];
  return Object.fromEntries(starts.filter((path) => components.has(path)).map((path) => [path, order(path)]));
}
