// A subpackage whose script is fetched once it is wanted.
import { LatePackage } from '../../../../miniprogram/stores/service/late-package';
import { settle } from '../../../support/fake-time';

function late() {
  const fetches: { done: (entry: string) => void; fail: (error: unknown) => void }[] = [];
  const pack = new LatePackage<string>(() => new Promise((done, fail) => fetches.push({ done, fail })));
  return { fetches, pack };
}

test('whoever wants it meanwhile shares one fetch, and afterwards has it at once', async () => {
  const { fetches, pack } = late();
  expect([pack.entry, pack.fetching.state]).toEqual([null, 'idle']);
  const both = Promise.all([pack.load(), pack.load()]);
  expect([fetches.length, pack.fetching.state]).toEqual([1, 'running']);
  fetches[0]?.done('entry');
  expect(await both).toEqual(['entry', 'entry']);
  expect([pack.entry, pack.fetching.state, await pack.load()]).toEqual(['entry', 'idle', 'entry']);
  expect(fetches).toHaveLength(1);
});

test('where it cannot be had there is nothing, it is said, and it is fetched anew the next time', async () => {
  const { fetches, pack } = late();
  const first = pack.load();
  fetches[0]?.fail({ mod: 'x', errMsg: 'no network' });
  expect(await first).toBeNull();
  expect([pack.entry, pack.fetching]).toEqual([null, { state: 'failed', failure: { kind: 'network' } }]);
  const second = pack.load();
  expect(pack.fetching.state).toBe('running');
  fetches[1]?.done('entry');
  expect([await second, pack.fetching.state]).toEqual(['entry', 'idle']);
});

test('a fault of its own code is not hidden', async () => {
  const { fetches, pack } = late();
  const loading = pack.load();
  fetches[0]?.fail(new TypeError('a fault'));
  await expect(loading).rejects.toThrow('a fault');
  expect(pack.fetching.state).toBe('failed');
});

describe('when there is a network again', () => {
  const unreachable = { mod: 'x', errMsg: 'no network' };

  test('what nobody asked for, or what is there, is not fetched', async () => {
    const { fetches, pack } = late();
    await pack.again();
    expect(fetches).toHaveLength(0);
    const loading = pack.load();
    fetches[0]?.done('entry');
    await loading;
    await pack.again();
    expect(fetches).toHaveLength(1);
  });

  test('what failed is fetched once more, and not again where that fails too', async () => {
    const { fetches, pack } = late();
    const first = pack.load();
    fetches[0]?.fail(unreachable);
    await first;
    const again = pack.again();
    expect([fetches.length, pack.fetching.state]).toEqual([2, 'running']);
    fetches[1]?.fail(unreachable);
    await again;
    expect([fetches.length, pack.fetching.state]).toEqual([2, 'failed']);
  });

  test('a fetch that began without one is followed by another once it has failed', async () => {
    const { fetches, pack } = late();
    const first = pack.load();
    const again = pack.again();
    expect(fetches).toHaveLength(1);
    fetches[0]?.fail(unreachable);
    expect(await first).toBeNull();
    await settle();
    expect(fetches).toHaveLength(2);
    fetches[1]?.done('entry');
    await again;
    expect([pack.entry, pack.fetching.state]).toEqual(['entry', 'idle']);
  });
});
