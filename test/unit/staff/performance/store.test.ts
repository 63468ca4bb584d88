// The month of a page: moved quickly, read again behind what shows, refused; and its records page by page.
import type { ApiPerfOverview, ApiPerfRecordsResponse } from '../../../../typings/xcx/performance';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { PerformanceApi } from '../../../../miniprogram/packages/staff/api/performance';
import { Performance } from '../../../../miniprogram/packages/staff/stores/performance/performance';
import {
  performanceFields,
  regularRows,
} from '../../../../miniprogram/packages/staff/stores/performance/performance-view';
import { MonthRecords } from '../../../../miniprogram/packages/staff/stores/performance/records';

const clock = { now: () => Date.parse('2027-01-15T12:00:00+08:00') };
const refused = new ApiError({ kind: 'api', status: 403, code: '403', message: '无权限' });

const overview = (total_income: number): ApiPerfOverview => ({
  ...{ total_income, total_hours: 1, total_customers: 1, income_items: [], this_month_records: [] },
  new_customers: [],
  regular_customers: Array.from({ length: 12 }, (_, at) => ({ name: `客${at}`, avatar_char: '', visits: 2 })),
});

const empty: ApiPerfRecordsResponse = {
  summary: { total_count: 0, total_hours: 0, total_hours_raw: 0, total_income: 0 },
  date_groups: [],
  has_more: false,
};

interface Asked {
  month: string;
  answer: (overview: ApiPerfOverview) => void;
  refuse: (error: ApiError) => void;
}

/** A backend whose answers come when the test says so. */
function slow() {
  const asked: Asked[] = [];
  const api: PerformanceApi = {
    overview: ({ year, month, coach_id = 'own' }) =>
      new Promise((answer, refuse) => asked.push({ month: `${coach_id} ${year}-${month}`, answer, refuse })),
    records: () => Promise.resolve(empty),
  };
  const page = new Performance(
    { api, boards: { coaches: () => Promise.reject(refused) }, clock, may_choose: false },
    null,
  );
  const fields = performanceFields(
    () => page,
    clock.now,
    () => false,
    () => '',
  );
  return { asked, page, said: (name: string) => fields[name]?.() };
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

test('D4 the month goes back over the turn of the year, and asks for that month', async () => {
  const { asked, page, said } = slow();
  void page.read();
  void page.move(-1);
  expect(asked.map(({ month }) => month)).toEqual(['own 2027-1', 'own 2026-12']);
  expect([said('month_text'), said('state'), said('can_go_on'), said('is_estimate')]).toEqual([
    ...['2026年12月', 'loading', true, false],
  ]);
  asked[1]?.answer(overview(12));
  await settled();
  expect([said('state'), said('income')]).toEqual(['ready', '¥12']);
});

test('an answer that comes after the page has moved on changes nothing of what shows', async () => {
  const { asked, page, said } = slow();
  void page.read();
  void page.move(-1);
  asked[1]?.answer(overview(12));
  await settled();
  asked[0]?.answer(overview(1));
  await settled();
  expect(said('income')).toBe('¥12');
});

test('a reading that was given up is no failure of the month that shows', async () => {
  const { asked, page, said } = slow();
  void page.read();
  void page.move(-1);
  asked[0]?.refuse(new ApiError({ kind: 'aborted' }));
  await settled();
  expect([said('state'), page.failure]).toEqual(['loading', null]);
  asked[1]?.answer(overview(12));
  await settled();
  expect([said('state'), said('notice_text'), page.failure]).toEqual(['ready', '', null]);
});

test('of two readings of one month the later one stands, whichever comes first', async () => {
  const { asked, page, said } = slow();
  void page.read();
  void page.read();
  asked[1]?.answer(overview(2));
  await settled();
  asked[0]?.answer(overview(1));
  await settled();
  expect(said('income')).toBe('¥2');
});

test('a month that was read before shows at once when the page comes back, and is read again behind it', async () => {
  const { asked, page, said } = slow();
  void page.read();
  asked[0]?.answer(overview(1));
  await settled();
  void page.move(-1);
  void page.move(1);
  expect([said('state'), said('income'), asked.length]).toEqual(['ready', '¥1', 3]);
  asked[2]?.refuse(new ApiError({ kind: 'network' }));
  await settled();
  expect([said('income'), said('notice_action')]).toEqual(['¥1', '重试']);
});

test('lesson 29: what the server refuses of another coach is a page of its own, not an error', async () => {
  const { asked, page, said } = slow();
  void page.chooseCoach('2');
  expect(asked[0]?.month).toBe('2 2027-1');
  asked[0]?.refuse(refused);
  await settled();
  expect(said('state')).toBe('refused');
});

test('G3 a month that the server refuses shows no figures of before', async () => {
  const { asked, page, said } = slow();
  void page.read();
  asked[0]?.answer(overview(1));
  await settled();
  void page.move(-1);
  asked[1]?.refuse(refused);
  await settled();
  void page.move(1);
  expect([said('state'), said('income')]).toEqual(['loading', '--']);
});

test('of the regular customers five stand, all of them once they are asked for', async () => {
  const { asked, page } = slow();
  void page.read();
  asked[0]?.answer(overview(1));
  await settled();
  expect(regularRows(() => page, false)).toHaveLength(5);
  expect(regularRows(() => page, true)).toHaveLength(12);
  expect(regularRows(() => page, true)[0]).toMatchObject({ about: '2 次', income: '', customer_id: '' });
});

describe('records', () => {
  const group = (date: string, ...ids: string[]) => ({
    ...{ date, total_hours: 4, total_income: 100 },
    records: ids.map((id) => ({
      ...{ id, customer_name: '林', time_range: '', hours: 2, course_type: '', course_type_class: 'basic' },
      ...{ location: '', income: 50 },
    })),
  });
  const pages: Record<number, ApiPerfRecordsResponse> = {
    1: { ...empty, date_groups: [group('2027-01-14', '9', '8'), group('2027-01-13', '7')], has_more: true },
    // A new record has shifted the pages: the last record of page 1 is the first of page 2 as well.
    2: { ...empty, date_groups: [group('2027-01-13', '7', '6'), group('2027-01-02', '5')], has_more: false },
  };

  function read(month = { year: 2027, month: 1 }) {
    const asked: string[] = [];
    const records = new MonthRecords(
      {
        records: ({ year, month: number, page }) => {
          asked.push(`${year}-${number} ${page}`);
          return Promise.resolve(number === 1 ? (pages[page] ?? empty) : empty);
        },
      },
      clock,
      null,
      month,
    );
    const ids = () =>
      records.days.map(({ date, records: rows }) => [date.slice(5), ...rows.map(({ id }) => id)]);
    return { asked, records, ids };
  }

  test('a day that goes on on the next page is one day, and no record stands twice', async () => {
    const { records, ids } = read();
    await records.read();
    await records.pages.loadMore();
    expect(ids()).toEqual([
      ['01-14', '9', '8'],
      ['01-13', '7', '6'],
      ['01-02', '5'],
    ]);
    expect(records.pages.has_more).toBe(false);
  });

  test('a day that was tapped is read on to', async () => {
    const { records, asked } = read();
    expect(await records.seek('2027-01-02')).toBe(true);
    expect(asked).toEqual(['2027-1 1', '2027-1 2']);
    expect(await records.seek('2027-01-03')).toBe(false);
  });

  test('a month that was left shows its first page at once when it comes back', async () => {
    const { records, ids } = read();
    await records.read();
    await records.pages.loadMore();
    await records.move(-1);
    expect(ids()).toEqual([]);
    void records.move(1);
    expect(ids().map(([date]) => date)).toEqual(['01-14', '01-13']);
  });
});
