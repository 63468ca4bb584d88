// What was chosen and left: its answer and its failure stay its own, and what was read of it is there again, of the latest ones.
import { ApiError } from '../../../../miniprogram/api/errors';
import { boardFields } from '../../../../miniprogram/packages/staff/stores/boards/boards-view';
import { settle } from '../../../support/fake-time';
import { desk, FakeBoards, metric } from './kit';

test('a reading that fails once it was left is no failure of what shows', async () => {
  const server = new FakeBoards();
  let fail = (): void => undefined;
  server.finance = (query) =>
    query.includes('tea')
      ? new Promise((_, reject) => (fail = () => reject(new ApiError({ kind: 'network' }))))
      : [metric('revenue')];
  const { boards } = desk(server);
  await boards.choose('finance');
  const left = boards.set({ area: 'tea' });
  await settle();
  // Read a moment ago, so that nothing is asked.
  await boards.set({ area: 'all' });
  fail();
  await left;
  expect([boards.failure, server.asked]).toEqual([null, ['finance month all 0', 'finance month tea 0']]);
});

test('that coaches could not be read again is said in any order of theirs, until they were', async () => {
  const { boards, server } = desk();
  await boards.look();
  const good = server.coaches;
  server.coaches = () => ({ kind: 'network' });
  await boards.read();
  const notice = () =>
    boardFields(
      () => boards,
      () => '',
    )['notice_action']?.();
  await boards.set({ sort: 'salary_desc' });
  expect([boards.failure?.kind, notice()]).toEqual(['network', '重试']);
  server.coaches = good;
  await boards.read();
  expect([boards.failure, notice()]).toEqual([null, '']);
});

test('of six dimensions what was read shows at once; the one that was not looked at longest is forgotten first', async () => {
  const { boards } = desk();
  await boards.choose('customers');
  for (const dimension of ['potential', 'balance', 'recharge', 'recent', 'spend60'])
    await boards.set({ dimension });
  const isThere = (dimension: string) => {
    void boards.set({ dimension });
    return boards.read_at !== null;
  };
  expect(isThere('recall')).toBe(true);
  await boards.set({ dimension: 'freq60' });
  expect(['balance', 'recall', 'spend60', 'potential'].map(isThere)).toEqual([true, true, true, false]);
});
