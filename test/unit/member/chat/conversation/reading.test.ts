// When the history is read: a reading that was asked for brings what was there at the asking.
import { settle } from '../../../../support/fake-time';
import { createPhone } from '../kit';
import { SESSION } from '../lines';

async function opened() {
  const phone = createPhone();
  const chat = phone.start();
  await phone.time.advance(100);
  const conversation = chat.open(SESSION);
  await phone.time.advance(100);
  const texts = () => conversation.lines.map(({ content }) => content);
  return { phone, conversation, texts };
}

describe('K1 a reading of the history', () => {
  it('that is asked for while another is under way begins after that one, for its answer may be older', async () => {
    const { phone, conversation, texts } = await opened();
    const { messages } = phone.server.api;
    let answer: () => void = () => undefined;
    phone.server.api.messages = (id, page) => {
      // What the server has now, told later.
      const told = messages(id, page);
      return new Promise((resolve) => (answer = () => resolve(told)));
    };
    void conversation.sync();
    await settle();
    phone.server.api.messages = messages;
    phone.server.say({ content: '后来的' });
    const second = conversation.sync();
    answer();
    expect(await second).toBe(true);
    expect(texts()).toContain('后来的');
  });

  it('is shared by all who ask while one waits', async () => {
    const { phone, conversation } = await opened();
    const release = phone.server.holdHistory();
    void conversation.sync();
    await settle();
    phone.server.history_reads = 0;
    const waiting = [conversation.sync(), conversation.sync(), conversation.sync()];
    release();
    await Promise.all(waiting);
    expect(phone.server.history_reads).toBe(1);
  });

  it('counts as of when it began, not of when its answer came', async () => {
    const { phone, conversation } = await opened();
    const release = phone.server.holdHistory();
    const began_at = phone.time.now();
    const reading = conversation.sync();
    await phone.time.advance(20_000);
    release();
    await reading;
    expect(conversation.read_at - began_at).toBeLessThan(1_000);
  });

  it('of older pages begins one page earlier once, where what was kept had been cut off', async () => {
    const phone = createPhone();
    for (let n = 0; n < 100; n += 1) phone.server.say({});
    const chat = phone.start();
    await phone.time.advance(100);
    const conversation = chat.open(SESSION);
    await phone.time.advance(100);
    while (conversation.lines.length < 70) await conversation.loadOlder();
    await conversation.sync();
    phone.kill();
    const again = phone.start().conversation(SESSION);
    expect(again.lines).toHaveLength(60);
    const reads: number[] = [];
    for (let times = 0; times < 3; times += 1) {
      phone.server.history_reads = 0;
      await again.loadOlder();
      reads.push(phone.server.history_reads);
    }
    expect([reads, again.lines.length]).toEqual([[2, 1, 1], 90]);
  });
});

describe('older pages', () => {
  /** A conversation of which the last ten lines of so many are known. */
  async function withOlder(lines: number) {
    const phone = createPhone();
    for (let n = 0; n < lines; n += 1) phone.server.say({});
    const chat = phone.start();
    await phone.time.advance(100);
    const conversation = chat.open(SESSION);
    await phone.time.advance(100);
    phone.server.history_reads = 0;
    return { phone, conversation };
  }

  it('are asked for once, however often somebody scrolls up meanwhile, and not where there are none', async () => {
    const { phone, conversation } = await withOlder(15);
    const reading = conversation.loadOlder();
    await Promise.all([conversation.loadOlder(), conversation.loadOlder(), reading]);
    expect([phone.server.history_reads, conversation.lines.length]).toEqual([1, 15]);
    await conversation.loadOlder();
    expect([phone.server.history_reads, conversation.has_older]).toEqual([1, false]);
  });

  it('that fail leave the lines and the state as they are, and may be asked for again', async () => {
    const { phone, conversation } = await withOlder(15);
    phone.server.offline = true;
    await conversation.loadOlder();
    expect([conversation.older.state, conversation.state, conversation.lines.length]).toEqual([
      ...['failed', 'ready', 10],
    ]);
    phone.server.offline = false;
    await conversation.loadOlder();
    expect([conversation.older.state, conversation.lines.length]).toEqual(['idle', 15]);
  });

  it('are read until a line is known with those of its second before it, and no further', async () => {
    const { phone, conversation } = await withOlder(60);
    // Lines 151 to 160 are known: 158 has seven before it, 157 has not.
    expect(await conversation.reach('158')).toBe(true);
    expect(phone.server.history_reads).toBe(0);
    expect(await conversation.reach('157')).toBe(true);
    expect([phone.server.history_reads, conversation.lines.length]).toEqual([1, 20]);
    expect(await conversation.reach('125')).toBe(true);
    expect(conversation.lines.length).toBe(50);
    expect(await conversation.reach('1')).toBe(true);
    expect([conversation.lines.length, conversation.has_older]).toEqual([60, false]);
  });

  it('that cannot be read leave it open whether a line is among them', async () => {
    const { phone, conversation } = await withOlder(60);
    phone.server.offline = true;
    expect(await conversation.reach('101')).toBe(false);
    phone.server.offline = false;
    expect(await conversation.reach('101')).toBe(true);
    const long = await withOlder(130);
    expect(await long.conversation.reach('101')).toBe(false);
    expect(long.conversation.lines.length).toBe(110);
  });
});
