// The chat's rules without a server, on a clock that stands still: what every sequence of calls keeps true.
import fc from 'fast-check';
import { createVirtualClock } from '../../../../backend/clock';
import type { Clock } from '../../../../backend/clock';
import { closeSession, sendAsAgent } from '../../../../backend/v4/chat/agent';
import { openChat } from '../../../../backend/v4/chat/in-process';
import type { ChatEvent, ChatPort } from '../../../../backend/v4/chat/port';
import { history, sessionList } from '../../../../backend/v4/chat/reading';
import type { Session } from '../../../../backend/v4/chat/rows';
import { ScriptedAgent } from '../../../../backend/v4/chat/script/agent';
import {
  countSend,
  createSession,
  rateSession,
  sendDelayMs,
  sendMessage,
} from '../../../../backend/v4/chat/service';
import { pushesFor } from '../../../../backend/v4/realtime/pushes';

const CUSTOMER = 33;
const AGENT = 35;
let clock: Clock;
let port: ChatPort;
let session: Session;
let told: ChatEvent[];

function begin(profile: 'documented' | 'deployed' = 'documented'): void {
  clock = createVirtualClock(Date.UTC(2026, 2, 1));
  port = openChat(clock, profile);
  told = [];
  port.chatEvents.add((event) => told.push(event));
  ({ session } = createSession(port, CUSTOMER));
}

beforeEach(() => begin());
afterEach(() => port.store.close());

const id = () => session.customer_service_session_id;
const send = (content: string, temp_message_id?: string) =>
  sendMessage(port, CUSTOMER, id(), {
    content,
    ...(temp_message_id === undefined ? {} : { temp_message_id }),
  });
const page = (query: object) => history(port, session, query);
const said = (query: object = { page_size: 100 }) => page(query).messages.map(({ content }) => content);

const step = fc.oneof(
  fc.record({ kind: fc.constant('send' as const), temp: fc.nat(12) }),
  fc.record({ kind: fc.constant('agent' as const), temp: fc.nat(12) }),
  fc.record({ kind: fc.constant('close' as const), temp: fc.constant(0) }),
  fc.record({ kind: fc.constant('wait' as const), temp: fc.nat(1500) }),
);

test('each temporary id exists once, its sends all answer the same message, ids ascend and pushes match', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      port.store.close();
      begin();
      const answered = new Map<string, bigint>();
      for (const { kind, temp } of steps) {
        if (kind === 'wait') clock.advance(temp);
        else if (kind === 'agent') sendAsAgent(port, AGENT, id(), { content: `客服${temp}` });
        else if (kind === 'close') {
          closeSession(port, id(), '换一个');
          clock.advance(10_000);
          ({ session } = createSession(port, CUSTOMER));
        } else {
          const { message, is_new } = send(`第${temp}条`, `tmp-${temp}`);
          expect(is_new).toBe(!answered.has(`tmp-${temp}`));
          expect(message.chat_message_id).toBe(answered.get(`tmp-${temp}`) ?? message.chat_message_id);
          answered.set(`tmp-${temp}`, message.chat_message_id);
        }
      }
      const rows = port.store.all('SELECT temp_message_id AS t, COUNT(*) AS n FROM chat_messages GROUP BY 1');
      expect(rows.filter(({ t, n }) => t !== null && n !== 1n)).toEqual([]);
      expect(rows.filter(({ t }) => t !== null)).toHaveLength(answered.size);
      const pushed = told.flatMap((event) =>
        event.kind === 'message' ? [event.message.chat_message_id] : [],
      );
      expect(pushed).toEqual([...pushed].sort((a, b) => (a < b ? -1 : 1)));
      expect(new Set(pushed).size).toBe(pushed.length);
    }),
    { numRuns: 60 },
  );
});

test('the deployed backend stores a resend twice and forgets the temporary id', () => {
  port.profile = 'deployed';
  expect([send('一', 't').is_new, send('一', 't').is_new]).toEqual([true, true]);
  expect(page({}).messages.map(({ temp_message_id }) => temp_message_id)).toEqual([null, null]);
});

test('a resend after the session was closed still gives its message back, a new message is refused', () => {
  const { message } = send('在吗', 't');
  closeSession(port, id(), '已解决');
  expect(send('在吗', 't').message).toEqual(message);
  expect(() => send('还有')).toThrow('已关闭');
});

test.each(['documented', 'deployed'] as const)(
  '%s: pages of a busy second lose and repeat nothing',
  (profile) => {
    port.profile = profile;
    const sent = Array.from({ length: 23 }, (_, n) => {
      if (n % 9 === 8) clock.advance(1000);
      return send(`第${n}条`).message.content;
    });
    const pages = [1, 2, 3, 4, 5].map((number) => said({ page: number, page_size: 5 }));
    expect(pages.map(({ length }) => length)).toEqual([5, 5, 5, 5, 3]);
    expect(pages.flat().sort()).toEqual([...sent].sort());
    if (profile === 'documented') expect([...pages].reverse().flat()).toEqual(sent);
    else expect([...pages].reverse().flat()).not.toEqual(sent);
  },
);

test('reading the history marks the agent’s messages read, after showing them unread', () => {
  sendAsAgent(port, AGENT, id(), { content: '您好' });
  const unread = () => sessionList(port, CUSTOMER, {}).sessions[0]?.unread_count;
  expect(unread()).toBe(1);
  expect(page({}).messages[0]?.status).toBe('sent');
  expect([unread(), page({}).messages[0]?.status]).toEqual([0, 'read']);
});

test('pages: none beyond the end, none of size 0, no page number below 1, a hundred rows at most', () => {
  for (let n = 0; n < 120; n += 1) send(`${n}`);
  expect(page({ page: '99' })).toEqual({
    messages: [],
    pagination: { total: 120, page: 99, page_size: 50, total_pages: 3 },
  });
  expect(page({ page_size: '0' })).toEqual({
    messages: [],
    pagination: { total: 120, page: 1, page_size: 0, total_pages: null },
  });
  expect(page({ page: '-1', limit: '7' }).pagination).toMatchObject({ page: 1, page_size: 7 });
  expect(page({ page_size: '500' }).messages).toHaveLength(100);
});

test('only a closed session is rated, by its owner, once, with a whole number from 1 to 5', () => {
  const rate = (score: unknown, user = CUSTOMER) => rateSession(port, user, id(), score);
  expect(() => rate(5)).toThrow('仅已关闭');
  closeSession(port, id(), '已解决');
  for (const score of [0, 6, 4.5, '5', null, undefined, Number.NaN]) expect(() => rate(score)).toThrow('1-5');
  expect(() => rate(5, 32)).toThrow('无权');
  expect(rate(4).satisfaction_score).toBe(4);
  expect(() => rate(5)).toThrow('已评分');
});

test('limits open again when their time is over', () => {
  createSession(port, CUSTOMER);
  createSession(port, CUSTOMER);
  expect(() => createSession(port, CUSTOMER)).toThrow('请10秒后再试');
  clock.advance(10_000);
  createSession(port, CUSTOMER);
  for (let n = 0; n < 20; n += 1) countSend(port, CUSTOMER);
  expect(() => countSend(port, CUSTOMER)).toThrow('最多20条');
  clock.advance(60_000);
  countSend(port, CUSTOMER);
});

test('an answer is held back as deployed when no agent is there', () => {
  expect(sendDelayMs(port)).toBe(0);
  port.profile = 'deployed';
  expect(sendDelayMs(port)).toBe(3000);
  const leave = port.agents.enter();
  expect(sendDelayMs(port)).toBe(0);
  leave();
  expect(sendDelayMs(port)).toBe(3000);
});

test('content: what is refused, and an image’s address from either place', () => {
  const refuse = (body: object) => expect(() => sendMessage(port, CUSTOMER, id(), body)).toThrow();
  for (const content of ['', '  ', 5, null, '长'.repeat(5001), '违禁词']) refuse({ content });
  refuse({ content: 'x', message_type: 'system' });
  refuse({ content: 'javascript:alert(1)', message_type: 'image' });
  const url = 'https://example.invalid/a.png';
  const image = (body: object) =>
    sendMessage(port, CUSTOMER, id(), { message_type: 'image', ...body }).message;
  expect(image({ content: url })).toMatchObject({ content: url, metadata: { image_url: url } });
  expect(image({ content: 'x', metadata: { image_url: url } })).toMatchObject({
    metadata: { image_url: url },
  });
});

describe('the scripted agent', () => {
  beforeEach(() => new ScriptedAgent(port).turn(true));

  test('takes a waiting session after two seconds, answers from the person’s data, and ends it with thanks', () => {
    send('积分有多少');
    clock.advance(1999);
    expect(said()).toEqual(['积分有多少']);
    clock.advance(1);
    clock.advance(1200);
    expect(said()).toEqual([
      '积分有多少',
      '您好，我是客服小禾，请问有什么可以帮您？',
      '您目前还没有积分，到店消费后会自动到账。',
    ]);
    send('谢谢');
    clock.advance(10_000);
    expect(said().slice(-2)).toEqual([
      '不客气，祝您生活愉快！请为本次服务打个分吧～',
      '会话已关闭：问题已解决',
    ]);
    const names = told.flatMap((event) => pushesFor(port, event).map((push) => push.event));
    expect(names).toContain('satisfaction_request');
    expect(names.at(-1)).toBe('session_closed');
  });

  test('leaves a session alone that a person took first', () => {
    send('在吗');
    clock.advance(1000);
    sendAsAgent(port, 31, id(), { content: '我来' });
    clock.advance(60_000);
    expect(said()).toEqual(['在吗', '我来']);
  });

  test('does not close the session of a customer who goes on writing', () => {
    send('谢谢');
    clock.advance(2000 + 1200);
    send('等等，券怎么核销');
    clock.advance(60_000);
    expect(said().at(-1)).toBe('您目前没有可以核销的物品。');
  });
});
