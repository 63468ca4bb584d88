// Finds the mini program in a folder: where app.json lies, its npm packages, and what it needs that the preview does
// not support.
import fs from 'node:fs';
import path from 'node:path';
import { NpmPackages, readManifest } from './npm';
import { isObject, type JsonObject } from './project/json';

export interface Located {
  /** Holds app.json. */
  root: string;
  /** Of project.config.json; null when it names none. */
  appId: string | null;
  npm: NpmPackages;
  /** In a few words each; empty when nothing is missing. */
  missing: string[];
}

/** Where programs keep app.json when no project.config.json says so. */
const USUAL = ['', 'miniprogram', 'src', 'dist', 'example', 'app'];

const exists = (...parts: string[]): boolean => fs.existsSync(path.join(...parts));

/** Reads a file that only gives hints: a faulty one counts as empty. The build reports a faulty app.json. */
function readLoosely(file: string): JsonObject {
  if (!fs.existsSync(file)) return {};
  try {
    const value: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function rootIn(folder: string, project: JsonObject): string {
  const named = textOf(project['miniprogramRoot']) || textOf(project['srcMiniprogramRoot']);
  const found = [named, ...USUAL].find((name) => exists(folder, name, 'app.json'));
  if (found !== undefined) return path.join(folder, found);
  const hint = named === '' ? '' : ` (project.config.json names ${named})`;
  throw new Error(`There is no app.json in ${folder}${hint}: name the folder of a native mini program.`);
}

/** Folders of the package.json that project.config.json names for packing by hand. */
function relatedFolders(folder: string, project: JsonObject): string[] {
  const setting = isObject(project['setting']) ? project['setting'] : {};
  const list: unknown = setting['packNpmManually'] === true ? setting['packNpmRelationList'] : [];
  return (Array.isArray(list) ? list : [])
    .filter(isObject)
    .map((one) => path.join(folder, path.dirname(textOf(one['packageJsonPath']))));
}

/** package.json of the program and of the project around it, the inner one first. What is packed already is taken as it is. */
function npmOf(folder: string, root: string, project: JsonObject): NpmPackages {
  if (exists(root, 'miniprogram_npm')) return new NpmPackages({ folders: [], dependencies: [] });
  const folders = [...new Set([...relatedFolders(folder, project), root, folder])];
  const dependencies = folders.flatMap((one) =>
    Object.keys(readManifest(path.join(one, 'package.json'))?.dependencies ?? {}),
  );
  return new NpmPackages({ folders: folders.map((one) => path.join(one, 'node_modules')), dependencies });
}

/** Styles or scripts in languages that DevTools compiles by a plugin. */
function unCompiled(root: string): string[] {
  const found = new Set<string>();
  for (const file of fs.readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const [, extension] = /\.(less|sass|scss)$/.exec(file) ?? [];
    if (extension === undefined || /node_modules|miniprogram_npm/.test(file)) continue;
    if (!exists(root, file.replace(/\.\w+$/, '.wxss'))) found.add(extension);
  }
  return [...found];
}

function missingIn(root: string, npm: NpmPackages): string[] {
  const app = readLoosely(path.join(root, 'app.json'));
  const names = (value: unknown): string => (isObject(value) ? Object.keys(value).join(', ') : '');
  const parts: [what: string, names: string][] = [
    ['npm packages (npm install)', npm.missing().join(', ')],
    ['plugins', names(app['plugins'])],
    ['extended libraries', names(app['useExtendedLib'])],
    ['workers', textOf(app['workers'])],
    ['Skyline', app['renderer'] === 'skyline' ? 'drawn as web views' : ''],
    ['compilers for', unCompiled(root).join(', ')],
  ];
  return parts.filter(([, list]) => list !== '').map(([what, list]) => `${what}: ${list}`);
}

/** @throws Error saying in one line why there is no program in this folder */
export function locate(folder: string): Located {
  const project = readLoosely(path.join(folder, 'project.config.json'));
  const root = rootIn(folder, project);
  const npm = npmOf(folder, root, project);
  const appId = textOf(project['appid']);
  return { root, appId: appId === '' ? null : appId, npm, missing: missingIn(root, npm) };
}
