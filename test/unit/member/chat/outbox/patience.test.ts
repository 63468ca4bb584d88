// How long a message is tried: a minute of its own, which ends also where its last request is under way when the minute is over.
import type { Failure } from '../../../../../miniprogram/api/errors';
import type { ChatMessage } from '../../../../../typings/v4/chat';
import { createPhone, fail, refused } from '../kit';
import { SESSION } from '../lines';

const unsent: Failure = { kind: 'network', unsent: true };
const broken = refused(500, 'INTERNAL_ERROR', '服务器内部错误');
const PROFILES = ['documented', 'deployed'] as const;

function failing(profile: (typeof PROFILES)[number] = 'documented', random?: () => number) {
  const phone = createPhone(profile, random);
  const chat = phone.start();
  // Those behind the first one are stored.
  const isFirst = () => {
    const message = phone.server.sent.at(-1)?.[1];
    return message?.message_type === 'text' && message.content === '一';
  };
  phone.server.answers = Array.from(
    { length: 99 },
    () => (stored: () => ChatMessage) => (isFirst() ? fail(unsent) : Promise.resolve(stored())),
  );
  const taken = chat.outbox.sendText(SESSION, '一');
  const id = taken.state === 'taken' ? taken.temp_message_id : '';
  const status = () => chat.outbox.pending.get(id)?.status;
  const sent = () => phone.server.lines.map(({ content }) => content);
  return { phone, chat, id, status, sent };
}

/** Lets time pass until the next request leaves, which is answered when the test says so. */
async function underWay(phone: ReturnType<typeof createPhone>): Promise<(failure: Failure) => void> {
  let answer: ((failure: Failure) => void) | undefined;
  const pending = (): Promise<ChatMessage> =>
    new Promise((_resolve, reject) => (answer = (failure) => fail(failure).catch(reject)));
  phone.server.answers.unshift(pending);
  for (let seconds = 0; seconds < 20 && answer === undefined; seconds += 1) await phone.time.advance(1_000);
  if (answer === undefined) throw new Error('no request left');
  return answer;
}

describe('K1 a message whose minute ends while its request is under way', () => {
  it.each(PROFILES)(
    'waits for the answer, and is a failed row with it where it never left (%s)',
    async (profile) => {
      const { phone, status } = failing(profile);
      await phone.time.advance(44_000);
      const answer = await underWay(phone);
      await phone.time.advance(20_000);
      expect(status()).toMatchObject({ state: 'sending' });
      answer(unsent);
      await phone.time.advance(10);
      expect(status()).toMatchObject({ state: 'failed', reason: 'given_up' });
    },
  );

  it.each([
    ['documented', 'failed'],
    ['deployed', 'unconfirmed'],
  ] as const)(
    'is decided at once where the history cannot be read afterwards (%s: %s)',
    async (profile, state) => {
      const { phone, status } = failing(profile);
      await phone.time.advance(44_000);
      const answer = await underWay(phone);
      await phone.time.advance(20_000);
      phone.server.api.messages = () => fail(broken);
      answer({ kind: 'timeout' });
      await phone.time.advance(1_000);
      expect(status()).toMatchObject({ state });
    },
  );
});

describe('K1 the minute of a message', () => {
  it('is over while the history is read before it leaves: it does not leave then (deployed)', async () => {
    // The attempt after 44 s finds that the history was read too long ago.
    const { phone, status, sent } = failing('deployed', () => 0.5);
    await phone.time.advance(44_000);
    const read = phone.server.holdHistory();
    await phone.time.advance(30_000);
    expect(status()).toMatchObject({ state: 'failed', reason: 'given_up' });
    const requests = phone.server.sent.length;
    phone.server.answers = [];
    read();
    await phone.time.advance(1_000);
    expect([phone.server.sent.length - requests, sent(), status()?.state]).toEqual([0, [], 'failed']);
  });

  it('begins anew when the network was away for a moment', async () => {
    const { phone, status } = failing();
    await phone.time.advance(50_000);
    phone.network.set(false);
    await phone.time.advance(3_000);
    phone.network.set(true);
    await phone.time.advance(55_000);
    expect(status()).toMatchObject({ state: 'ready' });
    await phone.time.advance(10_000);
    expect(status()).toMatchObject({ state: 'failed' });
  });
});

describe('K1 what stands behind a message', () => {
  it('goes at once when that is given up', async () => {
    const { phone, chat, status, sent } = failing();
    chat.outbox.sendText(SESSION, '二');
    for (let steps = 0; steps < 700 && status()?.state !== 'failed'; steps += 1)
      await phone.time.advance(100);
    await phone.time.advance(10);
    expect([status()?.state, sent()]).toEqual(['failed', ['二']]);
  });

  it('K3 waits where that may still be stored, for as long as a server takes', async () => {
    const { phone, chat, status, sent } = failing('deployed');
    chat.outbox.sendText(SESSION, '二');
    await phone.time.advance(44_000);
    const answer = await underWay(phone);
    await phone.time.advance(20_000);
    const { messages } = phone.server.api;
    phone.server.api.messages = () => fail(broken);
    answer({ kind: 'timeout' });
    await phone.time.advance(1_000);
    phone.server.api.messages = messages;
    expect(status()).toMatchObject({ state: 'unconfirmed' });
    await phone.time.advance(14_000);
    expect(sent()).toEqual([]);
    await phone.time.advance(6_000);
    expect(sent()).toEqual(['二']);
  });

  it('goes at once when that is taken back', async () => {
    const { phone, chat, id, sent } = failing();
    chat.outbox.sendText(SESSION, '二');
    await phone.time.advance(11_000);
    // Between two attempts, none of which is due soon.
    const tries = phone.server.sent.length;
    expect(chat.outbox.remove(id)).toBe(true);
    await phone.time.advance(0);
    expect([phone.server.sent.length - tries, sent()]).toEqual([1, ['二']]);
  });
});
