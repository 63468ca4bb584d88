// What the page of a month says: whose it is, which of its parts there are, the first few of each list.
import type { ApiBoardCoachItem } from '../../../../typings/xcx/boards';
import type {
  ApiPerfCustomer,
  ApiPerfOverview,
  ApiPerfRecordsResponse,
} from '../../../../typings/xcx/performance';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import { Performance } from '../../../../miniprogram/packages/staff/stores/performance/performance';
import {
  coachNames,
  daysOf,
  freshMates,
  incomeOf,
  latestRows,
  performanceFields,
  regularRows,
  scaleOf,
} from '../../../../miniprogram/packages/staff/stores/performance/performance-view';
import { settle } from '../../../support/fake-time';
import { coach } from '../boards/kit';

const clock = { now: () => Date.parse('2027-01-15T12:00:00+08:00') };

const NOTHING: ApiPerfOverview = {
  ...{ total_income: 0, total_hours: 0, total_customers: 0, income_items: [], this_month_records: [] },
  ...{ new_customers: [], regular_customers: [] },
};
const NO_RECORDS: ApiPerfRecordsResponse = {
  summary: { total_count: 0, total_hours: 0, total_hours_raw: 0, total_income: 0 },
  ...{ date_groups: [], has_more: false },
};

type Records = Partial<ApiPerfRecordsResponse>;

interface World {
  overview: Partial<ApiPerfOverview> | Failure | Promise<never>;
  records: Records | Failure | Promise<never> | ((page: number) => Records);
  /** Of the board; a manager alone may choose. */
  coaches: ApiBoardCoachItem[] | Failure;
  may_choose: boolean;
  is_store: boolean;
  coach_id: string | null;
}

/** A month that was read, as far as the backend told of it. */
async function month(more: Partial<World> = {}) {
  const world: World = {
    ...{ overview: {}, records: {}, coaches: [], may_choose: false, is_store: false, coach_id: null },
    ...more,
  };
  const asked: string[] = [];
  const pages: string[] = [];
  const said = async <T>(told: T | Failure | Promise<never>): Promise<T> => {
    const answer = await told;
    if (typeof answer === 'object' && answer !== null && 'kind' in answer) throw new ApiError(answer);
    return answer;
  };
  const page = new Performance(
    {
      api: {
        overview: async () => ({ ...NOTHING, ...(await said(world.overview)) }),
        records: async ({ year, month: number, page: at, page_size }) => {
          pages.push(`${year}-${number} ${at} ${page_size}`);
          const { records } = world;
          return { ...NO_RECORDS, ...(await said(typeof records === 'function' ? records(at) : records)) };
        },
      },
      boards: {
        coaches: ({ sort, skill, time }) => {
          asked.push(`${sort} ${skill} ${time}`);
          return said(world.coaches);
        },
      },
      ...{ clock, may_choose: world.may_choose },
    },
    world.coach_id,
  );
  const reading = page.read();
  await (world.overview instanceof Promise ? settle() : reading);
  const shown = () => page;
  const fields = performanceFields(
    shown,
    clock.now,
    () => world.is_store,
    () => '',
  );
  return { world, asked, pages, page, shown, read: (name: string) => fields[name]?.() };
}

const people = (count: number): ApiPerfCustomer[] =>
  Array.from({ length: count }, (_, at) => ({ name: `客${at + 1}`, avatar_char: '' }));

describe('whose month it is', () => {
  const two = [coach(1, { name: '周敏' }), coach(2, { name: ' ' })];

  test('is said by name where a manager chose a coach, and who chose is where the list stands', async () => {
    const { page, shown, read, asked } = await month({ coaches: two, may_choose: true, is_store: true });
    expect([read('whose'), read('may_choose'), read('coach_at')]).toEqual(['全店', true, 0]);
    expect(coachNames(shown)).toEqual(['全店', '周敏', '--']);
    await page.chooseCoach('2');
    expect([read('whose'), read('coach_at')]).toEqual(['助教', 2]);
    await page.chooseCoach('1');
    expect([read('whose'), read('coach_at')]).toEqual(['周敏', 1]);
    expect(asked).toEqual(['perf_desc ALL month']);
  });

  test('is 我 for a coach, who has nobody to choose and asks for nobody', async () => {
    const { read, shown, asked } = await month({ coaches: two });
    expect([read('whose'), read('may_choose'), coachNames(shown)]).toEqual(['我', false, ['全店']]);
    expect(asked).toEqual([]);
  });

  test('is a coach’s without a name where the coaches could not be read, and they are asked for again', async () => {
    const { world, page, read } = await month({
      ...{ coaches: { kind: 'network' }, may_choose: true, is_store: true, coach_id: '1' },
    });
    expect([read('whose'), read('state'), read('coach_at')]).toEqual(['助教', 'ready', 0]);
    world.coaches = two;
    await page.read();
    expect(read('whose')).toBe('周敏');
  });

  test('stands on no pay scale where it is the store’s', async () => {
    const overview = { total_hours: 158.5, tier_nodes: [0, 120, 180] };
    const store = await month({ overview, is_store: true });
    expect([scaleOf(store.shown, () => true), store.read('has_scale'), store.read('scale_gap')]).toEqual([
      ...[null, false, ''],
    ]);
    const own = await month({ overview });
    expect([own.read('has_scale'), own.read('scale_gap'), own.read('scale_next')]).toEqual([
      ...[true, '21.5h', '180h'],
    ]);
    const of_coach = await month({ overview, is_store: true, coach_id: '1' });
    expect(of_coach.read('has_scale')).toBe(true);
  });
});

describe('what happened in the month', () => {
  test('is one sentence where there are neither hours nor income, and nothing of either', async () => {
    const blank = async (overview: World['overview']) => (await month({ overview })).read('is_blank');
    expect(await blank({})).toBe(true);
    expect(await blank({ total_hours: null, total_income: null })).toBe(true);
    expect(await blank({ total_hours: 2 })).toBe(false);
    expect(await blank({ total_income: 9 })).toBe(false);
    expect(await blank({ income_items: [{ label: '奖', amount: 0, icon: '' }] })).toBe(false);
    const record = { customer_name: '', hours: 0, income: 0, date: '2027-01-02' };
    expect(await blank({ this_month_records: [record] })).toBe(false);
    expect(await blank({ kind: 'network' })).toBe(false);
  });

  test('begins with the three latest records, and says how many there are', async () => {
    const { shown, read } = await month({
      overview: {
        this_month_records: [15, 14, 3, 2].map((day) => ({
          ...{ customer_name: day === 14 ? ' ' : `客${day}`, hours: 1.5, income: 120 },
          date: `2027-01-${String(day).padStart(2, '0')}`,
        })),
      },
      records: { summary: { ...NO_RECORDS.summary, total_count: 1204 } },
    });
    const rows = latestRows(shown, clock.now);
    expect(rows.map(({ name, date }) => `${name} ${date}`)).toEqual([
      ...['客15 01-15', '未知客户 01-14', '客3 01-03'],
    ]);
    expect(rows[0]).toMatchObject({ income: '¥120', hours: '1.5h' });
    expect(read('records_more')).toBe('全部 1,204 条');
    expect((await month()).read('records_more')).toBe('');
  });

  test('has its days, and their failure stands apart from the figures', async () => {
    const group = { date: '2027-01-14', total_hours: 4, total_income: 100, records: [] };
    const { shown, read } = await month({ records: { date_groups: [group] } });
    expect([read('days_state'), read('days_sentence')]).toEqual([
      ...['ready', '上班 1 天，最忙是 01-14 的 4h，今天 0h'],
    ]);
    expect(daysOf(shown, clock.now)?.dates).toHaveLength(15);
    const failing = await month({ records: { kind: 'network' }, overview: { total_income: 12 } });
    expect(['days_state', 'days_sentence', 'state', 'income'].map(failing.read)).toEqual([
      ...['failed', '', 'ready', '¥12'],
    ]);
    expect([failing.page.failure?.kind, daysOf(failing.shown, clock.now)]).toEqual(['network', null]);
  });

  test('has the hours of days that do not fit into one page, and no picture where days are missing', async () => {
    const group = (date: string, total_hours: number) => ({
      date,
      total_hours,
      total_income: 0,
      records: [],
    });
    const pages = (last: number) => (page: number) => ({
      date_groups: [group(`2027-01-0${page === 1 ? 2 : 1}`, page)],
      summary: { ...NO_RECORDS.summary, total_count: 120 * page },
      has_more: page < last,
    });
    const two = await month({ records: pages(2) });
    expect([...(two.page.days.now?.value.hours ?? [])]).toEqual([
      ['2027-01-02', 1],
      ['2027-01-01', 2],
    ]);
    expect([two.pages, two.read('records_more')]).toEqual([['2027-1 1 100', '2027-1 2 100'], '全部 120 条']);
    const endless = await month({ records: pages(99) });
    expect([endless.pages.length, endless.read('days_sentence')]).toEqual([
      ...[10, '这个月的记录很多，请在明细里按天查看'],
    ]);
    const hollow = await month({ records: () => ({ has_more: true }) });
    expect([hollow.pages.length, hollow.page.days.now?.value.is_cut]).toEqual([1, false]);
  });

  test('has the income’s parts', async () => {
    const { shown } = await month({
      overview: { total_income: 90, income_items: [{ label: '课', amount: 90, icon: '' }] },
    });
    expect(incomeOf(shown)?.ring?.total_text).toBe('¥90');
  });
});

describe('who came', () => {
  test('five faces are a row; of more there are four, and all of them once they are asked for', async () => {
    const five = await month({ overview: { new_customers: people(5) } });
    expect(freshMates(five.shown, false)).toHaveLength(5);
    const six = await month({ overview: { new_customers: people(6) } });
    expect(freshMates(six.shown, false).map(({ name }) => name)).toEqual(['客1', '客2', '客3', '客4']);
    expect([freshMates(six.shown, true).length, six.read('fresh_count')]).toEqual([6, '6']);
    expect((await month()).read('fresh_count')).toBe('');
  });

  test('each has the sign that was sent, else the first of the name; a walk-in leads nowhere', async () => {
    const { shown } = await month({
      overview: {
        new_customers: [
          { name: '林小满', avatar_char: ' 满 ', customer_id: '9' },
          { name: '', avatar_char: ' ', customer_id: '8', is_scattered: true },
        ],
      },
    });
    expect(freshMates(shown, false)).toMatchObject([
      { name: '林小满', letter: '满', customer_id: '9' },
      { name: '散客', letter: '散', customer_id: '' },
    ]);
  });

  test('of a regular customer it says how often, and hours and income as far as they were sent', async () => {
    const regular = [
      { name: '林', avatar_char: '', visits: 8, hours: 16.5, income: 2040 },
      { name: '何', avatar_char: '', visits: null },
    ];
    const { shown, read } = await month({ overview: { regular_customers: regular } });
    expect(regularRows(shown, false)).toMatchObject([
      { about: '8 次 · 16.5h', income: '¥2,040' },
      { about: '-- 次', income: '' },
    ]);
    expect(read('regular_count')).toBe('2');
  });
});

test('until it was read it is loading, with its days; where it cannot be read it has failed', async () => {
  const coming = new Promise<never>(() => undefined);
  const loading = await month({ overview: coming, records: coming });
  expect([loading.read('state'), loading.read('days_state'), loading.read('notice_text')]).toEqual([
    ...['loading', 'loading', ''],
  ]);
  const failed = await month({ overview: { kind: 'network' } });
  expect([failed.read('state'), failed.read('failed_title'), failed.read('income')]).toEqual([
    ...['failed', '网络连接失败', '--'],
  ]);
});

test('while nobody is signed in nothing is claimed, and no field is without a value', () => {
  const nobody = () => null;
  const fields = performanceFields(
    nobody,
    clock.now,
    () => false,
    () => '',
  );
  const said = Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read()]));
  expect(Object.entries(said).filter(([, value]) => value === undefined)).toEqual([]);
  expect(said).toMatchObject({
    ...{ state: 'failed', failed_title: '请重新登录', whose: '', income: '--', days_state: 'absent' },
    ...{ month_text: '', can_go_back: false, can_go_on: false, may_choose: false, coach_at: 0 },
    ...{ is_estimate: false, is_blank: false, has_scale: false, scale_fill: 0 },
  });
  expect([
    latestRows(nobody, clock.now),
    freshMates(nobody, true),
    regularRows(nobody, true),
    incomeOf(nobody),
    coachNames(nobody),
  ]).toEqual([[], [], [], null, ['全店']]);
});
