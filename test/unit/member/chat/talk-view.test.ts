// One conversation as its page binds it, and what a person does in it.
import { Talk } from '../../../../miniprogram/packages/member/stores/chat/talk';
import { talkFields } from '../../../../miniprogram/packages/member/stores/chat/talk-view';
import type { ChatSession } from '../../../../typings/v4/chat';
import { createPhone, fail, refused } from './kit';
import { SESSION } from './lines';

function seen(talk: Talk) {
  const fields = talkFields(talk, () => '');
  return Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read()]));
}

function talking(session: Partial<ChatSession> = {}) {
  const phone = createPhone();
  phone.server.sessions = [
    {
      ...{ customer_service_session_id: SESSION, status: 'active', unread_count: 0 },
      ...session,
    },
  ];
  const chat = phone.start();
  const talk = new Talk(SESSION, { chat: () => chat, network: phone.network, clock: phone.time });
  return { phone, chat, talk };
}

const nobody = () => {
  const { network, time } = createPhone();
  return new Talk(SESSION, { chat: () => null, network, clock: time });
};

async function opened(session: Partial<ChatSession> = {}, lines = 0) {
  const all = talking(session);
  for (let n = 0; n < lines; n += 1) all.phone.server.say({});
  await all.phone.time.advance(100);
  all.talk.open();
  await all.phone.time.advance(100);
  return all;
}

describe('a conversation as its page binds it', () => {
  it('is loading, then empty, then there', async () => {
    const { phone, talk } = talking();
    expect(seen(talk)).toMatchObject({ state: 'loading', title: '在线客服', idle: true, failed_title: '' });
    talk.open();
    await phone.time.advance(100);
    expect(seen(talk)).toMatchObject({ state: 'empty', has_older: false, closed: false, waiting: false });
    phone.server.say({});
    talk.reread();
    await phone.time.advance(100);
    expect(seen(talk)).toMatchObject({ state: 'ready', older: 'idle', end_said: false });
  });

  it('says why it could not be read, and reads again when it is told to', async () => {
    const { phone, talk } = talking();
    phone.server.offline = true;
    talk.open();
    await phone.time.advance(100);
    expect(seen(talk)).toMatchObject({
      state: 'failed',
      failed_title: '网络连接失败',
      failed_for: 'offline',
    });
    phone.server.offline = false;
    talk.reread();
    await phone.time.advance(100);
    expect(seen(talk)).toMatchObject({ state: 'empty', failed_title: '' });
  });

  it('is called by who serves, and says while nobody does', async () => {
    const waiting = await opened({ status: 'waiting' });
    expect(seen(waiting.talk)).toMatchObject({ title: '在线客服', waiting: true });
    const served = await opened({ admin: { user_id: '7', nickname: '客服小禾' } });
    expect(seen(served.talk)).toMatchObject({ title: '客服小禾', waiting: false, closed: false });
  });

  it('knows that it is over, and whether its last line says so already', async () => {
    const { phone, talk } = await opened({ status: 'closed' }, 1);
    expect(seen(talk)).toMatchObject({ closed: true, end_said: false, rating: 'none' });
    phone.server.say({ sender_type: 'system', sender_id: null, content: '会话已关闭：问题已解决' });
    talk.reread();
    await phone.time.advance(100);
    expect(seen(talk)).toMatchObject({ closed: true, end_said: true });
  });

  it('knows what is on its way, and what is in doubt', async () => {
    const { phone, chat, talk } = await opened();
    phone.network.set(false);
    expect(talk.sendText('在吗')).toBe('');
    expect(seen(talk)).toMatchObject({ idle: false, unsure: false });
    const id = talk.pending[0]?.temp_message_id ?? '';
    chat.outbox.pending.changeAnyway(id, { status: { state: 'unconfirmed', after_id: '0' } });
    expect(seen(talk)).toMatchObject({ idle: false, unsure: true });
    expect(talk.remove(id)).toBe(true);
    expect(seen(talk)).toMatchObject({ idle: true, unsure: false });
  });

  it('reads older pages one at a time, and none by itself after one failed', async () => {
    const { phone, talk } = await opened({}, 25);
    expect([seen(talk)['has_older'], talk.may_load_older]).toEqual([true, true]);
    phone.server.offline = true;
    talk.loadOlder();
    expect([seen(talk)['older'], talk.may_load_older]).toEqual(['running', false]);
    await phone.time.advance(100);
    expect([seen(talk)['older'], talk.may_load_older, talk.rows.length]).toEqual(['failed', false, 10]);
    phone.server.offline = false;
    talk.loadOlder();
    await phone.time.advance(100);
    talk.loadOlder();
    await phone.time.advance(100);
    expect([seen(talk)['has_older'], talk.may_load_older, talk.rows.length]).toEqual([false, false, 25]);
  });

  it('counts in its pill what came below', async () => {
    const { phone, talk } = await opened({}, 3);
    talk.place.moved(false);
    phone.push({ event: 'new_message', session_id: SESSION, message: phone.server.say({}) });
    talk.place.look();
    expect(seen(talk)['pill']).toBe('1 条新消息');
  });

  it('shows messages as held while there is no network', async () => {
    const { phone, talk } = await opened();
    phone.network.set(false);
    talk.sendText('在吗');
    expect(talk.rows).toMatchObject([{ text: '在吗', status: 'held' }]);
  });

  it('is nobody’s while nobody is signed in', () => {
    const talk = nobody();
    talk.place.moved(false);
    talk.place.look();
    expect(seen(talk)).toMatchObject({
      ...{ state: 'signed_out', title: '在线客服', waiting: false, idle: true, unsure: false },
      ...{ end_said: false, closed: false, has_older: false, older: 'idle', pill: '' },
      ...{ rating: 'none', rating_score: 0, rating_note: '', failed_title: '' },
    });
  });
});

describe('the rating card', () => {
  it('shows the star that was given, while it is noted, sent, and done', async () => {
    const { phone, chat, talk } = await opened();
    phone.push({ event: 'satisfaction_request', session_id: SESSION });
    expect(seen(talk)).toMatchObject({ rating: 'asked', rating_score: 0, rating_note: '' });
    talk.rate(4);
    expect(seen(talk)).toMatchObject({ rating: 'noted', rating_score: 4 });
    expect(phone.server.rated).toEqual([]);
    chat.sessions.setStatus(SESSION, 'closed');
    expect(seen(talk)).toMatchObject({ rating: 'sending', rating_score: 4 });
    await phone.time.advance(100);
    expect(seen(talk)).toMatchObject({ rating: 'done', rating_score: 4 });
    expect(phone.server.rated).toEqual([4]);
  });

  it('is sent at once where the session is over, says why it was refused, and may be dismissed then', async () => {
    const { phone, talk } = await opened({ status: 'closed' });
    phone.server.rate_answers = [() => fail(refused(400, 'SERVICE_ERROR', '评分暂时不能提交'))];
    talk.rate(2);
    expect(phone.server.rated).toEqual([2]);
    await phone.time.advance(100);
    expect(seen(talk)).toMatchObject({
      ...{ rating: 'refused', rating_score: 2, rating_note: '未能完成，评分暂时不能提交' },
    });
    talk.dismiss();
    expect(seen(talk)).toMatchObject({ rating: 'dismissed', rating_score: 0, rating_note: '' });
  });

  it('is done where the server says a score, and asked for where it says that there is none', async () => {
    const done = await opened({ status: 'closed', satisfaction_score: 5 });
    expect(seen(done.talk)).toMatchObject({ rating: 'done', rating_score: 5 });
    const least = await opened({ status: 'closed', satisfaction_score: 1 });
    expect(seen(least.talk)).toMatchObject({ rating: 'done', rating_score: 1 });
    const asked = await opened({ status: 'closed', satisfaction_score: null });
    expect(seen(asked.talk)).toMatchObject({ rating: 'asked' });
    const none = await opened({ status: 'closed', satisfaction_score: 0 });
    expect(seen(none.talk)).toMatchObject({ rating: 'none' });
  });

  it('of a session that was rated elsewhere shows no star of ours', async () => {
    const { phone, talk } = await opened({ status: 'closed' });
    phone.server.rate_answers = [() => fail(refused(409, 'CUSTOMER_SERVICE_ALREADY_EXISTS', '已评分'))];
    talk.rate(1);
    await phone.time.advance(100);
    expect(seen(talk)).toMatchObject({ rating: 'done', rating_score: 0 });
  });
});
