/** What the mini program consists of on disk: its files and the packages ("places") they are shipped in. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** '' is the main package; any other value is a subpackage's root, such as `packages/staff`. */
export type Place = string;

export interface Project {
  /** Absolute path of the repository. */
  root: string;
  /** Absolute path of `miniprogram/`. */
  source: string;
  subpackages: Place[];
  /** Paths below `source`, with forward slashes, without `miniprogram_npm`. */
  files: string[];
}

interface AppJson {
  subPackages?: { root: string }[];
  subpackages?: { root: string }[];
}

/**
 * Reads the file list and the subpackages of a project.
 * A `miniprogram/` that does not exist yet, or has no `app.json`, is an empty project.
 */
export function readProject(root: string): Project {
  const source = join(root, 'miniprogram');
  return {
    root,
    source,
    subpackages: readSubpackages(source),
    files: existsSync(source) ? list(source, '') : [],
  };
}

/** The package a file is shipped in. `path` is relative to `miniprogram/`. */
export function placeOf(project: Project, path: string): Place {
  return project.subpackages.find((root) => path.startsWith(`${root}/`)) ?? '';
}

/** Lists files below `folder` recursively, as paths with forward slashes relative to `base`. */
export function list(base: string, folder: string): string[] {
  return readdirSync(join(base, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'miniprogram_npm' ? [] : list(base, path);
    return [path];
  });
}

function readSubpackages(source: string): Place[] {
  const path = join(source, 'app.json');
  if (!existsSync(path)) return [];
  const app = JSON.parse(readFileSync(path, 'utf8')) as AppJson;
  return (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/^\/|\/$/g, ''));
}
