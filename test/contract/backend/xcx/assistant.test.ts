// The assistant: answers from the stored figures, conversations that are kept, and a stream that is cut in the middle
// of an event.
import { request } from 'node:http';
import { at, listAt, textAt } from '../support/client';
import type { Reply } from '../support/client';
import { PROFILES, startStaff } from './client';
import type { StaffClient } from './client';

describe.each(PROFILES)('the assistant, %s', (profile) => {
  let staff: StaffClient;
  let coach: string;

  beforeAll(async () => {
    staff = await startStaff({ profile });
  });
  beforeEach(async () => {
    staff.backend.dev.reset();
    staff.backend.dev.xcx.setQuirks({ stream_pace_ms: 0 });
    coach = await staff.enter('demo-coach');
  });
  afterAll(() => staff.backend.close());

  /**
   * Asks the first question of a conversation; in the deployed profile the conversation is opened by its context
   * before.
   */
  async function ask(content: string, more: object = {}): Promise<Reply> {
    const about = { context_type: 'general', ...more };
    if (profile === 'documented') {
      return staff.staff('POST', '/chat/messages', coach, { content, ...about });
    }
    const query = new URLSearchParams(Object.entries(about));
    const opened = await staff.staff('GET', `/chat/messages?${query.toString()}`, coach);
    if (opened.status !== 200) return opened;
    return staff.staff('POST', `/chat/${textAt(opened.json, 'data', 'chat_id')}/messages`, coach, {
      content,
    });
  }
  const said = (reply: Reply): string => textAt(reply.json, 'data', 'ai_reply', 'content');
  const stored = () => staff.rows('SELECT * FROM xcx_chat_messages').length;

  interface Streamed {
    pieces: Buffer[];
    events: { event: string; data: unknown }[];
  }

  /** Reads a stream as it arrives. @param stopAfter closes the connection after so many pieces */
  function readStream(body: object, stopAfter = Infinity): Promise<Streamed> {
    const pieces: Buffer[] = [];
    const headers = { authorization: `Bearer ${coach}`, 'content-type': 'application/json' };
    return new Promise((resolve) => {
      const done = () => resolve({ pieces, events: eventsOf(Buffer.concat(pieces).toString('utf8')) });
      const call = request(
        `${staff.backend.url}/api/xcx/chat/stream`,
        { method: 'POST', headers },
        (reply) => {
          reply.on('data', (piece: Buffer) => {
            pieces.push(piece);
            if (pieces.length >= stopAfter) reply.destroy();
          });
          reply.on('close', done);
          reply.on('error', () => undefined);
        },
      );
      call.end(JSON.stringify(body));
    });
  }

  function eventsOf(text: string): Streamed['events'] {
    // What follows the last empty line is a piece of an event.
    const blocks = text.split('\n\n').slice(0, -1);
    return blocks.map((block) => {
      if (profile === 'deployed') return named(JSON.parse(block.slice('data: '.length)) as unknown);
      const [event = '', data = ''] = block.split('\n').map((line) => line.slice(line.indexOf(':') + 2));
      return { event, data: JSON.parse(data) as unknown };
    });
  }

  /** A frame of the deployed system by the name that the document's would have. */
  function named(frame: unknown): { event: string; data: unknown } {
    expect(Object.keys(frame as object)).toEqual([
      ...['type', 'content', 'conversation_id', 'tokens_used', 'message'],
    ]);
    const type = textAt(frame, 'type');
    if (type === 'chunk') return { event: 'message', data: { delta: textAt(frame, 'content') } };
    if (type === 'error') return { event: 'error', data: { code: 503, message: textAt(frame, 'message') } };
    return { event: type, data: { chat_id: String(at(frame, 'conversation_id')) } };
  }

  test('it names whom to call first: by kind of task, then by deadline', async () => {
    const items = listAt(await staff.get('/tasks?status=pending&pageSize=100', coach), 'items');
    const urgent = items
      .filter((item) => at(item, 'task_type') === 'high_priority_recall' && at(item, 'deadline') !== null)
      .sort((a, b) => (textAt(a, 'deadline') < textAt(b, 'deadline') ? -1 : 1));
    const answer = said(await ask('今天先联系谁？'));
    expect(answer).toContain(`1. **${textAt(urgent[0], 'customer_name')}**`);
    expect(answer).toContain(`${items.length} 个待办任务`);
  });

  test("it tells the month's income as the performance page does, in a table", async () => {
    const perf = await staff.get('/performance?year=2026&month=11', coach);
    const answer = said(await ask('这个月收入多少'));
    expect(answer).toContain(`**¥${Number(at(perf, 'total_income'))}**`);
    expect(answer).toContain('| --- | ---: |');
  });

  test("it knows a customer by name or by the conversation's task", async () => {
    const task = at(await staff.get('/tasks', coach), 'items', 0);
    const detail = await staff.get(`/tasks/${textAt(task, 'id')}`, coach);
    const name = textAt(task, 'customer_name');
    const named = said(await ask(`${name}上次什么时候来的`));
    expect(named).toContain(textAt(detail, 'last_visit_date'));
    const about = { context_type: 'task', context_id: textAt(task, 'id') };
    expect(said(await ask('上次什么时候来的', about))).toBe(named);
    expect(said(await ask('怎么说比较好', about))).toContain(textAt(detail, 'talking_points', 0));
    expect(said(await ask('他余额多少', about))).toContain(`¥${Number(at(detail, 'balance'))}`);
  });

  test("another coach's customer stays unknown", async () => {
    const [row] = staff.rows(`SELECT name FROM xcx_customers c WHERE coach_id <> 1 AND NOT EXISTS
    (SELECT 1 FROM xcx_earnings e WHERE e.customer_id = c.customer_id AND e.coach_id = 1)`);
    expect(said(await ask(`${String(row?.['name'])}余额多少`))).toContain('我可以从门店数据里回答');
  });

  test('a conversation lasts: history, unread marks, messages, one more question', async () => {
    const before = await staff.get('/chat/history', coach);
    // Deployed, a general conversation is called by its first words.
    const called =
      profile === 'documented'
        ? { customer_name: '通用助手' }
        : { title: '今天先联系谁？', customer_name: null };
    expect(at(before, 'items', 0)).toMatchObject({ ...called, unread_count: 1 });
    const chat = textAt((await ask('今天先联系谁？')).json, 'data', 'chat_id');
    await staff.staff('POST', `/chat/${chat}/messages`, coach, { content: '本月收入' });
    const messages = await staff.get(`/chat/${chat}/messages`, coach);
    expect(listAt(messages, 'items').map((one) => at(one, 'role'))).toEqual([
      'user',
      'assistant',
      'user',
      'assistant',
    ]);
    const after = await staff.get('/chat/history', coach);
    expect(at(after, 'total')).toBe(Number(at(before, 'total')) + 1);
    const unread = textAt(before, 'items', 0, 'id');
    await staff.get(`/chat/${unread}/messages`, coach);
    const counts = listAt(await staff.get('/chat/history', coach), 'items').map((one) =>
      at(one, 'unread_count'),
    );
    expect(counts).toEqual(counts.map(() => 0));
  });

  test('what is refused', async () => {
    const other = await staff.enter('demo-manager');
    expect((await ask('  ')).status).toBe(422);
    expect((await ask('你好', { context_type: 'weather' })).status).toBe(422);
    expect((await ask('你好', { context_type: 'task' })).status).toBe(422);
    expect((await ask('你好', { context_type: 'task', context_id: '1' })).status).toBe(404);
    expect((await staff.staff('GET', '/chat/1/messages', other)).status).toBe(403);
    expect((await staff.staff('GET', '/chat/999/messages', coach)).status).toBe(404);
    expect(await staff.get('/chat/history', other)).toMatchObject({ items: [], total: 0 });
  });

  test('a stream says what the whole answer says, cut inside characters, and is stored once', async () => {
    const question = '今天先联系谁？';
    const whole = said(await ask(question));
    const count = stored();
    const { pieces, events } = await readStream({ content: question, context_type: 'general' });
    const text = events.filter(({ event }) => event === 'message').map(({ data }) => textAt(data, 'delta'));
    expect(text.join('')).toBe(whole);
    const last = events.at(-1);
    expect(last?.event).toBe('done');
    if (profile === 'documented') expect(textAt(last?.data, 'ai_reply', 'content')).toBe(whole);
    expect(textAt(last?.data, 'chat_id')).toMatch(/^\d+$/);
    expect(stored()).toBe(count + 2);
    const broken = pieces.filter((piece) => piece.toString('utf8').includes('�'));
    expect(broken.length).toBeGreaterThan(pieces.length / 2);
  });

  test('a stream goes on in a conversation', async () => {
    const chat = textAt((await ask('你好')).json, 'data', 'chat_id');
    const { events } = await readStream({ content: '本月收入', chat_id: chat });
    expect(at(events.at(-1)?.data, 'chat_id')).toBe(profile === 'documented' ? undefined : chat);
    expect(at(await staff.get(`/chat/${chat}/messages`, coach), 'total')).toBe(4);
  });

  test.each([
    ['absent', 404],
    ['not_allowed', 405],
  ] as const)('the stream can be %s', async (stream, status) => {
    staff.backend.dev.xcx.setQuirks({ stream });
    const reply = await staff.staff('POST', '/chat/stream', coach, { content: '你好' });
    expect(reply).toMatchObject({ status, code: String(status) });
  });

  test('an error in mid-stream comes as an event and leaves nothing', async () => {
    staff.backend.dev.xcx.setQuirks({ stream: 'broken' });
    const count = stored();
    const { events } = await readStream({ content: '你好' });
    expect(events.length).toBeGreaterThan(3);
    expect(events.at(-1)).toMatchObject({ event: 'error', data: { code: 503 } });
    expect(stored()).toBe(count);
  });

  test('a lost connection ends without done', async () => {
    staff.backend.dev.xcx.setQuirks({ stream: 'cut' });
    const { events } = await readStream({ content: '你好' });
    expect(events.length).toBeGreaterThan(0);
    expect(events.some(({ event }) => event !== 'message')).toBe(false);
  });

  test('a stream that is stopped keeps what was said', async () => {
    staff.backend.dev.xcx.setQuirks({ stream_pace_ms: 20 });
    const whole = said(await ask('你好'));
    const count = stored();
    await readStream({ content: '你好' }, 3);
    while (stored() === count) await new Promise((resolve) => setTimeout(resolve, 5));
    const [row] = staff.rows('SELECT content FROM xcx_chat_messages ORDER BY message_id DESC LIMIT 1');
    const kept = String(row?.['content']);
    expect(whole.startsWith(kept)).toBe(true);
    expect(kept.length).toBeLessThan(whole.length);
  });
});
