// Several changes of one row that wait: each shows on top of the one before, and the end of one leaves the others.
import { ApiError } from '../../../../miniprogram/api/errors';
import { Changes } from '../../../../miniprogram/stores/list/change';
import type { Change } from '../../../../miniprogram/stores/list/change';
import { settle } from '../../../support/fake-time';

interface Row {
  id: string;
  pinned: boolean;
  note: string;
}

function world() {
  let rows: readonly Row[] = [{ id: '1', pinned: false, note: '' }];
  const asked: { answer(): void; refuse(): void }[] = [];
  const changes = new Changes<Row>({
    idOf: ({ id }) => id,
    get: (id) => rows.find((row) => row.id === id),
    put: (id, row) => (rows = rows.flatMap((one) => (one.id !== id ? [one] : row === null ? [] : [row]))),
    reread: () => Promise.reject(new Error('not here')),
    refresh: () => Promise.resolve(),
  });
  const change = (part: Partial<Row>): Change<Row> => ({
    show: (row) => ({ ...row, ...part }),
    holds: () => false,
    ask: () =>
      new Promise((resolve, reject) =>
        asked.push({
          answer: () => resolve((row) => ({ ...row, ...part })),
          refuse: () => reject(new ApiError({ kind: 'api', status: 409, code: '409', message: '' })),
        }),
      ),
  });
  return { changes, asked, change, shown: () => changes.shown(rows) };
}

test('K1 they show together, and what one that is refused did alone is undone', async () => {
  const { changes, asked, change, shown } = world();
  void changes.run('1', change({ pinned: true }));
  void changes.run('1', change({ note: '一' }));
  expect(shown()).toEqual([{ id: '1', pinned: true, note: '一' }]);
  await settle();
  asked[0]?.refuse();
  await settle();
  expect(shown()).toEqual([{ id: '1', pinned: false, note: '一' }]);
  asked[1]?.answer();
  await settle();
  expect([shown(), asked.length]).toEqual([[{ id: '1', pinned: false, note: '一' }], 2]);
});
