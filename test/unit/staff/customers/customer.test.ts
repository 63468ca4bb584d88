// A customer's page: three requests that fail apart, modules that fail and are absent alone, nothing claimed that was not said.
import fc from 'fast-check';
import { settle } from '../../../support/fake-time';
import * as v from 'valibot';
import { customerSchema } from '../../../../miniprogram/packages/staff/api/schema/customers';
import { consumptionRow } from '../../../../miniprogram/packages/staff/format/consumption-row';
import {
  coachTaskRow,
  customerView,
  favouriteRow,
  headFigures,
} from '../../../../miniprogram/packages/staff/format/customer-view';
import { CustomerStore } from '../../../../miniprogram/packages/staff/stores/customer/customer';
import {
  customerLists,
  NO_MODULES,
} from '../../../../miniprogram/packages/staff/stores/customer/customer-view';
import { BARE, FULL, MONTH, NOW, opened, saidBy, status } from './kit';

const typed = <T extends object>(object: T) => Object.keys(object) as (keyof T)[];

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
    const { read } = await opened({ head: { kind: 'network' }, month: status(500) });
    expect([read('state'), read('failed_title'), read('stale_text')]).toEqual(['failed', '网络连接失败', '']);
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

describe('D5 the page', () => {
  test('asks for the customer, the present month and the notes on them', async () => {
    const { asked } = await opened();
    expect(asked).toEqual(['customer 9', 'records 9 2026-11 1', 'notes customer 9 1']);
  });

  test('has each list in its place', async () => {
    const { rows } = await opened();
    expect(rows('tags').map(({ text }) => text)).toEqual(['中八']);
    expect(rows('figures').map(({ value }) => value)).toEqual(['¥3,280', '¥2,460', '18', '23']);
    expect(rows('strategies').map(({ text }) => text)).toEqual(['先问近况']);
    expect(rows('clues').map(({ text }) => text)).toEqual(['只打中八']);
    expect(rows('records').map(({ income }) => income)).toEqual(['¥260']);
    expect(rows('spent').map(({ amount }) => amount)).toEqual(['¥368']);
    expect(rows('favourites').map(({ name }) => name)).toEqual(['苏念']);
    expect(rows('tasks').map(({ who }) => who)).toEqual(['陈小柔']);
    expect(rows('notes').map(({ content }) => content)).toEqual(['没人接']);
  });

  test('shows the three latest services; the others of the month have a page', async () => {
    const [record] = MONTH.records;
    const month = { ...MONTH, records: Array.from({ length: 5 }, () => record) };
    expect((await opened({ month })).rows('records')).toHaveLength(3);
  });

  test('says of services and notes that there are none, or that they are still being read', async () => {
    const none = await opened({ month: { ...MONTH, records: [] }, notes: [] });
    expect([none.read('month_none'), none.read('notes_none')]).toEqual([
      ...['本月还没有服务记录。', '还没有备注。打过电话后记一条，下次看得到。'],
    ]);
    const failed = await opened({ month: status(500), notes: status(500), head: BARE });
    expect([failed.read('month_none'), failed.read('notes_none')]).toEqual(['正在读取…', '正在读取…']);
    const some = await opened();
    expect([some.read('month_none'), some.read('notes_none')]).toEqual(['', '']);
  });

  test('has no list of what could not be read', async () => {
    const { rows } = await opened({ head: status(500), month: status(500), notes: status(500) });
    for (const name of typed(customerLists)) expect([name, rows(name)]).toEqual([name, []]);
  });

  test('names as failure what it cannot be without first', async () => {
    const { store, answers } = await opened({ head: status(500), month: status(502), notes: status(503) });
    const failures: (number | undefined)[] = [];
    for (const name of ['head', 'month', 'notes'] as const) {
      failures.push(store.failure?.kind === 'api' ? store.failure.status : undefined);
      delete answers[name];
      await store.read();
    }
    expect([failures, store.failure]).toEqual([[500, 502, 503], null]);
  });

  test('a month that cannot be read again is of last time too; a refusal says nothing of last time', async () => {
    const { store, answers, read } = await opened();
    answers.month = { kind: 'network' };
    await store.read();
    expect(read('stale_text')).toBe('网络连接失败，显示的是上次的内容');
    answers.head = status(403);
    await store.read();
    expect([read('state'), read('stale_text')]).toEqual(['no_permission', '']);
  });

  test('notes that are refused or gone do not take the customer away', async () => {
    for (const code of [403, 404])
      expect((await opened({ notes: status(code) })).read('state')).toBe('ready');
  });

  test('is loading until head or records came, and asks for a sign-in while nobody is signed in', async () => {
    const { store } = await opened();
    const unread = new CustomerStore('9', {
      api: { customer: () => new Promise(() => undefined), records: () => new Promise(() => undefined) },
      notes: { notes: () => new Promise(() => undefined) },
      clock: { now: () => NOW },
      onForeign: () => undefined,
    });
    void unread.read();
    const nobody = { notes: () => null, now: () => NOW };
    const coming = saidBy({ ...nobody, store: () => unread });
    expect(coming).toMatchObject({ state: 'loading', head_state: 'absent', notes_state: 'ready' });
    unread.dispose();
    // What the head knows of notes stands in only where they cannot be read: it knows no ratings.
    const half = new CustomerStore('9', {
      api: {
        customer: async () => v.parse(customerSchema, FULL),
        records: () => new Promise(() => undefined),
      },
      notes: { notes: () => new Promise(() => undefined) },
      ...{ clock: { now: () => NOW }, onForeign: () => undefined },
    });
    void half.read();
    await settle();
    expect(saidBy({ ...nobody, store: () => half })).toMatchObject({
      state: 'ready',
      notes_none: '正在读取…',
    });
    const signed_out = saidBy({ ...nobody, store: () => null });
    expect(Object.entries(signed_out).filter(([, value]) => value === undefined)).toEqual([]);
    expect(signed_out).toMatchObject({ ...NO_MODULES, state: 'signed_out', name: '', stale_text: '' });
    expect(customerLists.notes(store, { ...nobody, store: () => store })).toEqual([]);
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

  test('of insight is there with a summary or with advice, and blanks are neither', async () => {
    const state = async (summary: string, ...texts: string[]) => {
      const strategies = texts.map((text) => ({ color: '#fff', text }));
      return (await opened({ head: { ...FULL, ai_insight: { summary, strategies } } })).read('insight_state');
    };
    expect([await state('老会员'), await state('', '先问近况'), await state(' ', ' ')]).toEqual([
      ...['ready', 'ready', 'absent'],
    ]);
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
