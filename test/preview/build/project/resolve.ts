// Finds the component that a `usingComponents` entry names, as WeChat does.
import type { CodePath } from '../../protocol';
import type { Files } from '../files';
import { folderOf, joinPath } from '../files';
import { unaliased, type Alias } from './aliases';

/** Provided by plugins of the WeChat client; there is nothing to compile. */
export const isForeign = (reference: string): boolean =>
  /^(plugin|plugin-private|dynamicLib|ext):\/\//.test(reference);

/** Folders from the one that holds `file` up to the root. */
export function* foldersUp(file: string): Generator<string> {
  for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) yield folder;
  yield '';
}

const isComponent = (files: Files, path: CodePath): boolean =>
  files.exists(`${path}.json`) || files.exists(`${path}.wxml`);

/** Code path of the component, or null when there is none. A bare name is tried as relative first, then in `miniprogram_npm` upwards. */
export function resolveComponent(
  files: Files,
  aliases: readonly Alias[],
  written: string,
  from: CodePath,
): CodePath | null {
  const reference = unaliased(aliases, written);
  const candidates: (string | null)[] = [joinPath(folderOf(from), reference)];
  if (!/^[./]/.test(reference)) {
    for (const folder of foldersUp(from)) candidates.push(joinPath(folder, `miniprogram_npm/${reference}`));
  }
  for (const candidate of candidates) {
    if (candidate === null) continue;
    for (const path of [candidate, `${candidate}/index`]) if (isComponent(files, path)) return path;
  }
  return null;
}
