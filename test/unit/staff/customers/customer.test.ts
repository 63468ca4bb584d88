// A customer's page: three requests that fail apart, modules that fail and are absent alone, nothing claimed that was not said.
import fc from 'fast-check';
import * as v from 'valibot';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import {
  customerRecordsSchema,
  customerSchema,
} from '../../../../miniprogram/packages/staff/api/schema/customers';
import { consumptionRow } from '../../../../miniprogram/packages/staff/format/consumption-row';
import {
  coachTaskRow,
  customerView,
  favouriteRow,
  headFigures,
} from '../../../../miniprogram/packages/staff/format/customer-view';
import { CustomerStore } from '../../../../miniprogram/packages/staff/stores/customer/customer';
import {
  customerFields,
  customerLists,
} from '../../../../miniprogram/packages/staff/stores/customer/customer-view';
import type { ShownCustomer } from '../../../../miniprogram/packages/staff/stores/customer/customer-view';

const NOW = Date.parse('2026-11-27T12:00:00+08:00');

const COACH = {
  ...{ name: '陈小柔', level: '高级', course_type: '基础课', hours: 2.5, perf_hours: 2, fee: 240 },
};
/** The least that a customer's reply can be. */
const BARE = { id: '9' };
const FULL = {
  ...{ id: '9', name: '林小满', phone: '138****0031', phone_full: '13800000031', avatar: '' },
  ...{ member_level: '银卡会员', relation_index: '9.2', tags: ['中八'], total_service_count: 23 },
  ...{ balance: 3280, consumption60d: 2460, days_since_visit: 18 },
  retention_clues: [{ tag: '玩法', tag_color: 'primary', emoji: '🎱', text: '只打中八', source: 'AI' }],
  ai_insight: { summary: '老会员', strategies: [{ color: '#fff', text: '先问近况' }] },
  consumption_records: [
    {
      ...{ id: '1', date: '2026-11-09', type: '台费', type_class: 'table', amount: 368, table: 'A03' },
      ...{ duration: 2, start_time: '14:02', food_amount: 48, pay_method: '微信', coaches: [COACH] },
    },
  ],
  favorite_coaches: [{ id: '2', name: '苏念', level: '星级', relation_index: '6.8', service_count: 4 }],
  coach_tasks: [
    {
      ...{ id: '3', coach_name: '陈小柔', level: '高级', task_type: 'priority_recall', task_type_label: '' },
      ...{ status: 'active', created_at: '2026-11-20' },
    },
  ],
  notes: [{ id: '4', tag_label: '客户', created_at: '2026-11-27 08:50:00', content: '没人接' }],
};
const MONTH = {
  ...{ customer_name: '林小满', customer_phone: '138****0031', relation_index: '9.2', has_more: false },
  ...{ month_count: 5, month_hours: 11.5, tables: [], total_service_count: 23 },
  records: [{ table: 'A03', type: '基础课', duration: 2, income: 260, drinks: '', date: '2026-11-09' }],
};
const NOTE = { id: '4', content: '没人接', tag_type: 'customer', tag_label: '', created_at: '2026-11-27' };

const status = (code: number): Failure => ({ kind: 'api', status: code, code: `${code}`, message: '' });

interface Answers {
  head?: object | Failure;
  month?: object | Failure;
  notes?: Failure;
}

const isFailure = (answer: object | undefined): answer is Failure => answer !== undefined && 'kind' in answer;

async function opened(answers: Answers = {}) {
  const foreign: string[] = [];
  const answered = async <T>(
    answer: object | undefined,
    decode: (reply: object) => T,
    full: object,
  ): Promise<T> => {
    await Promise.resolve();
    if (isFailure(answer)) throw new ApiError(answer);
    return decode(answer ?? full);
  };
  const store = new CustomerStore('9', {
    api: {
      customer: () => answered(answers.head, (reply) => v.parse(customerSchema, reply), FULL),
      records: () => answered(answers.month, (reply) => v.parse(customerRecordsSchema, reply), MONTH),
    },
    notes: {
      notes: () => answered(answers.notes, () => ({ items: [NOTE], total: 1, page: 1, pageSize: 50 }), {}),
    },
    clock: { now: () => NOW },
    onForeign: (module) => foreign.push(module),
  });
  const own = { present: <T>(notes: readonly T[]) => notes, factsOf: () => undefined };
  const shown = { store: () => store, notes: () => own, now: () => NOW } as unknown as ShownCustomer;
  const fields = customerFields(shown);
  await store.read();
  return {
    ...{ store, answers, foreign },
    read: (name: string) => fields[name]?.(),
    rows: <Name extends keyof typeof customerLists>(name: Name) => customerLists[name](store, shown),
  };
}

const MODULES = [
  ['insight_state', 'ai_insight'],
  ['clues_state', 'retention_clues'],
  ['spent_state', 'consumption_records'],
  ['favourites_state', 'favorite_coaches'],
  ['tasks_state', 'coach_tasks'],
] as const;

describe('D5 the three requests', () => {
  test('D7-30 the head that fails does not stand in the way of the records, and names who it is by them', async () => {
    const { store, answers, read, rows } = await opened({ head: status(500) });
    expect([read('state'), read('head_state'), read('month_state')]).toEqual(['ready', 'failed', 'ready']);
    expect([read('name'), read('phone'), read('relation')]).toEqual(['林小满', '138****0031', '💖 关系 9.2']);
    expect([rows('records').length, rows('notes').length]).toEqual([1, 1]);
    answers.head = FULL;
    await store.head.read();
    expect([read('head_state'), read('level')]).toEqual(['absent', '银卡会员']);
  });

  test('D7-30 nor do records that fail stand in the way of the head', async () => {
    const { read } = await opened({ month: status(500) });
    expect([read('state'), read('month_state'), read('head_state')]).toEqual(['ready', 'failed', 'absent']);
  });

  test('notes that fail are told as far as the head knows them', async () => {
    const { read, rows } = await opened({ notes: status(500) });
    expect([read('notes_state'), rows('notes').map(({ tag }) => tag)]).toEqual(['ready', ['客户']]);
    const bare = await opened({ notes: status(500), head: BARE });
    expect(bare.read('notes_state')).toBe('failed');
  });

  test('the page has failed only where neither head nor records came', async () => {
    expect((await opened({ head: status(500), month: status(500) })).read('state')).toBe('failed');
  });

  test.each([
    [403, 'no_permission'],
    [404, 'gone'],
  ])('a %i of either is a page of its own', async (code, state) => {
    expect((await opened({ head: status(code), month: status(500) })).read('state')).toBe(state);
    expect((await opened({ head: status(500), month: status(code) })).read('state')).toBe(state);
  });

  test('what cannot be read again is kept, and said to be of last time', async () => {
    const { store, answers, read } = await opened();
    answers.head = { kind: 'network' };
    await store.read();
    expect([read('state'), read('name'), read('stale_text')]).toEqual([
      ...['ready', '林小满', '网络连接失败，显示的是上次的内容'],
    ]);
  });
});

describe('D5 a module', () => {
  test.each(MODULES)('%s fails alone where %s is broken', async (state, name) => {
    const { read } = await opened({ head: { ...FULL, [name]: 'soon' } });
    for (const [other] of MODULES)
      expect([other, read(other)]).toEqual([other, other === state ? 'failed' : 'ready']);
  });

  test.each(MODULES)('%s is absent alone where %s is empty, or null', async (state, name) => {
    const empty = name === 'ai_insight' ? { summary: '', strategies: [] } : [];
    for (const nothing of [empty, null]) {
      const { read } = await opened({ head: { ...FULL, [name]: nothing } });
      for (const [other] of MODULES)
        expect([other, read(other)]).toEqual([other, other === state ? 'absent' : 'ready']);
    }
  });

  test('D7-33 that is not sent at all is absent, and nothing is claimed', async () => {
    const { read } = await opened({ head: BARE });
    expect(MODULES.map(([state]) => read(state))).toEqual(MODULES.map(() => 'absent'));
  });

  test('D7-13 of another program is absent, and is told to the log', async () => {
    const { read, foreign } = await opened({ head: { ...FULL, ai_insight: { advice: '…' } } });
    expect([read('insight_state'), foreign]).toEqual(['absent', ['ai_insight']]);
    expect((await opened()).foreign).toEqual([]);
  });

  test('of which one row is broken shows the others', async () => {
    const { rows } = await opened({ head: { ...FULL, favorite_coaches: [...FULL.favorite_coaches, 7] } });
    expect(rows('favourites').map(({ name }) => name)).toEqual(['苏念']);
  });
});

describe("D7 a customer's words", () => {
  const head = (more: object) => v.parse(customerSchema, { ...FULL, ...more });

  test('figures that were not sent are not there, 0 is', () => {
    const figures = (more: object) => headFigures(head(more), null).map(({ value, unit }) => value + unit);
    expect(figures({})).toEqual(['¥3,280', '¥2,460', '18天前', '23次']);
    expect(
      figures({ balance: 0, consumption60d: null, days_since_visit: 0, total_service_count: null }),
    ).toEqual(['¥0', '今天']);
  });

  test('D7-27 D7-28 D7-35 no phone, no name and no relation are no "undefined"', () => {
    const bare = customerView(
      head({ name: null, phone: null, phone_full: null, relation_index: null }),
      null,
    );
    expect([bare.name, bare.phone, bare.relation]).toEqual(['未知客户', '', '']);
    expect(customerView(head({ name: null, is_scattered: true }), null).name).toBe('散客');
    expect(JSON.stringify([bare, customerView(null, null)])).not.toMatch(/undefined|null|NaN/);
  });

  test('what was spent has hours as counted, with those before where they differ', () => {
    const [record] = head({}).consumption_records;
    if (record === undefined) throw new Error('no record');
    expect(consumptionRow(record, NOW)).toMatchObject({
      ...{ when: '11-09 14:02', amount: '¥368', about: 'A03 · 2h · 酒水 ¥48 · 微信', tone: 'brand' },
      coaches: [{ level: '高级', tone: 'warn', text: '陈小柔 · 基础课 2h（折前 2.5h）' }],
    });
    expect(consumptionRow({ ...record, total_orig_price: 400 }, NOW).about).toContain('原价 ¥400');
    expect(consumptionRow({ ...record, total_orig_price: 368 }, NOW).about).not.toContain('原价');
  });

  test('coaches and their tasks', () => {
    const { favorite_coaches: [coach] = [], coach_tasks: [task] = [] } = head({});
    if (coach === undefined || task === undefined) throw new Error('not sent');
    expect(favouriteRow(coach)).toMatchObject({ tone: 'danger', times: '4 次', relation: '💛 6.8' });
    expect(coachTaskRow(task, NOW)).toMatchObject({
      type: '优先召回',
      who: '陈小柔',
      about: '进行中 · 11-20',
    });
    expect(coachTaskRow({ ...task, status: 'constructor' }, NOW).about).toBe('constructor · 11-20');
  });

  test('no text is NaN or "undefined", whatever is sent', () => {
    const figure = fc.oneof(fc.double({ min: -1e12, max: 1e12 }), fc.constant(null));
    const text = fc.constantFrom('', ' ', 'A03', '2026-11-09', '--');
    const record = fc.record({
      ...{ id: fc.constant('1'), date: text, type: text, type_class: text, amount: figure, table: text },
      ...{
        duration: figure,
        start_time: text,
        food_amount: fc.double({ min: -1e12, max: 1e12 }),
        food_detail: text,
      },
      ...{ total_orig_price: fc.double({ min: -1e12, max: 1e12 }), pay_method: text },
    });
    fc.assert(
      fc.property(record, (sent) => {
        expect(JSON.stringify(consumptionRow(sent, NOW))).not.toMatch(/NaN|undefined|null|Infinity/);
      }),
    );
  });
});
