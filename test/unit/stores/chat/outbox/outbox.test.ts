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
    const room = phone.start();
    phone.storage.limit = 0;
    expect(room.outbox.sendText(SESSION, '在吗')).toEqual({ state: 'full' });
    expect(rowsOf(room)).toEqual([]);
    phone.storage.limit = Infinity;
    phone.storage.entries.clear();
    const written = () => [...phone.storage.entries.keys()].filter((key) => key.includes('outbox.')).length;
    let at_sending = 0;
    phone.server.answers = [(stored) => ((at_sending = written()), Promise.resolve(stored()))];
    room.outbox.sendText(SESSION, '在吗');
    expect([written(), at_sending]).toEqual([1, 1]);
    await settle();
    expect(written()).toBe(0);
  });

  it('C1 sends in order, one at a time, and an answer changes no key', async () => {
    const phone = createPhone();
    const room = phone.start();
    let answer: () => void = () => undefined;
    phone.server.answers = [(stored) => new Promise((resolve) => (answer = () => resolve(stored())))];
    for (const text of ['一', '二', '三']) room.outbox.sendText(SESSION, text);
    await settle();
    expect(phone.server.sent).toHaveLength(1);
    const keys = rowsOf(room).map(({ row_key }) => row_key);
    answer();
    await settle();
    expect(contents(phone.server.lines)).toEqual(['一', '二', '三']);
    expect(rowsOf(room).map(({ row_key, status }) => [row_key, status])).toEqual(
      keys.map((key) => [key, '']),
    );
    expect(room.outbox.unsent).toBe(0);
    expect([...phone.storage.entries.keys()].filter((key) => key.includes('outbox.'))).toEqual([]);
  });

  it('C1 holds messages without a network and sends them in order when it is back', async () => {
    const phone = createPhone();
    const room = phone.start();
    phone.network.set(false);
    room.outbox.sendText(SESSION, '一');
    room.outbox.sendText(SESSION, '二');
    await phone.time.advance(60_000);
    expect(phone.server.sent).toHaveLength(0);
    phone.network.set(true);
    await phone.time.advance(100);
    expect(contents(phone.server.lines)).toEqual(['一', '二']);
  });

  it('C1 sends what was written before the app was killed, once', async () => {
    const phone = createPhone();
    const room = phone.start();
    // Stored, but the app dies before the answer.
    phone.server.answers = [(stored) => (stored(), new Promise(() => undefined))];
    room.outbox.sendText(SESSION, '一');
    room.outbox.sendText(SESSION, '二');
    await settle();
    const again = phone.start();
    await phone.time.advance(5_000);
    expect(contents(phone.server.lines)).toEqual(['一', '二']);
    expect(again.outbox.unsent).toBe(0);
  });

  it('C1 resends under the same id as documented, after the history did not have it', async () => {
    const phone = createPhone();
    const room = phone.start();
    phone.server.answers = [() => fail(network)];
    room.outbox.sendText(SESSION, '一');
    await phone.time.advance(5_000);
    expect(phone.server.sent.map(([, message]) => message.temp_message_id)).toHaveLength(2);
    expect(new Set(phone.server.sent.map(([, message]) => message.temp_message_id)).size).toBe(1);
    expect(contents(phone.server.lines)).toEqual(['一']);
  });

  it('C1 finds a message in the history whose answer was lost, and does not send it again (deployed)', async () => {
    const phone = createPhone('deployed');
    const room = phone.start();
    phone.server.answers = [(stored) => (stored(), fail({ kind: 'timeout' }))];
    room.outbox.sendText(SESSION, '一');
    await phone.time.advance(30_000);
    expect(phone.server.sent).toHaveLength(1);
    expect(rowsOf(room)).toMatchObject([{ text: '一', status: '', chat_message_id: '101' }]);
  });

  it('C1 says 未确认 only after the server’s own limit, and the person decides (deployed)', async () => {
    const phone = createPhone('deployed');
    const room = phone.start();
    phone.server.answers = [() => fail(network)];
    const taken = room.outbox.sendText(SESSION, '一');
    await phone.time.advance(15_000);
    expect(rowsOf(room)).toMatchObject([{ status: 'sending' }]);
    await phone.time.advance(10_000);
    expect(rowsOf(room)).toMatchObject([{ status: 'unconfirmed', can_retry: true, can_delete: true }]);
    expect(phone.server.sent).toHaveLength(1);
    room.outbox.retry(taken.state === 'taken' ? taken.temp_message_id : '');
    await phone.time.advance(1_000);
    expect(contents(phone.server.lines)).toEqual(['一']);
    expect(room.outbox.unsent).toBe(0);
  });

  it('C1 does not send again what may be stored because its sign-in was renewed meanwhile (deployed)', async () => {
    const phone = createPhone('deployed');
    const room = phone.start();
    phone.server.answers = [
      (stored) => (stored(), fail({ kind: 'signed_out', backend: 'v4', reason: 'left' })),
    ];
    room.outbox.sendText(SESSION, '一');
    await phone.time.advance(30_000);
    expect(contents(phone.server.lines)).toEqual(['一']);
    expect(room.outbox.unsent).toBe(0);
  });

  it('C1 takes no older line of the same words for a doubtful message (deployed)', async () => {
    const phone = createPhone('deployed');
    const room = phone.start();
    room.outbox.sendText(SESSION, '好的');
    await phone.time.advance(1_000);
    phone.server.answers = [() => fail(network)];
    room.outbox.sendText(SESSION, '好的');
    await phone.time.advance(30_000);
    expect(rowsOf(room).map(({ status }) => status)).toEqual(['', 'unconfirmed']);
  });

  it('C1 decides nothing where two lines could be the one message (deployed)', async () => {
    const phone = createPhone('deployed');
    const room = phone.start();
    phone.server.answers = [(stored) => (stored(), fail(network))];
    room.outbox.sendText(SESSION, '好的');
    phone.server.say({ content: '好的', sender_type: 'user' });
    await phone.time.advance(30_000);
    expect(rowsOf(room).map(({ status }) => status)).toEqual(['', '', 'unconfirmed']);
  });

  it('C1 waits as long as the server asks, and hurries nothing past it', async () => {
    const phone = createPhone();
    const room = phone.start();
    phone.server.answers = [() => fail(refused(429, 'RATE_LIMIT_EXCEEDED', '发送消息过于频繁', 20))];
    room.outbox.sendText(SESSION, '一');
    await phone.time.advance(15_000);
    phone.connect();
    room.outbox.hurry();
    await phone.time.advance(4_000);
    expect(phone.server.sent).toHaveLength(1);
    await phone.time.advance(2_000);
    expect(contents(phone.server.lines)).toEqual(['一']);
  });

  it('C1 fails at a closed session with its reason, learns of the closing, and moves into a new one', async () => {
    const phone = createPhone();
    const room = phone.start();
    await phone.time.advance(100);
    phone.server.answers = [() => fail(closed)];
    const taken = room.outbox.sendText(SESSION, '还在吗');
    await phone.time.advance(100);
    expect(rowsOf(room)).toMatchObject([{ status: 'failed', needs_session: true, note: '会话已结束' }]);
    expect(room.sessions.find(SESSION)?.status).toBe('closed');
    expect(room.ratings.of(SESSION)).toEqual({ state: 'asked' });
    room.outbox.retry(taken.state === 'taken' ? taken.temp_message_id : '', '2221');
    await phone.time.advance(100);
    expect(phone.server.sent.map(([session_id]) => session_id)).toEqual([SESSION, '2221']);
  });

  it('C1 does not let a failed message hold up the next one', async () => {
    const phone = createPhone();
    const room = phone.start();
    phone.server.answers = [() => fail(refused(400, 'CONTENT_VIOLATION', '消息包含违规内容，请修改后重试'))];
    room.outbox.sendText(SESSION, '坏');
    room.outbox.sendText(SESSION, '好');
    await phone.time.advance(100);
    expect(contents(phone.server.lines)).toEqual(['好']);
    expect(rowsOf(room)).toMatchObject([{ text: '好' }, { text: '坏', status: 'failed', can_retry: false }]);
  });

  it('C1 copies a picture first, resumes after a kill where it was, and sweeps the copy', async () => {
    const phone = createPhone();
    const room = phone.start();
    phone.server.answers = [() => new Promise(() => undefined)];
    await room.outbox.sendImage(SESSION, 'tmp/1.png');
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
    const room = phone.start();
    await room.outbox.sendImage(SESSION, 'tmp/1.png');
    phone.kept.clear();
    phone.network.set(true);
    await phone.time.advance(100);
    expect(rowsOf(room)).toMatchObject([{ status: 'failed', note: '图片已不在手机上' }]);
  });

  it('C1 touches nothing of a person who has left', async () => {
    const phone = createPhone();
    const room = phone.start();
    let answer: () => void = () => undefined;
    phone.server.answers = [(stored) => new Promise((resolve) => (answer = () => resolve(stored())))];
    room.outbox.sendText(SESSION, '一');
    await settle();
    phone.storage.entries.clear();
    room.dispose();
    answer();
    room.drafts.set(SESSION, '写了一半');
    await phone.time.advance(60_000);
    expect([...phone.storage.entries.keys()]).toEqual([]);
  });
});
