// A list that is read page by page: what it is doing, and what of it is asked once.
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import { PagedList } from '../../../../miniprogram/stores/list/paged-list';
import { settle } from '../../../support/fake-time';

const DOWN: Failure = { kind: 'network' };

interface Loaded {
  rows: readonly string[];
  next_page: number | null;
}

/** A list of three pages. */
function listed(cached: Loaded | null = null) {
  const asked: { page: number; done: () => void; fail: () => void }[] = [];
  const heard: string[] = [];
  const list = new PagedList<string, Loaded>(
    {
      ask: (page) =>
        new Promise((done, fail) =>
          asked.push({ page, done: () => done(`p${page}`), fail: () => fail(new ApiError(DOWN)) }),
        ),
      first: (old, row) => ({
        rows: [row, ...(old?.rows.slice(1) ?? [])],
        next_page: old === null ? 2 : old.next_page,
      }),
      further: (old, row, page) => ({ rows: [...old.rows, row], next_page: page < 3 ? page + 1 : null }),
      onRead: ({ rows }, page) => heard.push(`${page}: ${rows.join()}`),
      onFailed: ({ kind }) => heard.push(kind),
    },
    cached,
  );
  const answer = (end: 'done' | 'fail' = 'done'): Promise<void> => {
    asked[asked.length - 1]?.[end]();
    return settle();
  };
  return { asked, heard, list, answer };
}

test('who wants it loaded waits for a reading that is under way, and asks for none where something is there', async () => {
  const { asked, list, answer } = listed();
  let loaded = 0;
  for (const wait of [list.load(), list.load()]) void wait.then(() => (loaded += 1));
  await settle();
  expect([asked.length, loaded, list.state]).toEqual([1, 0, 'loading']);
  await answer();
  expect([loaded, list.state]).toEqual([2, 'ready']);
  await list.load();
  expect(asked).toHaveLength(1);
  const cached = listed({ rows: ['cached'], next_page: null });
  await cached.list.load();
  expect([cached.asked.length, cached.list.state]).toEqual([0, 'ready']);
});

test('what could not be loaded is asked for anew the next time', async () => {
  const { asked, heard, list, answer } = listed();
  const first = list.load();
  await settle();
  await answer('fail');
  await first;
  expect([list.state, list.refreshing, heard]).toEqual([
    'failed',
    { state: 'failed', failure: DOWN },
    ['network'],
  ]);
  const second = list.load();
  await settle();
  expect([asked.length, list.refreshing.state, list.state]).toEqual([2, 'running', 'loading']);
  await answer();
  await second;
  expect([list.state, list.refreshing.state]).toEqual(['ready', 'idle']);
});

test('says while it reads on, that this failed, and forgets it with the next reading of the first page', async () => {
  const { heard, list, answer } = listed();
  void list.refresh();
  await settle();
  expect([list.refreshing.state, list.adding.state]).toEqual(['running', 'idle']);
  await answer();
  void list.loadMore();
  await settle();
  expect([list.refreshing.state, list.adding.state]).toEqual(['idle', 'running']);
  await answer('fail');
  expect([list.adding, list.loaded?.rows]).toEqual([{ state: 'failed', failure: DOWN }, ['p1']]);
  void list.refresh();
  await settle();
  expect(list.adding.state).toBe('idle');
  await answer();
  expect(heard).toEqual(['1: p1', '1: p1']);
});

test('a refresh keeps the further pages, pulled down they go; where there is no more nothing is asked', async () => {
  const { asked, list, answer } = listed();
  const run = async (ask: () => Promise<void>): Promise<void> => {
    const asking = ask();
    await settle();
    await answer();
    await asking;
  };
  await run(list.refresh);
  await run(list.loadMore);
  await run(list.loadMore);
  expect([list.loaded?.rows, list.has_more]).toEqual([['p1', 'p2', 'p3'], false]);
  await list.loadMore();
  await run(list.refresh);
  expect(list.loaded?.rows).toEqual(['p1', 'p2', 'p3']);
  await run(list.reload);
  expect([list.loaded?.rows, list.has_more]).toEqual([['p1'], true]);
  expect(asked.map(({ page }) => page)).toEqual([1, 2, 3, 1, 1]);
});
