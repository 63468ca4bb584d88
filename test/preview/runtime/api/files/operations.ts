// What FileSystemManager does, each operation once; the manager offers it synchronously and with callbacks.
import { isRecord, optional, required, type Options } from '../check';
import { ApiFailure } from '../failure';
import type { Result } from '../table';
import { decodeBytes, encodeBytes } from './bytes';
import type { Disk } from './disk';
import type { PackageReader } from './package-file';

/** wx.FileSystemManager operations over one disk. */
export class Operations {
  constructor(
    private readonly disk: Disk,
    private readonly readPackageFile: PackageReader,
  ) {}

  readFile(options: Options): Result {
    const { filePath } = required(options, { filePath: 'String' });
    const {
      encoding,
      position = 0,
      length,
    } = optional(options, { encoding: 'String', position: 'Number', length: 'Number' });
    const bytes = this.bytesOf(filePath);
    const part = bytes.slice(position, length === undefined ? undefined : position + length);
    return { data: decodeBytes(part, encoding) };
  }

  writeFile(options: Options): void {
    const { filePath } = required(options, { filePath: 'String' });
    this.disk.write(
      filePath,
      encodeBytes(options['data'], optional(options, { encoding: 'String' }).encoding),
    );
  }

  appendFile(options: Options): void {
    const { filePath } = required(options, { filePath: 'String' });
    const old = this.bytesOf(filePath);
    const added = encodeBytes(options['data'], optional(options, { encoding: 'String' }).encoding);
    const joined = new Uint8Array(old.byteLength + added.byteLength);
    joined.set(old);
    joined.set(added, old.byteLength);
    this.disk.write(filePath, joined);
  }

  saveFile(options: Options): Result {
    const { tempFilePath } = required(options, { tempFilePath: 'String' });
    const file = this.disk.read(tempFilePath);
    if (!file) throw new ApiFailure(`tempFilePath file not exist`);
    const target =
      optional(options, { filePath: 'String' }).filePath ?? this.disk.newStoredPath(tempFilePath);
    this.disk.write(target, file.bytes, file.type);
    this.disk.remove(tempFilePath);
    return { savedFilePath: target };
  }

  copyFile(options: Options): void {
    const { srcPath, destPath } = required(options, { srcPath: 'String', destPath: 'String' });
    this.disk.write(destPath, this.bytesOf(srcPath, 'copyFile'), this.disk.read(srcPath)?.type);
  }

  rename(options: Options): void {
    const { oldPath, newPath } = required(options, { oldPath: 'String', newPath: 'String' });
    this.disk.write(newPath, this.bytesOf(oldPath, 'rename'), this.disk.read(oldPath)?.type);
    this.disk.remove(oldPath);
  }

  unlink(options: Options): void {
    const { filePath } = required(options, { filePath: 'String' });
    if (this.disk.isDirectory(filePath))
      throw new ApiFailure(`operation not permitted, unlink "${filePath}"`);
    if (!this.disk.read(filePath)) throw new ApiFailure(`no such file or directory "${filePath}"`);
    this.disk.remove(filePath);
  }

  access(options: Options): void {
    const { path } = required(options, { path: 'String' });
    if (this.disk.isDirectory(path) || this.disk.read(path)) return;
    if (this.readPackageFile(path)) return;
    throw new ApiFailure(`no such file or directory "${path}"`);
  }

  mkdir(options: Options): void {
    const { dirPath } = required(options, { dirPath: 'String' });
    const path = dirPath.replace(/\/+$/, '');
    if (!this.disk.isWritable(path)) throw new ApiFailure(`permission denied, mkdir "${dirPath}"`);
    if (this.disk.isDirectory(path) || this.disk.read(path))
      throw new ApiFailure(`file already exists "${dirPath}"`);
    const parent = path.slice(0, path.lastIndexOf('/'));
    if (!this.disk.isDirectory(parent)) {
      if (options['recursive'] !== true) throw new ApiFailure(`no such file or directory "${dirPath}"`);
      this.mkdir({ dirPath: parent, recursive: true });
    }
    this.disk.makeDirectory(path);
  }

  rmdir(options: Options): void {
    const { dirPath } = required(options, { dirPath: 'String' });
    this.needDirectory(dirPath);
    const inside = this.disk.below(dirPath);
    if (inside.length > 0 && options['recursive'] !== true) throw new ApiFailure('directory not empty');
    const base = dirPath.replace(/\/+$/, '');
    for (const name of inside) {
      this.disk.remove(`${base}/${name}`);
      this.disk.removeDirectory(`${base}/${name}`);
    }
    this.disk.removeDirectory(dirPath);
  }

  readdir(options: Options): Result {
    const { dirPath } = required(options, { dirPath: 'String' });
    this.needDirectory(dirPath);
    return {
      files: this.disk
        .below(dirPath)
        .filter((name) => !name.includes('/'))
        .sort(),
    };
  }

  stat(options: Options): Result {
    const { path } = required(options, { path: 'String' });
    return { stats: this.statOf(path) };
  }

  getFileInfo(options: Options): Result {
    const { filePath } = required(options, { filePath: 'String' });
    return { size: this.bytesOf(filePath).byteLength };
  }

  removeSavedFile(options: Options): void {
    const { filePath } = required(options, { filePath: 'String' });
    if (!this.disk.savedPaths().includes(filePath)) throw new ApiFailure('file not exist');
    this.disk.remove(filePath);
  }

  getSavedFileList(): Result {
    const fileList = this.disk.savedPaths().flatMap((filePath) => {
      const file = this.disk.read(filePath);
      return file
        ? [{ filePath, size: file.bytes.byteLength, createTime: Math.floor(file.modified / 1000) }]
        : [];
    });
    return { fileList };
  }

  private needDirectory(path: string): void {
    if (!this.disk.isDirectory(path)) throw new ApiFailure(`no such file or directory "${path}"`);
  }

  private statOf(path: string): Result {
    const directory = this.disk.isDirectory(path);
    const file = this.disk.read(path);
    if (!directory && !file) throw new ApiFailure(`no such file or directory, stat "${path}"`);
    const seconds = Math.floor((file?.modified ?? 0) / 1000);
    return {
      mode: directory ? 0o40777 : 0o100666,
      size: file?.bytes.byteLength ?? 0,
      lastAccessedTime: seconds,
      lastModifiedTime: seconds,
      isDirectory: () => directory,
      isFile: () => !directory,
    };
  }

  private bytesOf(path: string, verb = 'open'): Uint8Array<ArrayBuffer> {
    const bytes = this.disk.read(path)?.bytes ?? this.readPackageFile(path);
    if (!bytes) throw new ApiFailure(`no such file or directory, ${verb} "${path}"`);
    return bytes;
  }
}

/** Options of a `…Sync` call, which WeChat passes by position. */
export function positional(names: readonly string[], given: readonly unknown[]): Options {
  const [first] = given;
  if (given.length === 1 && isRecord(first)) return first;
  const options: Record<string, unknown> = {};
  names.forEach((name, index) => {
    if (given[index] !== undefined) options[name] = given[index];
  });
  return options;
}
