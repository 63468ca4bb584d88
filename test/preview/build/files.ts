// The mini program's files by their path relative to its root, with forward slashes. The only place that knows about disk layout.
import fs from 'node:fs';
import path from 'node:path';
import type { NpmPackages } from './npm';

export interface FilesOptions {
  /** Absolute path of the folder that holds app.json. */
  root: string;
  /** Packages that `miniprogram_npm` lacks. */
  npm?: NpmPackages | undefined;
}

/** Relative path of the folder that holds `file`; '' for the root. */
export const folderOf = (file: string): string =>
  file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';

/** `..` and `.` taken out; a leading slash means the root. Null when it leaves the root. */
export function joinPath(folder: string, reference: string): string | null {
  const joined = path.posix.normalize(
    reference.startsWith('/') ? reference.slice(1) : path.posix.join(folder, reference),
  );
  return joined === '..' || joined.startsWith('../') ? null : joined;
}

export class Files {
  readonly root: string;
  private readonly npm: NpmPackages | undefined;

  constructor(options: FilesOptions) {
    this.root = path.resolve(options.root);
    this.npm = options.npm;
  }

  /** Absolute path of a file that exists, or null. Folders do not count. */
  find(file: string): string | null {
    const own = path.join(this.root, file);
    return isFile(own) ? own : (this.npm?.find(file) ?? null);
  }

  exists(file: string): boolean {
    return this.find(file) !== null;
  }

  /** The text, or null when there is no such file. */
  read(file: string): string | null {
    const found = this.find(file);
    return found === null ? null : fs.readFileSync(found, 'utf8');
  }

  /** Changes whenever the content may have changed; null when there is no such file. */
  version(file: string): string | null {
    const found = this.find(file);
    if (found === null) return null;
    const { mtimeMs, size } = fs.statSync(found);
    return `${found}:${mtimeMs}:${size}`;
  }

  /** Every script of the mini program's own, packages of npm left out. */
  scripts(): string[] {
    return fs
      .readdirSync(this.root, { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(path.sep).join('/'))
      .filter(
        (file) => /\.[jt]s$/.test(file) && !/(^|\/)(miniprogram_npm|node_modules)\/|\.d\.ts$/.test(file),
      );
  }
}

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
