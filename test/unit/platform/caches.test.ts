// How much of the phone's storage is cached content, and its removal.
import { cachedBytes, clearCaches } from '../../../miniprogram/platform/caches';
import { createMemoryStorage } from '../../support/memory-storage';

test.each(['', 'a', '\u007f', '\u0080', 'é', '\u07ff', '\u0800', '小满', '\uffff', '💖', 'a小é💖'])(
  'the bytes of %j are those of UTF-8',
  (value) => {
    const storage = createMemoryStorage(new Map([['app:cache/x', value]]));
    expect(cachedBytes(storage)).toBe(Buffer.byteLength(`app:cache/x${value}`));
  },
);

test('counts and removes the caches of everybody, and nothing that is kept', () => {
  const storage = createMemoryStorage(
    new Map([
      ['app:cache/x', '12'],
      ['staff:1:cache/y', '345'],
      ['v4:2:cache/z', ''],
      ['app:kept/x', '123456'],
      ['app:kept/a:cache/b', '1'],
      ['device', '7'],
    ]),
  );
  const cached = [...storage.entries].filter(([key]) => /^[^/]+:cache\//.test(key));
  expect(cached).toHaveLength(3);
  expect(cachedBytes(storage)).toBe(cached.reduce((sum, [key, value]) => sum + key.length + value.length, 0));
  clearCaches(storage);
  expect([...storage.entries.keys()]).toEqual(['app:kept/x', 'app:kept/a:cache/b', 'device']);
  expect(cachedBytes(storage)).toBe(0);
});

test('where the phone’s storage cannot be read nothing is counted', () => {
  const storage = createMemoryStorage(new Map([['app:cache/x', '12']]));
  storage.broken = new Error('storage');
  expect(cachedBytes(storage)).toBe(0);
});
