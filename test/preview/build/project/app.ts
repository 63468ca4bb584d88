// Reads app.json: pages, subpackages, theme, global components.
import type { AppJson, CodePath, PackageEntry, Preload } from '../../protocol';
import type { Diagnostics } from '../diagnostics';
import type { Files } from '../files';
import { readAliases, type Alias } from './aliases';
import { isObject, readJson, stringMap, stringsOf } from './json';

export interface App {
  json: AppJson;
  /** Main package first, then subpackages in the order written. */
  pages: CodePath[];
  packages: PackageEntry[];
  aliases: Alias[];
  theme: { light: Record<string, string>; dark: Record<string, string> };
}

const trimSlashes = (root: string): string => root.replace(/^\/+|\/+$/g, '');

function readPackages(raw: unknown[]): PackageEntry[] {
  return raw.filter(isObject).map((entry) => {
    const root = trimSlashes(String(entry['root']));
    const pages = stringsOf(entry['pages']).map((page) => `${root}/${page}`);
    const name = typeof entry['name'] === 'string' ? entry['name'] : root;
    return { root, name, independent: entry['independent'] === true, pages };
  });
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Null when app.json is missing or faulty; then there is nothing to build. */
export function readApp(files: Files, diagnostics: Diagnostics): App | null {
  const raw = readJson(files, diagnostics, 'app.json');
  if (raw === null) {
    if (!files.exists('app.json'))
      diagnostics.add({ source: 'project', file: 'app.json', text: 'not found' });
    return null;
  }
  const packages = readPackages([...asList(raw['subpackages']), ...asList(raw['subPackages'])]);
  const main = stringsOf(raw['pages']);
  if (main.length === 0)
    diagnostics.add({ source: 'json', file: 'app.json', line: 1, text: '"pages" lists no page' });
  const themeFile = typeof raw['themeLocation'] === 'string' ? raw['themeLocation'] : null;
  const theme = themeFile === null ? null : readJson(files, diagnostics, themeFile);
  if (themeFile !== null && !files.exists(themeFile)) {
    const text = `themeLocation "${themeFile}" is not found`;
    diagnostics.addAt('"themeLocation"', { source: 'json', file: 'app.json', text });
  }
  return {
    json: { ...raw, pages: main },
    pages: [...main, ...packages.flatMap((entry) => entry.pages)],
    packages,
    aliases: readAliases(raw['resolveAlias']),
    theme: { light: stringMap(theme?.['light']), dark: stringMap(theme?.['dark']) },
  };
}

/** Code runs when a page that needs it opens, not when its package is there. */
export const isLazy = ({ json }: App): boolean => json.lazyCodeLoading === 'requiredComponents';

/** Root of the subpackage that a file or code path lies in; '' for the main package. */
export function packageOf(packages: readonly PackageEntry[], file: string): string {
  return packages.find((entry) => file.startsWith(`${entry.root}/`))?.root ?? '';
}

/** What `preloadRule` asks for, by page. A package is named by its root or by its name; unknown ones are left out. */
export function preloadsOf({ json, packages }: App): Record<CodePath, Preload[]> {
  const rootOf = (named: string): string | undefined =>
    packages.find(({ root, name }) => root === trimSlashes(named) || name === named)?.root;
  const preloads = (rule: unknown): Preload[] => {
    if (!isObject(rule)) return [];
    const network = rule['network'] === 'all' ? 'all' : 'wifi';
    return stringsOf(rule['packages']).flatMap((named) => {
      const root = rootOf(named);
      return root === undefined ? [] : [{ root, network }];
    });
  };
  const rules = Object.entries(isObject(json['preloadRule']) ? json['preloadRule'] : {});
  return Object.fromEntries(rules.map(([page, rule]) => [page, preloads(rule)]));
}
