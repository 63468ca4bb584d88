import { addStorage } from '../../../../preview/runtime/api/storage/api';
import { MemoryBacking } from '../../../../preview/runtime/api/storage/backing';
import { byteSize } from '../../../../preview/runtime/api/storage/codec';
import { Store } from '../../../../preview/runtime/api/storage/store';
import { ApiTable } from '../../../../preview/runtime/api/table';
import { member } from './fakes';

const MB = 1024 * 1024;

function storage() {
  const table = new ApiTable();
  addStorage(table, new Store(new MemoryBacking()));
  return (name: string, ...args: unknown[]) => member(table.members, name)(...args);
}

describe('wx storage', () => {
  it.each([
    ['a text', 'a:b'],
    ['a number', 1.5],
    ['not a number', NaN],
    ['a boolean', false],
    ['null', null],
    ['undefined', undefined],
    ['an object', { a: [1, null, 'x'] }],
    ['a date', new Date(1_700_000_000_000)],
  ])('keeps the type of %s', (_name, value) => {
    const wx = storage();
    wx('setStorageSync', 'key', value);
    expect(wx('getStorageSync', 'key')).toEqual(value);
  });

  it('gives an empty text for a key that is not there, and fails asynchronously', async () => {
    const wx = storage();
    expect(wx('getStorageSync', 'nothing')).toBe('');
    await expect(wx('getStorage', { key: 'nothing' })).rejects.toEqual({
      errMsg: 'getStorage:fail data not found',
    });
  });

  it('refuses an entry above 1 MB and keeps the old value', () => {
    const wx = storage();
    wx('setStorageSync', 'key', 'old');
    expect(() => wx('setStorageSync', 'key', 'x'.repeat(MB))).toThrow(
      'setStorageSync:fail entry size limit reached',
    );
    expect(wx('getStorageSync', 'key')).toBe('old');
  });

  it('refuses what would exceed 10 MB in all, until room is made', () => {
    const wx = storage();
    const most = 'x'.repeat(MB - 100);
    for (let index = 0; index < 10; index++) wx('setStorageSync', `key${index}`, most);
    expect(() => wx('setStorageSync', 'one more', most)).toThrow(
      'setStorageSync:fail exceed storage max size 10Mb',
    );
    wx('removeStorageSync', 'key0');
    expect(() => wx('setStorageSync', 'one more', most)).not.toThrow();
  });

  it('counts bytes, not characters', () => {
    expect([byteSize('a'), byteSize('é'), byteSize('店'), byteSize('😀')]).toEqual([1, 2, 3, 4]);
    const wx = storage();
    expect(() => wx('setStorageSync', 'key', '店'.repeat(MB / 3))).toThrow('entry size limit reached');
  });

  it('names its keys and its size in KB', () => {
    const wx = storage();
    wx('batchSetStorageSync', [
      { key: 'a', value: 'x'.repeat(2000) },
      { key: 'b', value: 1 },
    ]);
    expect(wx('getStorageInfoSync')).toEqual({ keys: ['a', 'b'], currentSize: 2, limitSize: 10240 });
    expect(wx('batchGetStorageSync', ['b', 'c'])).toEqual([1, '']);
  });

  it('says which option is wrong', async () => {
    await expect(storage()('setStorage', { data: 1 })).rejects.toEqual({
      errMsg: 'setStorage:fail parameter error: parameter.key should be String instead of Undefined;',
    });
  });
});
