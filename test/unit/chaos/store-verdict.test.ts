// The judge of what the backend holds: each planted defect is found under its name, and what is right passes.
import { openChat } from '../../backend/v4/chat/in-process';
import { insertMessage } from '../../backend/v4/chat/messages';
import type { ChatPort } from '../../backend/v4/chat/port';
import type { Session } from '../../backend/v4/chat/rows';
import { insertSession } from '../../backend/v4/chat/sessions';
import { Ledger } from '../../chaos/verdict/ledger';
import { judgeStore } from '../../chaos/verdict/store';
import { createWorldTime } from '../../chaos/world/time';
import type { Written } from '../../chaos/world/person';

const AUTHOR = 32;
let chat: ChatPort;
let session: Session;

const written = (order: number, more: Partial<Written> = {}): Written => ({
  ...{ temp_message_id: `t${order}`, user_id: AUTHOR, content: `顾客${AUTHOR}第${order}句` },
  ...{ kind: 'text', order, fate: 'expected', sessions: ['1'], resent: 0, anywhere: false },
  ...more,
});

/** The server has it, under an id of its own choice where it should not know ours. */
function store({ content }: Written, temp_message_id: string | null): void {
  insertMessage(chat, session, {
    ...{ origin: 'user', sender_id: AUTHOR, message_type: 'text' },
    ...{ content, temp_message_id },
  });
}

const found = (all: Written[]) =>
  judgeStore({ chat, profile: chat.profile }, { written: all }).map(({ kind }) => kind);

describe.each(['documented', 'deployed'] as const)('the store, %s', (profile) => {
  const idOf = ({ temp_message_id }: Written) => (profile === 'documented' ? temp_message_id : null);

  beforeEach(() => {
    chat = openChat(createWorldTime(Date.UTC(2026, 10, 22)).backend, profile);
    session = insertSession(chat, AUTHOR, 'mobile');
  });
  afterEach(() => chat.store.close());

  it('C1 passes where each message is there once and in order', () => {
    const all = [written(1), written(2)];
    all.forEach((one) => store(one, idOf(one)));
    expect(found([...all, written(3, { fate: 'refused' }), written(4, { fate: 'dropped' })])).toEqual([]);
  });

  it('C1 finds a message that is not there', () => {
    expect(found([written(1)])).toEqual(['lost']);
  });

  it('C1 finds an order that was not written', () => {
    const [one, two] = [written(1), written(2)];
    store(two, idOf(two));
    store(one, idOf(one));
    expect(found([one, two])).toEqual(['out of order']);
    // The phone wrote nothing when it was sent again, so nobody can say where it stands.
    expect(found([{ ...one, anywhere: true }, two])).toEqual([]);
  });

  it('C1 finds a message that was refused and is there, and one under another person', () => {
    const refused = written(1, { fate: 'refused' });
    store(refused, idOf(refused));
    expect(found([refused])).toEqual(['leaked']);
    const foreign = written(2, { content: '顾客33第1句' });
    store(foreign, idOf(foreign));
    expect(found([refused, foreign])).toEqual(['leaked', 'leaked']);
  });

  it('C1 finds lines as they come, each session by itself', () => {
    const ledger = new Ledger(chat.store);
    store(written(1), null);
    expect(ledger.lines(String(session.customer_service_session_id))).toHaveLength(1);
    store(written(2), null);
    expect(ledger.lines(String(session.customer_service_session_id))).toHaveLength(2);
    expect(ledger.lines('999')).toEqual([]);
  });
});

it('C1 finds a message that is there twice', () => {
  chat = openChat(createWorldTime(Date.UTC(2026, 10, 22)).backend, 'deployed');
  session = insertSession(chat, AUTHOR, 'mobile');
  store(written(1), null);
  store(written(1), null);
  expect(found([written(1)])).toEqual(['duplicated']);
  chat.store.close();
});
