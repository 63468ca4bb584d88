// What the page of a month's records says: its sums, its state, what could not be read; and what it asks for.
import type { ApiPerfRecordsResponse } from '../../../../typings/xcx/performance';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import type { PerformanceApi } from '../../../../miniprogram/packages/staff/api/performance';
import type { YearMonth } from '../../../../miniprogram/packages/staff/stores/month';
import { MonthRecords } from '../../../../miniprogram/packages/staff/stores/performance/records';
import {
  recordsFailure,
  recordsFields,
  rowsOf,
} from '../../../../miniprogram/packages/staff/stores/performance/records-view';

const NETWORK: Failure = { kind: 'network' };
const REFUSED: Failure = { kind: 'api', status: 403, code: '403', message: '无权限' };

const record = (id: string) => ({
  ...{ id, customer_name: '林', time_range: '', hours: 2, course_type: '', course_type_class: 'basic' },
  ...{ location: '', income: 50 },
});
const MONTH: ApiPerfRecordsResponse = {
  summary: { total_count: 1204, total_hours: 158.5, total_hours_raw: 160, total_income: 12_680 },
  date_groups: [
    { date: '2027-01-14', total_hours: 4, total_income: 100, records: [record('9'), record('8')] },
  ],
  has_more: true,
};

/** @param answers for each request, in turn; then the month */
function opened(
  answers: (Partial<ApiPerfRecordsResponse> | Failure)[] = [],
  coach_id: string | null = null,
  month: YearMonth | null = null,
) {
  const asked: Parameters<PerformanceApi['records']>[0][] = [];
  const clock = { ms: Date.parse('2027-01-15T12:00:00+08:00'), now: () => clock.ms };
  const page = new MonthRecords(
    {
      async records(query) {
        asked.push(query);
        const answer = answers.shift() ?? {};
        if ('kind' in answer) throw new ApiError(answer);
        return Promise.resolve({ ...MONTH, ...answer });
      },
    },
    clock,
    coach_id,
    month,
  );
  const fields = recordsFields(
    () => page,
    () => '',
  );
  return { asked, clock, page, read: (name: string) => fields[name]?.() };
}

test('the sums are the server’s for the whole month, whatever was read of it', async () => {
  const { page, read, clock } = opened();
  expect(['state', 'income', 'count'].map(read)).toEqual(['loading', '--', '--']);
  await page.read();
  expect(['state', 'income', 'hours', 'hours_raw', 'count', 'is_estimate'].map(read)).toEqual([
    ...['ready', '¥12,680', '158.5', '折前 160h', '1,204', true],
  ]);
  expect(rowsOf(() => page, clock.now).map(({ row_key }) => row_key)).toEqual(['d2027-01-14', 'r9', 'r8']);
  await page.move(-1);
  expect([read('month_text'), read('is_estimate')]).toEqual(['2026年12月', false]);
});

test('a coach’s records are asked for by the coach, 50 at a time', async () => {
  const { page, asked } = opened([], '7');
  await page.read();
  await page.pages.loadMore();
  const query = { year: 2027, month: 1, coach_id: '7', page_size: 50 };
  expect(asked).toEqual([
    { ...query, page: 1 },
    { ...query, page: 2 },
  ]);
});

test('of a link’s month that month is read, and no later one than the present', async () => {
  const { page, asked, read } = opened([], null, { year: 2025, month: 12 });
  expect(read('month_text')).toBe('2025年12月');
  await page.read();
  expect(asked).toMatchObject([{ year: 2025, month: 12, page: 1 }]);
  expect(opened([], null, { year: 2028, month: 1 }).read('month_text')).toBe('2027年1月');
});

test('the own records are asked for without a coach', async () => {
  const { page, asked } = opened();
  await page.read();
  expect(asked).toEqual([{ year: 2027, month: 1, page: 1, page_size: 50 }]);
});

test('the month that is chosen is read', async () => {
  const { page, asked, read } = opened();
  await page.choose({ year: 2026, month: 3 });
  expect([asked.map(({ month }) => month), read('month_text'), read('state')]).toEqual([
    ...[[3], '2026年3月', 'ready'],
  ]);
});

test('a day is read on to no further than the month that shows, nor behind a page that fails', async () => {
  const left = opened();
  const seeking = left.page.seek('2027-01-01');
  const moved = left.page.move(-1);
  expect(await seeking).toBe(false);
  await moved;
  // Of the month that was left one page, the one that was asked for.
  expect(left.asked.map(({ month, page }) => `${month} ${page}`)).toEqual(['1 1', '12 1']);
  const failing = opened([{}, NETWORK]);
  expect(await failing.page.seek('2027-01-01')).toBe(false);
  expect(failing.asked.map(({ page }) => page)).toEqual([1, 2]);
});

test('a page further down that cannot be read is said below the list, and is what is to be mended', async () => {
  const { page, read } = opened([{}, NETWORK]);
  await page.read();
  expect(recordsFailure(page)).toBeNull();
  await page.pages.loadMore();
  expect(recordsFailure(page)).toEqual(NETWORK);
  expect([read('state'), read('footer_text')]).toEqual(['ready', '加载失败，点此重试']);
});

test('a month without records is empty, one that is refused or cannot be read says so', async () => {
  const empty = opened([{ date_groups: [], has_more: false }]);
  await empty.page.read();
  expect(empty.read('state')).toBe('empty');
  const refused = opened([{}, REFUSED]);
  await refused.page.read();
  await refused.page.read();
  expect([refused.read('state'), recordsFailure(refused.page)]).toEqual(['refused', REFUSED]);
  const failed = opened([NETWORK]);
  await failed.page.read();
  expect([failed.read('state'), failed.read('failed_title')]).toEqual(['failed', '网络连接失败']);
});

test('a month that begins while the page stands open is read in place of the one before', async () => {
  const { page, clock, asked, read } = opened();
  await page.read();
  clock.ms = Date.parse('2027-02-01T00:01:00+08:00');
  const reading = page.read();
  expect([read('month_text'), read('state'), page.days]).toEqual(['2027年2月', 'loading', []]);
  await reading;
  expect(asked.map(({ month }) => month)).toEqual([1, 2]);
});

test('while nobody is signed in nothing is claimed, and no field is without a value', () => {
  const fields = recordsFields(
    () => null,
    () => '',
  );
  const said = Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read()]));
  expect(Object.entries(said).filter(([, value]) => value === undefined)).toEqual([]);
  expect(said).toMatchObject({
    ...{ state: 'failed', month_text: '', is_estimate: false, income: '--', hours: '--', hours_raw: '' },
    ...{ count: '--', footer_text: '', notice_text: '', failed_title: '请重新登录' },
  });
  expect([recordsFailure(null), rowsOf(() => null, Date.now)]).toEqual([null, []]);
});
