// The mini program's files by their path relative to its root, with forward slashes. The only place that knows about disk layout.
import fs from 'node:fs';
import path from 'node:path';

const NPM = 'miniprogram_npm/';

export interface FilesOptions {
  /** Absolute path of the folder that holds app.json. */
  root: string;
  /**
   * A `node_modules` folder in which packages are looked up when `miniprogram_npm` lacks them. For tests and early looks only: what
   * WeChat loads is what was packed.
   */
  npmFallback?: string | undefined;
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

/** The part of package.json that says where the mini program's distribution lies. */
interface Manifest {
  miniprogram?: string;
}

export class Files {
  readonly root: string;
  private readonly npmFallback: string | undefined;
  private readonly distributions = new Map<string, string | null>();

  constructor(options: FilesOptions) {
    this.root = path.resolve(options.root);
    this.npmFallback = options.npmFallback;
  }

  /** Absolute path of a file that exists, or null. Folders do not count. */
  find(file: string): string | null {
    const own = path.join(this.root, file);
    if (isFile(own)) return own;
    const borrowed = this.borrowed(file);
    return borrowed !== null && isFile(borrowed) ? borrowed : null;
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

  /** Whether a bare name is allowed to come from `npmFallback`. */
  get borrows(): boolean {
    return this.npmFallback !== undefined;
  }

  private borrowed(file: string): string | null {
    if (this.npmFallback === undefined || !file.startsWith(NPM)) return null;
    const parts = file.slice(NPM.length).split('/');
    const take = file.startsWith(`${NPM}@`) ? 2 : 1;
    const distribution = this.distribution(this.npmFallback, parts.slice(0, take).join('/'));
    return distribution === null ? null : path.join(distribution, ...parts.slice(take));
  }

  private distribution(folder: string, name: string): string | null {
    const known = this.distributions.get(name);
    if (known !== undefined) return known;
    const packageRoot = path.join(folder, name);
    const manifest = path.join(packageRoot, 'package.json');
    let found: string | null = null;
    if (isFile(manifest)) {
      const { miniprogram = 'miniprogram_dist' } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as Manifest;
      const candidate = path.join(packageRoot, miniprogram);
      found = fs.existsSync(candidate) ? candidate : packageRoot;
    }
    this.distributions.set(name, found);
    return found;
  }
}

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
