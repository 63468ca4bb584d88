// What each push leads to: a line at once, a reading that verifies it soon and once, the list again where it lacks something.
import type { ServerEvent } from '../../../../miniprogram/packages/member/api/events';
import type { ChatMessage } from '../../../../typings/v4/chat';
import { settle } from '../../../support/fake-time';
import { createPhone, fail, rowsOf } from './kit';
import { SESSION } from './lines';

const OTHER = '2221';
const push = (message: ChatMessage): ServerEvent => ({
  ...{ event: 'new_message', session_id: message.customer_service_session_id },
  message,
});

/** A chat with a conversation in front; the counts begin anew. */
async function opened() {
  const phone = createPhone();
  phone.server.sessions = [
    { customer_service_session_id: SESSION, status: 'active', unread_count: 0 },
    { customer_service_session_id: OTHER, status: 'closed', unread_count: 0 },
  ];
  phone.server.say({});
  const chat = phone.start();
  await phone.time.advance(100);
  const conversation = chat.open(SESSION);
  await phone.time.advance(100);
  const { server } = phone;
  server.history_reads = 0;
  server.list_reads = 0;
  return { ...phone, chat, conversation };
}

describe('a push', () => {
  it('is verified within a second, and many at once by one reading', async () => {
    const { server, time, push: tell } = await opened();
    for (let said = 0; said < 5; said += 1) {
      tell(push(server.say({})));
      await time.advance(150);
    }
    expect(server.history_reads).toBe(0);
    await time.advance(300);
    expect(server.history_reads).toBe(1);
    await time.advance(2_000);
    expect(server.history_reads).toBe(1);
  });

  it('brings the next reading forward, and none after it comes later than half a minute', async () => {
    const { server, time, push: tell } = await opened();
    await time.advance(20_000);
    tell(push(server.say({})));
    await time.advance(1_000);
    expect(server.history_reads).toBe(1);
    await time.advance(29_000);
    expect(server.history_reads).toBe(1);
    await time.advance(1_000);
    expect(server.history_reads).toBe(2);
  });

  it('that cannot be read leads to a reading as soon: the history has what it was about', async () => {
    const { server, time, chat, pushUnreadable } = await opened();
    server.say({ content: '推送坏了的' });
    pushUnreadable();
    await time.advance(1_000);
    expect(rowsOf(chat).map(({ text }) => text)).toContain('推送坏了的');
  });

  it('about another conversation reads nothing of the one in front, and counts there', async () => {
    const { server, time, chat, push: tell } = await opened();
    // Known, for it was looked at before.
    chat.conversation(OTHER);
    tell(push(server.say({ customer_service_session_id: OTHER })));
    await time.advance(2_000);
    expect([server.history_reads, server.list_reads]).toEqual([0, 0]);
    expect([chat.sessions.unread(OTHER), chat.sessions.unread(SESSION), chat.unread]).toEqual([1, 0, 1]);
  });

  it('with all that was missed shows and counts each line', async () => {
    const { server, chat, push: tell } = await opened();
    const messages = [server.say({ content: '一' }), server.say({ content: '二' })];
    const others = [1, 2, 3].map(() => server.say({ customer_service_session_id: OTHER }));
    tell({ event: 'offline_messages', messages: [...messages, ...others] });
    expect(rowsOf(chat).map(({ text }) => text)).toEqual([expect.any(String), '一', '二']);
    expect(chat.unread).toBe(3);
  });

  it('about a session that the list lacks has the list read again', async () => {
    const { server, chat, push: tell } = await opened();
    server.sessions.push({ customer_service_session_id: '2222', status: 'waiting', unread_count: 1 });
    tell(push(server.say({ customer_service_session_id: '2222' })));
    await settle();
    expect([server.list_reads, chat.sessions.unread('2222')]).toEqual([1, 1]);
    server.sessions.push({ customer_service_session_id: '2223', status: 'waiting' });
    tell({ event: 'session_update', session_id: '2223', status: 'active' });
    await settle();
    expect([server.list_reads, chat.sessions.find('2223')?.status]).toEqual([2, 'waiting']);
  });

  it('that says a status sets it, and reads nothing', async () => {
    const { server, chat, push: tell } = await opened();
    tell({ event: 'session_update', session_id: SESSION, status: 'on_hold' });
    await settle();
    expect([server.list_reads, chat.sessions.find(SESSION)?.status]).toEqual([0, 'on_hold']);
    tell({ event: 'session_closed', session_id: SESSION });
    expect(chat.sessions.find(SESSION)?.status).toBe('closed');
    expect(chat.ratings.of(SESSION)).toEqual({ state: 'asked' });
  });

  it('about the end of a session that the list lacks, or before there is a list, changes nothing', async () => {
    const { chat, push: tell } = await opened();
    const { list } = chat.sessions;
    tell({ event: 'session_closed', session_id: '2222' });
    expect(chat.sessions.list).toBe(list);
    const early = createPhone();
    early.server.offline = true;
    const { sessions } = early.start();
    early.push({ event: 'session_closed', session_id: SESSION });
    expect(sessions.list).toBeNull();
  });
});

describe('a session', () => {
  it('is closed by the system’s line alone: an agent may say the same words', async () => {
    const { server, chat, push: tell } = await opened();
    tell(push(server.say({ content: '会话已关闭的话可以再来' })));
    tell(push(server.say({ sender_type: 'system', content: '客服已接入' })));
    expect(chat.sessions.find(SESSION)?.status).toBe('active');
    tell(push(server.say({ sender_type: 'system', content: '会话已关闭：问题已解决' })));
    expect(chat.sessions.find(SESSION)?.status).toBe('closed');
  });

  it('has as its last line in the list what was sent from here, and what a reading brought', async () => {
    const { server, time, chat } = await opened();
    const last = () => chat.sessions.find(SESSION)?.last_message;
    chat.outbox.sendText(SESSION, '在吗');
    await settle();
    expect(last()).toMatchObject({ content: '在吗', sender_type: 'user' });
    server.say({ content: '没有推送的' });
    const list = server.api.sessions;
    server.api.sessions = () => fail({ kind: 'network' });
    await time.advance(30_000);
    server.api.sessions = list;
    expect(last()).toMatchObject({ content: '没有推送的' });
    expect(chat.unread).toBe(0);
  });

  it('in front of the person is known to be closed within half a minute, though nobody says so', async () => {
    const { server, time, chat } = await opened();
    server.sessions = server.sessions.map((one) => ({ ...one, status: 'closed' }));
    await time.advance(30_000);
    expect(chat.sessions.find(SESSION)?.status).toBe('closed');
    expect(chat.ratings.of(SESSION)).toEqual({ state: 'asked' });
  });

  it('stays in front though the page before it is left late', async () => {
    const { server, time, chat, push: tell } = await opened();
    chat.open(OTHER);
    chat.leave(SESSION);
    expect(chat.on_screen?.session_id).toBe(OTHER);
    tell(push(server.say({ customer_service_session_id: OTHER })));
    expect(chat.unread).toBe(0);
    server.history_reads = 0;
    await time.advance(1_000);
    expect(server.history_reads).toBe(1);
  });

  it('that was left is not read, whatever comes: a reading tells the server that it was seen', async () => {
    const { server, time, chat, connect, push: tell, pushUnreadable } = await opened();
    chat.leave(SESSION);
    server.history_reads = 0;
    tell(push(server.say({})));
    pushUnreadable();
    connect();
    await time.advance(60_000);
    expect([server.history_reads, chat.on_screen, chat.unread]).toEqual([0, null, 1]);
  });

  it('that is left has its draft written down at once', async () => {
    const { chat, start } = await opened();
    chat.drafts.set(SESSION, '写了一半');
    chat.leave(SESSION);
    expect(start().drafts.get(SESSION)).toBe('写了一半');
  });

  it.each(['left', 'hidden'])('that is %s is kept with its last line on the phone, at once', async (how) => {
    const { server, storage, chat, push: tell, setVisible } = await opened();
    tell(push(server.say({ content: '最后一句' })));
    if (how === 'left') chat.leave(SESSION);
    else setVisible(false);
    const [, written = ''] = [...storage.entries].find(([key]) => key.endsWith('/chat.sessions')) ?? [];
    expect(written).toContain('最后一句');
  });
});

describe('a noted rating', () => {
  it('that could not be sent is not sent again where another device gave one, and no card asks', async () => {
    const { server, time, chat, connect, push: tell } = await opened();
    chat.ratings.note(SESSION, 2);
    server.rate_answers = [() => fail({ kind: 'network' })];
    tell({ event: 'session_closed', session_id: SESSION });
    await time.advance(100);
    expect(chat.ratings.of(SESSION)).toMatchObject({ state: 'refused', score: 2 });
    server.sessions = server.sessions.map((one) => ({ ...one, status: 'closed', satisfaction_score: 5 }));
    connect();
    await time.advance(100);
    expect([server.rated, chat.ratings.of(SESSION)]).toEqual([[2], { state: 'done', score: 5 }]);
  });

  it('stays noted while the session goes on, whatever the list says else', async () => {
    const { server, time, chat, connect } = await opened();
    chat.ratings.note(SESSION, 2);
    connect();
    await time.advance(100);
    expect([server.rated, chat.ratings.of(SESSION)]).toEqual([[], { state: 'noted', score: 2 }]);
  });
});
