import { Disk } from '../../../../preview/runtime/api/files/disk';
import { addFiles } from '../../../../preview/runtime/api/files/manager';
import { Vault } from '../../../../preview/runtime/api/files/vault';
import { ApiTable } from '../../../../preview/runtime/api/table';
import { member } from './fakes';

function fileSystem() {
  const table = new ApiTable();
  const disk = new Disk(new Vault('test'));
  addFiles(table, disk, (path) => (path === '/a.json' ? new TextEncoder().encode('{}') : undefined));
  const manager = member<Record<string, unknown>>(table.members, 'getFileSystemManager')();
  return { disk, fs: (name: string, ...args: unknown[]) => member(manager, name)(...args) };
}
const HOME = 'wxfile://usr';

describe('the file system', () => {
  it('writes and reads texts and bytes', () => {
    const { fs } = fileSystem();
    fs('writeFileSync', `${HOME}/a.txt`, '店', 'utf8');
    expect(fs('readFileSync', `${HOME}/a.txt`, 'utf8')).toBe('店');
    expect(new Uint8Array(fs('readFileSync', `${HOME}/a.txt`) as ArrayBuffer)).toEqual(
      new Uint8Array([229, 186, 151]),
    );
    expect(fs('readFileSync', `${HOME}/a.txt`, 'base64')).toBe('5bqX');
    fs('writeFileSync', `${HOME}/b`, 'AQI=', 'base64');
    expect(fs('readFileSync', `${HOME}/b`, 'hex')).toBe('0102');
  });

  it('reads what ships with the program', async () => {
    const { fs } = fileSystem();
    await expect(fs('readFile', { filePath: '/a.json', encoding: 'utf8' })).resolves.toEqual({
      data: '{}',
      errMsg: 'readFile:ok',
    });
  });

  it('needs the directory first', () => {
    const { fs } = fileSystem();
    expect(() => fs('writeFileSync', `${HOME}/d/a`, 'x')).toThrow(
      `writeFileSync:fail no such file or directory, open "${HOME}/d/a"`,
    );
    fs('mkdirSync', `${HOME}/d/e`, true);
    fs('writeFileSync', `${HOME}/d/a`, 'x');
    expect(fs('readdirSync', `${HOME}/d`)).toEqual(['a', 'e']);
    expect(() => fs('mkdirSync', `${HOME}/d`)).toThrow('file already exists');
    expect(() => fs('rmdirSync', `${HOME}/d`)).toThrow('directory not empty');
    fs('rmdirSync', `${HOME}/d`, true);
    expect(() => fs('readdirSync', `${HOME}/d`)).toThrow('no such file or directory');
  });

  it('writes nowhere else', () => {
    const { fs } = fileSystem();
    expect(() => fs('writeFileSync', '/pages/a', 'x')).toThrow('permission denied');
  });

  it('moves a temporary file to a kept one', async () => {
    const { disk, fs } = fileSystem();
    const path = disk.addTemporary(new Uint8Array([1]), 'image/png', 'png');
    const saved = (await fs('saveFile', { tempFilePath: path })) as { savedFilePath: string };
    expect(disk.read(path)).toBeUndefined();
    await expect(fs('getFileInfo', { filePath: saved.savedFilePath })).resolves.toMatchObject({ size: 1 });
  });

  it('says that a file is not there', async () => {
    const { fs } = fileSystem();
    await expect(fs('access', { path: `${HOME}/none` })).rejects.toEqual({
      errMsg: `access:fail no such file or directory "${HOME}/none"`,
    });
    expect(() => fs('unlinkSync', `${HOME}/none`)).toThrow('unlinkSync:fail no such file or directory');
  });
});
