// From the pages to every component they use, directly or not.
import { DASHED_BUILTINS } from '../../protocol';
import type { CodePath, ComponentEntry, ComponentJson } from '../../protocol';
import type { Diagnostics } from '../diagnostics';
import type { Files } from '../files';
import type { App } from './app';
import { isLazy, packageOf } from './app';
import { isObject, readJson, stringMap } from './json';
import { isForeign, resolveComponent } from './resolve';

export const CUSTOM_TAB_BAR = 'custom-tab-bar/index';

const DASHED: ReadonlySet<string> = new Set(DASHED_BUILTINS);

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
    if (raw['componentPlaceholder'] !== undefined)
      json.componentPlaceholder = stringMap(raw['componentPlaceholder']);
    this.checkPlaceholders(path, json);
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
      const target = resolveComponent(this.files, this.app.aliases, reference, from);
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
      const target =
        typeof reference === 'string'
          ? resolveComponent(this.files, this.app.aliases, reference, from)
          : null;
      resolved[name] = target === null ? true : { default: `/${target}` };
      if (typeof reference === 'string' && target === null) this.reportMissing(from, name, reference);
    }
    return resolved;
  }

  /**
   * A component of another subpackage is loaded later, so the JSON must name a placeholder for it that is available at
   * once.
   */
  private checkPlaceholders(path: CodePath, json: ComponentJson): void {
    const own = packageOf(this.app.packages, path);
    const using = { ...this.globals, ...json.usingComponents };
    const placeholders = json.componentPlaceholder ?? {};
    const report = (name: string, text: string): void =>
      void this.diagnostics.addAt(`"${name}"`, { source: 'json', file: `${path}.json`, text });
    const foreign = (name: string): string => {
      const root = packageOf(this.app.packages, using[name]?.slice(1) ?? '');
      return root === own ? '' : root;
    };
    for (const tag of Object.keys(json.usingComponents)) {
      if (foreign(tag) === '' || tag in placeholders) continue;
      report(
        tag,
        `component "${tag}" lies in subpackage "${foreign(tag)}": it needs an entry in componentPlaceholder`,
      );
    }
    for (const [tag, standIn] of Object.entries(placeholders)) {
      if (foreign(standIn) !== '')
        report(tag, `"${standIn}" stands in for "${tag}": it must not lie in another subpackage`);
      else if (!(standIn in using) && standIn.includes('-') && !DASHED.has(standIn))
        report(tag, `"${standIn}" stands in for "${tag}": it is neither in usingComponents nor a built-in`);
    }
  }

  private reportMissing(from: CodePath, name: string, reference: string): void {
    const text = `component "${name}": "${reference}" is not found`;
    const needle = JSON.stringify(reference);
    this.diagnostics.addAt(needle, { source: 'project', file: `${from}.json`, text });
  }
}

/** Code paths that a component uses, without those that have a placeholder. A placeholder has none itself. */
function directUses({ componentPlaceholder = {}, usingComponents, componentGenerics = {} }: ComponentJson): {
  direct: CodePath[];
  late: CodePath[];
} {
  const standIns = new Set(Object.values(componentPlaceholder));
  const direct: CodePath[] = [];
  const late: CodePath[] = [];
  for (const [tag, target] of Object.entries(usingComponents)) {
    const list = tag in componentPlaceholder && !standIns.has(tag) ? late : direct;
    list.push(target.slice(1));
  }
  for (const generic of Object.values(componentGenerics))
    if (generic !== true) direct.push(generic.default.slice(1));
  return { direct, late };
}

/**
 * For each page, what must have run before it is created: components before those that use them, the page last.
 * Components in a subpackage other than the page's are left out, with lazy loading also those with a placeholder: they
 * have an entry of their own.
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
      const { direct, late } = directUses(entry.json);
      for (const target of isLazy(app) ? direct : [...direct, ...late]) walk(target);
      out.push(path);
    };
    walk(start);
    return out;
  };
  const late = [...components.values()].flatMap(({ json }) => directUses(json).late);
  const starts = [CUSTOM_TAB_BAR, ...app.pages, ...late];
  return Object.fromEntries(starts.filter((path) => components.has(path)).map((path) => [path, order(path)]));
}
