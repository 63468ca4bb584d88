// The services given to a customer: by month and table, whose they are kept when a month fails.
import type { ApiCustomerRecordsResponse } from '../../../../typings/xcx/customers';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { CustomerRecordsQuery } from '../../../../miniprogram/packages/staff/api/customers';
import { CustomerRecords } from '../../../../miniprogram/packages/staff/stores/customer/customer-records';
import {
  servicesFailure,
  servicesFields,
  servicesFigures,
  servicesRows,
  servicesTables,
} from '../../../../miniprogram/packages/staff/stores/customer/customer-records-view';

const NOW = Date.parse('2026-11-27T12:00:00+08:00');

type Answer = Partial<ApiCustomerRecordsResponse> | number;

function page(answer: (query: CustomerRecordsQuery) => Answer = () => ({})) {
  const clock = { ms: NOW, now: () => clock.ms };
  const asked: CustomerRecordsQuery[] = [];
  const records = new CustomerRecords(
    {
      async records(_id, query) {
        asked.push(query);
        const said = answer(query);
        if (typeof said === 'number')
          throw new ApiError({ kind: 'api', status: said, code: `${said}`, message: '' });
        const { page: at, month } = query;
        const record = (table: string) => ({
          ...{ table, type: '基础课', type_class: 'basic', duration: 2, income: 260, drinks: '' },
          date: `2026-${month}-0${at}`,
        });
        return Promise.resolve({
          ...{ customer_name: '林小满', customer_phone: '138****0031', relation_index: '9.2' },
          tables: [
            { id: '1', name: 'A03' },
            { id: '2', name: 'A05' },
          ],
          records: [record('A03'), record('A05')],
          ...{ has_more: at < 2, month_count: 4, month_hours: 8, total_service_count: 23 },
          ...said,
        });
      },
    },
    clock,
    '9',
  );
  const fields = servicesFields(
    () => records,
    () => '',
  );
  return { records, asked, clock, read: (name: string) => fields[name]?.() };
}

test('D5 the figures are those of the whole month, whichever page and table show', async () => {
  const { records, asked, read } = page();
  await records.read();
  const figures = () => servicesFigures(records).map(({ value, unit }) => value + unit);
  expect(figures()).toEqual(['4次', '8h', '23次']);
  await records.pages.loadMore();
  expect([servicesRows(records, NOW).length, read('footer_text')]).toEqual([4, '11 月的记录都在这里了']);
  const turned = records.chooseTable('2');
  expect([figures(), servicesTables(records).length]).toEqual([['4次', '8h', '23次'], 3]);
  await turned;
  expect(asked.at(-1)).toEqual({ year: 2026, month: 11, table: '2', page: 1 });
});

test('D5 another month begins with all tables; one that was read shows at once', async () => {
  const { records, asked, read } = page();
  await records.read();
  await records.chooseTable('2');
  await records.move(-1);
  expect([asked.at(-1), read('table'), read('month_text')]).toEqual([
    ...[{ year: 2026, month: 10, page: 1 }, '', '2026年10月'],
  ]);
  void records.move(1);
  expect(read('state')).toBe('ready');
});

test('D7-30 a month that fails leaves whose records these are, and the way to another month', async () => {
  const { records, read } = page(({ month }) => (month === 10 ? 500 : {}));
  await records.read();
  await records.move(-1);
  expect([read('state'), read('has_head'), read('name'), read('can_go_back')]).toEqual([
    ...['failed', true, '林小满', true],
  ]);
});

test('figures that were not sent are not there, nor a choice of one table', async () => {
  const nothing = { tables: [{ id: '1', name: 'A03' }] };
  const { records } = page(() => nothing);
  await records.read();
  expect(servicesTables(records)).toEqual([]);
  const bare = page(({ page: at }) => ({ records: [], has_more: at < 1 }));
  await bare.records.read();
  expect(bare.read('state')).toBe('empty');
});

test.each([
  [403, 'no_permission'],
  [404, 'gone'],
])('D5 a %i is a page of its own', async (code, state) => {
  const { records, read } = page(() => code);
  await records.read();
  expect(read('state')).toBe(state);
});

test('the head says whose services these are, how close, and the phone, from the first page', async () => {
  const { records, read } = page(({ page: at }) =>
    at === 1 ? { customer_phone_full: '13800000031' } : { customer_name: '别人', month_count: 9 },
  );
  expect([read('has_head'), read('state')]).toEqual([false, 'loading']);
  await records.read();
  await records.pages.loadMore();
  expect(['has_head', 'name', 'heart', 'phone', 'phone_full'].map(read)).toEqual([
    ...[true, '林小满', '💖 9.2', '138****0031', '13800000031'],
  ]);
  expect(servicesFigures(records)[0]).toMatchObject({ row_key: '本月', value: '4' });
});

test('the month’s end is said where there is nothing further, and not of a month without records', async () => {
  const { records, read } = page();
  await records.read();
  expect(read('footer_text')).toBe('上滑或点此加载更多');
  const empty = page(() => ({ records: [], has_more: false }));
  await empty.records.read();
  expect([empty.read('state'), empty.read('footer_text')]).toEqual(['empty', '']);
  const hollow = page(() => ({ records: [], has_more: true }));
  await hollow.records.read();
  expect(hollow.read('state')).toBe('empty');
});

test('a table can be left again though the month has no other', async () => {
  const { records } = page(() => ({ tables: [{ id: '1', name: 'A03' }] }));
  await records.read();
  expect(servicesTables(records)).toEqual([]);
  await records.chooseTable('1');
  expect(servicesTables(records)).toEqual([
    { value: '', text: '全部球台' },
    { value: '1', text: 'A03' },
  ]);
});

test('what failed of the first page or a further one is what is to be mended', async () => {
  let failing = false;
  const { records, read } = page(() => (failing ? 500 : {}));
  await records.read();
  expect(servicesFailure(records)).toBeNull();
  failing = true;
  await records.pages.loadMore();
  expect([servicesFailure(records), read('state')]).toMatchObject([{ status: 500 }, 'ready']);
  await records.read();
  expect([servicesFailure(records), read('notice_action')]).toMatchObject([{ status: 500 }, '重试']);
});

test('D5 the month that is chosen is asked for; one that begins while the page stands open is read with all tables', async () => {
  const { records, asked, clock, read } = page();
  await records.choose({ year: 2026, month: 3 });
  expect([asked.at(-1), read('month_text')]).toEqual([{ year: 2026, month: 3, page: 1 }, '2026年3月']);
  await records.choose({ year: 2026, month: 11 });
  await records.chooseTable('2');
  clock.ms = Date.parse('2026-12-01T00:01:00+08:00');
  await records.read();
  expect([asked.at(-1), read('table')]).toEqual([{ year: 2026, month: 12, page: 1 }, '']);
});

test('D5 seen again the table stays chosen', async () => {
  const { records, asked, read } = page();
  await records.read();
  await records.chooseTable('2');
  await records.read();
  expect([asked.at(-1), read('table')]).toEqual([{ year: 2026, month: 11, table: '2', page: 1 }, '2']);
});

test('while nobody is signed in nothing is claimed, and no field is without a value', () => {
  const fields = servicesFields(
    () => null,
    () => '',
  );
  const said = Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read()]));
  expect(Object.entries(said).filter(([, value]) => value === undefined)).toEqual([]);
  expect(said).toMatchObject({
    ...{ state: 'signed_out', has_head: false, heart: '', phone: '', phone_full: '', table: '' },
    ...{ footer_text: '', month_text: '', failed_title: '请重新登录' },
  });
  const lists = [servicesFigures(null), servicesTables(null), servicesRows(null, NOW), servicesFailure(null)];
  expect(lists).toEqual([[], [], [], null]);
});
