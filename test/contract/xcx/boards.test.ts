// E1: every filter of the three boards, as the page shows it, against the books by an SQL of the test's own.
import type { Boards } from '../../../miniprogram/packages/staff/stores/boards/boards';
import {
  boardRowsOf,
  cardsOf,
  podiumOf,
} from '../../../miniprogram/packages/staff/stores/boards/boards-view';
import { choicesFor } from '../../../miniprogram/packages/staff/stores/boards/filters';
import type { BoardName } from '../../../miniprogram/packages/staff/stores/boards/filters';
import type { Row } from '../../backend/db/store';
import { PROFILES } from '../v4/kit';
import { boardsOf } from './boards-kit';
import { useStaff } from './kit';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const yuan = (amount: number): string =>
  `${amount < 0 ? '-' : ''}¥${String(Math.abs(Math.round(amount))).replace(/\B(?=(\d{3})+$)/g, ',')}`;
const valuesOf = (board: BoardName, name: string): string[] =>
  choicesFor(board, name, null).map(({ value }) => value);

type Span = readonly [from: number, to: number];

/** The spans by a calendar of the test's own, in Beijing. */
function calendarAt(now: number) {
  const day = new Date(now + 8 * HOUR_MS);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  const in_quarter = month % 3;
  const monthAt = (back: number): number => Date.UTC(year, month - back, 1) - 8 * HOUR_MS;
  const months = (back: number, count: number): Span => [monthAt(back), monthAt(back - count)];
  const monday = Date.UTC(year, month, day.getUTCDate() - ((day.getUTCDay() + 6) % 7)) - 8 * HOUR_MS;
  const week = (back: number): Span => [monday - 7 * back * DAY_MS, monday - 7 * (back - 1) * DAY_MS];
  const coaches: Readonly<Record<string, Span>> = {
    ...{ month: months(0, 1), last_month: months(1, 1), last_3m: months(3, 3), last_6m: months(6, 6) },
    ...{ quarter: months(in_quarter, 3), last_quarter: months(in_quarter + 3, 3) },
  };
  const finance: Readonly<Record<string, Span>> = {
    ...{ month: months(0, 1), lastMonth: months(1, 1), week: week(0), lastWeek: week(1) },
    ...{ quarter3: months(3, 3), half6: months(6, 6) },
    ...{ quarter: months(in_quarter, 3), lastQuarter: months(in_quarter + 3, 3) },
  };
  const before: Readonly<Record<string, Span>> = {
    ...{ lastMonth: months(2, 1), lastWeek: week(2), lastQuarter: months(in_quarter + 6, 3) },
  };
  return { coaches, finance, before };
}
const NEVER: Span = [0, 0];

const BILLS = 'xcx_bills JOIN xcx_tables USING (table_id) WHERE started_at >= ? AND started_at < ?';
const HALLS = ['hallA', 'hallB', 'hallC'];
const ROOMS = [...HALLS, 'mahjong', 'tea', 'vip'];

describe.each(PROFILES)('boards, %s', (profile) => {
  const kit = useStaff(profile);
  const rows = (sql: string, ...given: (string | number)[]): Row[] => kit.backend.db.all(sql, ...given);
  const asked = (board: string): number => kit.backend.dev.requests.count(`GET /api/xcx/board/${board}`);
  const calendar = () => calendarAt(kit.backend.clock.now());
  /** Amounts of a table's rows in a span, yuan. */
  const sumOf = (books: string, [from, to]: Span): number =>
    Number(rows(`SELECT COALESCE(SUM(amount), 0) AS amount FROM ${books}`, from, to)[0]?.['amount']);
  const opened = async (openid = 'demo-manager'): Promise<Boards> => boardsOf(await kit.staff(openid));

  /** Everybody's figures in a span: hours, income, finished tasks, stored value of their customers. */
  function coachBooks([from, to]: Span) {
    return rows(
      `SELECT c.coach_id AS id, c.skills,
        COALESCE((SELECT SUM(half_hours) / 2.0 FROM xcx_earnings e WHERE e.coach_id = c.coach_id
          AND started_at >= ?1 AND started_at < ?2), 0) AS hours,
        COALESCE((SELECT SUM(income) FROM xcx_earnings e WHERE e.coach_id = c.coach_id
          AND started_at >= ?1 AND started_at < ?2), 0) AS income,
        (SELECT COUNT(*) FROM xcx_tasks t WHERE t.coach_id = c.coach_id AND status = 'completed'
          AND completed_at >= ?1 AND completed_at < ?2) AS tasks,
        COALESCE((SELECT SUM(balance) FROM xcx_balances JOIN xcx_customers k USING (customer_id)
          WHERE k.coach_id = c.coach_id), 0) AS stored
       FROM xcx_coaches c WHERE store_id = 1`,
      from,
      to,
    ).map((row) => ({
      id: String(row['id']),
      skills: String(row['skills']),
      ...{ hours: Number(row['hours']), income: Number(row['income']) },
      ...{ tasks: Number(row['tasks']), stored: Number(row['stored']) },
    }));
  }

  const SORTS = {
    perf_desc: ['hours', -1],
    perf_asc: ['hours', 1],
    salary_desc: ['income', -1],
    salary_asc: ['income', 1],
    task_desc: ['tasks', -1],
    sv_desc: ['stored', -1],
  } as const;

  const TIMES = valuesOf('coaches', 'time').map((time) => ({ time, skill: '' }));
  const SKILLS = ['BILLIARD', 'SNOOKER', 'MAHJONG', 'KTV'].map((skill) => ({ time: 'month', skill }));

  test('E1 coaches: every order of every time and of every skill', async () => {
    const boards = await opened();
    for (const { time, skill } of [...TIMES, ...SKILLS]) {
      await boards.set({ time, skill });
      const own = coachBooks(calendar().coaches[time] ?? NEVER).filter(({ skills }) =>
        skills.includes(skill),
      );
      for (const sort of valuesOf('coaches', 'sort')) {
        await boards.set({ sort });
        const [name, sign] = SORTS[sort as keyof typeof SORTS];
        const expected = [...own].sort(
          (one, other) => sign * (one[name] - other[name]) || Number(one.id) - Number(other.id),
        );
        const shown = [...podiumOf(boards), ...boardRowsOf(boards)].map(({ id }) => id);
        expect([time, skill, sort, shown]).toEqual([time, skill, sort, expected.map(({ id }) => id)]);
      }
      await boards.set({ sort: 'perf_desc' });
    }
    // Of each time and skill: the coaches, and once their order by stored value.
    expect(asked('coaches')).toBe((TIMES.length + SKILLS.length) * 2);
  });

  /** What each customer's board is sorted by, worked out here over the bills of a project; null for who is not on it. */
  function customerBooks(
    dimension: string,
    project: string,
  ): { id: string; by: number; spend: number; visits: number }[] {
    const now = kit.backend.clock.now();
    const bills = rows(
      `SELECT customer_id, started_at, amount FROM xcx_bills JOIN xcx_tables USING (table_id)
       WHERE started_at <= ?1 AND (?2 = '' OR project = ?2) ORDER BY started_at`,
      now,
      project,
    );
    const all = new Map<string, { at: number; amount: number }[]>();
    for (const bill of bills) {
      const id = String(bill['customer_id']);
      all.set(id, [
        ...(all.get(id) ?? []),
        { at: Number(bill['started_at']), amount: Number(bill['amount']) },
      ]);
    }
    const told = (sql: string) => new Map(rows(sql).map((row) => [String(row['id']), Number(row['value'])]));
    const balances = told('SELECT customer_id AS id, balance AS value FROM xcx_balances');
    const charges = told('SELECT customer_id AS id, MAX(created_at) AS value FROM xcx_recharges GROUP BY 1');
    const board = [...all].map(([id, own]) => {
      const since = (days: number) => own.filter(({ at }) => at > now - days * DAY_MS);
      const sum = (some: readonly { amount: number }[]) =>
        some.reduce((total, { amount }) => total + amount, 0);
      const [first, last] = [own[0]?.at ?? 0, own[own.length - 1]?.at ?? 0];
      const recent = ['spend60', 'freq60'].includes(dimension) ? since(60) : own;
      const [spend, visits] = [sum(recent), recent.length];
      const rhythm = Math.max((last - first) / (own.length - 1), 3 * DAY_MS);
      const by: Readonly<Record<string, number>> = {
        recall: own.length < 2 || (now - last) / rhythm <= 1 ? -1 : (now - last) / rhythm,
        potential: sum(since(180)) / 6 - sum(since(30)),
        balance: balances.get(id) ?? 0,
        recharge: charges.get(id) ?? -1,
        recent: last,
        spend60: visits === 0 ? -1 : spend,
        freq60: visits === 0 ? -1 : visits + spend / 1e9,
      };
      return { id, by: by[dimension] ?? NaN, spend, visits };
    });
    const least = ['potential', 'balance'].includes(dimension) ? 1e-9 : 0;
    return board
      .filter(({ by }) => by >= least)
      .sort((one, other) => other.by - one.by || Number(one.id) - Number(other.id));
  }

  test('E1 customers: every dimension, and every project', async () => {
    const boards = await opened();
    await boards.choose('customers');
    const dimensions = valuesOf('customers', 'dimension').filter((one) => one !== 'loyal');
    const combinations = [
      ...dimensions.map((dimension) => ({ dimension, project: '' })),
      ...SKILLS.map(({ skill }) => ({ dimension: 'spend60', project: skill })),
    ];
    for (const { dimension, project } of combinations) {
      await boards.set({ dimension, project });
      if (dimension === 'recent') await boards.loadMore();
      const all = customerBooks(dimension, project);
      const { items = [], total } = boards.readings.customers.loaded ?? {};
      const expected = all.slice(0, dimension === 'recent' ? 100 : 50);
      expect([dimension, project, items.map(({ id }) => id), total]).toEqual([
        ...[dimension, project, expected.map(({ id }) => id), all.length],
      ]);
      expect(items.map(({ total_spend, visit_count }) => [total_spend, visit_count])).toEqual(
        expected.map(({ spend, visits }) => [spend, visits]),
      );
    }
    await boards.set({ dimension: 'spend60', project: '' });
    expect(boardRowsOf(boards)[0]?.figure).toBe(yuan(customerBooks('spend60', '')[0]?.spend ?? NaN));
  });

  test('E1 customers by closeness: the closest first', async () => {
    const boards = await opened();
    await boards.choose('customers');
    await boards.set({ dimension: 'loyal' });
    const close = (boards.readings.customers.loaded?.items ?? []).map((one) => Number(one.relation_index));
    expect(close[0]).toBeGreaterThan(8);
    expect(close).toEqual([...close].sort((one, other) => other - one));
  });

  test('E1 finance: every time, and every area', async () => {
    const boards = await opened();
    await boards.choose('finance');
    const combinations = [
      ...valuesOf('finance', 'time').map((time) => ({ time, area: 'all' })),
      ...valuesOf('finance', 'area').map((area) => ({ time: 'lastMonth', area })),
    ];
    for (const { time, area } of combinations) {
      await boards.set({ time, area });
      const rooms = area === 'all' ? ROOMS : area === 'hall' ? HALLS : [area];
      const span = calendar().finance[time] ?? NEVER;
      const sum = (books: string): string => yuan(sumOf(books, span));
      const taken = sum(`${BILLS} AND area IN (${rooms.map((room) => `'${room}'`).join()})`);
      const charged = sum('xcx_recharges WHERE created_at >= ? AND created_at < ?');
      const cards = cardsOf(boards).filter(({ kind }) => kind === 'metric');
      const figure = (...keys: string[]) => cards.find(({ key }) => keys.includes(key))?.figure;
      expect([time, area, figure('revenue', 'overview.confirmed_revenue')]).toEqual([time, area, taken]);
      // Recharges belong to the whole store.
      expect(figure('recharge', 'recharge.actual_income')).toBe(area === 'all' ? charged : undefined);
      expect(cardsOf(boards).some(({ kind }) => kind === 'lost')).toBe(false);
      expect(cards.some(({ trend_text }) => trend_text !== '')).toBe(false);
    }
  });

  test('E1 finance beside the time before: directions are those of the books', async () => {
    const boards = await opened();
    await boards.choose('finance');
    for (const [time, before] of Object.entries(calendar().before)) {
      await boards.set({ time, compare: '1' });
      const [now, then] = [sumOf(BILLS, calendar().finance[time] ?? NEVER), sumOf(BILLS, before)];
      const card = cardsOf(boards).find(({ key }) => ['revenue', 'overview.confirmed_revenue'].includes(key));
      expect([time, card?.trend]).toEqual([time, now > then ? 'up' : now < then ? 'down' : 'flat']);
    }
  });
});
