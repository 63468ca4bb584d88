// The list of customers: along one dimension, searched as far as it is loaded, a filter that the server does not know.
import fc from 'fast-check';
import type { ApiBoardCustomerItem } from '../../../../typings/xcx/boards';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { CustomerBoardQuery } from '../../../../miniprogram/packages/staff/api/boards';
import {
  customerRow,
  DIMENSIONS,
  relationText,
  visitText,
} from '../../../../miniprogram/packages/staff/format/customer-row';
import { Customers } from '../../../../miniprogram/packages/staff/stores/customers/customers';
import {
  customerRows,
  customersFailure,
  customersFields,
} from '../../../../miniprogram/packages/staff/stores/customers/customers-view';

const NOW = Date.parse('2026-11-27T12:00:00+08:00');
const customer = (id: string, more: Partial<ApiBoardCustomerItem> = {}): ApiBoardCustomerItem => ({
  ...{ id, name: `客户${id}`, avatar: '', tags: [], total_spend: 8420, visit_count: 23 },
  ...{ last_visit: '2026-11-09', relation_index: '9.2' },
  ...more,
});

const TOTAL = 120;

/** A board of so many customers; `refuse` answers with a status instead. */
function board(refuse: (query: CustomerBoardQuery) => number | null = () => null) {
  const asked: CustomerBoardQuery[] = [];
  const customers = new Customers({
    api: {
      async customers(query) {
        asked.push(query);
        const status = refuse(query);
        if (status !== null) throw new ApiError({ kind: 'api', status, code: `${status}`, message: '' });
        const { page, pageSize, dimension } = query;
        const from = (page - 1) * pageSize;
        const count = Math.max(0, Math.min(pageSize, TOTAL - from));
        const items = Array.from({ length: count }, (_, at) =>
          customer(`${from + at + 1}`, { name: `${dimension}${from + at + 1}` }),
        );
        return Promise.resolve({ items, total: TOTAL, page, pageSize });
      },
    },
    config: {
      skillTypes: () =>
        Promise.resolve([
          { value: 'ALL', text: '全部' },
          { value: 'KTV', text: 'KTV' },
        ]),
    },
  });
  const fields = customersFields(
    () => customers,
    () => '',
  );
  return { customers, asked, read: (name: string) => fields[name]?.() };
}

test('D5 a search looks through what is loaded, says so, and goes on with the next page', async () => {
  const { customers, read } = board();
  await customers.read();
  customers.search(' Ｒecall6 ');
  expect([read('search_text'), read('search_action')]).toEqual(['已加载 50 位里找到 1 位', '继续加载再找']);
  await customers.pages.loadMore();
  expect(read('search_text')).toBe('已加载 100 位里找到 11 位');
  await customers.pages.loadMore();
  expect([read('search_text'), read('search_action'), read('footer_text')]).toEqual([
    ...['共 120 位里找到 11 位', '', ''],
  ]);
  expect(customerRows(customers, NOW).map(({ row_key }) => row_key)).toContain('60');
  customers.search('');
  expect([read('search_text'), read('footer_text')]).toEqual(['', '共 120 位客户']);
});

test('D5 each dimension and project is asked for by itself, and shows at once when one comes back to it', async () => {
  const { customers, asked, read } = board();
  await customers.read();
  await customers.pages.loadMore();
  const turned = customers.chooseDimension('spend60');
  expect([read('state'), read('dimension')]).toEqual(['loading', 'spend60']);
  await turned;
  await customers.chooseProject('KTV');
  expect(asked.at(-1)).toMatchObject({ dimension: 'spend60', project: 'KTV', page: 1 });
  expect(read('project')).toBe('KTV');
  await customers.chooseProject('ALL');
  void customers.chooseDimension('recall');
  expect([read('state'), customers.loaded.length]).toEqual(['ready', 100]);
});

test('G3 once the list is refused, nothing shows that was read before by another filter', async () => {
  let isRefused = false;
  const { customers, read } = board(() => (isRefused ? 403 : null));
  await customers.read();
  isRefused = true;
  await customers.chooseDimension('spend60');
  void customers.chooseDimension('recall');
  expect([read('state'), customers.loaded.length]).toEqual(['loading', 0]);
});

test('lesson 20: a filter that the server does not know is reset, and the page says so', async () => {
  const { customers, read } = board(({ project }) => (project === 'ALL' ? null : 422));
  await customers.read();
  await customers.chooseProject('KTV');
  expect([read('state'), read('project'), read('notice_text')]).toEqual([
    ...['ready', '全部', '门店系统不认识这个筛选，已恢复为待召回的全部项目'],
  ]);
  await customers.chooseDimension('loyal');
  expect(read('notice_text')).toBe('');
});

test('D5 a person who may not see customers is told so, and an empty board is no error', async () => {
  const refused = board(() => 403);
  await refused.customers.read();
  expect(refused.read('state')).toBe('refused');
});

test('a page that is read again keeps what was read further down, each customer once', async () => {
  const { customers } = board();
  await customers.read();
  await customers.pages.loadMore();
  await customers.read();
  expect(new Set(customers.loaded.map(({ id }) => id)).size).toBe(100);
  expect(customers.loaded).toHaveLength(100);
  await customers.pages.reload();
  expect(customers.loaded).toHaveLength(50);
});

test('D5 what the way on says while the next page is read, and where it could not be', async () => {
  let failing = false;
  const { customers, read } = board(() => (failing ? 500 : null));
  expect([read('search_text'), read('is_nothing')]).toEqual(['', false]);
  customers.search('没有这个人');
  expect(read('search_text')).toBe('');
  await customers.read();
  expect([read('is_nothing'), customers.found]).toEqual([true, []]);
  expect(customersFailure(customers)).toBeNull();
  failing = true;
  const more = customers.pages.loadMore();
  expect(read('search_action')).toBe('正在加载…');
  await more;
  expect([read('search_action'), customersFailure(customers)]).toMatchObject([
    '加载失败，重试',
    { status: 500 },
  ]);
  await customers.read();
  expect(customersFailure(customers)).toMatchObject({ status: 500 });
});

test('D5 an answer that comes after another filter was chosen resets nothing', async () => {
  const { customers, read } = board(({ project }) => (project === 'KTV' ? 422 : null));
  await customers.read();
  const first = customers.chooseProject('KTV');
  await customers.chooseProject('ALL');
  await customers.chooseDimension('loyal');
  await first;
  expect([read('dimension'), read('notice_text')]).toEqual(['loyal', '']);
});

test('D5 the reset is said in place of what failed, with nothing to tap', async () => {
  let offline = false;
  const { customers, read } = board(({ project }) => (project === 'KTV' ? 422 : offline ? 500 : null));
  await customers.read();
  offline = true;
  await customers.chooseProject('KTV');
  expect([read('notice_text'), read('notice_action')]).toEqual([
    ...['门店系统不认识这个筛选，已恢复为待召回的全部项目', ''],
  ]);
});

test('D5 projects are asked for until they are known; without them there is nothing to choose', async () => {
  let asked = 0;
  const items = [customer('1')];
  const customers = new Customers({
    api: { customers: ({ page, pageSize }) => Promise.resolve({ items, total: 1, page, pageSize }) },
    config: {
      skillTypes: async () => {
        asked += 1;
        if (asked === 1) throw new ApiError({ kind: 'network' });
        return Promise.resolve([
          { value: 'ALL', text: '全部' },
          { value: 'KTV', text: 'KTV' },
        ]);
      },
    },
  });
  const can_choose = () =>
    customersFields(
      () => customers,
      () => '',
    )['can_choose']?.();
  await customers.read();
  expect([customers.loaded.length, can_choose()]).toEqual([1, false]);
  await customers.read();
  await customers.read();
  expect([asked, can_choose()]).toEqual([2, true]);
});

test('while nobody is signed in nothing is claimed, and no field is without a value', () => {
  const fields = customersFields(
    () => null,
    () => '',
  );
  const said = Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read()]));
  expect(Object.entries(said).filter(([, value]) => value === undefined)).toEqual([]);
  expect(said).toMatchObject({
    ...{ state: 'signed_out', search_text: '', search_action: '', is_nothing: false, query: '' },
    ...{ dimension: '', project: '', can_choose: false, notice_text: '', footer_text: '' },
  });
  expect([customerRows(null, NOW), customersFailure(null)]).toEqual([[], null]);
});

describe("a customer's row", () => {
  const row = (more: Partial<ApiBoardCustomerItem>, dimension = 'recall') =>
    customerRow(customer('7', more), dimension as 'recall', NOW);

  test('has name, two tags, spending, visits and the last of them, and the relation', () => {
    expect(row({ tags: ['银卡', '', '中八', '包厢'] })).toMatchObject({
      ...{ customer_id: '7', tag_1: '银卡', tag_2: '中八', relation: '💖 9.2', is_nameless: false },
      about: '¥8,420 · 23 次 · 18 天前',
    });
  });

  test('D7-28 of a walk-in leads nowhere', () => {
    expect(row({ name: '', is_scattered: true })).toMatchObject({
      customer_id: '',
      name: '散客',
      letter: '散',
    });
  });

  test('D7-35 without a name says so', () => {
    expect(row({ name: ' ' })).toMatchObject({ name: '未知客户', letter: '?', customer_id: '7' });
  });

  test('D7-17 shows the figure of its dimension only where the server computed it', () => {
    const about = (dimension: string) =>
      row({ monthly_consume: 1400, available_months: '约0.8个月' }, dimension).about;
    expect(about('potential')).toBe('月均 ¥1,400 · 23 次 · 18 天前');
    expect(about('balance')).toBe('够用约0.8个月 · 23 次 · 18 天前');
    expect(row({}, 'balance').about).toBe('¥8,420 · 23 次 · 18 天前');
  });

  test.each([
    ['2026-11-27', '今天'],
    ['2026-11-26', '昨天'],
    ['2026-11-06', '21 天前'],
    ['2026-11-05', '11-05'],
    ['2025-11-05', '2025-11-05'],
    ['上周', '上周'],
    ['', ''],
  ])('tells a last visit of %s as %s', (date, words) => expect(visitText(date, NOW)).toBe(words));

  test('shows no relation as none, never as 0', () => {
    expect(['0.0', '', ' ', 'x', '-1'].map(relationText)).toEqual(['', '', '', '', '']);
  });

  test('never says NaN or "undefined", whatever is sent', () => {
    const figure = fc.oneof(fc.double({ min: -1e12, max: 1e12 }), fc.constant(null));
    const text = fc.string();
    const sent = fc.record({
      ...{ name: text, tags: fc.array(text), total_spend: figure, visit_count: figure },
      ...{
        last_visit: text,
        relation_index: fc.oneof(fc.double({ min: -1e12, max: 1e12 }).map(String), fc.constant('')),
      },
    });
    const dimension = fc.constantFrom(...DIMENSIONS.map(({ value }) => value));
    fc.assert(
      fc.property(sent, dimension, (more, along) => {
        const { about, relation, letter } = customerRow(
          customer('7', { ...more, last_visit: '' }),
          along,
          NOW,
        );
        expect(about + relation).not.toMatch(/NaN|undefined|null|Infinity/);
        expect(letter).not.toBe('');
      }),
    );
  });
});
