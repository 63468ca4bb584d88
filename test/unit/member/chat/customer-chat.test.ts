// What a chat does with the socket's events: closes gaps after a connect, counts unread messages, handles closings,
// ratings, drafts, tickets.
import type { ServerEvent } from '../../../../miniprogram/packages/member/api/events';
import type { ChatMessage } from '../../../../typings/v4/chat';
import { createPhone, fail, refused, rowsOf } from './kit';
import { line, own, SESSION } from './lines';

const push = (message: ChatMessage): ServerEvent => ({ event: 'new_message', session_id: SESSION, message });

async function opened(profile: 'documented' | 'deployed' = 'documented') {
  const phone = createPhone(profile);
  for (let n = 0; n < 25; n += 1) phone.server.say({});
  const chat = phone.start();
  await phone.time.advance(100);
  const conversation = chat.open(SESSION);
  await phone.time.advance(100);
  return { phone, chat, conversation };
}

describe('a chat', () => {
  it('C5 says that a session is not there, also where its lines are known, until it is', async () => {
    const { phone, conversation } = await opened();
    phone.server.is_missing = true;
    expect(await conversation.sync()).toBe(false);
    expect(conversation.state).toBe('missing');
    const reading = conversation.sync();
    expect(conversation.state).toBe('missing');
    phone.server.is_missing = false;
    await reading;
    await conversation.sync();
    expect(conversation.state).toBe('ready');
  });

  it('C1 closes the gap at once after a connect, in one reading where little is missing', async () => {
    const { phone, chat } = await opened();
    for (let n = 0; n < 5; n += 1) phone.server.say({});
    phone.server.history_reads = 0;
    phone.connect();
    await phone.time.advance(10);
    expect(phone.server.history_reads).toBe(1);
    expect(rowsOf(chat)).toHaveLength(15);
  });

  it('C1 shows a pushed line at once and verifies it by the history within seconds', async () => {
    const { phone, chat } = await opened();
    phone.server.say({ content: '推送丢了的' });
    phone.push(push(phone.server.say({ content: '推送到的' })));
    const before = rowsOf(chat).map(({ text }) => text);
    expect(before).toContain('推送到的');
    expect(before).not.toContain('推送丢了的');
    await phone.time.advance(1_100);
    expect(
      rowsOf(chat)
        .map(({ text }) => text)
        .slice(-2),
    ).toEqual(['推送丢了的', '推送到的']);
  });

  it('C1 shows an own message from another device once, however often it is told', async () => {
    const { phone, chat } = await opened();
    const said = phone.server.say({ content: '另一台写的', sender_type: 'user', temp_message_id: 'other' });
    phone.push(push(said));
    phone.push(push(said));
    phone.connect();
    await phone.time.advance(2_000);
    expect(rowsOf(chat).filter(({ text }) => text === '另一台写的')).toMatchObject([{ own: true }]);
  });

  it('C1 marks a hole while it cannot be read, and joins the lines when it can', async () => {
    const { phone, chat } = await opened();
    for (let n = 0; n < 25; n += 1) phone.server.say({});
    const { messages } = phone.server.api;
    phone.server.api.messages = (id, page) =>
      page.page === 1 ? messages(id, page) : fail({ kind: 'network' });
    phone.connect();
    await phone.time.advance(10);
    expect(rowsOf(chat).map(({ kind }) => kind)).toContain('gap');
    phone.server.api.messages = messages;
    phone.connect();
    await phone.time.advance(10);
    expect(rowsOf(chat).map(({ kind }) => kind)).not.toContain('gap');
    expect(rowsOf(chat)).toHaveLength(35);
  });

  it('C1 counts unread agents’ lines once, none of a conversation in front', async () => {
    const { phone, chat } = await opened();
    chat.leave(SESSION);
    const said = phone.server.say({});
    phone.push(push(said));
    phone.push(push(said));
    phone.push(push(phone.server.say({ sender_type: 'user', temp_message_id: 'other' })));
    expect(chat.sessions.unread_total).toBe(1);
    chat.open(SESSION);
    expect(chat.sessions.unread_total).toBe(0);
    phone.push(push(phone.server.say({})));
    expect(chat.sessions.unread_total).toBe(0);
    chat.leave(SESSION);
    expect(chat.sessions.unread_total).toBe(0);
  });

  it('C1 learns from a system line that the session is closed, and asks for a rating once (deployed)', async () => {
    const { phone, chat } = await opened('deployed');
    phone.server.say({ sender_type: 'system', sender_id: null, content: '会话已关闭：问题已解决' });
    await phone.time.advance(31_000);
    expect(chat.sessions.find(SESSION)?.status).toBe('closed');
    expect(chat.ratings.of(SESSION)).toEqual({ state: 'asked' });
    chat.ratings.dismiss(SESSION);
    phone.push({ event: 'satisfaction_request', session_id: SESSION });
    expect(chat.ratings.of(SESSION)).toEqual({ state: 'dismissed' });
    expect(phone.start().ratings.of(SESSION)).toEqual({ state: 'dismissed' });
  });

  it('C1 keeps the rating card at a refusal, and takes 409 for an answer that was given', async () => {
    const { phone, chat } = await opened();
    phone.push({ event: 'satisfaction_request', session_id: SESSION });
    phone.server.rate_answers = [
      () => fail(refused(400, 'CUSTOMER_SERVICE_ERROR', '仅已关闭的会话可评分')),
      () => fail(refused(409, 'CUSTOMER_SERVICE_ALREADY_EXISTS', '此会话已评分，不可重复评分')),
    ];
    await chat.ratings.rate(SESSION, 5);
    expect(chat.ratings.of(SESSION)).toMatchObject({ state: 'refused', score: 5 });
    await chat.ratings.rate(SESSION, 5);
    expect(chat.ratings.of(SESSION)).toEqual({ state: 'done', score: null });
    await chat.ratings.rate(SESSION, 1);
    expect(phone.server.rated).toEqual([5, 5]);
  });

  it('J3 notes a rating while the session goes on, the last star of several, and sends it once at the closing', async () => {
    const { phone, chat } = await opened();
    phone.push({ event: 'satisfaction_request', session_id: SESSION });
    chat.ratings.note(SESSION, 3);
    chat.ratings.note(SESSION, 4);
    expect([chat.ratings.of(SESSION), phone.server.rated]).toEqual([{ state: 'noted', score: 4 }, []]);
    phone.push({ event: 'session_closed', session_id: SESSION });
    await phone.time.advance(100);
    expect(phone.server.rated).toEqual([4]);
    expect(chat.ratings.of(SESSION)).toEqual({ state: 'done', score: 4 });
    phone.connect();
    await phone.time.advance(100);
    expect(phone.server.rated).toEqual([4]);
  });

  it('J3 sends it after a restart too, also where the session was closed in between', async () => {
    const { phone, chat } = await opened();
    chat.ratings.note(SESSION, 5);
    phone.server.sessions = phone.server.sessions.map((one) => ({ ...one, status: 'closed' as const }));
    phone.storage
      .keys()
      .filter((key) => key.includes(':cache/'))
      .forEach((key) => phone.storage.remove(key));
    const again = phone.start();
    expect(again.ratings.of(SESSION)).toEqual({ state: 'noted', score: 5 });
    await phone.time.advance(100);
    expect(phone.server.rated).toEqual([5]);
    expect(phone.start().ratings.of(SESSION)).toMatchObject({ state: 'done' });
  });

  it('J3 tries again when the network is back, and not for what was rated elsewhere', async () => {
    const { phone, chat } = await opened();
    chat.ratings.note(SESSION, 2);
    phone.server.rate_answers = [() => fail({ kind: 'network' })];
    phone.push({ event: 'session_closed', session_id: SESSION });
    await phone.time.advance(100);
    expect(chat.ratings.of(SESSION)).toMatchObject({ state: 'refused', score: 2 });
    phone.server.sessions = phone.server.sessions.map((one) => ({ ...one, status: 'closed' as const }));
    phone.connect();
    await phone.time.advance(100);
    expect([phone.server.rated, chat.ratings.of(SESSION)]).toEqual([[2, 2], { state: 'done', score: 2 }]);
  });

  it('C1 keeps drafts by session through a kill, and clears a sent one', async () => {
    const { phone, chat } = await opened();
    chat.drafts.set(SESSION, '写了一半');
    await phone.time.advance(500);
    const again = phone.start();
    expect([again.drafts.get(SESSION), again.drafts.get('2221')]).toEqual(['写了一半', '']);
    again.drafts.clear(SESSION);
    expect(phone.start().drafts.get(SESSION)).toBe('');
  });

  it('C1 writes the draft down when the app goes to the background', async () => {
    const { phone, chat } = await opened();
    chat.drafts.set(SESSION, '写了一半');
    phone.setVisible(false);
    expect(phone.start().drafts.get(SESSION)).toBe('写了一半');
  });

  it('C1 says that tickets are not offered where the route is missing, and groups them where it is not', async () => {
    const { phone, chat } = await opened();
    phone.server.issues = refused(404, 'NOT_FOUND', '接口不存在');
    await chat.tickets.pages.refresh();
    expect(chat.tickets.state).toBe('not_offered');
    const issue = { issue_type: 'item', priority: 'high', title: '核销失败' };
    phone.server.issues = [
      { ...issue, issue_id: '2', status: 'open' },
      { ...issue, issue_id: '1', status: 'closed' },
    ];
    await chat.tickets.pages.refresh();
    chat.tickets.choose('closed');
    expect([chat.tickets.state, chat.tickets.shown.map(({ issue_id }) => issue_id)]).toEqual([
      'ready',
      ['1'],
    ]);
  });

  it('C1 reads older pages to the beginning without a line twice', async () => {
    const { phone, chat, conversation } = await opened();
    while (conversation.has_older) {
      await conversation.loadOlder();
      phone.server.say({});
    }
    await conversation.sync();
    const keys = rowsOf(chat).map(({ row_key }) => row_key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(phone.server.lines.length);
  });

  it('C1 opens with the last lines from before, without a network', async () => {
    const { phone } = await opened();
    phone.server.offline = true;
    const again = phone.start();
    again.open(SESSION);
    expect(rowsOf(again)).toHaveLength(10);
    expect(again.sessions.state).toBe('ready');
    await phone.time.advance(100);
    expect(again.conversation(SESSION).reading.state).toBe('failed');
    expect(rowsOf(again)).toHaveLength(10);
  });

  it('C1 orders ids as numbers, beyond 2^53 too', async () => {
    const { phone, chat } = await opened();
    phone.push(push(line('9223372036854775807')));
    phone.push(push(own(999, '早一句')));
    const ids = rowsOf(chat).map(({ chat_message_id }) => chat_message_id);
    expect(ids.slice(-2)).toEqual(['999', '9223372036854775807']);
  });
});
