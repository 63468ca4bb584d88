// The services given to a customer: by month and table, whose they are kept when a month fails.
import type { ApiCustomerRecordsResponse } from '../../../../typings/xcx/customers';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { CustomerRecordsQuery } from '../../../../miniprogram/packages/staff/api/customers';
import { CustomerRecords } from '../../../../miniprogram/packages/staff/stores/customer/customer-records';
import {
  servicesFields,
  servicesFigures,
  servicesRows,
  servicesTables,
} from '../../../../miniprogram/packages/staff/stores/customer/customer-records-view';

const NOW = Date.parse('2026-11-27T12:00:00+08:00');

type Answer = Partial<ApiCustomerRecordsResponse> | number;

function page(answer: (query: CustomerRecordsQuery) => Answer = () => ({})) {
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
    { now: () => NOW },
    '9',
  );
  const fields = servicesFields(
    () => records,
    () => '',
  );
  return { records, asked, read: (name: string) => fields[name]?.() };
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
