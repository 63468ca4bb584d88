/** Which files of the mini program are reached from `app.json`, by what they name: no others are shipped. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProject, type Project } from '../pack/project';
import type { Finding } from './finding';
import { allPages, type App } from './checks/app-json';
import { fileReferences } from './checks/file-references';

/** Parts of a page or component that belong together by name. */
const PARTS = ['.ts', '.js', '.json', '.wxml', '.wxss'];
const ROOTS = [
  'app.ts',
  'app.js',
  'app.json',
  'app.wxss',
  'theme.json',
  'sitemap.json',
  'custom-tab-bar/index',
];

/** Paths are below `miniprogram/`; `miniprogram_npm` is not looked into: the packing step puts in what is used. */
export interface Reached {
  reached: ReadonlySet<string>;
  /** Those of `reached` of which more than types is used. */
  shipped: ReadonlySet<string>;
  unreached: string[];
  /** Names of files that do not exist. */
  missing: Finding[];
}

/** Follows all references of the project in `root`. */
export function reachedFiles(root: string): Reached {
  const project = readProject(root);
  const { reached, missing } = follow(project, true);
  const unreached = project.files.filter((path) => !reached.has(path) && !path.endsWith('.d.ts'));
  return { reached, shipped: follow(project, false).reached, unreached, missing };
}

function follow(
  { root, source, files }: Project,
  types: boolean,
): { reached: Set<string>; missing: Finding[] } {
  const known = new Set(files);
  const app = JSON.parse(readFileSync(join(source, 'app.json'), 'utf8')) as App;
  const missing: Finding[] = [];
  const reached = new Set<string>();
  const queue = [...ROOTS, ...allPages(app)].flatMap((path) => withParts(path, known));
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const reference of fileReferences(path, readFileSync(join(source, path), 'utf8'))) {
      if (reference.types === true && !types) continue;
      const found = reference.candidates.flatMap((candidate) =>
        reference.unit ? withParts(candidate, known) : known.has(candidate) ? [candidate] : [],
      );
      queue.push(...found);
      const npm = reference.npm !== undefined && existsSync(join(root, 'node_modules', reference.npm));
      if (found.length === 0 && reference.required && !npm)
        missing.push({
          at: `miniprogram/${path}:${reference.line}`,
          message: `${reference.spec} does not exist`,
        });
    }
  }
  for (const path of namedPictures(source, files, reached)) reached.add(path);
  return { reached, missing };
}

function withParts(path: string, known: ReadonlySet<string>): string[] {
  return [path, ...PARTS.map((part) => path + part)].filter((candidate) => known.has(candidate));
}

/** Pictures count as reached when some file mentions their name, since code may compose the path. */
function namedPictures(source: string, files: string[], reached: ReadonlySet<string>): string[] {
  const texts = [...reached].map((path) => readFileSync(join(source, path), 'utf8')).join('\n');
  return files.filter(
    (path) =>
      !/\.(ts|js|json|wxml|wxss|wxs)$/.test(path) && texts.includes(path.slice(path.lastIndexOf('/') + 1)),
  );
}
