// Sessions and tickets in words: statuses, filters; nothing of the wire's codes.
import { agentName, sessionRow, sessionTitle } from '../../../miniprogram/packages/member/format/session-row';
import { ticketChoices, ticketRow } from '../../../miniprogram/packages/member/format/ticket-row';
import type { ChatIssue, ChatSession } from '../../../typings/v4/chat';

const issue: ChatIssue = { issue_id: '4', issue_type: 'item', status: 'resolved', priority: 'urgent' };

test('a ticket says its type, status and step; how urgent it is to the shop is the shop’s', () => {
  expect(ticketRow({ ...issue, title: '券没有到账', created_at: '2026-11-12T12:34:00+08:00' })).toMatchObject(
    {
      ...{ title: '券没有到账', type: '物品' },
      ...{ status: '已解决', tone: 'ok', step: 3, created: '2026-11-12 12:34', resolved: '' },
    },
  );
});

test('a ticket of a later backend, with nothing but what it must have', () => {
  expect(ticketRow({ issue_id: '4', issue_type: 'hologram', status: 'paused' })).toMatchObject({
    ...{ title: '其他问题', type: '其他', status: '其他状态', tone: 'off', step: 0 },
    ...{ description: '', resolution: '', created: '', session_id: '' },
  });
});

test('the filter offers known statuses that occur, in the order of the steps, and only where there is a choice', () => {
  const counts = new Map([
    ['closed', 1],
    ['paused', 1],
    ['open', 2],
  ]);
  expect(ticketChoices(counts).map(({ text }) => text)).toEqual(['全部', '已提交', '已关闭']);
  const two = new Map([...counts].filter(([status]) => status !== 'paused'));
  expect(ticketChoices(two).map(({ value }) => value)).toEqual(['', 'open', 'closed']);
  expect(ticketChoices(new Map([['open', 2]]))).toEqual([]);
});

const NOW = Date.parse('2026-11-22T16:00:00+08:00');
const session: ChatSession = {
  ...{ customer_service_session_id: '9', status: 'active', admin: { user_id: '7', nickname: '客服小禾' } },
  last_message: { content: '改天来也可以的', sender_type: 'admin', message_type: 'text' },
  ...{ last_message_at: '2026-11-22T14:05:00+08:00', created_at: '2026-11-20T09:00:00+08:00' },
};
const row = (more: Partial<ChatSession> = {}, unread = 0, unsent = 0) =>
  sessionRow({ ...session, ...more }, { unread, unsent, now: NOW });

test('a session is called by who serves, and has their sign; without one it is 在线客服 and has none', () => {
  expect(row()).toMatchObject({ row_key: '9', session_id: '9', title: '客服小禾', face: '禾' });
  for (const admin of [null, { user_id: '7', nickname: null }, { user_id: '7', nickname: ' \u200b' }])
    expect(row({ admin })).toMatchObject({ title: '在线客服', face: '' });
  expect([agentName(undefined), sessionTitle(undefined)]).toEqual(['', '在线客服']);
});

test('a session says its last line in words, whichever form the backend gives it', () => {
  const said = (last_message: ChatSession['last_message']) =>
    row(last_message === undefined ? {} : { last_message }).last;
  expect(said('只有文字')).toBe('只有文字');
  expect(said({ content: '/a.png', sender_type: 'user', message_type: 'image' })).toBe('[图片]');
  expect(said({ content: ' ', sender_type: 'user' })).toBe('[空白消息]');
  expect([said(null), said(' ')]).toEqual(['', '']);
  const { last_message: _none, ...before } = session;
  expect(sessionRow(before, { unread: 0, unsent: 0, now: NOW }).last).toBe('');
});

test('a session says when something was said last, and when it began only while nothing was said', () => {
  expect(row().time).toBe('14:05');
  expect(row({ last_message: null, last_message_at: null }).time).toBe('周五 09:00');
  const { last_message: _said, last_message_at: _when, ...begun } = session;
  expect(sessionRow(begun, { unread: 0, unsent: 0, now: NOW }).time).toBe('周五 09:00');
});

test('a session in which something was said at a time that nobody tells says no time, not that of its beginning', () => {
  expect([row({ last_message_at: null }).time, row({ last_message_at: 'soon' }).time]).toEqual(['', '']);
});

test('what is unread makes the badge', () => {
  expect([row({}, 0).badge, row({}, 100).badge]).toEqual(['', '99+']);
});

test('a session says how many messages wait in it', () => {
  expect([row().unsent, row({}, 0, 1).unsent]).toEqual(['', '1 条未发送']);
});

test('a ticket says all that it has, and the session that it came from', () => {
  const times = { created_at: '2026-11-12T12:34:00+08:00', updated_at: null, resolved_at: 'soon' };
  const more = { title: ' ', description: '没有到账', resolution: '已补发', session_id: '2201' };
  expect(ticketRow({ ...issue, ...more, ...times })).toMatchObject({
    ...{ row_key: '4', issue_id: '4', title: '物品问题', description: '没有到账', resolution: '已补发' },
    ...{ session_id: '2201', created: '2026-11-12 12:34', updated: '', resolved: '' },
  });
});

test.each([
  ['open', '已提交', 'warn', 1],
  ['processing', '处理中', 'brand', 2],
  ['resolved', '已解决', 'ok', 3],
  ['closed', '已关闭', 'off', 4],
])('a ticket that is %s says %s', (status, word, tone, step) => {
  expect(ticketRow({ ...issue, status })).toMatchObject({ status: word, tone, step });
});
