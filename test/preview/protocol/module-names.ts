// How modules are named, and which files a `require` may mean. Used when a module runs, and by the build, which writes
// down only what cannot be found by name.

/** The module, as WeChat names it: from the root, with `.js`. */
export const nameOf = (file: string): string => file.replace(/(\.ts|\.js)?$/, '.js');

const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));

/** The path from the root that `specifier` names in `from`. */
export function pathOf(from: string, specifier: string): string {
  const parts = specifier.startsWith('/') ? [] : folderOf(from).split('/');
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.filter((part) => part !== '').join('/');
}

const scriptsAt = (path: string): string[] => {
  const bare = path.replace(/\.js$/, '');
  return [`${bare}.ts`, `${bare}.js`];
};

/** Files that `require(specifier)` in `from` may mean, the first that exists counts. */
export function candidates(from: string, specifier: string): string[] {
  const beside = scriptsAt(pathOf(from, specifier));
  if (/^[./]/.test(specifier)) return beside;
  const packages: string[] = [];
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    const path = `${folder === '' ? '' : `${folder}/`}miniprogram_npm/${specifier}`;
    packages.push(...scriptsAt(path), ...scriptsAt(`${path}/index`));
    if (folder === '') return [...beside, ...packages];
  }
}
