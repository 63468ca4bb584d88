// A month's records as rows: heads and records, walk-ins, 折前, recharges. Lessons 17, 28 and 35 of the deployed system.
import fc from 'fast-check';
import { customerLink, customerName } from '../../../../miniprogram/packages/staff/format/perf-words';
import { recordRows } from '../../../../miniprogram/packages/staff/format/record-rows';

const now = Date.parse('2026-11-27T09:41:00+08:00');
const record = {
  ...{ id: '7', customer_name: '林小满', time_range: '14:00-16:00', hours: 2, course_type: '基础课' },
  ...{ course_type_class: 'basic', location: 'A03', income: 260, customer_id: '3' },
};
const rowsOf = (...records: (typeof record)[]) =>
  recordRows([{ date: '2026-11-27', total_hours: 2, total_income: 260, records }], now);

test('a day has its head with its own totals as sent, then its records', () => {
  const rows = rowsOf(record, { ...record, id: '8' });
  expect(rows.map(({ kind, row_key, is_last }) => [kind, row_key, is_last])).toEqual([
    ['head', 'd2026-11-27', false],
    ['record', 'r7', false],
    ['record', 'r8', true],
  ]);
  expect(rows[0]).toMatchObject({ day: '11月27日 周五 今天', day_sum: '2h · ¥260' });
  expect(rows[1]).toMatchObject({
    ...{ name: '林小满', where: '14:00-16:00 · A03', income: '¥260', hours: '2h', customer_id: '3' },
  });
});

test('折前 stands before the hours only where they differ; a recharge takes no time', () => {
  expect(rowsOf({ ...record, hours: 3.5, hours_raw: 4 } as typeof record)[1]?.hours).toBe('折前 4h · 3.5h');
  expect(rowsOf({ ...record, hours_raw: 2 } as typeof record)[1]?.hours).toBe('2h');
  expect(rowsOf({ ...record, course_type_class: 'recharge', hours: 0 })[1]?.hours).toBe('--');
});

test('lesson 28: a walk-in is 散客, without a link', () => {
  const walkIn = { ...record, is_scattered: true };
  expect(rowsOf(walkIn)[1]).toMatchObject({ name: '散客', customer_id: '' });
  expect(customerLink('3', true)).toBe('');
});

test('lesson 35: a name that was lost is said so', () => {
  expect([customerName('', false), customerName(' ', undefined)]).toEqual(['未知客户', '未知客户']);
});

test('lesson 17: what is empty text leaves no sign', () => {
  expect(rowsOf({ ...record, location: '' })[1]?.where).toBe('14:00-16:00');
  expect(rowsOf({ ...record, time_range: '', location: '' })[1]?.where).toBe('');
});

test('whatever is sent, no key comes twice and no text is NaN or "undefined"', () => {
  const figure = fc.oneof(fc.double(), fc.constant(null));
  const text = fc.string();
  const one = fc.record({
    ...{ customer_name: text, time_range: text, course_type: text, course_type_class: text },
    ...{ location: text, hours: figure, income: figure },
  });
  fc.assert(
    fc.property(fc.array(fc.array(one, { maxLength: 4 }), { maxLength: 5 }), figure, (days, total) => {
      const rows = recordRows(
        days.map((records, at) => ({
          ...{ date: `2026-11-0${at + 1}`, total_hours: total, total_income: total },
          records: records.map((sent, place) => ({ ...sent, id: `${at}${place}` })),
        })),
        now,
      );
      expect(new Set(rows.map(({ row_key }) => row_key)).size).toBe(rows.length);
      for (const { day_sum, income, hours } of rows)
        expect(`${day_sum} ${income} ${hours}`).not.toMatch(/NaN|undefined|Infinity/);
    }),
  );
});
