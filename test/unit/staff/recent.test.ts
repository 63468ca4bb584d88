// What was read lately shows at once, and no longer than it may.
import fc from 'fast-check';
import type { ApiCustomerRecordsResponse } from '../../../typings/xcx/customers';
import { ApiError } from '../../../miniprogram/api/errors';
import { CustomerRecords } from '../../../miniprogram/packages/staff/stores/customer/customer-records';
import type { LoadedServices } from '../../../miniprogram/packages/staff/stores/customer/customer-records';
import { Recent } from '../../../miniprogram/packages/staff/stores/recent';
import { Reading } from '../../../miniprogram/stores/reading';

test('G2 of so many values the eldest are forgotten, and none that was set since', () => {
  const most = 5;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), (keys) => {
      const recent = new Recent<number>(most);
      keys.forEach((key, at) => recent.set(String(key), at));
      const latest = [...new Set([...keys].reverse())];
      latest.forEach((key, at) => {
        expect(recent.get(String(key))).toBe(at < most ? keys.lastIndexOf(key) : null);
      });
    }),
  );
});

test('G2 what an earlier page read shows at once, is read again, and stays where that fails', async () => {
  const recent = new Recent<string>();
  const answers: (() => Promise<string>)[] = [
    async () => '一',
    async () => '二',
    () => Promise.reject(new ApiError({ kind: 'network' })),
  ];
  const open = (key = '9') => new Reading(() => answers.shift()?.() ?? Promise.resolve(''), recent, key);
  const first = open();
  expect(first.value).toBeNull();
  await first.read();
  const second = open();
  expect([second.value, open('10').value]).toEqual(['一', null]);
  await second.read();
  expect(second.value).toBe('二');
  const third = open();
  await third.read();
  expect([third.value, third.failure?.kind]).toEqual(['二', 'network']);
});

test('G2 a customer’s records of an earlier page show with whose they are, and never another’s', async () => {
  const known = new Recent<LoadedServices>();
  const page = (id: string) =>
    new CustomerRecords(
      {
        records: async (asked) =>
          ({
            ...{ customer_name: `客户${asked}`, tables: [], records: [], has_more: false },
            ...{ month_count: 0, month_hours: 0, total_service_count: 0 },
          }) as unknown as ApiCustomerRecordsResponse,
      },
      { now: () => Date.parse('2026-11-27T12:00:00+08:00') },
      id,
      known,
    );
  await page('9').read();
  expect(page('9').head?.customer_name).toBe('客户9');
  expect(page('9').reply?.customer_name).toBe('客户9');
  expect([page('10').head, page('10').reply]).toEqual([null, null]);
});
