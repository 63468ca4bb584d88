// npm modules as WeChat's "构建 npm" lays them into miniprogram_npm: a package with a `miniprogram` folder as it is, any
// other as one file made of its `main`. Each is made when it is first asked for, and stored beside the mini program,
// not in it.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

export interface Manifest {
  version?: string;
  main?: string;
  /** Folder of ready-made files. */
  miniprogram?: string;
  dependencies?: Record<string, string>;
}

/** The folder of ready-made files in older packages, whose package.json does not name it. */
const USUAL_FOLDER = 'miniprogram_dist';
const NPM = 'miniprogram_npm/';

export function readManifest(file: string): Manifest | null {
  if (!isFile(file)) return null;
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest;
}

const isFile = (file: string): boolean => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/** `@scope/name/a/b` → `@scope/name` and `a/b`. */
export function splitPackage(specifier: string): [name: string, rest: string] {
  const parts = specifier.split('/');
  const take = specifier.startsWith('@') ? 2 : 1;
  return [parts.slice(0, take).join('/'), parts.slice(take).join('/')];
}

export interface NpmOptions {
  /** `node_modules` folders, looked through in this order. */
  folders: readonly string[];
  /** The dependencies of package.json, which WeChat packs with their own. null: every installed package. */
  dependencies: readonly string[] | null;
}

export class NpmPackages {
  private readonly allowed: ReadonlySet<string> | null;
  private readonly made = new Map<string, string | null>();

  constructor(private readonly options: NpmOptions) {
    const { dependencies } = options;
    this.allowed = dependencies === null ? null : this.closure(dependencies);
  }

  /** Absolute path of the file to use for `miniprogram_npm/…`; null when no package has it. */
  find(file: string): string | null {
    if (!file.startsWith(NPM)) return null;
    const [name, rest] = splitPackage(file.slice(NPM.length));
    if (rest === '' || this.allowed?.has(name) === false) return null;
    const known = this.made.get(file);
    if (known !== undefined) return known;
    const found = this.make(name, rest);
    this.made.set(file, found);
    return found;
  }

  /** Dependencies that are not installed. */
  missing(): string[] {
    return (this.options.dependencies ?? []).filter((name) => this.folderOf(name) === null);
  }

  private make(name: string, rest: string): string | null {
    const folder = this.folderOf(name);
    if (folder === null) return null;
    const manifest = readManifest(path.join(folder, 'package.json')) ?? {};
    const ready = readyFolder(folder, manifest);
    if (ready !== null) {
      const file = path.join(ready, rest);
      return isFile(file) ? file : null;
    }
    const entry = entryOf(folder, manifest, rest);
    return entry === null ? null : bundleOf(entry, `${name}@${manifest.version ?? ''}/${rest}`);
  }

  private folderOf(name: string): string | null {
    const found = this.options.folders
      .map((folder) => path.join(folder, name))
      .find((folder) => isFile(path.join(folder, 'package.json')));
    return found ?? null;
  }

  private closure(names: readonly string[]): Set<string> {
    const reached = new Set<string>();
    const queue = [...names];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      if (reached.has(name)) continue;
      reached.add(name);
      const folder = this.folderOf(name);
      const manifest = folder === null ? null : readManifest(path.join(folder, 'package.json'));
      queue.push(...Object.keys(manifest?.dependencies ?? {}));
    }
    return reached;
  }
}

function readyFolder(folder: string, { miniprogram }: Manifest): string | null {
  const ready = path.join(folder, miniprogram ?? USUAL_FOLDER);
  return fs.existsSync(ready) ? ready : null;
}

/** The file that `<rest>` of the packed package is made of: its `main` for `index.js`, else the one of that name. */
function entryOf(folder: string, { main = 'index.js' }: Manifest, rest: string): string | null {
  if (!rest.endsWith('.js')) return null;
  const wanted = rest === 'index.js' ? main : rest;
  const bare = path.join(folder, wanted);
  return [bare, `${bare}.js`, path.join(bare, 'index.js')].find(isFile) ?? null;
}

/** One CommonJS file; other packages stay `require`s, as they are packed beside it. @param key tells versions apart */
function bundleOf(entry: string, key: string): string | null {
  const name = createHash('sha1').update(`${entry}|${key}`).digest('hex');
  const file = path.join(os.tmpdir(), 'preview-npm', `${name}.js`);
  if (isFile(file)) return file;
  const { errors } = buildSync({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    format: 'cjs',
    target: 'es2017',
    mainFields: ['main'],
    packages: 'external',
    external: [...builtinModules],
    charset: 'utf8',
    logLevel: 'silent',
  });
  return errors.length === 0 ? file : null;
}
