// The other forms in which the running system writes the contract's values (xcx, §13 of the deployed system's
// description).
import fc from 'fast-check';
import * as v from 'valibot';
import type { Schema } from '../../../../miniprogram/api/schema';
import { record, text } from '../../../../miniprogram/api/schema';
import { figure, hours, pageOf, percentOf, quantity } from '../../../../miniprogram/api/xcx/schema/common';
import { financeBoardSchema } from '../../../../miniprogram/packages/staff/api/schema/finance';
import { staffUserSchema } from '../../../../miniprogram/api/xcx/schema/user';
import { streamEvent } from '../../../../miniprogram/packages/assistant/api/stream-event';
import { unwrapXcx } from '../../../../miniprogram/api/xcx/envelope';
import { noteSchema } from '../../../../miniprogram/packages/staff/api/schema/notes';

const REFUSED = 'refused';

/** What a schema makes of a value. */
function read<T>(schema: Schema<T>, value: unknown): T | typeof REFUSED {
  const decoded = v.safeParse(schema, value);
  return decoded.success ? decoded.output : REFUSED;
}

test.each([
  [1200, 1200],
  ['1200', 1200],
  ['¥1,200.00', 1200],
  ['￥1,200', 1200],
  ['-¥368', -368],
  ['¥-368.50', -368.5],
  ['−368', -368],
  [' ¥ 0 ', 0],
  ['1,2', REFUSED],
  ['12,00', REFUSED],
  ['¥', REFUSED],
  ['1.2.3', REFUSED],
  ['0x10', REFUSED],
  ['1e3', REFUSED],
  ['NaN', REFUSED],
  [Number.NaN, REFUSED],
  [Number.POSITIVE_INFINITY, REFUSED],
  [true, REFUSED],
])('the amount %p is %p', (sent, amount) => {
  expect(read(quantity, sent)).toBe(amount);
});

test('any amount of yuan is read back from how it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
      const yuan = cents / 100;
      const digits = Math.abs(yuan)
        .toFixed(2)
        .replace(/\B(?=(\d{3})+(?!\d))/g, ',');
      expect(read(quantity, `${yuan < 0 ? '-' : ''}¥${digits}`)).toBeCloseTo(yuan, 2);
    }),
  );
});

test.each([
  [null, null],
  [undefined, null],
  ['--', null],
  ['', null],
  ['¥1,200.00', 1200],
  [0, 0],
  ['many', REFUSED],
  [true, REFUSED],
  [Number.NaN, REFUSED],
  [{ value: 1 }, REFUSED],
])('the figure %p is %p', (sent, shown) => {
  expect(read(figure, sent)).toBe(shown);
});

test.each([
  ['3h 20min', 3.33],
  ['2.5h', 2.5],
  ['45min', 0.75],
  ['2', 2],
  [1.5, 1.5],
  [null, null],
  ['--', null],
  ['soon', REFUSED],
])('%p lasts %p hours', (sent, lasts) => {
  expect(read(hours, sent)).toBe(lasts);
});

test('what is no duration is refused, and is not none', () => {
  for (const sent of ['abc', '3 days', 'h', true]) expect(v.safeParse(hours, sent).success).toBe(false);
});

test('a part of one is percent, to two places', () => {
  expect([0, 0.085, 0.12345, 1, -0.5].map(percentOf)).toEqual([0, 8.5, 12.35, 100, -50]);
});

test.each(['', ' 7', '7.0', '1e3', '0x10', '-7', 'seven', '9007199254740993', 7.5, true])(
  'a person’s id that is not written as a whole number names nobody: %j',
  (user_id) => {
    const sent = { user_id, nickname: '白露', status: 'approved' };
    expect(v.safeParse(staffUserSchema, sent).success).toBe(false);
  },
);

const page = pageOf(record({ name: text }, {}));
const items = [{ name: 'a' }];

test.each([
  [
    { items, total: 1, page: 1, pageSize: 20 },
    { items, total: 1, page: 1, pageSize: 20 },
  ],
  [
    { list: items, total: 1, page: 1, page_size: 20, has_more: false },
    { items, total: 1, page: 1, pageSize: 20, has_more: false },
  ],
  [
    { tasks: items, has_more: true },
    { items, total: null, page: null, pageSize: null, has_more: true },
  ],
])('the page %j', (sent, shown) => {
  expect(read(page, sent)).toEqual(shown);
});

test('a person: avatar or avatar_url, the reason under any of its names, a status of tomorrow', () => {
  const person = { user_id: '7', nickname: null, status: 'frozen' };
  expect(read(staffUserSchema, { ...person, avatar: 'a.png', review_note: '离职' })).toEqual({
    ...{ user_id: 7, nickname: '', status: 'frozen', avatar_url: 'a.png', reject_reason: '离职' },
  });
  expect(read(staffUserSchema, { ...person, avatar: 'a', avatar_url: 'b', reason: 'x' })).toMatchObject({
    ...{ avatar_url: 'b', reject_reason: 'x' },
  });
  expect(read(staffUserSchema, { ...person, stores: [{ site_id: 3, site_name: '西' }] })).toMatchObject({
    stores: [{ store_id: '3', store_name: '西' }],
  });
});

test('a note’s score of 0 is no score', () => {
  const note = { id: 1, content: 'x', created_at: '2026-11-22 10:00:00' };
  expect(read(noteSchema, { ...note, score: 0, rating_revisit_likelihood: 0 })).not.toHaveProperty(
    'ai_score',
  );
  expect(read(noteSchema, { ...note, score: 8 })).toMatchObject({ ai_score: 8 });
});

test('panels: rates as percent, a direction only where one is sent, nothing for what is null', () => {
  const overview = { occurrence: '¥1,000.00', discount_rate: 0.085, cash_out: null };
  expect(read(financeBoardSchema, { overview, recharge: null })).toEqual([
    { key: 'overview.occurrence', label: '发生额', value: 1000, unit: '元', panel: 'overview' },
    { key: 'overview.discount_rate', label: '优惠占比', value: 8.5, unit: '%', panel: 'overview' },
  ]);
  const moved = {
    occurrence: 5,
    occurrence_is_down: true,
    occurrence_is_flat: false,
    occurrence_compare: -0.125,
  };
  expect(read(financeBoardSchema, { overview: moved })).toMatchObject([{ trend: 'down', compare: -12.5 }]);
  const flat = { occurrence: 5, occurrence_is_down: false, occurrence_is_flat: true };
  expect(read(financeBoardSchema, { overview: flat })).toMatchObject([{ trend: 'flat' }]);
});

test('panels: a rate that was percent already stays; a change of a rate is a part of one, as of any figure', () => {
  const rates = { discount_rate: 12.5, balance_rate: -0.05, balance_rate_compare: 0.02 };
  expect(read(financeBoardSchema, { overview: rates })).toMatchObject([
    { key: 'overview.discount_rate', value: 12.5, unit: '%' },
    { key: 'overview.balance_rate', value: -5, unit: '%', compare: 2 },
  ]);
});

test('panels: a list has no sum but what was sent, under either name of a row’s fields', () => {
  const structure_rows = [
    { name: '大厅', amount: 700, is_down: true, compare: -0.1 },
    { label: '包厢', value: 500 },
    'broken',
  ];
  const revenue = { total: 1300, structure_rows, price_rows: [], channel_rows: null };
  expect(read(financeBoardSchema, { revenue })).toEqual([
    { key: 'revenue.total', label: '营业额', value: 1300, unit: '元', panel: 'revenue' },
    {
      ...{ key: 'revenue.structure_rows', label: '按区域', value: null, unit: '元', panel: 'revenue' },
      sub_items: [
        { label: '大厅', value: 700, trend: 'down', compare: -10 },
        { label: '包厢', value: 500 },
      ],
    },
  ]);
});

test('panels: what coaches got stands by courses and incentives, with levels where they were sent', () => {
  const coach_analysis = {
    basic: { total_share: 900, rows: [{ level: '高级', share: 600 }] },
    incentive: { total_share: 100 },
  };
  const whole = { unit: '元', panel: 'coach_analysis' };
  expect(read(financeBoardSchema, { coach_analysis, overview: { basic: coach_analysis.basic } })).toEqual([
    {
      ...{ key: 'coach_analysis.basic', label: '助教基础课', value: 900, ...whole },
      sub_items: [{ label: '高级', value: 600 }],
    },
    { key: 'coach_analysis.incentive', label: '助教激励课', value: 100, ...whole },
  ]);
});

test.each([
  [{ code: 403, message: '无权限', detail: 'x' }, '403', '无权限'],
  [{ detail: '未认证' }, '401', '未认证'],
  [
    { detail: [{ loc: ['body', 'phone'], msg: 'Value error, 手机号不对', type: 'value_error' }] },
    '401',
    '手机号不对',
  ],
  [{ detail: [] }, '401', ''],
])('the refusal %j', (body, code, message) => {
  const { result } = unwrapXcx({ status: code === '403' ? 403 : 401, headers: [], body });
  expect(result).toMatchObject({ ok: false, failure: { kind: 'api', code, message } });
});

test.each([
  ['message', { delta: '好' }, { event: 'message', data: { delta: '好' } }],
  ['message', { type: 'chunk', content: '好' }, { event: 'message', data: { delta: '好' } }],
  ['message', { type: 'start', content: '' }, { event: 'other' }],
  ['message', { type: 'done', conversationId: 7, tokensUsed: 3 }, { event: 'done', data: { chat_id: 7 } }],
  ['message', { type: 'usage', tokens_used: 3, conversation_id: 7 }, { event: 'done', data: { chat_id: 7 } }],
  ['message', { type: 'error', message: '忙' }, { event: 'error', data: { code: 503, message: '忙' } }],
  ['done', { userMessage: { id: 1 } }, { event: 'done', data: { user_message: { id: 1 } } }],
])('the event %s %j', (event, data, said) => {
  expect(streamEvent(event, data)).toMatchObject(said);
});
