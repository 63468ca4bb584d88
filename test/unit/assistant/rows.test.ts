// A conversation as rows for its page, and its list.
import { patchOf } from '../../../miniprogram/format/list-patch';
import { chatRow } from '../../../miniprogram/packages/assistant/format/chat-row';
import { headline } from '../../../miniprogram/packages/assistant/format/subject';
import { chatTime, momentText } from '../../../miniprogram/packages/assistant/format/when';
import { askedFrom, contextOf } from '../../../miniprogram/packages/assistant/stores/about';
import { TalkRows } from '../../../miniprogram/packages/assistant/stores/talk/talk-rows';
import { aboutIn, subjectUrl } from '../../../miniprogram/packages/assistant/conversation/subject-url';
import { parseWireTime } from '../../../miniprogram/format/time';
import { askUrl } from '../../../miniprogram/routes';
import type { AskedAbout } from '../../../miniprogram/routes';
import { room } from './kit';

const NOW = parseWireTime('2026-11-28T09:41:00+08:00') ?? 0;

test('an answer is a card: its rows know its ends, and the last answer ends below them', async () => {
  const { talk, api, rest, time } = room('7', null);
  const rows = new TalkRows();
  api.store('7', '一', '答一\n\n还有', '二', '答二');
  await talk.open();
  const shown = () =>
    rows.of(talk.entries, time.now()).map((row) => `${row.kind}${'edge' in row ? ` ${row.edge ?? ''}` : ''}`);
  expect(shown()).toEqual(['time', 'ask', 'text first', 'text last', 'ask', 'text first']);
  talk.ask('三');
  await rest();
  expect(shown()).toEqual(['time', 'ask', 'text first', 'text last', 'ask', 'text only', 'ask']);
  talk.stop();
  talk.ask('四');
  expect(shown().slice(6)).toEqual(['ask', 'note only', 'ask']);
});

test('while an answer is written only its last line changes', async () => {
  const { talk, api, rest, time } = room('7', null);
  const rows = new TalkRows();
  talk.ask('怎么约');
  await rest();
  api.now.delta('### 一\n\n先问近况。\n\n再说');
  await rest();
  const before = rows.of(talk.entries, time.now());
  api.now.delta('周六下午');
  await rest();
  const after = rows.of(talk.entries, time.now());
  const patch = patchOf('chunks', [{ key: 'c1', rows: before }], [{ key: 'c1', rows: after }]);
  expect(patch).toEqual({ 'chunks[0].rows[4].runs[0].t': '再说周六下午' });
});

test('a question says when it was asked where more than ten minutes passed since what was said before', async () => {
  const { talk, api, time } = room('7', null);
  for (const [wait_ms, ...said] of [
    [0, '一', '答一'],
    [600_000, '二', '答二'],
    [600_001, '三', '答三'],
  ] as const) {
    await time.advance(wait_ms);
    api.store('7', ...said);
  }
  await talk.open();
  const rows = new TalkRows().of(talk.entries, time.now());
  expect(rows.map(({ kind }) => kind).join(' ')).toBe('time ask text ask text time ask text');
});

test('what an answer refers to stands first in its card, also where the server keeps it beside the question', async () => {
  const { talk, api, time } = room('7', null);
  const card = { type: 'customer', title: '林小满', summary: '银卡', data: { 储值: '¥3,280', 空: '' } };
  api.store('7', '一', '答一', '二', '', '三', '答三');
  const stored = api.stored.get('7') ?? [];
  for (const at of [0, 3]) Object.assign(stored[at] ?? {}, { reference_card: card });
  await talk.open();
  const rows = new TalkRows();
  const shown = rows.of(talk.entries, time.now());
  expect(shown.map((row) => `${row.kind} ${'edge' in row ? (row.edge ?? '') : '-'}`)).toEqual([
    ...['time -', 'ask -', 'card first', 'text last', 'ask -', 'card only', 'ask -', 'text first'],
  ]);
  expect(shown[2]).toMatchObject({
    ...{ word: '客户', title: '林小满', summary: '银卡', pairs: [{ label: '储值', text: '¥3,280' }] },
  });
  expect(new Set(shown.map(({ row_key }) => row_key)).size).toBe(shown.length);
  // Nothing was said since: nothing is handed over.
  const again = rows.of(talk.entries, time.now());
  expect(again.every((row, at) => row === shown[at])).toBe(true);
});

test('lines between the first and the last of an answer have no edge', async () => {
  const { talk, api, time } = room('7', null);
  api.store('7', '一', '甲\n\n乙\n\n丙', '二', '丁');
  await talk.open();
  const rows = new TalkRows().of(talk.entries, time.now());
  expect(rows.map((row) => ('edge' in row ? row.edge : '-'))).toEqual([
    ...['-', '-', 'first', '-', 'last', '-', 'first'],
  ]);
});

test('a row of the list says what it is about where that is known, and no markdown', () => {
  const item = {
    id: '7',
    customer_name: '林小满',
    last_message: '### 好\n- 可以**先问近况**',
    last_time: '2026-11-28 09:32:00',
    unread_count: 120,
  };
  expect(chatRow(item, null, NOW)).toMatchObject({
    title: '林小满',
    word: '',
    last: '好 可以先问近况',
    time: '9:32',
    badge: '99+',
  });
  expect(chatRow({ ...item, title: '怎么约回来' }, null, NOW)).toMatchObject({
    title: '怎么约回来',
    word: '客户',
  });
  expect(chatRow({ ...item, title: '团课', customer_name: '' }, null, NOW)).toMatchObject({
    word: '通用',
    is_quiet: true,
  });
  expect(chatRow(item, 'board', NOW)).toMatchObject({ word: '看板', icon: 'chart-bar' });
});

test('a row of the list counts what is unread, up to a number that fits', () => {
  const item = { id: '7', customer_name: '', last_message: '', last_time: '' };
  const badge = (unread_count: number) => chatRow({ ...item, unread_count }, null, NOW).badge;
  expect([-1, 0, 1, 99, 100].map(badge)).toEqual(['', '', '1', '99', '99+']);
});

test('what it is about can be looked at where that is a page', () => {
  const source = '/packages/staff/task/task?id=9';
  expect([
    ...[subjectUrl(null), subjectUrl({ context_type: 'general', context_id: '9' })],
    ...[subjectUrl({ context_type: 'task' }), subjectUrl({ context_type: 'task', source })],
    subjectUrl({ context_type: 'task', source: '/elsewhere/task/task?id=9' }),
  ]).toEqual(['', '', '', source, '']);
});

test('times are said by the server’s day', () => {
  const times = [
    '2026-11-28T08:05:00+08:00',
    '2026-11-27T23:59:00+08:00',
    '2026-11-24 10:00:00',
    '2025-11-24 10:00:00',
    '',
  ];
  expect(times.map((time) => chatTime(time, NOW))).toEqual(['8:05', '昨天', '11-24', '2025-11-24', '']);
  expect(times.slice(0, 3).map((time) => momentText(parseWireTime(time) ?? 0, NOW))).toEqual([
    ...['今天 8:05', '昨天 23:59', '11-24 10:00'],
  ]);
});

/** As its page opens it: the platform hands queries on encoded. */
function queryOf(url: string): Record<string, string> {
  const pairs = (url.split('?')[1] ?? '').split('&').map((pair) => pair.split('='));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
}

const entries: Record<string, [asked: AskedAbout, sent: object, page: string]> = {
  task: [
    {
      context_type: 'task',
      context_id: '9',
      title: '林小满 · 高优先召回',
      source: '/packages/staff/task/task?id=9',
    },
    {
      source_page: 'task',
      screen_content: '林小满 · 高优先召回',
      page_context: { page_type: 'task', context_type: 'task', context_id: '9', id: '9' },
    },
    '/packages/staff/task/task?id=9',
  ],
  customer: [
    {
      context_type: 'customer',
      context_id: '31',
      title: '林小满',
      source: '/packages/staff/customer/customer?customer_id=31',
    },
    {
      source_page: 'customer',
      screen_content: '林小满',
      page_context: { page_type: 'customer', context_type: 'customer', context_id: '31' },
    },
    '/packages/staff/customer/customer?customer_id=31',
  ],
  coach: [
    {
      context_type: 'coach',
      context_id: '3',
      title: '白露',
      source: '/packages/staff/coach/coach?coach_id=3',
    },
    {
      source_page: 'coach',
      screen_content: '白露',
      page_context: { page_type: 'coach', context_type: 'coach', context_id: '3' },
    },
    '/packages/staff/coach/coach?coach_id=3',
  ],
  board: [
    {
      context_type: 'board',
      title: '财务 · 本月 · A 区',
      source: '/pages/boards/boards?board=finance&time=month&area=hallA&compare=1',
    },
    {
      source_page: 'boards',
      screen_content: '财务 · 本月 · A 区',
      page_context: {
        page_type: 'board',
        context_type: 'general',
        board: 'finance',
        time: 'month',
        area: 'hallA',
        compare: '1',
      },
    },
    '/pages/boards/boards',
  ],
  我的: [
    { context_type: 'general' },
    { source_page: 'general', page_context: { page_type: 'general', context_type: 'general' } },
    '',
  ],
};

test.each(Object.entries(entries))(
  'D7-11 asked from %s, a question takes along what its page was about and set to',
  (_, [asked, sent, page]) => {
    const about = aboutIn(queryOf(askUrl(asked)));
    expect(about).not.toBeNull();
    if (about === null) return;
    expect(askedFrom(about)).toMatchObject(sent);
    expect(subjectUrl(about)).toBe(page);
    expect(contextOf(about).context_type).toBe(
      asked.context_type === 'board' ? 'general' : asked.context_type,
    );
    // A copy: what is sent may be changed by whoever sends it.
    expect(askedFrom(about).page_context).not.toBe(askedFrom(about).page_context);
  },
);

test('an address that was tampered with opens nothing odd', () => {
  expect(aboutIn({ context_type: 'admin' })).toBeNull();
  const about = aboutIn({
    context_type: 'task',
    context_id: "1' OR 1",
    source: 'https%3A%2F%2Fevil.cn',
    title: '%E0%A4%A',
  });
  expect(about).toEqual({ context_type: 'task' });
  expect(headline('task', undefined)).toBe('想问点什么？');
});
