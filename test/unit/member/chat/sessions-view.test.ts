// The session list as its page binds it, and the way into a conversation.
import {
  draftIn,
  firstSessionsOf,
  sessionListFields,
  sessionRowsOf,
  startedIn,
} from '../../../../miniprogram/packages/member/stores/chat/sessions-view';
import type { LinkTrouble } from '../../../../miniprogram/stores/list/words';
import type { ChatSession } from '../../../../typings/v4/chat';
import { createPhone, fail, refused } from './kit';
import { SESSION } from './lines';

type Chat = ReturnType<ReturnType<typeof createPhone>['start']>;

const NOW = Date.parse('2026-11-22T16:00:00+08:00');
const over = (id: string, more: Partial<ChatSession> = {}): ChatSession => ({
  ...{ customer_service_session_id: id, status: 'closed', unread_count: 0 },
  ...more,
});
const running = (more: Partial<ChatSession> = {}): ChatSession => ({
  ...{ customer_service_session_id: SESSION, status: 'active', unread_count: 2 },
  admin: { user_id: '7', nickname: '客服小禾' },
  last_message: { content: '改天来也可以的', sender_type: 'admin', message_type: 'text' },
  last_message_at: '2026-11-22T14:05:00+08:00',
  ...more,
});

function seen(chat: Chat | null, link: LinkTrouble = '') {
  const fields = sessionListFields(
    () => chat,
    () => link,
    () => NOW,
  );
  return Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read()]));
}

async function listOf(...sessions: ChatSession[]) {
  const phone = createPhone();
  phone.server.sessions = sessions;
  const chat = phone.start();
  await phone.time.advance(100);
  return { phone, chat };
}

describe('the session list', () => {
  it('has the open session above it, and those that are over as its rows', async () => {
    const { chat } = await listOf(running(), over('9'), over('8'));
    expect(seen(chat)).toMatchObject({
      ...{ state: 'ready', has_history: true, failed_title: '', footer_text: '' },
      ...{ open_id: SESSION, open_title: '客服小禾', open_face: '禾', open_status: '正在为您服务' },
      ...{ open_time: '14:05', open_last: '改天来也可以的', open_badge: '2', open_unsent: '', slips: 0 },
    });
    expect(sessionRowsOf(chat, NOW).map(({ session_id }) => session_id)).toEqual(['9', '8']);
  });

  it('is empty where there is no session', async () => {
    const { chat } = await listOf();
    expect(seen(chat)).toMatchObject({ state: 'empty', has_history: false, open_id: '' });
    expect(firstSessionsOf(chat, NOW, 8)).toMatchObject({ open: null, rows: [] });
  });

  it('has nothing to go on with where all are over, and no history where none is', async () => {
    const none = await listOf(over('9'));
    expect(seen(none.chat)).toMatchObject({ open_id: '', open_title: '', has_history: true });
    const one = await listOf(running({ status: 'waiting' }));
    expect(seen(one.chat)).toMatchObject({ has_history: false, open_status: '正在为您接通客服' });
    expect(sessionRowsOf(one.chat, NOW)).toEqual([]);
  });

  it('counts all sessions below it, once there are many', async () => {
    const { chat } = await listOf(running(), ...['9', '8', '7', '6', '5', '4'].map((id) => over(id)));
    expect(seen(chat)['footer_text']).toBe('共 7 个会话');
  });

  it('says what waits unsent and unread in each, of the open one and of those that are over', async () => {
    const { phone, chat } = await listOf(running(), over('9', { unread_count: 3 }));
    phone.network.set(false);
    chat.outbox.sendText(SESSION, '一');
    chat.outbox.sendText('9', '二');
    chat.outbox.sendText('9', '三');
    expect(seen(chat)).toMatchObject({ open_badge: '2', open_unsent: '1 条未发送' });
    expect(sessionRowsOf(chat, NOW)).toMatchObject([{ badge: '3', unsent: '2 条未发送' }]);
  });

  it('says how many tickets somebody is at', async () => {
    const { phone, chat } = await listOf(running());
    const issue = { issue_type: 'item', title: '核销失败' };
    phone.server.issues = ['open', 'processing', 'closed'].map((status, at) => ({
      ...{ ...issue, issue_id: String(at) },
      status,
    }));
    await chat.tickets.pages.refresh();
    expect(seen(chat)['slips']).toBe(2);
    expect(firstSessionsOf(chat, NOW, 8)?.slips).toBe(2);
  });

  it('says why it is not there, and what is wrong with the line above rows that are old', async () => {
    const phone = createPhone();
    phone.server.offline = true;
    const chat = phone.start();
    expect(seen(chat)).toMatchObject({ state: 'loading', has_history: false, open_id: '' });
    await phone.time.advance(100);
    expect(seen(chat)).toMatchObject({ state: 'failed', failed_title: '网络连接失败', footer_text: '' });
    const known = await listOf(running());
    expect(seen(known.chat, 'offline')['notice_text']).toContain('网络不可用');
  });

  it('is nobody’s while nobody is signed in', () => {
    expect(seen(null)).toMatchObject({
      ...{ state: 'signed_out', has_history: false, open_id: '', open_badge: '', slips: 0 },
      ...{ failed_title: '请重新登录', notice_text: '', footer_text: '' },
    });
    expect([sessionRowsOf(null, NOW), draftIn(null), firstSessionsOf(null, NOW, 8)]).toEqual([
      [],
      '',
      undefined,
    ]);
  });
});

describe('what the tab begins with at the next start', () => {
  it('is the open session with its words, and so many of the others', async () => {
    const { chat } = await listOf(running(), over('9'), over('8'), over('7'));
    const first = firstSessionsOf(chat, NOW, 2);
    expect(first?.open).toMatchObject({ session_id: SESSION, status: '正在为您服务', badge: '2' });
    expect(first?.rows.map(({ session_id }) => session_id)).toEqual(['9', '8']);
    expect(first?.questions).toContain('转人工');
  });

  it('is nothing to go on with where all are over', async () => {
    const { chat } = await listOf(over('9'));
    expect(firstSessionsOf(chat, NOW, 8)).toMatchObject({ open: null, rows: [{ session_id: '9' }] });
  });

  it('is not there while the list is not, nor where it could not be read', async () => {
    const phone = createPhone();
    phone.server.offline = true;
    const chat = phone.start();
    expect(firstSessionsOf(chat, NOW, 8)).toBeUndefined();
    await phone.time.advance(100);
    expect(chat.sessions.state).toBe('failed');
    expect(firstSessionsOf(chat, NOW, 8)).toBeUndefined();
  });
});

describe('the way into a conversation', () => {
  it('says at once what was tapped, in the session that the server gave', async () => {
    const { phone, chat } = await listOf(running());
    expect(await startedIn(chat, { say: '券怎么使用？' })).toEqual({ session_id: SESSION });
    await phone.time.advance(100);
    expect(phone.server.lines).toMatchObject([{ content: '券怎么使用？' }]);
    expect(draftIn(chat)).toBe('');
  });

  it('leads nowhere where the phone has no room for what was tapped, says so, and keeps it as the draft', async () => {
    const { phone, chat } = await listOf(running());
    phone.storage.limit = 0;
    const started = await startedIn(chat, { say: '券怎么使用？' });
    expect(started).toEqual({ error: '手机存储空间不足，消息没有发出。清理空间后再试。' });
    expect(phone.server.sent).toEqual([]);
    expect(draftIn(chat)).toBe('券怎么使用？');
    chat.drafts.set(SESSION, '写了一半');
    await startedIn(chat, { say: '转人工' });
    expect(draftIn(chat)).toBe('写了一半');
  });

  it('stands in the list at once where the session is new, and the list is read again', async () => {
    const { phone, chat } = await listOf(over('9'));
    const reads = phone.server.list_reads;
    phone.server.api.createSession = async () => running({ customer_service_session_id: '10' });
    const { sessions } = phone.server.api;
    let answer: () => void = () => undefined;
    phone.server.api.sessions = async (page) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return sessions(page);
    };
    expect(await startedIn(chat)).toEqual({ session_id: '10' });
    expect([seen(chat)['open_id'], sessionRowsOf(chat, NOW).length]).toEqual(['10', 1]);
    answer();
    await phone.time.advance(100);
    expect(phone.server.list_reads).toBe(reads + 1);
  });

  it('leads there also where no list was ever read', async () => {
    const phone = createPhone();
    phone.server.offline = true;
    const chat = phone.start();
    await phone.time.advance(100);
    expect(await startedIn(chat)).toEqual({ session_id: SESSION });
    expect(seen(chat)).toMatchObject({ state: 'ready', open_id: SESSION });
  });

  it('names what it is about in the draft, which a kill keeps, and sends nothing', async () => {
    const { phone, chat } = await listOf(running());
    await startedIn(chat, { about: '手冲咖啡兑换券' });
    const again = phone.start();
    await phone.time.advance(100);
    expect([draftIn(chat), again.drafts.get(SESSION)]).toEqual([
      '关于「手冲咖啡兑换券」：',
      '关于「手冲咖啡兑换券」：',
    ]);
    expect(phone.server.sent).toEqual([]);
  });

  it('leaves a draft that is there as it is', async () => {
    const { chat } = await listOf(running());
    chat.drafts.set(SESSION, ' 写了一半 ');
    await startedIn(chat, { about: '手冲咖啡兑换券' });
    expect([chat.drafts.get(SESSION), draftIn(chat)]).toEqual([' 写了一半 ', '写了一半']);
    chat.drafts.set(SESSION, '  ');
    await startedIn(chat, { about: '手冲咖啡兑换券' });
    expect(draftIn(chat)).toBe('关于「手冲咖啡兑换券」：');
  });

  it('says why it leads nowhere, and never that customer service is to be asked', async () => {
    const { phone, chat } = await listOf(running());
    const answers = [
      refused(429, 'RATE_LIMIT_EXCEEDED', '操作过于频繁', 7),
      { kind: 'decode', endpoint: 'x', path: '$', problem: 'broken' } as const,
    ];
    phone.server.api.createSession = () => fail(answers.shift() ?? { kind: 'network' });
    const tries = [await startedIn(chat), await startedIn(chat), await startedIn(chat, { say: '在吗' })];
    expect(tries).toEqual([
      { error: '操作太频繁，请 7 秒后再试。' },
      { error: '暂时接不通客服，请稍等再试。' },
      { error: '网络连接失败，请检查网络后重试。' },
    ]);
    expect(chat.outbox.unsent).toBe(0);
  });

  it('asks for the sign-in where nobody is signed in', async () => {
    expect(await startedIn(null, { say: '在吗' })).toEqual({ error: '请先登录。' });
  });
});
