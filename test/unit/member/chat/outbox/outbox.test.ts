// Messages on their way: written down first, in order, once, through kills, bad networks and refusals.
import type { Failure } from '../../../../../miniprogram/api/errors';
import { settle } from '../../../../support/fake-time';
import { createPhone, fail, refused, rowsOf } from '../kit';
import { SESSION } from '../lines';

const contents = (lines: readonly { content: string }[]) => lines.map(({ content }) => content);
const network: Failure = { kind: 'network' };
const closed = refused(400, 'CUSTOMER_SERVICE_ERROR', '会话已关闭，无法发送消息');

describe('the outbox', () => {
  it('C1 writes a message down before its bubble shows, and keeps the typed text when the phone is full', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.storage.limit = 0;
    expect(chat.outbox.sendText(SESSION, '在吗')).toEqual({ state: 'full' });
    expect(rowsOf(chat)).toEqual([]);
    phone.storage.limit = Infinity;
    phone.storage.entries.clear();
    const written = () => [...phone.storage.entries.keys()].filter((key) => key.includes('outbox.')).length;
    let at_sending = 0;
    phone.server.answers = [(stored) => ((at_sending = written()), Promise.resolve(stored()))];
    chat.outbox.sendText(SESSION, '在吗');
    expect([written(), at_sending]).toEqual([1, 1]);
    await settle();
    expect(written()).toBe(0);
  });

  it('C1 sends in order, one at a time, and an answer changes no key', async () => {
    const phone = createPhone();
    const chat = phone.start();
    let answer: () => void = () => undefined;
    phone.server.answers = [(stored) => new Promise((resolve) => (answer = () => resolve(stored())))];
    for (const text of ['一', '二', '三']) chat.outbox.sendText(SESSION, text);
    await settle();
    expect(phone.server.sent).toHaveLength(1);
    const keys = rowsOf(chat).map(({ row_key }) => row_key);
    answer();
    await settle();
    expect(contents(phone.server.lines)).toEqual(['一', '二', '三']);
    expect(rowsOf(chat).map(({ row_key, status }) => [row_key, status])).toEqual(
      keys.map((key) => [key, '']),
    );
    expect(chat.outbox.unsent).toBe(0);
    expect([...phone.storage.entries.keys()].filter((key) => key.includes('outbox.'))).toEqual([]);
  });

  it('C1 holds messages without a network and sends them in order when it is back', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.network.set(false);
    chat.outbox.sendText(SESSION, '一');
    chat.outbox.sendText(SESSION, '二');
    await phone.time.advance(60_000);
    expect(phone.server.sent).toHaveLength(0);
    phone.network.set(true);
    await phone.time.advance(100);
    expect(contents(phone.server.lines)).toEqual(['一', '二']);
  });

  it('C1 sends what was written before the app was killed, once', async () => {
    const phone = createPhone();
    const chat = phone.start();
    // Stored, but the app dies before the answer.
    phone.server.answers = [(stored) => (stored(), new Promise(() => undefined))];
    chat.outbox.sendText(SESSION, '一');
    chat.outbox.sendText(SESSION, '二');
    await settle();
    const again = phone.start();
    await phone.time.advance(5_000);
    expect(contents(phone.server.lines)).toEqual(['一', '二']);
    expect(again.outbox.unsent).toBe(0);
  });

  it('C1 resends under the same id as documented, after the history did not have it', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.server.answers = [() => fail(network)];
    chat.outbox.sendText(SESSION, '一');
    await phone.time.advance(5_000);
    expect(phone.server.sent.map(([, message]) => message.temp_message_id)).toHaveLength(2);
    expect(new Set(phone.server.sent.map(([, message]) => message.temp_message_id)).size).toBe(1);
    expect(contents(phone.server.lines)).toEqual(['一']);
  });

  it('C1 finds a message in the history whose answer was lost, and does not send it again (deployed)', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    phone.server.answers = [(stored) => (stored(), fail({ kind: 'timeout' }))];
    chat.outbox.sendText(SESSION, '一');
    await phone.time.advance(30_000);
    expect(phone.server.sent).toHaveLength(1);
    expect(rowsOf(chat)).toMatchObject([{ text: '一', status: '', chat_message_id: '101' }]);
  });

  it('C1 shows 未确认 only after the server’s own time limit, and the person decides (deployed)', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    phone.server.answers = [() => fail(network)];
    const taken = chat.outbox.sendText(SESSION, '一');
    await phone.time.advance(15_000);
    expect(rowsOf(chat)).toMatchObject([{ status: 'sending' }]);
    await phone.time.advance(10_000);
    expect(rowsOf(chat)).toMatchObject([{ status: 'unconfirmed', can_retry: true, can_delete: true }]);
    expect(phone.server.sent).toHaveLength(1);
    chat.outbox.retry(taken.state === 'taken' ? taken.temp_message_id : '');
    await phone.time.advance(1_000);
    expect(contents(phone.server.lines)).toEqual(['一']);
    expect(chat.outbox.unsent).toBe(0);
  });

  it('C1 does not send again what may be stored because its sign-in was renewed meanwhile (deployed)', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    phone.server.answers = [
      (stored) => (stored(), fail({ kind: 'signed_out', backend: 'v4', reason: 'left' })),
    ];
    chat.outbox.sendText(SESSION, '一');
    await phone.time.advance(30_000);
    expect(contents(phone.server.lines)).toEqual(['一']);
    expect(chat.outbox.unsent).toBe(0);
  });

  it('C1 does not take an older line with the same words for a message in doubt (deployed)', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    chat.outbox.sendText(SESSION, '好的');
    await phone.time.advance(1_000);
    phone.server.answers = [() => fail(network)];
    chat.outbox.sendText(SESSION, '好的');
    await phone.time.advance(30_000);
    expect(rowsOf(chat).map(({ status }) => status)).toEqual(['', 'unconfirmed']);
  });

  it('C1 decides nothing where two lines could be the one message (deployed)', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    phone.server.answers = [(stored) => (stored(), fail(network))];
    chat.outbox.sendText(SESSION, '好的');
    phone.server.say({ content: '好的', sender_type: 'user' });
    await phone.time.advance(30_000);
    expect(rowsOf(chat).map(({ status }) => status)).toEqual(['', '', 'unconfirmed']);
  });

  it('C1 waits as long as the server asks, whatever else happens', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.server.answers = [() => fail(refused(429, 'RATE_LIMIT_EXCEEDED', '发送消息过于频繁', 20))];
    chat.outbox.sendText(SESSION, '一');
    await phone.time.advance(15_000);
    phone.connect();
    chat.outbox.hurry();
    await phone.time.advance(4_000);
    expect(phone.server.sent).toHaveLength(1);
    await phone.time.advance(2_000);
    expect(contents(phone.server.lines)).toEqual(['一']);
  });

  it('C1 fails at a closed session with its reason, learns of the closing, and moves into a new one', async () => {
    const phone = createPhone();
    const chat = phone.start();
    await phone.time.advance(100);
    phone.server.answers = [() => fail(closed)];
    const taken = chat.outbox.sendText(SESSION, '还在吗');
    await phone.time.advance(100);
    expect(rowsOf(chat)).toMatchObject([{ status: 'failed', needs_session: true, note: '会话已结束' }]);
    expect(chat.sessions.find(SESSION)?.status).toBe('closed');
    expect(chat.ratings.of(SESSION)).toEqual({ state: 'asked' });
    chat.outbox.retry(taken.state === 'taken' ? taken.temp_message_id : '', '2221');
    await phone.time.advance(100);
    expect(phone.server.sent.map(([session_id]) => session_id)).toEqual([SESSION, '2221']);
  });

  it('C1 does not let a failed message hold up the next one', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.server.answers = [() => fail(refused(400, 'CONTENT_VIOLATION', '消息包含违规内容，请修改后重试'))];
    chat.outbox.sendText(SESSION, '坏');
    chat.outbox.sendText(SESSION, '好');
    await phone.time.advance(100);
    expect(contents(phone.server.lines)).toEqual(['好']);
    expect(rowsOf(chat)).toMatchObject([{ text: '好' }, { text: '坏', status: 'failed', can_retry: false }]);
  });

  it('C1 copies a picture first, resumes after a kill where it was, and sweeps the copy', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.server.answers = [() => new Promise(() => undefined)];
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    await settle();
    expect(phone.server.uploads).toEqual(['kept/tmp/1.png']);
    const again = phone.start();
    await phone.time.advance(5_000);
    expect(phone.server.uploads).toHaveLength(1);
    expect(phone.server.lines).toMatchObject([{ message_type: 'image' }]);
    expect(rowsOf(again)).toMatchObject([{ kind: 'image', image: 'https://pictures.example.com/1.png' }]);
    expect([...phone.kept]).toEqual([]);
  });

  it('C1 says so when the kept picture is gone', async () => {
    const phone = createPhone();
    phone.network.set(false);
    const chat = phone.start();
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    phone.kept.clear();
    phone.network.set(true);
    await phone.time.advance(100);
    expect(rowsOf(chat)).toMatchObject([{ status: 'failed', note: '图片已不在手机上' }]);
  });

  it('C1 touches nothing of a person who has left', async () => {
    const phone = createPhone();
    const chat = phone.start();
    let answer: () => void = () => undefined;
    phone.server.answers = [(stored) => new Promise((resolve) => (answer = () => resolve(stored())))];
    chat.outbox.sendText(SESSION, '一');
    await settle();
    phone.signOut();
    phone.storage.entries.clear();
    answer();
    chat.drafts.set(SESSION, '写了一半');
    await phone.time.advance(60_000);
    expect([...phone.storage.entries.keys()]).toEqual([]);
  });
});
