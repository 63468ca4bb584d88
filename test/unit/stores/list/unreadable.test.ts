// I6: a row that cannot be read is one row of its list: shown as such, counted in the error log, and the other rows are
// shown.
import * as v from 'valibot';
import { createExchange } from '../../../../miniprogram/api/exchange';
import type { OnBroken } from '../../../../miniprogram/api/exchange';
import { createBudget } from '../../../../miniprogram/api/budget';
import { brokenIn, mappedRows, missingRows, receivedIn } from '../../../../miniprogram/api/rows';
import { createServerClock } from '../../../../miniprogram/api/server-clock';
import { unwrapV4 } from '../../../../miniprogram/api/v4/envelope';
import { backpackSchema } from '../../../../miniprogram/api/v4/schema/backpack';
import { unreadableDevices } from '../../../../miniprogram/format/device-row';
import { unreadableText } from '../../../../miniprogram/format/unreadable';
import { messagesSchema, sessionsSchema } from '../../../../miniprogram/packages/member/api/schema/chat';
import { issuesSchema } from '../../../../miniprogram/packages/member/api/schema/chat';
import { messageRow } from '../../../../miniprogram/packages/member/format/message-row';
import { timelineSteps } from '../../../../miniprogram/packages/member/format/timeline-steps';
import { Sessions } from '../../../../miniprogram/packages/member/stores/chat/sessions';
import { Tickets } from '../../../../miniprogram/packages/member/stores/chat/tickets';
import { ticketListFields } from '../../../../miniprogram/packages/member/stores/chat/tickets-view';
import { backpackFields } from '../../../../miniprogram/stores/backpack/backpack-view';
import { Readings } from '../../../../miniprogram/stores/backpack/readings';
import { BackpackStore } from '../../../../miniprogram/stores/backpack/backpack';
import { createFakeTime, settle } from '../../../support/fake-time';
import { item, memoryStore, NOW } from '../backpack/kit';

const ROW = '这条内容暂时无法显示';
const area = { read: () => undefined, write: () => true };
const bad = (id: number) => ({ ...item(id), item_name: null });

/** A backpack of a server that gives these pages. */
async function backpackOf(pages: unknown[]) {
  const store = new BackpackStore({
    clock: createServerClock({ now: () => NOW }),
    area: memoryStore().area('app'),
    timers: createFakeTime(NOW),
    onLeave: () => undefined,
    api: {
      backpack: {
        // The lists of one status alone hold nothing here.
        items: async ({ page, status }) =>
          v.parse(
            backpackSchema,
            status === undefined ? pages[page - 1] : { items: [], pagination: paged(1, 1) },
          ),
        item: () => Promise.reject(new Error('nobody asks for one')),
      },
    },
  });
  await settle();
  return { store, field: (name: string) => backpackFields(() => store)[name]?.() };
}

const paged = (page: number, total_pages: number) => ({ page, page_size: 2, total_pages });

test('I6 a backpack with one bad item shows the others, and one row in its place', async () => {
  const { store, field } = await backpackOf([{ items: [item(3), bad(2), item(1)] }]);
  expect(store.rows.map(({ item_id }) => item_id)).toEqual(['3', '1']);
  expect([field('state'), field('unreadable_text'), field('failed_title')]).toEqual(['ready', ROW, '']);
});

test('I6 what cannot be read is counted over all pages, and anew when it is pulled down', async () => {
  const replies = [
    { items: [item(9), bad(8)], pagination: paged(1, 2) },
    { items: [bad(7), item(6)], pagination: paged(2, 2) },
  ];
  const { store, field } = await backpackOf(replies);
  await store.pages.loadMore();
  expect(field('unreadable_text')).toBe(`${ROW}（共 2 条）`);
  await store.pages.refresh();
  expect(store.pages.unreadable).toBe(2);
  replies[0] = { items: [item(9), item(8)], pagination: paged(1, 2) };
  await store.pages.reload();
  expect(field('unreadable_text')).toBe('');
});

test('I6 the only item is bad: the backpack is not called empty', async () => {
  const { field } = await backpackOf([{ items: [bad(1)] }]);
  expect([field('state'), field('unreadable_text')]).toEqual(['ready', ROW]);
});

test('I6 a row that two narrow lists and the whole one have is one row', async () => {
  const replies: Record<string, unknown> = {
    '': { items: [item(9)], pagination: paged(1, 2) },
    locked: { items: [item(8), bad(7), bad(6)], pagination: paged(1, 1) },
    'locked product': { items: [item(8), bad(7)], pagination: paged(1, 1) },
    used: { items: [item(5), bad(4)], pagination: paged(1, 1) },
  };
  const readings = new Readings({
    api: {
      backpack: {
        items: async ({ status = '', item_type = '' }) =>
          v.parse(backpackSchema, replies[`${status} ${item_type}`.trim()]),
      },
    },
    cached: null,
    onRead: () => undefined,
  });
  await readings.refresh();
  for (const reading of ['locked ', 'locked product', 'used ']) await readings.step(reading);
  expect(readings.unreadable).toBe(3);
});

test('I6 a reply of which nothing can be read stays an error', () => {
  expect(v.safeParse(backpackSchema, { items: [bad(2), bad(1)] }).success).toBe(false);
});

test('I6 a page that lost a row was a full page: the next one is read', async () => {
  const asked: number[] = [];
  const rows = Array.from({ length: 20 }, (_, at) => ({ issue_id: at + 1, issue_type: 'x', status: 'open' }));
  const tickets = new Tickets({
    async issues({ page }) {
      asked.push(page);
      const reply = { rows: page === 1 ? [...rows.slice(1), { issue_id: 'x' }] : [], count: 40 };
      const decoded = v.parse(issuesSchema, reply);
      return { ...decoded, count: undefined as unknown as number };
    },
  });
  await tickets.pages.refresh();
  expect(tickets.pages.has_more).toBe(true);
  expect(
    ticketListFields(
      () => tickets,
      () => '',
    )['unreadable_text']?.(),
  ).toBe(ROW);
});

test('I6 the only session is bad: there is no session list, and it is not called empty', async () => {
  const reply = v.parse(sessionsSchema, { sessions: [{ customer_service_session_id: '1' }] });
  const sessions = new Sessions({
    ...{ area, timers: createFakeTime(), onClosed: () => undefined },
    api: { createSession: () => Promise.reject(new Error('not here')), sessions: async () => reply },
  });
  await sessions.pages.refresh();
  expect([sessions.state, sessions.pages.unreadable]).toEqual(['ready', 1]);
});

describe('I6 in a conversation', () => {
  const message = (id: number, more: object = {}) => ({
    ...{ chat_message_id: id, sender_type: 'user', message_type: 'text', content: `第 ${id} 句` },
    ...more,
  });

  test('I6 a message that cannot be read stands in its place', () => {
    const { messages } = v.parse(messagesSchema('5'), {
      messages: [message(1), message(2, { content: null }), message(3)],
    });
    expect(messages.map((one) => messageRow(one, 'key')).map(({ kind, text }) => [kind, text])).toEqual([
      ['text', '第 1 句'],
      ['system', ROW],
      ['text', '第 3 句'],
    ]);
    expect(messages.every((one) => one.customer_service_session_id === '5')).toBe(true);
    expect([brokenIn(messages)?.count, receivedIn(messages), missingRows(messages)]).toEqual([1, 3, 0]);
  });

  test('I6 one without an id is left out; the page still counts as a full one', () => {
    const { messages } = v.parse(messagesSchema('5'), {
      messages: [message(1), message(2, { chat_message_id: {} })],
    });
    const read = mappedRows(messages, (one) => ({ ...one }));
    expect([read.length, receivedIn(read), missingRows(read)]).toEqual([1, 2, 1]);
  });
});

test('I6 lists without a line at their end say it in a row', () => {
  expect(timelineSteps([], 1).map(({ title }) => title)).toEqual([ROW]);
  expect(timelineSteps([{ time: null, event: 'mint' }], 2).map(({ title }) => title)).toEqual([
    '已到账',
    unreadableText(2),
  ]);
  expect(unreadableDevices(1)).toMatchObject([{ name: ROW }]);
  expect(unreadableDevices(0)).toEqual([]);
});

test('I6 the error log is told how many there were and where, and nothing of what they said', async () => {
  const told: Parameters<OnBroken>[] = [];
  const clock = { now: () => NOW };
  const body = JSON.stringify({
    success: true,
    data: { items: [item(1), bad(2), { secret: '13800000031' }] },
  });
  const exchange = createExchange({
    ...{ backend: 'v4', base_url: '', unwrap: unwrapV4, budget: createBudget(1), clock, request_ms: 1 },
    ...{ upload_ms: 1, headers: () => ({}), teach: () => undefined },
    http: { request: async () => ({ status: 200, headers: [], cookies: [], body }) },
    upload: { upload: () => Promise.reject(new Error('not here')) },
    onBroken: (...said) => told.push(said),
  });
  await exchange.send({ route: { method: 'GET', path: '/backpack' }, schema: backpackSchema }, {});
  expect(told).toMatchObject([['GET /backpack', { count: 2, path: '1.item_name' }]]);
  expect(JSON.stringify(told)).not.toContain('138');
});
