// The order of sessions, and what a push or a later list changes in their rows.
import {
  beyond,
  joined,
  ordered,
  withMessage,
  withNewest,
  withPushed,
  withStatus,
} from '../../../../miniprogram/packages/member/stores/chat/session-list';
import type { ChatMessage, ChatSession } from '../../../../typings/v4/chat';

const session = (id: number, last: number | null, more: Partial<ChatSession> = {}): ChatSession => ({
  ...{ customer_service_session_id: String(id), status: 'closed' },
  last_message:
    last === null ? null : { chat_message_id: String(last), content: `第 ${last} 句`, sender_type: 'admin' },
  ...more,
});
const open = { status: 'active' } as const;
const idsOf = (sessions: readonly ChatSession[]) =>
  sessions.map(({ customer_service_session_id }) => Number(customer_service_session_id));
const pushed = (id: number, session_id: number, more: Partial<ChatMessage> = {}): ChatMessage => ({
  ...{ chat_message_id: String(id), customer_service_session_id: String(session_id), content: '新的一句' },
  ...{ sender_type: 'admin', message_type: 'text' },
  ...more,
});

describe('sessions', () => {
  it('stand with the open one first, then by what was said last, by the session where nothing was', () => {
    const some = [session(7, null), session(8, 90), session(10, null), session(9, 100), session(2, 5, open)];
    expect(idsOf(ordered(some))).toEqual([2, 9, 8, 10, 7]);
    expect(idsOf(ordered([...some].reverse()))).toEqual([2, 9, 8, 10, 7]);
  });

  it('of two lists are each there once, as the later list tells them', () => {
    const known = [session(9, 90), session(8, 80)];
    const later = [session(8, 95, { unread_count: 3 }), session(7, 70)];
    const all = joined(known, later);
    expect(idsOf(all)).toEqual([8, 9, 7]);
    expect(all[0]).toMatchObject({ unread_count: 3, last_message: { chat_message_id: '95' } });
  });

  it('move to their place when something is said, and say it', () => {
    const some = [session(9, 90), session(8, 80)];
    const after = withMessage(some, pushed(100, 8, { created_at: '2026-11-22T14:00:00+08:00' }));
    expect(idsOf(after)).toEqual([8, 9]);
    expect(after[0]).toMatchObject({
      last_message: { chat_message_id: '100', content: '新的一句', created_at: '2026-11-22T14:00:00+08:00' },
      last_message_at: '2026-11-22T14:00:00+08:00',
    });
  });

  it('have no time where a message tells none, rather than that of an older one', () => {
    const some = [session(9, 90, { last_message_at: '2026-11-22T14:00:00+08:00' })];
    expect(withMessage(some, pushed(91, 9))[0]).toMatchObject({ last_message_at: null });
  });

  it('are the same list where a message is known, older, or of no session in it', () => {
    const some = [session(9, 90), session(8, 80)];
    for (const message of [pushed(90, 9), pushed(89, 9), pushed(100, 7)])
      expect(withMessage(some, message)).toBe(some);
  });

  it('that close go below the open one, and lose the words of their old status', () => {
    const words = { status_display: '进行中', status_color: 'green' };
    const some = [session(9, 90, { ...open, ...words }), session(8, 100, open)];
    const [first, second] = withStatus(some, '9', 'closed');
    expect([first, second]).toEqual([session(8, 100, open), session(9, 90)]);
  });

  it('are left alone by a status that they have, that is another’s, or that comes after the closing', () => {
    const some = [session(9, 90, open), session(8, 80)];
    for (const after of [
      withStatus(some, '9', 'active'),
      withStatus(some, '7', 'closed'),
      withStatus(some, '8', 'active'),
    ])
      expect(after.map((one, at) => one === some[at])).toEqual([true, true]);
  });
});

describe('the last line of a row', () => {
  const told = (last: number | null, content: string): ChatSession =>
    session(9, last, {
      ...(last === null
        ? {}
        : { last_message: { chat_message_id: String(last), content, sender_type: 'admin' } }),
      last_message_at: '2026-11-22T14:00:00+08:00',
    });

  it('is the list’s where it is as new as the known one, or where nothing is known', () => {
    expect(withNewest(told(90, '改过'), told(90, '原来'))).toMatchObject({
      last_message: { content: '改过' },
    });
    expect(withNewest(told(91, '后来'), told(90, '原来'))).toMatchObject({
      last_message: { content: '后来' },
    });
    expect(withNewest(told(90, '原来'), undefined)).toEqual(told(90, '原来'));
  });

  it('is the known one where the list names an older one, one without a number, or none', () => {
    const known = { ...told(90, '知道的'), last_message_at: '2026-11-22T15:00:00+08:00' };
    const none = told(null, '');
    for (const row of [told(89, '旧的'), { ...none, last_message: '文字' }, none]) {
      expect(withNewest({ ...row, unread_count: 4 }, known)).toMatchObject({
        ...{ last_message: { content: '知道的' }, last_message_at: '2026-11-22T15:00:00+08:00' },
        unread_count: 4,
      });
    }
  });
});

describe('pushed messages', () => {
  it('count once each, by session, and only those of agents', () => {
    const all = [pushed(1, 9), pushed(1, 9), pushed(2, 9), pushed(3, 8)];
    const others = [pushed(4, 9, { sender_type: 'user' }), pushed(5, 9, { sender_type: 'system' })];
    expect([...all, ...others].reduce(withPushed, {})).toEqual({ '9': ['1', '2'], '8': ['3'] });
  });

  it('that a list counts itself are no longer counted; those of sessions that it lacks are', () => {
    const counted = { '9': ['89', '90', '91'], '7': ['5'] };
    expect(beyond(counted, [session(9, 90), session(8, 80)])).toEqual({ '9': ['91'], '7': ['5'] });
    expect(beyond(counted, [session(9, null)])).toEqual(counted);
  });
});
