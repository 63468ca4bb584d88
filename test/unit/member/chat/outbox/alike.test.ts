// A message whose answer never came, on a backend that keeps no id of ours: which line of the history may be it, and which not.
import type { Failure } from '../../../../../miniprogram/api/errors';
import { settle } from '../../../../support/fake-time';
import { createPhone, fail, rowsOf } from '../kit';
import { SESSION } from '../lines';

const lost: Failure = { kind: 'timeout' };
const contents = (lines: readonly { content: string }[]) => lines.map(({ content }) => content);

async function doubtful(meanwhile: (server: ReturnType<typeof createPhone>['server']) => void) {
  const phone = createPhone('deployed');
  const chat = phone.start();
  await phone.time.advance(100);
  phone.server.answers = [() => (meanwhile(phone.server), fail(lost))];
  chat.outbox.sendText(SESSION, '好的');
  await phone.time.advance(30_000);
  return { phone, chat, statuses: rowsOf(chat).map(({ status }) => status) };
}

describe('K1 a message in doubt', () => {
  it('is its line where only that can be it', async () => {
    const { chat, statuses } = await doubtful((server) =>
      server.say({ content: ' 好的 ', sender_type: 'user', temp_message_id: null }),
    );
    expect([statuses, chat.outbox.unsent]).toEqual([[''], 0]);
  });

  it('is the line with its own id, also from a backend that is said to keep none', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    phone.server.answers = [
      () => {
        const temp_message_id = phone.server.sent[0]?.[1].temp_message_id ?? '';
        phone.server.say({ content: '好的', sender_type: 'user', temp_message_id });
        return fail(lost);
      },
    ];
    chat.outbox.sendText(SESSION, '好的');
    await phone.time.advance(30_000);
    expect([chat.outbox.unsent, rowsOf(chat).map(({ status }) => status)]).toEqual([0, ['']]);
  });

  it('an agent’s line with the same words is not the message', async () => {
    const { statuses } = await doubtful((server) => server.say({ content: '好的' }));
    expect(statuses).toEqual(['', 'unconfirmed']);
  });

  it('a line from before it was said is not the message, also where nobody knows whose that was', async () => {
    const phone = createPhone('deployed');
    phone.server.say({ content: '好的', sender_type: 'user', temp_message_id: null });
    const chat = phone.start();
    chat.open(SESSION);
    await phone.time.advance(100);
    phone.server.answers = [() => fail(lost)];
    chat.outbox.sendText(SESSION, '好的');
    await phone.time.advance(30_000);
    expect(rowsOf(chat).map(({ status }) => status)).toEqual(['', 'unconfirmed']);
  });

  it('a line of another device that has its own id is not the message', async () => {
    const { statuses } = await doubtful((server) =>
      server.say({ content: '好的', sender_type: 'user', temp_message_id: 'other' }),
    );
    expect(statuses).toEqual(['', 'unconfirmed']);
  });

  it('a line that is another message of this phone is not taken twice', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    await phone.time.advance(100);
    // Nobody knows what became of the first; the second, with the same words, is stored.
    phone.server.answers = [() => fail(lost)];
    chat.outbox.sendText(SESSION, '好的');
    await phone.time.advance(30_000);
    expect(rowsOf(chat).map(({ status }) => status)).toEqual(['unconfirmed']);
    chat.outbox.sendText(SESSION, '好的');
    await phone.time.advance(30_000);
    expect(contents(phone.server.lines)).toEqual(['好的']);
    expect(rowsOf(chat).map(({ status }) => status)).toEqual(['', 'unconfirmed']);
    // Neither after a restart, where nothing is known of what was claimed but what is stored.
    const again = phone.start();
    again.open(SESSION);
    await phone.time.advance(30_000);
    expect(rowsOf(again).map(({ status }) => status)).toEqual(['', 'unconfirmed']);
  });

  it('that the phone would not forget once it was stored is no other line after a restart', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    await phone.time.advance(100);
    const { remove } = phone.storage;
    phone.storage.remove = () => {
      throw new Error('removeStorage:fail');
    };
    chat.outbox.sendText(SESSION, '好的');
    await settle();
    phone.storage.remove = remove;
    chat.outbox.sendText(SESSION, '好的');
    await settle();
    const again = phone.start();
    again.open(SESSION);
    await phone.time.advance(30_000);
    expect(rowsOf(again).map(({ status }) => status)).toEqual(['', '']);
    expect(contents(phone.server.lines)).toEqual(['好的', '好的']);
  });

  it('does not show twice while its answer is on the way', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    await phone.time.advance(100);
    chat.open(SESSION);
    phone.server.answers = [(stored) => (stored(), new Promise(() => undefined))];
    chat.outbox.sendText(SESSION, '好的');
    await phone.time.advance(100);
    await chat.conversation(SESSION).sync();
    expect(rowsOf(chat)).toMatchObject([{ text: '好的', status: 'sending' }]);
  });

  it('while its request is under way no line is taken for it: the answer is surer', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    await phone.time.advance(100);
    chat.open(SESSION);
    let answer: () => void = () => undefined;
    phone.server.answers = [(stored) => new Promise((resolve) => (answer = () => resolve(stored())))];
    chat.outbox.sendText(SESSION, '好的');
    await settle();
    phone.server.say({ content: '好的', sender_type: 'user', temp_message_id: null });
    await chat.conversation(SESSION).sync();
    expect(chat.outbox.unsent).toBe(1);
    answer();
    await phone.time.advance(1_000);
    expect(rowsOf(chat).map(({ text, status }) => [text, status])).toEqual([
      ['好的', ''],
      ['好的', ''],
    ]);
  });

  it('a message leaves only once the history is known to be fresh', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    await phone.time.advance(100);
    chat.open(SESSION);
    await phone.time.advance(100);
    chat.leave(SESSION);
    // Another device said the same a while ago: it must not be taken for what is said now.
    phone.server.say({ content: '好的', sender_type: 'user', temp_message_id: null });
    await phone.time.advance(60_000);
    phone.server.answers = [() => fail(lost)];
    chat.outbox.sendText(SESSION, '好的');
    await phone.time.advance(30_000);
    expect(rowsOf(chat).map(({ status }) => status)).toEqual(['', 'unconfirmed']);
  });

  it('keeps the key of its bubble when the answer comes, and when the history tells it', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    await phone.time.advance(100);
    phone.server.answers = [(stored) => Promise.resolve(stored()), (stored) => (stored(), fail(lost))];
    chat.outbox.sendText(SESSION, '一');
    chat.outbox.sendText(SESSION, '二');
    const keys = rowsOf(chat).map(({ row_key }) => row_key);
    await phone.time.advance(30_000);
    expect(rowsOf(chat).map(({ row_key, status }) => [row_key, status])).toEqual(
      keys.map((key) => [key, '']),
    );
  });

  it('asks the history first after a kill, and sends nothing twice', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    phone.server.answers = [(stored) => (stored(), new Promise(() => undefined))];
    chat.outbox.sendText(SESSION, '一');
    chat.outbox.sendText(SESSION, '二');
    await settle();
    const again = phone.start();
    await phone.time.advance(30_000);
    expect(contents(phone.server.lines)).toEqual(['一', '二']);
    expect(again.outbox.unsent).toBe(0);
  });
});
