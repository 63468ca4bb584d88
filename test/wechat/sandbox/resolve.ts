/**
 * WeChat's rules for `require` in the logic layer. They are narrower than Node's and than those of the bundlers in
 * use here, so that a name which works in every test can still be refused on a phone.
 */
import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

export interface Layout {
  /** Absolute path of the compiled `miniprogram/`. */
  root: string;
  /** Roots of the subpackages, such as `packages/staff`. */
  subpackages: readonly string[];
}

/** A `require` that WeChat would refuse. */
export class RequireError extends Error {
  override name = 'RequireError';
}

/**
 * Finds the file that `require(name)` in `from` loads.
 * @param from path of the requiring file below the root
 * @param async true for `require.async`, which alone may cross into another subpackage
 * @returns a path below the root
 * @throws RequireError saying which rule the name breaks
 */
export function resolveModule(layout: Layout, from: string, name: string, async = false): string {
  const refuse = (why: string): RequireError => new RequireError(`${from}: require('${name}'): ${why}`);
  if (name.endsWith('.json')) throw refuse('JSON is no module here');
  if (name.startsWith('/') || /^[@~]\//.test(name))
    throw refuse('absolute paths and aliases are not resolved');
  const path = name.startsWith('.')
    ? relative(layout, from, name, refuse)
    : (helper(layout, name) ?? npm(layout, from, name, refuse));
  const [home, target] = [packageOf(layout, from), packageOf(layout, path)];
  if (!async && target !== '' && target !== home) {
    throw refuse(`${home === '' ? 'the main package' : home} cannot load from the subpackage ${target}`);
  }
  return path;
}

/** The subpackage's root that a path lies in, or '' for the main package. */
export function packageOf(layout: Layout, path: string): string {
  return layout.subpackages.find((root) => path.startsWith(`${root}/`)) ?? '';
}

function relative(layout: Layout, from: string, name: string, refuse: (why: string) => Error): string {
  const path = posix.join(posix.dirname(from), name);
  if (/^(\.\.\/)*typings\//.test(path)) throw refuse('typings exist only at compile time: use import type');
  if (path.startsWith('../')) throw refuse('the file is outside miniprogram/');
  if (path.endsWith('.js') && isFile(layout, path)) return path;
  if (isFile(layout, `${path}.js`)) return `${path}.js`;
  if (isFile(layout, `${path}/index.js`)) throw refuse(`a folder is no module: name ${path}/index`);
  throw refuse('there is no such file');
}

/** What WeChat's own compiler adds: it writes the file below the root, and names it from the root without a dot. */
function helper(layout: Layout, name: string): string | undefined {
  const path = `${name}.js`;
  return name.startsWith('@babel/runtime/') && isFile(layout, path) ? path : undefined;
}

/** npm modules are looked for in `miniprogram_npm` beside the file and in every folder above it. */
function npm(layout: Layout, from: string, name: string, refuse: (why: string) => Error): string {
  for (let folder = posix.dirname(from); ; folder = posix.dirname(folder)) {
    const path = posix.join(folder, 'miniprogram_npm', name);
    const found = [`${path}.js`, `${path}/index.js`, path].find(
      (candidate) => candidate.endsWith('.js') && isFile(layout, candidate),
    );
    if (found !== undefined) return found;
    if (folder === '.') throw refuse('no miniprogram_npm on the way up holds this module');
  }
}

function isFile(layout: Layout, path: string): boolean {
  const absolute = join(layout.root, path);
  return existsSync(absolute) && statSync(absolute).isFile();
}
