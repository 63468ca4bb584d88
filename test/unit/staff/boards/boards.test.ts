// The three boards: what is asked, what stands for which filter, what is refused, and what is remembered.
import { formatDate } from '../../../../miniprogram/format/time';
import {
  boardRowsOf,
  cardsOf,
  podiumOf,
  segmentsOf,
} from '../../../../miniprogram/packages/staff/stores/boards/boards-view';
import type { Boards } from '../../../../miniprogram/packages/staff/stores/boards/boards';
import type { ApiBoardFinanceMetric } from '../../../../typings/xcx/boards';
import { settle } from '../../../support/fake-time';
import { coach, customer, desk, FakeBoards, metric, refusal, SKILLS } from './kit';

const names = (boards: Boards): string =>
  [...podiumOf(boards), ...boardRowsOf(boards)].map(({ id }) => id).join();
const figures = (boards: Boards): string =>
  cardsOf(boards)
    .map(({ figure }) => figure)
    .join();

test('E1 coaches by hours, income and tasks are sorted here: nothing is asked', async () => {
  const { boards, server } = desk();
  await boards.look();
  expect(names(boards)).toBe('5,4,3,2,1');
  server.asked = [];
  for (const [sort, order] of [
    ['salary_desc', '1,2,3,4,5'],
    ['perf_asc', '1,2,3,4,5'],
    ['task_desc', '2,5,1,4,3'],
    ['perf_desc', '5,4,3,2,1'],
  ] as const) {
    await boards.set({ sort });
    expect([sort, names(boards)]).toEqual([sort, order]);
  }
  expect(server.asked).toEqual([]);
});

test('E1 the order by stored value is asked for once, and until it is there nothing stands for it', async () => {
  const { boards, server } = desk();
  await boards.look();
  server.asked = [];
  let answer = (): void => undefined;
  server.coaches = () =>
    new Promise((resolve) => (answer = () => resolve([3, 1, 2, 5, 4].map((id) => coach(id)))));
  const asked = boards.set({ sort: 'sv_desc' });
  await settle();
  expect([boards.read_at, names(boards)]).toEqual([null, '']);
  answer();
  await asked;
  expect(names(boards)).toBe('3,1,2,5,4');
  for (const sort of ['perf_desc', 'sv_desc', 'task_desc', 'sv_desc']) await boards.set({ sort });
  expect(names(boards)).toBe('3,1,2,5,4');
  expect(server.asked).toEqual(['coaches sv_desc ALL month']);
});

test('E1 an old area’s figures never stand under a new area’s name, however late they come', async () => {
  const server = new FakeBoards();
  const waiting = new Map<string, (metrics: ApiBoardFinanceMetric[]) => void>();
  server.finance = (query) => new Promise((resolve) => waiting.set(query, resolve));
  const { boards } = desk(server);
  void boards.choose('finance');
  await settle();
  waiting.get('finance month all 0')?.([metric('revenue', { value: 111 })]);
  await settle();
  expect(figures(boards)).toBe('¥111');
  void boards.set({ area: 'tea' });
  await settle();
  expect([figures(boards), boards.read_at]).toEqual(['', null]);
  void boards.set({ area: 'vip' });
  await settle();
  waiting.get('finance month vip 0')?.([metric('revenue', { value: 333 })]);
  waiting.get('finance month tea 0')?.([metric('revenue', { value: 222 })]);
  await settle();
  expect(figures(boards)).toBe('¥333');
  // Back at the first one its own are there, at once.
  void boards.set({ area: 'all' });
  expect(figures(boards)).toBe('¥111');
});

test('E1 a board that is refused says so, and is not offered by the next start, in that role, for a week', async () => {
  const server = new FakeBoards();
  server.finance = () => refusal(403);
  const phone = desk(server, 'coach');
  const { boards } = phone;
  await boards.choose('finance');
  expect(boards.is_refused).toBe(true);
  const offered = (now: Boards): string =>
    segmentsOf(now)
      .map(({ name }) => name)
      .join();
  expect(offered(boards)).toBe('coaches,customers,finance');
  const next = phone.restarted();
  expect([next.board, offered(next)]).toEqual(['coaches', 'coaches,customers']);
  expect(offered(phone.restarted('manager'))).toBe('coaches,customers,finance');
  phone.clock.ms += 8 * 86_400_000;
  expect(offered(phone.restarted())).toBe('coaches,customers,finance');
});

test('G3 of a board that is refused nothing shows that was read before, whatever is chosen', async () => {
  const server = new FakeBoards();
  const { boards } = desk(server);
  const both = async (area: string, dimension: string): Promise<void> => {
    await boards.choose('customers');
    await boards.set({ dimension });
    await boards.choose('finance');
    await boards.set({ area });
  };
  await both('all', 'recent');
  expect(figures(boards)).toBe('¥1,200');
  server.finance = () => refusal(403);
  server.customers = () => refusal(403);
  await both('tea', 'spend60');
  void boards.set({ area: 'all' });
  expect(figures(boards)).toBe('');
  void boards.choose('customers');
  void boards.set({ dimension: 'recent' });
  expect(boards.read_at).toBeNull();
});

test('E1 a link tries a hidden board again; what is allowed by then is offered as before', async () => {
  const server = new FakeBoards();
  server.finance = () => refusal(403);
  const phone = desk(server, 'coach');
  await phone.boards.choose('finance');
  server.finance = () => [metric('revenue')];
  const next = phone.restarted();
  next.open({ board: 'finance', time: 'lastMonth' });
  await next.look();
  expect([next.is_refused, figures(next)]).toEqual([false, '¥1,200']);
  expect(segmentsOf(phone.restarted())).toHaveLength(3);
});

test('what the server does not accept is put back, said, and read again; the rest stays', async () => {
  const server = new FakeBoards();
  server.finance = (query) => (query.includes('hallA') ? refusal(422) : [metric('revenue')]);
  const { boards } = desk(server);
  boards.open({ board: 'finance', time: 'week', compare: '1' });
  await boards.look();
  await boards.set({ area: 'hallA' });
  expect(boards.filter).toEqual({ time: 'week', area: 'all', compare: '1' });
  expect(boards.reset_text).toBe('门店的系统不支持“A 区大厅”，已换回默认');
  expect([boards.failure, figures(boards)]).toEqual([null, '¥1,200']);
  await boards.set({ area: 'tea' });
  expect(boards.reset_text).toBe('');
});

test('a server that accepts nothing is asked no more than it takes to know that', async () => {
  const server = new FakeBoards();
  server.finance = () => refusal(422);
  const { boards } = desk(server);
  boards.open({ board: 'finance', time: 'week' });
  await boards.look();
  expect(server.asked).toEqual(['finance week all 0', 'finance month all 0']);
  expect(boards.failure).toMatchObject({ status: 422 });
});

test('where the store calls all skills by another word, it is learnt without a word', async () => {
  const server = new FakeBoards();
  server.skills = [
    { value: 'all', text: '全部' },
    { value: 'chinese', text: '中八' },
  ];
  server.coaches = (query) => (query.includes(' ALL ') ? refusal(422) : [coach(1)]);
  const { boards } = desk(server);
  await boards.look();
  expect([names(boards), boards.reset_text]).toEqual(['1', '']);
  await boards.set({ skill: 'chinese' });
  expect(server.asked[server.asked.length - 1]).toBe('coaches perf_desc chinese month');
});

test('E2 a link opens its board with its filters; nonsense in it opens the default, and nothing is said', async () => {
  const { boards, server } = desk();
  boards.open({ board: 'coaches', sort: 'salary_desc', skill: 'SNOOKER', time: 'last_month' });
  await boards.look();
  expect(server.asked).toEqual(['coaches salary_desc SNOOKER last_month']);
  boards.open({ board: 'coaches', sort: 'constructor', skill: 'CHESS', time: '<b>' });
  await boards.look();
  expect([boards.query, boards.reset_text, boards.failure]).toEqual([{ board: 'coaches' }, '', null]);
  expect(server.asked[1]).toBe('coaches perf_desc ALL month');
  boards.open({ board: '__proto__', time: 'week' });
  expect(boards.board).toBe('coaches');
});

test('filters are kept for each board, over a start of the app', async () => {
  const phone = desk();
  const { boards } = phone;
  await boards.choose('customers');
  await boards.set({ dimension: 'loyal' });
  await boards.choose('finance');
  await boards.set({ area: 'vip' });
  const next = phone.restarted();
  expect([next.board, next.filter['area'], next.filters.customers['dimension']]).toEqual([
    ...['finance', 'vip', 'loyal'],
  ]);
});

test('the board that was chosen is the one that the next start opens with', async () => {
  const phone = desk();
  await phone.boards.choose('customers');
  expect(phone.restarted().board).toBe('customers');
  await phone.boards.choose('coaches');
  expect(phone.restarted().board).toBe('coaches');
});

test('E1 coaches in another order are not asked for, however old they are; what failed is', async () => {
  const { boards, server, clock } = desk();
  await boards.look();
  clock.ms += 61_000;
  await boards.set({ sort: 'salary_desc' });
  expect(server.asked).toEqual(['coaches perf_desc ALL month']);
  const failing = new FakeBoards();
  failing.coaches = () => ({ kind: 'network' });
  const other = desk(failing);
  await other.boards.look();
  await other.boards.set({ sort: 'salary_desc' });
  expect(failing.asked).toEqual(['coaches perf_desc ALL month', 'coaches salary_desc ALL month']);
});

test('what the server does not accept of a choice that was left changes nothing of the next one', async () => {
  const { boards, server } = desk();
  let refuse = (): void => undefined;
  server.customers = (query) =>
    query.includes('loyal')
      ? new Promise((resolve) => (refuse = () => resolve(refusal(422))))
      : [customer(1)];
  await boards.choose('customers');
  const left = boards.set({ dimension: 'loyal' });
  await settle();
  await boards.set({ dimension: 'recent' });
  refuse();
  await left;
  expect([boards.filter['dimension'], boards.reset_text, boards.failure]).toEqual(['recent', '', null]);
  // Nor was it accepted: chosen again it is put back.
  const again = boards.set({ dimension: 'loyal' });
  await settle();
  refuse();
  await again;
  expect([boards.filter['dimension'], boards.reset_text]).toEqual([
    ...['recall', '门店的系统不支持“亲密”，已换回默认'],
  ]);
});

test('with the first look come the store’s skills and the day of its books', async () => {
  const server = new FakeBoards();
  server.day = '2026-05-03';
  const { boards } = desk(server);
  await boards.look();
  await settle();
  expect([boards.skills, formatDate(boards.owner.day.now())]).toEqual([SKILLS, '2026-05-03']);
});

test('customers of one project are asked for by it, page by page', async () => {
  const { boards, server } = desk();
  server.total = 51;
  await boards.choose('customers');
  await boards.set({ project: 'SNOOKER' });
  await boards.loadMore();
  expect(server.asked.slice(1)).toEqual(['customers recall SNOOKER 1', 'customers recall SNOOKER 2']);
});

test('a coach whom the board did not tell of is nobody', async () => {
  const { boards } = desk();
  expect(boards.coach('1')).toBeNull();
  await boards.look();
  expect([boards.coach('1')?.id, boards.coach('99')]).toEqual(['1', null]);
});

test('a dimension that was read a moment ago shows at once and is not asked for again; a minute later it is', async () => {
  const { boards, server, clock } = desk();
  await boards.choose('customers');
  await boards.set({ dimension: 'loyal' });
  await boards.set({ dimension: 'recall' });
  expect(server.asked).toEqual(['customers recall ALL 1', 'customers loyal ALL 1']);
  clock.ms += 61_000;
  await boards.look();
  expect(server.asked[2]).toBe('customers recall ALL 1');
});
