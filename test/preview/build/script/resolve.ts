// What `require` finds in the logic layer, and what it refuses. WeChat's rules, not Node's.
import type { PackageEntry } from '../../protocol';
import type { Files } from '../files';
import { folderOf, joinPath } from '../files';
import { unaliased, type Alias } from '../project/aliases';
import { packageOf } from '../project/app';
import { foldersUp } from '../project/resolve';

export type Resolution = { file: string } | { refused: string };

/** What app.json says about where files lie. */
export interface Layout {
  packages: readonly PackageEntry[];
  aliases: readonly Alias[];
}

/** The script that a path without or with `.js` names. */
function scriptAt(files: Files, path: string | null): string | null {
  if (path === null) return null;
  const bare = path.endsWith('.js') ? path.slice(0, -3) : path;
  return [`${bare}.ts`, `${bare}.js`].find((file) => files.exists(file)) ?? null;
}

function packageMain(files: Files, base: string): string | null {
  return scriptAt(files, base) ?? scriptAt(files, `${base}/index`);
}

function findNpm(files: Files, name: string, from: string): string | null {
  for (const folder of foldersUp(from)) {
    const found = packageMain(
      files,
      folder === '' ? `miniprogram_npm/${name}` : `${folder}/miniprogram_npm/${name}`,
    );
    if (found !== null) return found;
  }
  return null;
}

function findRelative(files: Files, specifier: string, from: string): Resolution {
  const path = joinPath(folderOf(from), specifier);
  const found = scriptAt(files, path);
  if (found !== null) return { file: found };
  if (path === null) return { refused: `"${specifier}" lies outside the mini program` };
  if (scriptAt(files, path === '.' ? 'index' : `${path}/index`) !== null) {
    return {
      refused: `"${specifier}" is a folder: WeChat does not look for an index file, write "${specifier}/index"`,
    };
  }
  return { refused: `"${specifier}" is not found` };
}

/** A package may use its own folder and the main package's; an independent one only its own. */
function crossing(packages: readonly PackageEntry[], from: string, to: string): string | null {
  const source = packageOf(packages, from);
  const target = packageOf(packages, to);
  const independent = packages.find((entry) => entry.root === source)?.independent === true;
  if (source === target || (target === '' && !independent)) return null;
  const who =
    source === '' ? 'the main package' : `${independent ? 'independent ' : ''}subpackage "${source}"`;
  const whose = target === '' ? 'the main package' : `subpackage "${target}"`;
  return `${who} cannot require "${to}": it lies in ${whose}`;
}

/** A path beside the file needs no `./`; then a package of npm is looked for. */
function findBare(files: Files, specifier: string, from: string): Resolution {
  const beside = scriptAt(files, joinPath(folderOf(from), specifier));
  const file = beside ?? findNpm(files, specifier, from);
  return file !== null
    ? { file }
    : { refused: `"${specifier}" is neither a file beside it nor in miniprogram_npm` };
}

/** Resolves `require(specifier)` written in `from`. `async`: by `require.async`, which may cross packages. */
export function resolveScript(
  files: Files,
  { packages, aliases }: Layout,
  specifier: string,
  from: string,
  async = false,
): Resolution {
  if (/\.(json|wxml|wxss|wxs)$/.test(specifier)) {
    return { refused: `"${specifier}": only scripts can be required` };
  }
  const path = unaliased(aliases, specifier);
  const found = /^[./]/.test(path) ? findRelative(files, path, from) : findBare(files, path, from);
  if ('refused' in found || async) return found;
  const refused = crossing(packages, from, found.file);
  return refused === null ? found : { refused };
}
