// A session's row in the 客服 list: what it says, what it leaves out, and where a tap leads.
import { sessionRow } from '../../miniprogram/packages/member/format/session-row';
import type { SessionFacts } from '../../miniprogram/packages/member/format/session-row';
import type { ChatSession } from '../../typings/v4/chat';
import { mount } from './support/mount';

const NOW = Date.UTC(2026, 10, 22, 8);
const session: ChatSession = {
  customer_service_session_id: '9007199254740993',
  status: 'active',
  admin: { user_id: '7', nickname: '客服小禾' },
  last_message: { content: '改天来也可以的', sender_type: 'admin', message_type: 'text' },
  last_message_at: '2026-11-22T06:05:00.000Z',
};
const row = (more: Partial<ChatSession> = {}, facts: Partial<SessionFacts> = {}) =>
  mount('components/session-row/session-row', {
    row: sessionRow({ ...session, ...more }, { unread: 0, unsent: 0, now: NOW, ...facts }),
  });

test('says who, when, and what was said last', () => {
  expect(row().text).toEqual(['禾', '客服小禾', '14:05', '改天来也可以的']);
});

test('shows unread and unsent messages, at most 99+', () => {
  expect(row({}, { unread: 3, unsent: 2 }).text).toEqual([
    '禾',
    '客服小禾',
    '14:05',
    '2 条未发送',
    '改天来也可以的',
    '3',
  ]);
  expect(row({}, { unread: 100 }).text).toContain('99+');
  expect(row().count('.badge')).toBe(0);
});

test('has words for nobody, nothing, no time, and a picture', () => {
  expect(row({ admin: null, last_message: null, last_message_at: null }).text).toEqual([
    '在线客服',
    '还没有消息',
  ]);
  const picture = { content: '/a.png', sender_type: 'user', message_type: 'image' };
  expect(row({ last_message: picture }).text).toEqual(['禾', '客服小禾', '14:05', '[图片]']);
});

test('a tap tells which session, its id whole', async () => {
  const one = row();
  const opened = one.heard('open');
  one.tap('.row');
  await one.settle();
  expect(opened).toEqual([{ session_id: '9007199254740993' }]);
});
