// wx.getFileSystemManager(): every operation with callbacks, and its synchronous twin.
import { isRecord, type Options } from '../check';
import { failureError } from '../failure';
import { deliver, type ApiTable, type Result } from '../table';
import { USER_DATA_PATH, type Disk } from './disk';
import { Operations, positional } from './operations';
import type { PackageReader } from './package-file';

/** Positional parameters of the synchronous form, and the field of the result it returns. */
const SYNC: Readonly<Record<string, { names: readonly string[]; returns?: string }>> = {
  readFile: { names: ['filePath', 'encoding', 'position', 'length'], returns: 'data' },
  writeFile: { names: ['filePath', 'data', 'encoding'] },
  appendFile: { names: ['filePath', 'data', 'encoding'] },
  saveFile: { names: ['tempFilePath', 'filePath'], returns: 'savedFilePath' },
  copyFile: { names: ['srcPath', 'destPath'] },
  rename: { names: ['oldPath', 'newPath'] },
  unlink: { names: ['filePath'] },
  access: { names: ['path'] },
  mkdir: { names: ['dirPath', 'recursive'] },
  rmdir: { names: ['dirPath', 'recursive'] },
  readdir: { names: ['dirPath'], returns: 'files' },
  stat: { names: ['path'], returns: 'stats' },
};

type Operation = (options: Options) => Result | void;

function operationsOf(disk: Disk, readPackageFile: PackageReader): Record<string, Operation> {
  const on = new Operations(disk, readPackageFile);
  return {
    readFile: (o) => on.readFile(o),
    writeFile: (o) => on.writeFile(o),
    appendFile: (o) => on.appendFile(o),
    saveFile: (o) => on.saveFile(o),
    copyFile: (o) => on.copyFile(o),
    rename: (o) => on.rename(o),
    unlink: (o) => on.unlink(o),
    access: (o) => on.access(o),
    mkdir: (o) => on.mkdir(o),
    rmdir: (o) => on.rmdir(o),
    readdir: (o) => on.readdir(o),
    stat: (o) => on.stat(o),
    getFileInfo: (o) => on.getFileInfo(o),
    removeSavedFile: (o) => on.removeSavedFile(o),
    getSavedFileList: () => on.getSavedFileList(),
  };
}

function withCallbacks(name: string, operation: Operation, settled: () => Promise<void>) {
  return (given?: unknown): unknown => {
    const options = isRecord(given) ? given : {};
    return deliver(name, options, async () => {
      const result = operation(options);
      await settled();
      return result;
    });
  };
}

function synchronous(
  name: string,
  operation: Operation,
  { names, returns }: { names: readonly string[]; returns?: string },
) {
  return (...given: readonly unknown[]): unknown => {
    try {
      const result = operation(positional(names, given));
      return returns === undefined || !result ? undefined : result[returns];
    } catch (thrown) {
      throw failureError(`${name}Sync`, thrown);
    }
  };
}

/** Add the file system, and the calls on `wx` itself that are older than it. */
export function addFiles(table: ApiTable, disk: Disk, readPackageFile: PackageReader): void {
  const manager: Record<string, unknown> = {};
  const operations = operationsOf(disk, readPackageFile);
  for (const [name, operation] of Object.entries(operations)) {
    manager[name] = withCallbacks(name, operation, () => disk.settled());
    const sync = SYNC[name];
    if (sync) manager[`${name}Sync`] = synchronous(name, operation, sync);
  }
  table.sync('getFileSystemManager', () => manager);
  table.value('env', { USER_DATA_PATH });
  for (const name of ['saveFile', 'getFileInfo', 'removeSavedFile', 'getSavedFileList']) {
    table.value(name, manager[name]);
  }
}
