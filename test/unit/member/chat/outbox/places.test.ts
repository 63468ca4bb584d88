// The places of messages in line: behind what was said meanwhile, and not before one that may yet be stored.
import type { Failure } from '../../../../../miniprogram/api/errors';
import { createPhone, fail, refused } from '../kit';
import { SESSION } from '../lines';

const contents = (lines: readonly { content: string }[]) => lines.map(({ content }) => content);
const unsent: Failure = { kind: 'network', unsent: true };
const broken = refused(500, 'INTERNAL_ERROR', '服务器内部错误');

describe('K1 the place of a message', () => {
  it('that is sent again is behind those that were written meanwhile', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.server.answers = [() => fail(refused(400, 'BAD_REQUEST', '消息格式不对'))];
    const taken = chat.outbox.sendText(SESSION, '一');
    await phone.time.advance(1_000);
    phone.network.set(false);
    chat.outbox.sendText(SESSION, '二');
    chat.outbox.retry(taken.state === 'taken' ? taken.temp_message_id : '');
    // Through a restart too.
    phone.start();
    phone.network.set(true);
    await phone.time.advance(1_000);
    expect(contents(phone.server.lines)).toEqual(['二', '一']);
  });

  it('that was given up but may be stored keeps the next ones waiting as long as the server may take', async () => {
    const phone = createPhone();
    const chat = phone.start();
    phone.server.answers = Array.from({ length: 3 }, () => () => fail({ kind: 'timeout' }));
    phone.server.answers.push(...Array.from({ length: 60 }, () => () => fail(unsent)));
    const readable = phone.server.api.messages;
    chat.outbox.sendText(SESSION, '一');
    chat.outbox.sendText(SESSION, '二');
    phone.server.api.messages = () => fail(broken);
    await phone.time.advance(59_000);
    expect(chat.outbox.of(SESSION).map(({ status }) => status.state)).not.toContain('failed');
    phone.server.answers = [];
    phone.server.api.messages = () => fail(broken);
    await phone.time.advance(2_000);
    expect(chat.outbox.of(SESSION)[0]?.status).toMatchObject({ state: 'failed', reason: 'given_up' });
    phone.server.api.messages = readable;
    await phone.time.advance(13_000);
    expect(contents(phone.server.lines)).toEqual([]);
    await phone.time.advance(4_000);
    expect(contents(phone.server.lines)).toEqual(['二']);
  });

  it('is kept through restarts, in whatever order the phone tells what it holds', async () => {
    const phone = createPhone();
    phone.network.set(false);
    const chat = phone.start();
    const texts = Array.from({ length: 12 }, (_, index) => `第 ${index + 1} 句`);
    for (const text of texts) chat.outbox.sendText(SESSION, text);
    const told = [...phone.storage.entries].reverse();
    phone.storage.entries.clear();
    told.forEach(([key, text]) => phone.storage.entries.set(key, text));
    const again = phone.start();
    again.outbox.sendText(SESSION, '最后');
    phone.network.set(true);
    await phone.time.advance(5_000);
    expect(again.outbox.unsent).toBe(0);
    expect(contents(phone.server.lines)).toEqual([...texts, '最后']);
  });
});

it('K1 a picture that no message has is swept when the app starts, and one that is being kept never is', async () => {
  const phone = createPhone();
  phone.network.set(false);
  const chat = phone.start();
  // Copied, and its message is not written down yet.
  await chat.outbox.sendImage(SESSION, 'tmp/1.png');
  phone.kept.add('kept/tmp/left-behind.png');
  expect([...phone.kept]).toEqual(['kept/tmp/1.png', 'kept/tmp/left-behind.png']);
  phone.start();
  await phone.time.advance(100);
  expect([...phone.kept]).toEqual(['kept/tmp/1.png']);
});
