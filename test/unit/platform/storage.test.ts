import fc from 'fast-check';
import { logStorageProblems } from '../../../miniprogram/compose/launch/error-log';
import { createStore } from '../../../miniprogram/platform/storage';
import type {
  Owner,
  StorageKey,
  StorageKind,
  StorageProblem,
} from '../../../miniprogram/platform/storage-types';
import { createFakeTime } from '../../support/fake-time';
import { createMemoryStorage } from '../../support/memory-storage';

function key(name: string, kind: StorageKind = 'cache', version = 1): StorageKey<string> {
  return { name, kind, version, decode: (value) => (typeof value === 'string' ? value : undefined) };
}

function kit(value_limit?: number) {
  const raw = createMemoryStorage(new Map(), value_limit);
  const time = createFakeTime();
  const store = createStore(raw, time);
  const problems: StorageProblem[] = [];
  store.onProblem((problem) => problems.push(problem));
  return { raw, time, store, problems };
}

describe('the store', () => {
  test('gives back what was written, and when', async () => {
    const { store, time } = kit();
    const area = store.area('customer:31');
    const at = time.now();
    expect(area.write(key('items'), '内容')).toBe(true);
    await time.advance(5000);
    expect(area.readStored(key('items'))).toEqual({ value: '内容', saved_at: at });
    area.remove(key('items'));
    expect(area.read(key('items'))).toBeUndefined();
  });

  test('owners do not see each other, nor a cache a kept thing of the same name', () => {
    const { store } = kit();
    store.area('customer:3').write(key('a'), 'three');
    expect(store.area('customer:31').read(key('a'))).toBeUndefined();
    expect(store.area('staff:3').read(key('a'))).toBeUndefined();
    expect(store.area('customer:3').read(key('a', 'kept'))).toBeUndefined();
    expect(store.owners()).toEqual(['customer:3']);
  });

  test('A9 a wipe leaves nothing of that owner and everything of the others', () => {
    const owner = fc.constantFrom<Owner>(
      'app',
      'customer:3',
      'customer:31',
      'customer:310',
      'staff:3',
      'staff:31',
    );
    const entry = fc.tuple(
      owner,
      fc.constantFrom<StorageKind>('cache', 'kept'),
      fc.string({ minLength: 1, maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), owner, (entries, wiped) => {
        const { raw, store } = kit();
        for (const [whose, kind, name] of entries)
          store.area(whose).write(key(name, kind), `secret of ${whose}`);
        const others = [...raw.entries].filter(([, value]) => !value.includes(`secret of ${wiped}"`));
        store.wipe(wiped);
        expect([...raw.entries]).toEqual(others);
      }),
    );
  });

  test('a wipe of the caches leaves what is kept', () => {
    const { raw, store } = kit();
    for (const owner of ['customer:3', 'customer:31'] as const)
      for (const kind of ['cache', 'kept'] as const) store.area(owner).write(key('a', kind), kind);
    store.wipe('customer:3', 'cache');
    expect([...raw.entries.keys()]).toEqual([
      ...['customer:3:kept/a', 'customer:31:cache/a', 'customer:31:kept/a'],
    ]);
  });

  test('an older version is migrated where the key knows how, else dropped; a newer one is dropped', () => {
    const { store } = kit();
    const area = store.area('customer:31');
    area.write(key('outbox', 'kept', 1), 'old');
    const migrating = {
      ...key('outbox', 'kept', 2),
      migrate: (value: unknown, version: number) => `${String(value)} from ${version}`,
    };
    expect(area.read(migrating)).toBe('old from 1');
    expect(area.read(key('outbox', 'kept', 2))).toBeUndefined();
    area.write(key('outbox', 'kept', 3), 'new');
    expect(area.read(migrating)).toBeUndefined();
  });

  test.each([
    ...['', 'x', '{}', 'null', '{"v":1,"t":1}', '[1]', '"x"'],
    ...['{"v":1,"t":"x","d":"y"}', '{"v":"1","t":1,"d":"y"}', '{"t":1,"d":"y"}', '{"v":1,"d":"y"}'],
  ])('foreign text is as good as absent: %j', (text) => {
    const { raw, store, problems } = kit();
    raw.entries.set('customer:31:cache/items', text);
    expect(store.area('customer:31').read(key('items'))).toBeUndefined();
    expect(store.area('customer:31').readStored(key('items'))).toBeUndefined();
    expect(problems).toEqual([]);
  });

  test('a value that does not decode is absent', () => {
    const { store } = kit();
    store.area('app').write({ ...key('n'), decode: () => undefined }, 'x');
    expect(store.area('app').readStored({ ...key('n'), decode: () => undefined })).toBeUndefined();
    expect(
      store.area('app').read<number>({
        name: 'n',
        kind: 'cache',
        version: 1,
        decode: (v) => (typeof v === 'number' ? v : undefined),
      }),
    ).toBeUndefined();
  });

  test('a full phone: the oldest caches go, one by one, whoever owns them; what is kept stays', async () => {
    const { raw, store, time, problems } = kit();
    const mine = store.area('customer:31');
    mine.write(key('tokens', 'kept'), 'T'.repeat(100));
    for (const name of ['first', 'second', 'third']) {
      await time.advance(1000);
      store.area('staff:7').write(key(name), 'x'.repeat(300));
    }
    raw.limit = [...raw.entries].reduce((sum, [k, v]) => sum + k.length + v.length, 0) + 10;
    expect(mine.write(key('outbox', 'kept'), 'o'.repeat(350))).toBe(true);
    expect(store.area('staff:7').names('cache', '')).toEqual(['third']);
    expect(mine.read(key('tokens', 'kept'))).toBe('T'.repeat(100));
    expect(problems).toEqual([]);
  });

  test('no room even without caches: says so, keeps everything, throws nothing', () => {
    const { raw, store, problems } = kit();
    const area = store.area('customer:31');
    area.write(key('outbox', 'kept'), 'first');
    area.write(key('items'), 'cache');
    raw.limit = 200;
    expect(area.write(key('outbox', 'kept'), 'o'.repeat(400))).toBe(false);
    expect(area.read(key('outbox', 'kept'))).toBe('first');
    expect(problems).toMatchObject([{ kind: 'write', owner: 'customer:31', name: 'outbox' }]);
    expect(JSON.stringify(problems)).not.toContain('ooo');
  });

  test('a value over the limit of one key is refused without evicting anything', () => {
    const { store, problems } = kit(100);
    const area = store.area('customer:31');
    area.write(key('small'), 'x');
    expect(area.write(key('big'), 'y'.repeat(200))).toBe(false);
    expect(area.names('cache', '')).toEqual(['small']);
    expect(problems).toHaveLength(1);
  });

  test('a broken phone storage crashes nothing', () => {
    const { raw, store, problems } = kit();
    raw.broken = new Error('disk');
    const area = store.area('customer:31');
    expect(area.write(key('a'), 'x')).toBe(false);
    expect(area.read(key('a'))).toBeUndefined();
    expect(area.names('cache', '')).toEqual([]);
    area.remove(key('a'));
    store.wipe('customer:31');
    expect(problems.length).toBeGreaterThan(0);
  });

  test('names of one kind by their beginning', () => {
    const { store } = kit();
    const area = store.area('customer:31');
    for (const name of ['draft.1', 'draft.22', 'drafts', 'outbox']) area.write(key(name, 'kept'), 'x');
    area.write(key('draft.3'), 'cache');
    expect(area.names('kept', 'draft.').sort()).toEqual(['draft.1', 'draft.22']);
  });
});

describe('I8 storage that does not do what it says', () => {
  test('full, with a remove that does nothing: the write fails, once, and nothing hangs', () => {
    const { raw, store, problems } = kit();
    const area = store.area('customer:31');
    ['a', 'b', 'c'].forEach((name) => area.write(key(name), 'cached'));
    raw.remove = () => undefined;
    raw.limit = 0;
    expect(area.write(key('outbox', 'kept'), 'message')).toBe(false);
    expect(problems).toMatchObject([{ kind: 'write', name: 'outbox' }]);
  });

  test('that refuses to remove one cache gives up on the write, and reports both', () => {
    const { raw, store, problems } = kit();
    const area = store.area('customer:31');
    area.write(key('a'), 'cached');
    area.write(key('b'), 'cached too');
    raw.remove = () => {
      throw new Error('removeStorage:fail');
    };
    raw.limit = 0;
    expect(area.write(key('outbox', 'kept'), 'message')).toBe(false);
    expect(problems.map(({ kind }) => kind)).toEqual(['remove', 'write']);
  });
});

describe('I2 a problem of storage', () => {
  test('from before anybody listened is told to the first who does', () => {
    const raw = createMemoryStorage();
    const store = createStore(raw, createFakeTime());
    raw.limit = 0;
    store.area('app').write(key('device_id', 'kept'), 'mp-1');
    const heard: string[] = [];
    store.onProblem(({ name }) => heard.push(name));
    store.onProblem(({ name }) => heard.push(`second ${name}`));
    expect(heard).toEqual(['device_id']);
  });

  test('that somebody was told is not told to those who come later', () => {
    const { raw, store, problems } = kit();
    raw.limit = 0;
    store.area('app').write(key('device_id', 'kept'), 'mp-1');
    const heard: string[] = [];
    store.onProblem(({ name }) => heard.push(name));
    expect([problems.length, heard]).toEqual([1, []]);
  });

  test('is logged once, by the kind of thing and without the person', () => {
    const { raw, store } = kit();
    const lines: string[] = [];
    logStorageProblems(store, (kind, words) => lines.push(`${kind} ${words}`));
    raw.limit = 0;
    ['2220', '2221'].forEach((id) => store.area('customer:31').write(key(`draft.${id}`, 'kept'), 'secret'));
    expect(lines).toEqual(['storage write draft.#: setStorage:fail exceed limit']);
  });
});
