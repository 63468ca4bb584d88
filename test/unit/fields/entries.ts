// Where the app begins: app.ts, each page with the components that its JSON names, the tab bar.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface PageJson {
  usingComponents?: Record<string, string>;
}
interface AppJson extends PageJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** A page (or `app`) and the scripts that it brings: its own and its components'. Paths are from the root. */
export interface Entry {
  name: string;
  scripts: string[];
}

/** A script and those of the components below it; components of npm packages are not ours. */
function scriptsBelow(home: string, name: string, found: Set<string>): Set<string> {
  if (found.has(name) || !existsSync(path.join(home, `${name}.ts`))) return found;
  found.add(name);
  const file = path.join(home, `${name}.json`);
  const { usingComponents = {} } = existsSync(file) ? (json(file) as PageJson) : {};
  for (const address of Object.values(usingComponents)) {
    const target = address.startsWith('/')
      ? address.slice(1)
      : path.posix.join(path.posix.dirname(name), address);
    scriptsBelow(home, target, found);
  }
  return found;
}

/** @param root folder that holds `miniprogram` */
export function entriesOf(root: string): Entry[] {
  const home = path.join(root, 'miniprogram');
  const { pages, subPackages = [] } = json(path.join(home, 'app.json')) as AppJson;
  const all = [...pages, ...subPackages.flatMap((one) => one.pages.map((page) => `${one.root}/${page}`))];
  const entry = (name: string, start = name): Entry => ({
    name,
    scripts: [...scriptsBelow(home, start, new Set())].map((script) => `miniprogram/${script}.ts`),
  });
  return [entry('app'), entry('custom-tab-bar', 'custom-tab-bar/index'), ...all.map((page) => entry(page))];
}
