// E1: what of a board is asked for once, refused, lost or said in other words, in both profiles.
import type { Boards } from '../../../miniprogram/packages/staff/stores/boards/boards';
import {
  boardRowsOf,
  cardsOf,
  podiumOf,
} from '../../../miniprogram/packages/staff/stores/boards/boards-view';
import { PROFILES } from '../v4/kit';
import { boardsOf } from './boards-kit';
import { useStaff } from './kit';

describe.each(PROFILES)('boards, %s', (profile) => {
  const kit = useStaff(profile);
  const opened = async (openid = 'demo-manager'): Promise<Boards> => boardsOf(await kit.staff(openid));

  test('E1 coaches: a re-sort by hours, income or tasks asks nothing', async () => {
    const boards = await opened();
    await boards.look();
    kit.backend.dev.requests.clear();
    for (const sort of ['salary_desc', 'salary_asc', 'task_desc', 'perf_asc', 'perf_desc'])
      await boards.set({ sort });
    expect(kit.backend.dev.requests.byRoute()).toEqual({});
    for (const sort of ['sv_desc', 'perf_desc', 'sv_desc']) await boards.set({ sort });
    expect(kit.backend.dev.requests.byRoute()).toEqual({ 'GET /api/xcx/board/coaches': 1 });
  });

  test('E1 finance is refused to a coach, alone, and by the next start not offered', async () => {
    const core = await kit.staff('demo-coach');
    const boards = boardsOf(core);
    await boards.choose('finance');
    expect(boards.is_refused).toBe(true);
    await boards.choose('customers');
    expect([boards.is_refused, boards.failure, boardRowsOf(boards).length > 0]).toEqual([false, null, true]);
    const offered = boardsOf(core).owner.rights.offered('coaches');
    expect(offered.map(({ name }) => name)).toEqual(['coaches', 'customers']);
  });

  test('a value that the server does not know is put back and said', async () => {
    const boards = await opened();
    kit.backend.dev.xcx.fail({ status: 422, count: 1, prefix: '/api/xcx/board/finance' });
    await boards.choose('finance');
    await boards.set({ area: 'vip' });
    expect(boards.failure).toBeNull();
  });
});

describe('boards, deployed', () => {
  const kit = useStaff('deployed');

  test('E1 a panel that is null says so alone, and the others stand', async () => {
    kit.backend.dev.xcx.setQuirks({ failed_modules: ['cashflow'] });
    const boards = boardsOf(await kit.staff('demo-manager'));
    await boards.choose('finance');
    const lost = () => cardsOf(boards).filter(({ kind }) => kind === 'lost' || kind === 'note');
    expect(lost()).toMatchObject([{ kind: 'lost', label: '现金流' }]);
    expect(cardsOf(boards).some(({ key }) => key === 'expense.total')).toBe(true);
    await boards.set({ area: 'hallA' });
    expect(lost()).toMatchObject([
      { kind: 'note', label: '储值' },
      { kind: 'lost', label: '现金流' },
    ]);
    kit.backend.dev.xcx.calm();
    await boards.read();
    expect(lost()).toMatchObject([{ kind: 'note' }]);
  });

  test('the words of March: skills by their names there, lists under another name', async () => {
    kit.backend.dev.xcx.setQuirks({ revision: 'march' });
    const boards = boardsOf(await kit.staff('demo-manager'));
    await boards.look();
    expect([boards.failure, boards.reset_text, podiumOf(boards)]).toEqual([null, '', expect.any(Array)]);
    expect(podiumOf(boards)).toHaveLength(3);
    await boards.set({ skill: 'chinese' });
    expect(boards.failure).toBeNull();
  });
});

describe('boards, documented', () => {
  const kit = useStaff('documented');

  test('E1 a metric that is null is told of, and the others stand', async () => {
    kit.backend.dev.xcx.setQuirks({ null_panel: 'recharge' });
    const boards = boardsOf(await kit.staff('demo-manager'));
    await boards.choose('finance');
    expect(cardsOf(boards).filter(({ kind }) => kind === 'lost')).toMatchObject([{ label: '有 1 项' }]);
    expect(cardsOf(boards).find(({ key }) => key === 'cash_in')?.figure).toMatch(/^¥/);
  });
});
