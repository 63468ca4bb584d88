// What a person does with a message that the store did not let through, and with one on its way.
import { Talk } from '../../../../miniprogram/packages/member/stores/chat/talk';
import { createPhone, fail, refused, rowsOf, uploading } from './kit';
import { SESSION } from './lines';

const unwelcome = refused(400, 'CONTENT_VIOLATION', '消息包含违规内容，请修改后重试');

async function withRefused(content: string) {
  const phone = createPhone();
  const chat = phone.start();
  const talk = new Talk(SESSION, { chat: () => chat, network: phone.network, clock: phone.time });
  phone.server.answers = [() => fail(unwelcome)];
  talk.sendText(content);
  await phone.time.advance(100);
  expect(rowsOf(chat)).toMatchObject([{ status: 'failed', can_retry: false }]);
  const id = rowsOf(chat)[0]?.temp_message_id ?? '';
  return { phone, chat, talk, id };
}

describe('a text that was refused for its words', () => {
  it('C5 goes back to where messages are written, and its row goes', async () => {
    const { chat, talk, id } = await withRefused('这里有违禁词');
    expect(talk.revise(id)).toBe('这里有违禁词');
    expect(rowsOf(chat)).toEqual([]);
    expect(talk.draft).toBe('这里有违禁词');
  });

  it('C5 goes below what is being written there, and a kill loses neither', async () => {
    const { phone, talk, id } = await withRefused('坏的');
    talk.typed('写了一半');
    expect(talk.revise(id)).toBe('写了一半\n坏的');
    const again = phone.start();
    expect(again.drafts.get(SESSION)).toBe('写了一半\n坏的');
    expect(again.outbox.unsent).toBe(0);
  });

  it('C5 stays where it is when there is no chat for both, here or on the phone', async () => {
    const { phone, chat, talk, id } = await withRefused('坏的');
    talk.typed('长'.repeat(4_998));
    expect(talk.revise(id)).toBeUndefined();
    talk.typed('写了一半');
    phone.storage.limit = 0;
    expect(talk.revise(id)).toBeUndefined();
    expect(talk.draft).toBe('写了一半');
    expect(rowsOf(chat)).toMatchObject([{ status: 'failed' }]);
  });

  it('C5 goes into the next session where its own is closed', async () => {
    const { phone, chat, talk, id } = await withRefused('坏的');
    phone.server.sessions = [{ customer_service_session_id: '2221', status: 'waiting' }];
    expect(await talk.moveOn(id, 'revise')).toEqual({ session_id: '2221' });
    expect(chat.drafts.get('2221')).toBe('坏的');
    expect(chat.outbox.unsent).toBe(0);
    expect(phone.server.sent).toHaveLength(1);
  });
});

function talking() {
  const phone = createPhone();
  const chat = phone.start();
  const talk = new Talk(SESSION, { chat: () => chat, network: phone.network, clock: phone.time });
  return { phone, chat, talk };
}

describe('what a person sends', () => {
  it.each(['', ' \n ', '\u200b'])('is not sent where nothing of it would be seen: %j', async (text) => {
    const { phone, chat, talk } = talking();
    talk.typed(text);
    expect(talk.sendText(text)).toBe('没有可以发送的文字');
    await phone.time.advance(100);
    expect([chat.outbox.unsent, phone.server.sent, talk.draft]).toEqual([0, [], text]);
  });

  it('leaves without the halves of characters that no server takes', async () => {
    const { phone, talk } = talking();
    expect(talk.sendText(' 好\ud83d ')).toBe('');
    await phone.time.advance(100);
    expect(phone.server.sent.map(([, message]) => message)).toMatchObject([{ content: '好\ufffd' }]);
  });

  it('goes in the order chosen where it is several pictures', async () => {
    const { phone, talk } = talking();
    expect(await talk.sendPictures(['tmp/1.png', 'tmp/2.png', 'tmp/3.png'])).toBe('');
    await phone.time.advance(100);
    expect(phone.server.uploads).toEqual(['kept/tmp/1.png', 'kept/tmp/2.png', 'kept/tmp/3.png']);
    expect(phone.server.lines).toHaveLength(3);
  });

  it('stops at the picture whose message there is no room for, says so, and keeps no copy of it', async () => {
    const { phone, talk } = talking();
    phone.server.upload_answers = [uploading];
    expect(await talk.sendPictures(['tmp/1.png'])).toBe('');
    phone.storage.limit = 0;
    expect(await talk.sendPictures(['tmp/2.png', 'tmp/3.png'])).toContain('存储空间不足');
    expect([talk.pending.length, [...phone.kept]]).toEqual([1, ['kept/tmp/1.png']]);
  });

  it('stops at a picture that cannot be read, says so, and leaves the rest to the person', async () => {
    const { phone, chat, talk } = talking();
    phone.unreadable.add('tmp/2.png');
    expect(await talk.sendPictures(['tmp/1.png', 'tmp/2.png', 'tmp/3.png'])).toContain('图片读不到或存不下');
    await phone.time.advance(2_000);
    expect([phone.server.uploads, chat.outbox.unsent]).toEqual([['kept/tmp/1.png'], 0]);
  });

  it('is not taken where nobody is signed in, which is said', async () => {
    const { network, time } = createPhone();
    const talk = new Talk(SESSION, { chat: () => null, network, clock: time });
    talk.typed('在吗');
    expect([talk.sendText('在吗'), await talk.sendPictures(['tmp/1.png'])]).toEqual([
      '请重新登录后再发送。',
      '请重新登录后再发送。',
    ]);
    expect(await talk.moveOn()).toEqual({ trouble: '请重新登录后再发送。' });
    expect([talk.draft, talk.rows, talk.remove('any'), talk.revise('any')]).toEqual([
      '',
      [],
      true,
      undefined,
    ]);
  });
});

describe('the next session', () => {
  const closed = refused(400, 'CUSTOMER_SERVICE_ERROR', '会话已关闭，无法发送消息');

  async function withClosed() {
    const all = talking();
    await all.phone.time.advance(100);
    all.phone.server.answers = [() => fail(closed)];
    all.talk.sendText('还在吗');
    await all.phone.time.advance(100);
    all.phone.server.sessions = [{ customer_service_session_id: '2221', status: 'waiting' }];
    return { ...all, id: all.talk.pending[0]?.temp_message_id ?? '' };
  }

  it('is where the message that this one refused is sent', async () => {
    const { phone, chat, talk, id } = await withClosed();
    expect(await talk.moveOn(id)).toEqual({ session_id: '2221' });
    await phone.time.advance(100);
    expect(phone.server.sent.map(([session_id]) => session_id)).toEqual([SESSION, '2221']);
    expect([chat.outbox.unsent, chat.drafts.get('2221')]).toEqual([0, '']);
  });

  it('is begun without it where the person only goes on', async () => {
    const { phone, talk } = await withClosed();
    expect(await talk.moveOn()).toEqual({ session_id: '2221' });
    await phone.time.advance(100);
    expect([phone.server.sent.length, talk.pending.length]).toEqual([1, 1]);
  });

  it('cannot be begun: why is said, and the message stays', async () => {
    const { phone, talk, id } = await withClosed();
    phone.server.api.createSession = () => fail(refused(429, 'RATE_LIMIT_EXCEEDED', '操作过于频繁', 7));
    expect(await talk.moveOn(id)).toEqual({ trouble: '操作太频繁，请 7 秒后再试。' });
    expect([phone.server.sent.length, talk.pending.length]).toEqual([1, 1]);
  });

  it('takes no picture to be revised', async () => {
    const { phone, chat, talk } = talking();
    phone.server.answers = [() => fail(unwelcome)];
    await talk.sendPictures(['tmp/1.png']);
    await phone.time.advance(100);
    expect(talk.revise(talk.pending[0]?.temp_message_id ?? '')).toBeUndefined();
    expect([chat.outbox.unsent, talk.draft]).toEqual([1, '']);
  });
});

it('a message that failed is sent again where the person says so', async () => {
  const { phone, talk } = talking();
  phone.server.answers = [() => fail(refused(400, 'BAD_REQUEST', '消息格式不对'))];
  talk.sendText('一');
  await phone.time.advance(100);
  talk.retry(talk.pending[0]?.temp_message_id ?? '');
  await phone.time.advance(100);
  expect([phone.server.lines.length, talk.pending]).toEqual([1, []]);
});

it('C5 a text that is revised stands alone where only blanks were typed', async () => {
  const { talk, id } = await withRefused('坏的');
  talk.typed(' \n');
  expect(talk.revise(id)).toBe('坏的');
});

it('C5 a text that is exactly as long as the server takes may be revised', async () => {
  const { talk, id } = await withRefused('坏的');
  talk.typed('长'.repeat(4_997));
  expect(talk.revise(id)).toHaveLength(5_000);
});

it('a page that is left no longer counts as read what comes', async () => {
  const { phone, chat, talk } = talking();
  await phone.time.advance(100);
  talk.open();
  talk.leave();
  phone.push({ event: 'new_message', session_id: SESSION, message: phone.server.say({}) });
  expect(chat.unread).toBe(1);
  expect(chat.unsent).toBe(0);
});
