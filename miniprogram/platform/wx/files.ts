// The app's own folder, by wx's file system.
import type { FilesPort } from '../ports';
import { promised } from './errors';

const manager = () => wx.getFileSystemManager();

export const wxFiles: FilesPort = {
  async keep(temporary_path) {
    const saved = await promised<{ savedFilePath: string | number }>((callbacks) =>
      manager().saveFile({ tempFilePath: temporary_path, ...callbacks }),
    );
    return String(saved.savedFilePath);
  },
  remove: (path) =>
    promised<unknown>((callbacks) => manager().removeSavedFile({ filePath: path, ...callbacks })).then(
      () => undefined,
      () => undefined,
    ),
  size: (path) =>
    promised<{ size: number }>((callbacks) => manager().getFileInfo({ filePath: path, ...callbacks })).then(
      ({ size }) => size,
      () => undefined,
    ),
  async list() {
    const { fileList } = await promised<{ fileList: { filePath: string }[] }>((callbacks) =>
      manager().getSavedFileList(callbacks),
    );
    return fileList.map(({ filePath }) => filePath);
  },
};
