// The session list page by page: reading the first again forgets nothing that was read since.
import { autorun } from 'mobx-miniprogram';
import type { ChatPage } from '../../../../miniprogram/packages/member/api/chat';
import { Sessions } from '../../../../miniprogram/packages/member/stores/chat/sessions';
import type { ChatMessage, ChatSession } from '../../../../typings/v4/chat';
import { createFakeTime } from '../../../support/fake-time';

function listOf(
  count: number,
  onClosed: (session_id: string) => void = () => undefined,
  onKept: (list: ChatSession[]) => void = () => undefined,
) {
  const rows: ChatSession[] = Array.from({ length: count }, (_, index) => ({
    customer_service_session_id: String(count - index),
    status: 'closed',
  }));
  const time = createFakeTime();
  let writes = 0;
  const sessions = new Sessions({
    timers: time,
    api: {
      createSession: () => Promise.reject(new Error('not here')),
      sessions: async ({ page, page_size }: ChatPage) => ({
        sessions: rows.slice((page - 1) * page_size, page * page_size),
        pagination: { page, page_size, total: rows.length },
      }),
    },
    area: {
      read: () => undefined,
      write: (_key, list) => {
        onKept(list as ChatSession[]);
        return (writes += 1) > 0;
      },
    },
    onClosed,
  });
  return { rows, sessions, time, writes: () => writes };
}

test('a list that was read to its end stays so when its first page is read again', async () => {
  const { sessions } = listOf(62);
  await sessions.refresh();
  expect([sessions.list?.length, sessions.pages.has_more]).toEqual([50, true]);
  await sessions.pages.loadMore();
  expect([sessions.list?.length, sessions.pages.has_more]).toEqual([62, false]);
  await sessions.refresh();
  expect([sessions.list?.length, sessions.pages.has_more]).toEqual([62, false]);
});

test('a list of which some pages were read goes on from there when its first page is read again', async () => {
  const { rows, sessions } = listOf(120);
  await sessions.refresh();
  await sessions.pages.loadMore();
  await sessions.refresh();
  expect([sessions.list?.length, sessions.pages.has_more]).toEqual([100, true]);
  await sessions.pages.loadMore();
  expect([sessions.list?.length, sessions.pages.has_more]).toEqual([120, false]);
  expect(sessions.list).toEqual(rows);
});

test('a list that shrank to one page is that page, and may grow again', async () => {
  const { rows, sessions } = listOf(62);
  await sessions.refresh();
  await sessions.pages.loadMore();
  const rest = rows.splice(3);
  await sessions.refresh();
  expect([sessions.list?.length, sessions.pages.has_more]).toEqual([3, false]);
  rows.push(...rest);
  await sessions.refresh();
  expect(sessions.pages.has_more).toBe(true);
});

test('I5 a first page that shares no session with the known list replaces it, and the sessions between are read', async () => {
  const { rows, sessions } = listOf(62);
  await sessions.refresh();
  await sessions.pages.loadMore();
  const more = Array.from({ length: 70 }, (_, index) => ({
    customer_service_session_id: String(132 - index),
    status: 'closed',
  }));
  rows.unshift(...more);
  await sessions.refresh();
  expect([sessions.list?.length, sessions.pages.has_more]).toEqual([50, true]);
  while (sessions.pages.has_more) await sessions.pages.loadMore();
  expect(sessions.list?.map((session) => session.customer_service_session_id)).toEqual(
    rows.map((session) => session.customer_service_session_id),
  );
});

const pushed = (id: number, session_id = '1'): ChatMessage => ({
  ...{ chat_message_id: String(id), customer_service_session_id: session_id, content: `第 ${id} 句` },
  ...{ sender_type: 'admin', message_type: 'text' },
});

test('H1 a push that changes nothing writes nothing: told twice, or older than what the row says', async () => {
  const { sessions, time, writes } = listOf(3);
  await sessions.refresh();
  sessions.receive(pushed(100));
  await time.advance(2_000);
  const before = { list: sessions.list, writes: writes() };
  for (let id = 51; id <= 100; id += 1) sessions.receive(pushed(id));
  await time.advance(2_000);
  expect({ list: sessions.list, writes: writes() }).toEqual(before);
  expect(sessions.list).toBe(before.list);
  expect(sessions.unread('1')).toBe(1);
});

test('H1 the list is written down once a second however many messages come, and at once when the app is hidden', async () => {
  const { sessions, time, writes } = listOf(3);
  await sessions.refresh();
  await time.advance(1_000);
  const before = writes();
  for (let id = 1; id <= 1_000; id += 1) {
    sessions.receive(pushed(id));
    await time.advance(3);
  }
  sessions.flush();
  expect(writes() - before).toBeLessThanOrEqual(4);
  sessions.flush();
  await time.advance(5_000);
  expect(writes() - before).toBeLessThanOrEqual(4);
});

test.each(['left', 'hidden'])(
  'H1 with a conversation in front the list is written once, when it is %s',
  async (how) => {
    const { sessions, time, writes } = listOf(3);
    await sessions.refresh();
    sessions.look('1');
    await time.advance(2_000);
    const before = writes();
    for (let id = 1; id <= 20; id += 1) {
      sessions.receive(pushed(id));
      await sessions.refresh();
      await time.advance(10_000);
    }
    expect(writes()).toBe(before);
    if (how === 'left') sessions.look(undefined);
    else sessions.flush();
    await time.advance(2_000);
    expect(writes() - before).toBe(1);
  },
);

describe('I12 the last line of a row', () => {
  const row = (last: number, unread_count: number): ChatSession => ({
    ...{ customer_service_session_id: '3', status: 'assigned', unread_count },
    last_message: { ...{ content: `第 ${last} 句`, sender_type: 'admin' }, chat_message_id: String(last) },
    last_message_at: `2026-11-22T14:00:${last}+08:00`,
  });

  test('stays the newest that is known where the list names one with a smaller id', async () => {
    const { rows, sessions } = listOf(3);
    await sessions.refresh();
    sessions.receive({ ...pushed(51, '3'), created_at: '2026-11-22T14:00:51+08:00' });
    rows[0] = row(50, 2);
    await sessions.refresh();
    expect(sessions.find('3')).toMatchObject({
      ...{ last_message: { chat_message_id: '51', content: '第 51 句' } },
      ...{ last_message_at: '2026-11-22T14:00:51+08:00', unread_count: 2 },
    });
  });

  test('is the list’s where that is newer, and a closed session stays closed', async () => {
    const { rows, sessions } = listOf(3);
    await sessions.refresh();
    sessions.receive(pushed(51, '3'));
    rows[0] = row(52, 1);
    await sessions.refresh();
    expect(sessions.find('3')).toMatchObject({ last_message: { chat_message_id: '52' }, status: 'closed' });
  });
});

describe('K1 a list that is read while something is pushed', () => {
  /** The newest session, as the list tells it. */
  const row = (more: Partial<ChatSession>): ChatSession => ({
    ...{ customer_service_session_id: '3', status: 'active' },
    ...more,
  });
  const upTo = (id: string, unread_count: number): ChatSession =>
    row({ unread_count, last_message: { chat_message_id: id, content: id, sender_type: 'admin' } });

  test('counts what it has itself once, and what came after it on top', async () => {
    const { rows, sessions } = listOf(3);
    rows[0] = upTo('50', 0);
    await sessions.refresh();
    sessions.receive(pushed(51, '3'));
    sessions.receive(pushed(52, '3'));
    rows[0] = upTo('51', 1);
    await sessions.refresh();
    expect(sessions.unread('3')).toBe(2);
    rows[0] = upTo('52', 2);
    await sessions.refresh();
    expect([sessions.unread('3'), sessions.unread_total]).toEqual([2, 2]);
  });

  test('never opens a session that was closed meanwhile, and closes one for good', async () => {
    const { rows, sessions } = listOf(3);
    rows[0] = row({});
    await sessions.refresh();
    const overtaken = sessions.refresh();
    sessions.setStatus('3', 'closed');
    await overtaken;
    expect(sessions.find('3')?.status).toBe('closed');
    sessions.setStatus('3', 'active');
    expect(sessions.find('3')?.status).toBe('closed');
    expect(sessions.open).toBeUndefined();
  });

  test('tells of a closing once, whoever says it first', async () => {
    const closed: string[] = [];
    const { rows, sessions } = listOf(3, (session_id) => closed.push(session_id));
    rows[0] = row({});
    await sessions.refresh();
    rows[0] = row({ status: 'closed' });
    await sessions.refresh();
    sessions.setStatus('3', 'closed');
    await sessions.refresh();
    expect(closed).toEqual(['3']);
  });

  test('reads nothing where there is no list yet, and what comes then is read', async () => {
    const { rows, sessions } = listOf(3);
    rows[0] = upTo('50', 4);
    sessions.look('3');
    expect(sessions.list).toBeNull();
    await sessions.refresh();
    expect(sessions.unread_total).toBe(0);
  });

  test('reads what is looked at, and that alone, all else of the row staying as it is', async () => {
    const { rows, sessions } = listOf(3);
    rows[0] = upTo('50', 1);
    rows[1] = { customer_service_session_id: '2', status: 'closed', unread_count: 5 };
    await sessions.refresh();
    sessions.receive(pushed(60, '3'));
    sessions.receive(pushed(61, '2'));
    expect([sessions.unread('3'), sessions.unread('2')]).toEqual([2, 6]);
    const before = sessions.find('3');
    sessions.look('3');
    sessions.look(undefined);
    expect([sessions.unread('3'), sessions.unread('2'), sessions.unread_total]).toEqual([0, 6, 6]);
    expect(sessions.find('3')).toEqual({ ...before, unread_count: 0 });
  });

  test('counts nothing of the conversation in front, whatever the list says', async () => {
    const { rows, sessions } = listOf(3);
    rows[0] = upTo('50', 0);
    await sessions.refresh();
    sessions.look('3');
    rows[0] = upTo('51', 1);
    await sessions.refresh();
    expect([sessions.unread('3'), sessions.unread_total]).toEqual([0, 0]);
    sessions.look(undefined);
    expect(sessions.unread_total).toBe(0);
  });
});

test('no more than thirty sessions are kept on the phone, those that stand first', async () => {
  const kept: ChatSession[][] = [];
  const { sessions } = listOf(40, undefined, (list) => kept.push(list));
  await sessions.refresh();
  sessions.flush();
  expect(kept.at(-1)?.map((session) => session.customer_service_session_id)).toEqual(
    Array.from({ length: 30 }, (_, index) => String(40 - index)),
  );
});

test('who watches is told of what was read, pushed and looked at', async () => {
  const { sessions } = listOf(3);
  const told: [number, number][] = [];
  const off = autorun(() => told.push([sessions.list?.length ?? 0, sessions.unread_total]));
  await sessions.refresh();
  sessions.receive(pushed(100, '2'));
  sessions.receive(pushed(101, '3'));
  sessions.look('2');
  off();
  expect(told).toEqual([
    [0, 0],
    [3, 0],
    [3, 1],
    [3, 2],
    [3, 1],
  ]);
});
