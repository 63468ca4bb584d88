// What is on the phone at each moment at which the app may be killed: a message is never only in memory, nor only on its way.
import { Talk } from '../../../../../miniprogram/packages/member/stores/chat/talk';
import { settle } from '../../../../support/fake-time';
import { createPhone, fail, refused } from '../kit';
import { SESSION } from '../lines';

type Phone = ReturnType<typeof createPhone>;

/** What is stored of the messages, as it was written. */
function stored({ storage }: Phone): { has_left: boolean; state: string }[] {
  const texts = [...storage.entries].filter(([key]) => key.includes('/outbox.')).map(([, text]) => text);
  return texts.map((text) => {
    const { d } = JSON.parse(text) as { d: { has_left: boolean; status: { state: string } } };
    return { has_left: d.has_left, state: d.status.state };
  });
}

function talking(profile: 'documented' | 'deployed' = 'documented') {
  const phone = createPhone(profile);
  const chat = phone.start();
  const talk = new Talk(SESSION, { chat: () => chat, network: phone.network, clock: phone.time });
  return { phone, chat, talk };
}

describe('K1 a message that leaves', () => {
  it('is written down as on its way before it goes: an app that dies now asks the history', async () => {
    const { phone, chat } = talking('deployed');
    await phone.time.advance(100);
    const at_leaving: ReturnType<typeof stored>[] = [];
    phone.server.answers = [() => (at_leaving.push(stored(phone)), new Promise(() => undefined))];
    chat.outbox.sendText(SESSION, '一');
    await settle();
    expect(at_leaving).toEqual([[{ has_left: true, state: 'sending' }]]);
    expect(phone.start().outbox.of(SESSION)).toMatchObject([{ status: { state: 'checking' } }]);
  });

  it('stays where the phone has no room to write that down, and goes once it has', async () => {
    const { phone, chat } = talking();
    phone.network.set(false);
    chat.outbox.sendText(SESSION, '一');
    phone.storage.limit = 0;
    phone.network.set(true);
    await phone.time.advance(3_000);
    expect(phone.server.sent).toEqual([]);
    phone.storage.limit = Infinity;
    await phone.time.advance(20_000);
    expect(phone.server.lines).toMatchObject([{ content: '一' }]);
    expect(chat.outbox.unsent).toBe(0);
  });

  it('is not on the phone any more once the server has it', async () => {
    const { phone, chat } = talking();
    chat.outbox.sendText(SESSION, '一');
    await settle();
    expect([stored(phone), chat.outbox.unsent]).toEqual([[], 0]);
  });
});

describe('K3 what became of a message while the phone wrote nothing', () => {
  const refusal = refused(400, 'CONTENT_VIOLATION', '消息包含违规内容，请修改后重试');

  /** Makes the phone refuse from the answer to the first message on. */
  function refusing(answer: () => Promise<never>) {
    const { phone, chat } = talking();
    phone.server.answers = [() => ((phone.storage.limit = 0), answer())];
    chat.outbox.sendText(SESSION, '一');
    return { phone, chat };
  }

  it('is written down with the next message that is', async () => {
    const { phone, chat } = refusing(() => fail(refusal));
    await settle();
    expect(chat.outbox.of(SESSION)).toMatchObject([{ status: { reason: 'content' } }]);
    expect(stored(phone)).toEqual([{ has_left: true, state: 'sending' }]);
    phone.storage.limit = Infinity;
    phone.network.set(false);
    chat.outbox.sendText(SESSION, '二');
    expect(stored(phone)).toMatchObject([{ state: 'failed' }, { state: 'ready' }]);
  });

  it('is written down when the person is back', async () => {
    const { phone, chat } = refusing(() => fail(refusal));
    await settle();
    phone.storage.limit = Infinity;
    chat.outbox.hurry();
    expect(stored(phone)).toMatchObject([{ state: 'failed' }]);
  });

  it('also that the server has it: it does not come back with the next start', async () => {
    const { phone, chat } = talking();
    const { remove } = phone.storage;
    phone.storage.remove = () => {
      throw new Error('removeStorage:fail');
    };
    chat.outbox.sendText(SESSION, '一');
    await settle();
    expect([chat.outbox.unsent, stored(phone).length]).toEqual([0, 1]);
    phone.storage.remove = remove;
    chat.outbox.sendText(SESSION, '二');
    await settle();
    expect(stored(phone)).toEqual([]);
  });

  it('keeps a message that is sent again waiting, in its new place, until it can be written down', async () => {
    const { phone, chat } = refusing(() => fail(refused(400, 'BAD_REQUEST', '消息格式不对')));
    await settle();
    phone.storage.limit = Infinity;
    phone.network.set(false);
    chat.outbox.sendText(SESSION, '二');
    phone.storage.limit = 0;
    const [first] = chat.outbox.of(SESSION);
    chat.outbox.retry(first?.temp_message_id ?? '');
    expect(chat.outbox.of(SESSION)).toMatchObject([
      { body: { content: '二' } },
      { body: { content: '一' }, status: { state: 'ready' } },
    ]);
    phone.storage.limit = Infinity;
    phone.network.set(true);
    await phone.time.advance(20_000);
    expect(phone.server.lines).toMatchObject([{ content: '二' }, { content: '一' }]);
  });
});

describe('K1 a draft that becomes a message', () => {
  const draftOf = ({ storage }: Phone) =>
    [...storage.entries.keys()].filter((key) => key.includes('/draft.'));

  it('is cleared only when its message is written down', async () => {
    const { phone, talk } = talking();
    phone.network.set(false);
    talk.typed('写好了');
    await phone.time.advance(1_000);
    const order: string[] = [];
    const { set, remove } = phone.storage;
    phone.storage.set = (key, value) => (
      order.push(`written ${key.split('/')[1]?.split('.')[0]}`),
      set(key, value)
    );
    phone.storage.remove = (key) => (order.push(`gone ${key.split('/')[1]?.split('.')[0]}`), remove(key));
    expect(talk.sendText('写好了')).toBe('');
    expect(order).toEqual(['written outbox', 'gone draft']);
    expect([talk.draft, draftOf(phone)]).toEqual(['', []]);
  });

  it('stays, here and after a kill, where the phone is full', async () => {
    const { phone, talk } = talking();
    talk.typed('写好了');
    await phone.time.advance(1_000);
    phone.storage.limit = 0;
    expect(talk.sendText('写好了')).toContain('存储空间不足');
    expect(talk.draft).toBe('写好了');
    expect(phone.start().drafts.get(SESSION)).toBe('写好了');
  });

  it('that could not be written stays to be written', async () => {
    const { phone, chat } = talking();
    phone.storage.limit = 0;
    chat.drafts.set(SESSION, '写了一半');
    await phone.time.advance(1_000);
    expect([chat.drafts.get(SESSION), draftOf(phone)]).toEqual(['写了一半', []]);
    phone.storage.limit = Infinity;
    expect(chat.drafts.flush()).toBe(true);
    expect(phone.start().drafts.get(SESSION)).toBe('写了一半');
  });

  it('is written once for each pause, however often the page is left', async () => {
    const { phone, chat } = talking();
    const before = phone.storage.set;
    let writes = 0;
    phone.storage.set = (key, value) => (key.includes('/draft.') && (writes += 1), before(key, value));
    chat.drafts.set(SESSION, '写了一');
    chat.drafts.set(SESSION, '写了一半');
    await phone.time.advance(1_000);
    for (let times = 0; times < 5; times += 1) chat.leave(SESSION);
    expect(writes).toBe(1);
  });
});
