// The files a program sees: wxfile://usr (survives a reload), wxfile://tmp (this run) and what lies in the package (read only).
import { ApiFailure } from '../failure';
import type { StoredFile, Vault } from './vault';

export const USER_DATA_PATH = 'wxfile://usr';
const TEMPORARY = 'wxfile://tmp_';
const STORED = 'wxfile://store_';
const DIRECTORY = 'dir:';
const FILE = 'file:';
/** WeChat's limit for wxfile://usr and saved files together. */
const DISK_LIMIT_BYTES = 200 * 1024 * 1024;

const trim = (path: string): string => path.replace(/\/+$/, '');
const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

export class Disk {
  private readonly temporary = new Map<string, StoredFile>();
  private readonly urls = new Map<string, { file: StoredFile; url: string }>();
  private sequence = 0;

  constructor(private readonly vault: Vault) {}

  /** Resolves when what was written or removed up to now survives a reload. */
  settled(): Promise<void> {
    return this.vault.settled();
  }

  /** The file at a wxfile path, or undefined. */
  read(path: string): StoredFile | undefined {
    if (path.startsWith(TEMPORARY)) return this.temporary.get(path);
    const found = this.vault.get(FILE + path);
    return typeof found === 'object' ? found : undefined;
  }

  /** @throws ApiFailure when the directory is missing, the path is not writable or the disk is full */
  write(path: string, bytes: Uint8Array<ArrayBuffer>, type = ''): void {
    if (!this.isWritable(path)) throw new ApiFailure(`permission denied, open "${path}"`);
    if (this.isDirectory(path)) throw new ApiFailure(`illegal operation on a directory, open "${path}"`);
    if (path.startsWith(USER_DATA_PATH) && !this.isDirectory(parentOf(path)))
      throw new ApiFailure(`no such file or directory, open "${path}"`);
    if (this.used() + bytes.byteLength > DISK_LIMIT_BYTES)
      throw new ApiFailure('the maximum size of the file storage limit is exceeded');
    this.vault.set(FILE + path, { bytes, type, modified: Date.now() });
  }

  /** Keep data for this run and return its wxfile://tmp path. */
  addTemporary(bytes: Uint8Array<ArrayBuffer>, type: string, extension: string): string {
    const name = `${Date.now().toString(36)}${(this.sequence++).toString(36)}`;
    const path = `${TEMPORARY}${name}${extension === '' ? '' : `.${extension}`}`;
    this.temporary.set(path, { bytes, type, modified: Date.now() });
    return path;
  }

  /** A path for wx.saveFile without a target. */
  newStoredPath(like: string): string {
    return `${STORED}${like.slice(like.lastIndexOf('/') + 1).replace(/^tmp_/, '')}`;
  }

  remove(path: string): void {
    this.temporary.delete(path);
    this.vault.remove(FILE + path);
    const made = this.urls.get(path);
    if (made) URL.revokeObjectURL(made.url);
    this.urls.delete(path);
  }

  isDirectory(path: string): boolean {
    const at = trim(path);
    return at === USER_DATA_PATH || this.vault.get(DIRECTORY + at) !== undefined;
  }

  makeDirectory(path: string): void {
    this.vault.set(DIRECTORY + trim(path), '');
  }

  removeDirectory(path: string): void {
    this.vault.remove(DIRECTORY + trim(path));
  }

  isWritable(path: string): boolean {
    return path.startsWith(`${USER_DATA_PATH}/`) || path.startsWith(STORED);
  }

  /** Every path below a directory, files and directories, relative to it. */
  below(path: string): string[] {
    const base = `${trim(path)}/`;
    return [FILE, DIRECTORY].flatMap((kind) =>
      this.vault.keys(kind + base).map((key) => key.slice(kind.length + base.length)),
    );
  }

  /** Saved by wx.saveFile. */
  savedPaths(): string[] {
    return this.vault.keys(FILE + STORED).map((key) => key.slice(FILE.length));
  }

  /** A URL the browser can show, or undefined when there is no such file. */
  urlOf(path: string): string | undefined {
    const file = this.read(path);
    if (!file) return undefined;
    const made = this.urls.get(path);
    if (made?.file === file) return made.url;
    if (made) URL.revokeObjectURL(made.url);
    const url = URL.createObjectURL(new Blob([file.bytes], { type: file.type }));
    this.urls.set(path, { file, url });
    return url;
  }

  private used(): number {
    let bytes = 0;
    for (const key of this.vault.keys(FILE)) {
      const file = this.vault.get(key);
      if (typeof file === 'object') bytes += file.bytes.byteLength;
    }
    return bytes;
  }
}
