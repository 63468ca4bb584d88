// What a chat leaves behind when its person signs out, and what it asks for while nobody sees it: nothing.
import { settle } from '../../../support/fake-time';
import { createPhone, fail, refused, uploading } from './kit';
import { SESSION } from './lines';

type Phone = ReturnType<typeof createPhone>;

const asked = ({ server }: Phone): number[] => [
  server.list_reads,
  server.history_reads,
  server.sent.length,
  server.uploads.length,
  server.rated.length,
];

describe('K1 after signing out', () => {
  it('no picture that waited is left on the phone', async () => {
    const phone = createPhone();
    phone.network.set(false);
    const chat = phone.start();
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    await chat.outbox.sendImage(SESSION, 'tmp/2.png');
    expect([...phone.kept]).toHaveLength(2);
    phone.signOut();
    await settle();
    expect([...phone.kept]).toEqual([]);
  });

  it('nor one that was sent a moment ago and stays until the page has drawn it from the server', async () => {
    const phone = createPhone();
    const chat = phone.start();
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    await phone.time.advance(100);
    expect([chat.outbox.unsent, [...phone.kept]]).toEqual([0, ['kept/tmp/1.png']]);
    phone.signOut();
    await settle();
    expect([...phone.kept]).toEqual([]);
  });

  it('pictures stay where a sign-in merely ended, and are sent when the same person is back', async () => {
    const phone = createPhone();
    phone.network.set(false);
    const chat = phone.start();
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    phone.expire();
    await settle();
    expect([...phone.kept]).toEqual(['kept/tmp/1.png']);
    phone.signIn();
    const again = phone.start();
    phone.network.set(true);
    await phone.time.advance(2_000);
    expect(phone.server.lines).toMatchObject([{ message_type: 'image' }]);
    expect([again.outbox.unsent, [...phone.kept]]).toEqual([0, []]);
  });

  it('no timer runs, whatever was being waited for', async () => {
    const phone = createPhone('deployed');
    const before = phone.time.pending;
    const chat = phone.start();
    await phone.time.advance(100);
    chat.open(SESSION);
    chat.drafts.set(SESSION, '写了一半');
    phone.server.upload_answers = [uploading];
    await chat.outbox.sendImage(SESSION, 'tmp/1.png');
    phone.server.answers = [() => fail(refused(429, 'RATE_LIMIT_EXCEEDED', '发送消息过于频繁', 60))];
    chat.outbox.sendText('2221', '一');
    await phone.time.advance(100);
    expect(phone.time.pending - before).toBeGreaterThanOrEqual(4);
    phone.signOut();
    expect(phone.time.pending).toBe(before);
    await phone.time.advance(300_000);
    expect(phone.time.pending).toBe(before);
  });

  it('nothing that is pushed, shown or connected reaches the chat any more', async () => {
    const phone = createPhone();
    const chat = phone.start();
    await phone.time.advance(100);
    chat.open(SESSION);
    await phone.time.advance(100);
    phone.signOut();
    const before = [...asked(phone), chat.conversation(SESSION).lines.length];
    phone.push({ event: 'new_message', session_id: SESSION, message: phone.server.say({}) });
    phone.push({ event: 'session_closed', session_id: SESSION });
    phone.connect();
    phone.setVisible(false);
    phone.setVisible(true);
    phone.network.set(false);
    phone.network.set(true);
    await phone.time.advance(300_000);
    expect([...asked(phone), chat.conversation(SESSION).lines.length]).toEqual(before);
    expect(chat.sessions.find(SESSION)?.status).toBe('active');
    expect([...phone.storage.entries.keys()].filter((key) => key.startsWith('customer:'))).toEqual([]);
  });
});

describe('K1 in the background', () => {
  it('nothing is asked of the server, whatever comes or is due', async () => {
    const phone = createPhone();
    const chat = phone.start();
    await phone.time.advance(100);
    chat.open(SESSION);
    await phone.time.advance(100);
    phone.server.answers = [() => fail({ kind: 'network', unsent: true })];
    chat.outbox.sendText(SESSION, '一');
    await settle();
    phone.setVisible(false);
    const before = asked(phone);
    phone.connect();
    phone.push({ event: 'new_message', session_id: SESSION, message: phone.server.say({}) });
    await phone.time.advance(300_000);
    expect(asked(phone)).toEqual(before);
  });

  it('what is due is done when the app is seen again, at once', async () => {
    const phone = createPhone();
    const chat = phone.start();
    await phone.time.advance(100);
    chat.open(SESSION);
    phone.setVisible(false);
    chat.outbox.sendText(SESSION, '一');
    await phone.time.advance(300_000);
    const [lists = 0, histories = 0] = asked(phone);
    expect(phone.server.sent).toEqual([]);
    phone.setVisible(true);
    await settle();
    expect(phone.server.lines).toMatchObject([{ content: '一' }]);
    expect([phone.server.list_reads > lists, phone.server.history_reads > histories]).toEqual([true, true]);
  });

  it('a conversation in front of the person is read again within half a minute, and none that was left', async () => {
    const phone = createPhone('deployed');
    const chat = phone.start();
    await phone.time.advance(2_000);
    const idle = phone.time.pending;
    chat.open(SESSION);
    await phone.time.advance(100);
    phone.server.say({ content: '没有推送的' });
    await phone.time.advance(30_000);
    expect(chat.conversation(SESSION).lines.map(({ content }) => content)).toContain('没有推送的');
    chat.leave(SESSION);
    await settle();
    const before = asked(phone);
    await phone.time.advance(2_000);
    expect(phone.time.pending).toBe(idle);
    await phone.time.advance(120_000);
    expect(asked(phone)).toEqual(before);
  });
});
