// What was read lately shows at once, and no longer than it may.
import fc from 'fast-check';
import type { ApiCustomerRecordsResponse } from '../../../typings/xcx/customers';
import type { ApiPerfRecordsResponse } from '../../../typings/xcx/performance';
import { ApiError } from '../../../miniprogram/api/errors';
import type { Failure } from '../../../miniprogram/api/errors';
import { CustomerRecords } from '../../../miniprogram/packages/staff/stores/customer/customer-records';
import type { LoadedServices } from '../../../miniprogram/packages/staff/stores/customer/customer-records';
import { MonthRecords } from '../../../miniprogram/packages/staff/stores/performance/records';
import type { LoadedRecords } from '../../../miniprogram/packages/staff/stores/performance/records';
import { Recent } from '../../../miniprogram/packages/staff/stores/recent';
import { Reading } from '../../../miniprogram/stores/reading';

test('G2 of so many values the eldest are forgotten, and none that was set since', () => {
  const most = 5;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), (keys) => {
      const recent = new Recent<number>(most);
      keys.forEach((key, at) => recent.learn(String(key), { ok: true, value: at }));
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

const failed = (failure: Failure) => Promise.reject(new ApiError(failure));
const refused = (status: number): Failure => ({ kind: 'api', status, code: String(status), message: '' });

describe('what an earlier page read and the backend refuses', () => {
  /** Pages of two things, over one memory; an answer for each reading, in order. */
  async function afterFailing(failure: Failure): Promise<readonly (string | null)[]> {
    const recent = new Recent<string>();
    const open = (key: string, ask: () => Promise<string>) => new Reading(ask, recent, key);
    for (const key of ['9', '10']) await open(key, async () => `客户${key}`).read();
    const again = open('9', () => failed(failure));
    await again.read();
    expect(again.failure).toEqual(failure);
    return [recent.get('9'), recent.get('10')];
  }

  test.each([404, 409])('G3 since it is gone (%i) does not show again', async (status) => {
    expect(await afterFailing(refused(status))).toEqual([null, '客户10']);
  });

  test('G3 for want of a right does not show again, nor what else was read by that right', async () => {
    expect(await afterFailing(refused(403))).toEqual([null, null]);
  });

  test.each<Failure>([
    ...([{ kind: 'network' }, { kind: 'timeout' }, { kind: 'http', status: 403 }] as const),
    ...([{ kind: 'http', status: 404 }, refused(500), refused(429)] as const),
  ])('G3 shows after any other failure: $kind $status', async (failure) => {
    expect(await afterFailing(failure)).toEqual(['客户9', '客户10']);
  });

  test('G3 is not a customer’s services, nor a month’s records', async () => {
    const now = () => Date.parse('2026-11-27T12:00:00+08:00');
    let failure: Failure | null = null;
    const answer = async <T>(reply: object): Promise<T> =>
      failure === null ? (reply as T) : failed(failure).then(() => reply as T);
    const services = new Recent<LoadedServices>();
    const customer = { records: () => answer<ApiCustomerRecordsResponse>({ records: [], has_more: false }) };
    const months = new Recent<LoadedRecords>();
    const coach = { records: () => answer<ApiPerfRecordsResponse>({ date_groups: [], has_more: false }) };
    const served = () => new CustomerRecords(customer, { now }, '9', services);
    const month = () => new MonthRecords(coach, { now }, '2', null, months);
    const known = () => [served().pages.loaded !== null, month().pages.loaded !== null];
    await Promise.all([served().read(), month().read()]);
    expect(known()).toEqual([true, true]);
    failure = { kind: 'network' };
    await Promise.all([served().read(), month().read()]);
    expect(known()).toEqual([true, true]);
    failure = refused(403);
    await Promise.all([served().read(), month().read()]);
    expect(known()).toEqual([false, false]);
  });
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
