// What became of a message that failed, told apart: it never left, nobody knows, the session is over, or it goes on failing.
import type { Failure } from '../../../../../miniprogram/api/errors';
import { createPhone, fail, refused, rowsOf } from '../kit';
import { SESSION } from '../lines';

const unsent: Failure = { kind: 'network', unsent: true };
const gateway = (status: number): Failure => ({ kind: 'http', status });
const broken = refused(500, 'INTERNAL_ERROR', '服务器内部错误');
const contents = (lines: readonly { content: string }[]) => lines.map(({ content }) => content);
const PROFILES = ['documented', 'deployed'] as const;

function open(profile: (typeof PROFILES)[number]) {
  const phone = createPhone(profile);
  const chat = phone.start();
  const statuses = () => rowsOf(chat).map(({ status }) => status);
  return { ...phone, chat, statuses };
}

describe.each(PROFILES)('I4 a message that never left the phone (%s)', (profile) => {
  it('is tried again in its place, in order, and is never 未确认', async () => {
    const { chat, server, time, statuses } = open(profile);
    server.answers = [() => fail(unsent), () => fail(unsent), () => fail(unsent)];
    for (const text of ['一', '二', '三']) chat.outbox.sendText(SESSION, text);
    for (let seconds = 0; seconds < 45; seconds += 1) {
      await time.advance(1_000);
      expect(statuses()).not.toContain('unconfirmed');
    }
    expect(contents(server.lines)).toEqual(['一', '二', '三']);
    expect(chat.outbox.unsent).toBe(0);
  });

  it('can be taken back between two attempts, though they were made', async () => {
    const { chat, server, time } = open(profile);
    server.upload_answers = [];
    server.answers = Array.from({ length: 9 }, () => () => fail(unsent));
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    await time.advance(1_000);
    expect(rowsOf(chat)).toMatchObject([{ status: 'sending', can_delete: true }]);
  });

  it('says 发送较慢 after 10 s of failing, can be deleted then, and the messages behind it are sent', async () => {
    const { chat, server, time, statuses } = open(profile);
    server.answers = Array.from({ length: 20 }, () => () => fail(unsent));
    const taken = chat.outbox.sendText(SESSION, '一');
    chat.outbox.sendText(SESSION, '二');
    await time.advance(9_000);
    expect(statuses()).toEqual(['sending', 'sending']);
    await time.advance(2_000);
    expect(rowsOf(chat)).toMatchObject([{ status: 'slow', can_delete: true }, { status: 'sending' }]);
    server.answers = [];
    expect(chat.outbox.remove(taken.state === 'taken' ? taken.temp_message_id : '')).toBe(true);
    await time.advance(1_000);
    expect(contents(server.lines)).toEqual(['二']);
  });

  it('is a failed row after 60 s of failing, and the messages behind it have 60 s of their own', async () => {
    const { chat, server, time, statuses } = open(profile);
    server.answers = Array.from({ length: 99 }, () => () => fail(unsent));
    const taken = chat.outbox.sendText(SESSION, '一');
    chat.outbox.sendText(SESSION, '二');
    await time.advance(59_000);
    expect(statuses()).toEqual(['slow', 'sending']);
    await time.advance(2_000);
    expect(rowsOf(chat)).toMatchObject([
      { status: 'failed', note: '没有发出去', can_retry: true, can_delete: true },
      { status: 'sending' },
    ]);
    server.answers = [];
    await time.advance(16_000);
    expect(contents(server.lines)).toEqual(['二']);
    chat.outbox.retry(taken.state === 'taken' ? taken.temp_message_id : '');
    await time.advance(1_000);
    expect(contents(server.lines)).toEqual(['二', '一']);
  });

  it('does not count the time without a network, nor in the background', async () => {
    for (const away of ['network', 'background'] as const) {
      const { chat, server, network, setVisible, time, statuses } = open(profile);
      const set = (there: boolean) => (away === 'network' ? network.set(there) : setVisible(there));
      server.answers = Array.from({ length: 99 }, () => () => fail(unsent));
      chat.outbox.sendText(SESSION, '一');
      await time.advance(50_000);
      set(false);
      await time.advance(60_000);
      set(true);
      await time.advance(50_000);
      expect([away, ...statuses()]).toEqual([away, 'slow']);
      await time.advance(12_000);
      expect([away, ...statuses()]).toEqual([away, 'failed']);
    }
  });
});

describe('I4 a gateway that did not get through', () => {
  it.each([502, 503])('%d is tried again once the history shows that it is not there', async (status) => {
    const { chat, server, time, statuses } = open('deployed');
    server.answers = [() => fail(gateway(status))];
    chat.outbox.sendText(SESSION, '一');
    chat.outbox.sendText(SESSION, '二');
    await time.advance(12_000);
    expect(server.sent).toHaveLength(1);
    await time.advance(15_000);
    expect(contents(server.lines)).toEqual(['一', '二']);
    expect(statuses()).toEqual(['', '']);
  });

  it('is ignored where the history has the message', async () => {
    const { chat, server, time } = open('deployed');
    server.answers = [(stored) => (stored(), fail(gateway(502)))];
    chat.outbox.sendText(SESSION, '一');
    await time.advance(30_000);
    expect([contents(server.lines), chat.outbox.unsent]).toEqual([['一'], 0]);
  });

  it('leaves to the person what the history may have: another phone said the same', async () => {
    const { chat, server, time, statuses } = open('deployed');
    server.answers = [(stored) => (stored(), fail(gateway(502)))];
    chat.outbox.sendText(SESSION, '好的');
    server.say({ content: '好的', sender_type: 'user' });
    await time.advance(30_000);
    expect(statuses()).toEqual(['', '', 'unconfirmed']);
    expect(server.sent).toHaveLength(1);
  });

  it('a 504 does not count as one: the server may still be storing the message', async () => {
    const { chat, server, time, statuses } = open('deployed');
    server.answers = [() => fail(gateway(504))];
    chat.outbox.sendText(SESSION, '一');
    await time.advance(30_000);
    expect(statuses()).toEqual(['unconfirmed']);
  });

  it('that goes on for 60 s ends as a failed row', async () => {
    const { chat, server, time, statuses } = open('deployed');
    server.answers = Array.from({ length: 20 }, () => () => fail(gateway(502)));
    chat.outbox.sendText(SESSION, '一');
    await time.advance(12_000);
    expect(rowsOf(chat)).toMatchObject([{ status: 'slow', can_delete: true }]);
    await time.advance(75_000);
    expect(statuses()).toEqual([expect.stringMatching(/failed|unconfirmed/)]);
  });
});

describe('I4 what stands behind an undecided message', () => {
  it.each(PROFILES)('waits a bounded time though the history cannot be read (%s)', async (profile) => {
    const { chat, server, time, statuses } = open(profile);
    const readable = server.api.messages;
    const unread: typeof readable = () => fail(broken);
    server.answers = [() => ((server.api.messages = unread), fail({ kind: 'timeout' }))];
    chat.outbox.sendText(SESSION, '一');
    chat.outbox.sendText(SESSION, '二');
    await time.advance(55_000);
    expect(server.lines).toEqual([]);
    await time.advance(7_000);
    expect(statuses()).toContain(profile === 'deployed' ? 'unconfirmed' : 'failed');
    server.api.messages = readable;
    await time.advance(15_000);
    expect(contents(server.lines)).toEqual(['二']);
  });
});

describe('I4 a text into a session that is closed', () => {
  const refusals: [string, Failure][] = [
    ['400 in other words', refused(400, 'CUSTOMER_SERVICE_ERROR', '当前会话状态不允许发送')],
    ['403', refused(403, 'FORBIDDEN', '无权操作')],
    ['500 of February', broken],
    ['404', refused(404, 'NOT_FOUND', '资源不存在')],
  ];
  describe.each(PROFILES)('%s', (profile) => {
    it.each(refusals)(
      'ends as 会话已结束 and goes into a new one, however it is refused: %s',
      async (_how, failure) => {
        const { chat, server, time } = open(profile);
        await time.advance(100);
        server.sessions = [{ customer_service_session_id: SESSION, status: 'closed', unread_count: 0 }];
        server.answers = Array.from({ length: 20 }, () => () => fail(failure));
        chat.outbox.sendText(SESSION, '还在吗');
        await time.advance(2_000);
        expect(rowsOf(chat)).toMatchObject([
          { status: 'failed', note: '会话已结束', needs_session: true, can_retry: true },
        ]);
        expect(server.sent).toHaveLength(1);
        expect(chat.sessions.find(SESSION)?.status).toBe('closed');
      },
    );

    it('that is open after all is refused as it was', async () => {
      const { chat, server, time } = open(profile);
      server.answers = [() => fail(refused(400, 'BAD_REQUEST', '消息格式不对'))];
      chat.outbox.sendText(SESSION, '一');
      await time.advance(2_000);
      expect(rowsOf(chat)).toMatchObject([{ status: 'failed', needs_session: false }]);
    });
  });

  it('of which nobody knows whether it was stored is decided by the history first (deployed)', async () => {
    const { chat, server, time, statuses } = open('deployed');
    await time.advance(100);
    server.answers = [() => fail({ kind: 'timeout' })];
    server.sessions = [{ customer_service_session_id: SESSION, status: 'closed', unread_count: 0 }];
    chat.outbox.sendText(SESSION, '一');
    await time.advance(9_000);
    expect(statuses()).toEqual(['sending']);
    await time.advance(15_000);
    expect(rowsOf(chat)).toMatchObject([{ status: 'failed', needs_session: true }]);
  });
});

describe('I4 too often, without a number', () => {
  it('waits 10 s whatever happens, goes on in order, and does not fail for having waited', async () => {
    const { chat, server, time, connect, statuses } = open('deployed');
    const often = refused(429, 'RATE_LIMIT_EXCEEDED', '发送消息过于频繁');
    server.answers = Array.from({ length: 8 }, () => () => fail(often));
    chat.outbox.sendText(SESSION, '一');
    chat.outbox.sendText(SESSION, '二');
    await time.advance(9_000);
    connect();
    await time.advance(500);
    expect(server.sent).toHaveLength(1);
    await time.advance(65_000);
    expect(statuses()).toEqual(['slow', 'sending']);
    await time.advance(10_000);
    expect(contents(server.lines)).toEqual(['一', '二']);
  });
});

describe('K1 a server that fails again and again', () => {
  // The shortest waits: eight attempts fit into the message's minute.
  const failing = (profile: (typeof PROFILES)[number]) => {
    const { time, server, start } = createPhone(profile, () => 0);
    const chat = start();
    server.answers = Array.from({ length: 20 }, () => () => fail(broken));
    chat.outbox.sendText(SESSION, '一');
    return { chat, server, time };
  };

  it('at the eighth time makes the message a failed row that says so (documented)', async () => {
    const { chat, server, time } = failing('documented');
    for (let seconds = 0; seconds < 55 && server.sent.length < 7; seconds += 1) await time.advance(1_000);
    expect(rowsOf(chat)).toMatchObject([{ status: 'slow' }]);
    await time.advance(8_000);
    expect(rowsOf(chat)).toMatchObject([{ status: 'failed', note: '服务暂时不可用', can_retry: true }]);
    expect(server.sent).toHaveLength(8);
  });

  it('leaves the message in doubt after the first (deployed): the server may have stored it', async () => {
    const { chat, server, time } = failing('deployed');
    await time.advance(30_000);
    expect(rowsOf(chat)).toMatchObject([{ status: 'unconfirmed', note: '未确认是否送达' }]);
    expect(server.sent).toHaveLength(1);
  });
});

it('K1 a message in doubt that waits to be looked for is looked for at once when the line is back', async () => {
  const { chat, server, time, connect } = open('deployed');
  await time.advance(100);
  const { messages } = server.api;
  server.answers = [
    (stored) => (stored(), (server.api.messages = () => fail(unsent)), fail({ kind: 'timeout' })),
  ];
  chat.outbox.sendText(SESSION, '一');
  await time.advance(500);
  expect(chat.outbox.of(SESSION)).toMatchObject([{ status: { state: 'checking', reads: 0 } }]);
  server.api.messages = messages;
  connect();
  await time.advance(0);
  expect([chat.outbox.unsent, contents(server.lines)]).toEqual([0, ['一']]);
});

it.each(PROFILES)(
  'K1 a message in doubt is found however much was said since it left (%s)',
  async (profile) => {
    const { chat, server, time, start, kill } = open(profile);
    for (let said = 0; said < 3; said += 1) server.say({});
    chat.open(SESSION);
    await time.advance(100);
    // Stored, but the app is killed before the answer; then more is said than one reading of the history follows.
    server.answers = [(stored) => (stored(), new Promise(() => undefined))];
    chat.outbox.sendText(SESSION, '一');
    await time.advance(100);
    kill();
    for (let said = 0; said < 75; said += 1) server.say({});
    const again = start();
    await time.advance(40_000);
    expect([again.outbox.unsent, server.sent.length]).toEqual([0, 1]);
  },
);
