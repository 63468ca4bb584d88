// What the page of the boards says: its foot, the line below the list, who stands apart, its filters in words.
import {
  boardFields,
  boardRowsOf,
  boardTitle,
  cardsOf,
  chipsNow,
  metricsOf,
  podiumOf,
  segmentsOf,
} from '../../../../miniprogram/packages/staff/stores/boards/boards-view';
import type { Boards } from '../../../../miniprogram/packages/staff/stores/boards/boards';
import * as v from 'valibot';
import { financeBoardSchema } from '../../../../miniprogram/packages/staff/api/schema/finance';
import type { ApiBoardFinanceMetric } from '../../../../typings/xcx/boards';
import { settle } from '../../../support/fake-time';
import { coach, customer, desk, FakeBoards, metric, refusal } from './kit';

const said = (boards: Boards | null): Record<string, string | number | boolean> => {
  const fields = boardFields(
    () => boards,
    () => '',
  );
  return Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read()]));
};
const ids = (rows: readonly { id: string }[]): string => rows.map(({ id }) => id).join();

describe('the podium', () => {
  test('has the first three where there are others; the rows begin with the fourth', async () => {
    const { boards } = desk();
    await boards.look();
    expect([ids(podiumOf(boards)), ids(boardRowsOf(boards))]).toEqual(['5,4,3', '2,1']);
    expect(podiumOf(boards).map(({ rank, figure, beside }) => `${rank} ${figure} ${beside}`)).toEqual([
      ...['1 5h ¥95', '2 4h ¥96', '3 3h ¥97'],
    ]);
    expect(boardRowsOf(boards).map(({ rank }) => rank)).toEqual([4, 5]);
  });

  test('is none where three are all, where the least come first, and on another board', async () => {
    const server = new FakeBoards();
    server.coaches = () => [1, 2, 3].map((id) => coach(id));
    const { boards } = desk(server);
    await boards.look();
    expect([podiumOf(boards), ids(boardRowsOf(boards))]).toEqual([[], '3,2,1']);
    server.coaches = () => [1, 2, 3, 4].map((id) => coach(id));
    await boards.read();
    expect(ids(podiumOf(boards))).toBe('4,3,2');
    await boards.set({ sort: 'perf_asc' });
    expect([podiumOf(boards), ids(boardRowsOf(boards))]).toEqual([[], '1,2,3,4']);
    await boards.set({ sort: 'perf_desc' });
    await boards.choose('customers');
    expect([podiumOf(boards), ids(boardRowsOf(boards))]).toEqual([[], '1,2']);
  });
});

describe('a board in words', () => {
  test('of coaches: by what, of which skill, which month; when it was read, and that it counts by months', async () => {
    const { boards } = desk();
    expect(said(boards)).toMatchObject({ state: 'loading', updated: '', foot: '', board: 'coaches' });
    await boards.look();
    expect(said(boards)).toMatchObject({
      ...{ state: 'ready', board_text: '助教', summary: '按工时 · 全部技能 · 本月', dimension: '' },
      ...{ updated: '14:00 更新', foot: '数据按月统计 · 14:00 更新', about: '', figure_name: '' },
    });
    expect(boardTitle(boards)).toEqual({ title: '助教看板', summary: '按工时 · 全部技能 · 本月' });
    await boards.set({ sort: 'perf_asc', skill: 'SNOOKER', time: 'last_month' });
    expect(chipsNow(boards)).toEqual([
      { name: 'sort', text: '工时少到多', is_set: true },
      { name: 'skill', text: '斯诺克', is_set: true },
      { name: 'time', text: '上月', is_set: true },
    ]);
  });

  test('of customers: what they stand by, the figure’s name, and the time', async () => {
    const { boards } = desk();
    await boards.choose('customers');
    expect(said(boards)).toMatchObject({
      ...{ state: 'ready', dimension: 'recall', about: '比自己平常更久没来的客户', figure_name: '最近到店' },
      ...{ summary: '待召回 · 全部项目', updated: '14:00 更新', foot: '14:00 更新', board_text: '客户' },
    });
  });

  test('of money: up to which day of the books, and what arrows mean; its cards are not counted', async () => {
    const server = new FakeBoards();
    server.finance = () => Array.from({ length: 9 }, (_, at) => metric(`m${at}`));
    const { boards } = desk(server);
    await boards.choose('finance');
    expect(said(boards)).toMatchObject({
      ...{ state: 'ready', footer_text: '', updated: '14:00 更新', summary: '本月 · 全部区域' },
      foot: '截至 11-27 营业日 · 箭头只表示增减，不代表好坏 · 14:00 更新',
    });
    await boards.set({ compare: '1' });
    expect(said(boards)['summary']).toBe('本月 · 全部区域 · 对比上月');
    expect([cardsOf(boards).length > 0, metricsOf(boards).length]).toEqual([true, 9]);
    await boards.choose('coaches');
    expect([cardsOf(boards), metricsOf(boards)]).toEqual([[], []]);
  });

  test('without anybody on it is empty; of money without a figure too', async () => {
    const server = new FakeBoards();
    Object.assign(server, { coaches: () => [], customers: () => [], finance: () => [] });
    const { boards } = desk(server);
    for (const board of ['coaches', 'customers', 'finance'] as const) {
      await boards.choose(board);
      expect([board, said(boards)['state']]).toEqual([board, 'empty']);
    }
  });

  test('that could not be read says so; what was read before stands, and is said to be of last time', async () => {
    const server = new FakeBoards();
    server.coaches = () => ({ kind: 'network' });
    const { boards } = desk(server);
    await boards.look();
    expect(said(boards)).toMatchObject({ state: 'failed', failed_title: '网络连接失败', foot: '' });
    server.coaches = () => [coach(1)];
    await boards.read();
    server.coaches = () => ({ kind: 'network' });
    await boards.read();
    expect(said(boards)).toMatchObject({ state: 'ready', notice_action: '重试' });
    server.coaches = () => refusal(403);
    await boards.read();
    expect(said(boards)['state']).toBe('refused');
  });

  test('what is chosen is read while nothing stands for it, and its failure is its own', async () => {
    const server = new FakeBoards();
    const answers: ((metrics: ApiBoardFinanceMetric[]) => void)[] = [];
    server.finance = (query) =>
      query.includes('all')
        ? refusal(500)
        : new Promise<ApiBoardFinanceMetric[]>((resolve) => answers.push(resolve));
    const { boards } = desk(server);
    await boards.choose('finance');
    expect(said(boards)['state']).toBe('failed');
    const asked = boards.set({ area: 'tea' });
    expect(said(boards)).toMatchObject({ state: 'loading', notice_text: '' });
    await settle();
    answers[0]?.([metric('revenue')]);
    await asked;
    expect(said(boards)['state']).toBe('ready');
  });
});

describe('money', () => {
  const opened = async (sent: unknown) => {
    const server = new FakeBoards();
    server.finance = () => v.parse(financeBoardSchema, sent);
    const { boards } = desk(server);
    await boards.choose('finance');
    return boards;
  };
  const cards = (boards: Boards) => cardsOf(boards).map(({ kind, label }) => `${kind} ${label}`);

  test('of which as much is lost as came is there all the same', async () => {
    const board = await opened([metric('revenue'), null]);
    expect([said(board)['state'], cards(board).at(-1)]).toEqual(['ready', 'lost 有 1 项']);
    const figures = { occurrence: 1, discount: 2, cash_in: 3 };
    const panels = { overview: figures, expense: {}, recharge: null, revenue: null, cashflow: null };
    expect(said(await opened(panels))['state']).toBe('ready');
    expect(said(await opened({ overview: null }))['state']).toBe('ready');
  });

  test('has no comparison unless that was chosen; recharges belong to the whole store', async () => {
    const boards = await opened({ overview: { occurrence: 1 } });
    const trends = () => cardsOf(boards).map(({ trend_text }) => trend_text);
    const recharge = () => cards(boards).filter((card) => card.endsWith('储值'));
    const [, trend] = trends();
    expect([trend, recharge()]).toEqual(['', ['head 储值', 'lost 储值']]);
    await boards.set({ compare: '1' });
    expect(trends()[1]).toBe('无对比');
    await boards.set({ area: 'tea' });
    expect(recharge()).toContain('note 储值');
  });
});

describe('customers further down', () => {
  const page = (from: number, count: number) => Array.from({ length: count }, (_, at) => customer(from + at));

  test('are counted as far as the server tells, joined once each, and all of them at the end', async () => {
    const server = new FakeBoards();
    server.total = 1206;
    server.customers = (query) => page(query.endsWith(' 1') ? 1 : 50, 50);
    const { boards } = desk(server);
    await boards.choose('customers');
    expect(said(boards)['footer_text']).toBe('已显示 50 / 1,206 位，上滑或点此继续');
    server.total = 99;
    await boards.loadMore();
    expect([boardRowsOf(boards).length, said(boards)['footer_text']]).toEqual([99, '共 99 位']);
    expect(new Set(boardRowsOf(boards).map(({ id }) => id)).size).toBe(99);
  });

  test('are not counted where the server does not tell', async () => {
    const server = new FakeBoards();
    server.total = null;
    server.customers = () => page(1, 50);
    const { boards } = desk(server);
    await boards.choose('customers');
    expect(said(boards)['footer_text']).toBe('上滑或点此加载更多');
  });

  test('that are being read, or could not be, are told before their count', async () => {
    const server = new FakeBoards();
    server.total = 120;
    server.customers = (query) => (query.endsWith(' 1') ? page(1, 50) : { kind: 'network' });
    const { boards } = desk(server);
    await boards.choose('customers');
    const more = boards.loadMore();
    expect(said(boards)['footer_text']).toBe('正在加载…');
    await more;
    expect([said(boards)['footer_text'], boards.adding.state]).toEqual(['加载失败，点此重试', 'failed']);
    await boards.choose('coaches');
    expect(said(boards)['footer_text']).toBe('');
    server.asked = [];
    await boards.loadMore();
    expect(server.asked).toEqual([]);
  });
});

test('a board that was not read yet has no rows, and no field without a value', () => {
  const { boards } = desk();
  for (const board of ['coaches', 'customers', 'finance'] as const) {
    void boards.choose(board);
    expect([boardRowsOf(boards), podiumOf(boards), metricsOf(boards)]).toEqual([[], [], []]);
    const fields = said(boards);
    expect(Object.entries(fields).filter(([, value]) => value === undefined)).toEqual([]);
    expect(fields).toMatchObject({ board, state: 'loading', footer_text: '', foot: '', updated: '' });
  }
});

test('one board alone needs no choice', () => {
  const phone = desk(new FakeBoards(), 'coach');
  phone.boards.owner.rights.learn('customers', false);
  expect(segmentsOf(phone.restarted())).toHaveLength(2);
  phone.boards.owner.rights.learn('finance', false);
  expect(segmentsOf(phone.restarted())).toEqual([]);
});

test('while nobody is signed in nothing is claimed, and no field is without a value', () => {
  const fields = said(null);
  expect(Object.entries(fields).filter(([, value]) => value === undefined)).toEqual([]);
  expect(fields).toMatchObject({
    ...{ state: 'loading', board: 'coaches', board_text: '', summary: '', dimension: '', about: '' },
    ...{ figure_name: '', updated: '', foot: '', reset_text: '', footer_text: '', notice_text: '' },
  });
  const lists = [boardRowsOf, podiumOf, metricsOf, cardsOf, segmentsOf, chipsNow].map((read) => read(null));
  expect(lists).toEqual([[], [], [], [], [], []]);
});
