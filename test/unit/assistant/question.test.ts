// CHAT-3, CHAT-4: what is sent of a question, and the answer that is found among the stored messages.
import type { ApiChatMessage } from '../../../typings/xcx/assistant';
import { bodyOf, isAbsent, lastSaid } from '../../../miniprogram/packages/assistant/api/question';
import { ApiError } from '../../../miniprogram/api/errors';
import { askedFrom, Subjects } from '../../../miniprogram/packages/assistant/stores/about';
import type { About } from '../../../miniprogram/packages/assistant/stores/about';

const at = '2026-11-28T09:00:00+08:00';
const message = (id: string, role: ApiChatMessage['role'], content: string): ApiChatMessage => ({
  ...{ id, role, content, created_at: at },
});

test('a question in a conversation names it, one of a new conversation what it is about, in both namings', () => {
  expect(bodyOf({ content: '怎么约', chat_id: '7' }, '7')).toEqual({
    ...{ content: '怎么约', message: '怎么约', chat_id: '7' },
  });
  const about = { contextType: 'task', contextId: '9', context_type: 'task', context_id: '9' };
  const new_one = { content: '怎么约', context_type: 'task', context_id: '9' } as const;
  expect(bodyOf(new_one, undefined)).toEqual({
    ...{ content: '怎么约', message: '怎么约', context_type: 'task', context_id: '9', page_context: about },
  });
  expect(bodyOf(new_one, '7')).toEqual({
    ...{ content: '怎么约', message: '怎么约', chat_id: '7', page_context: about },
  });
});

test('where it was asked goes along, as far as that is known', () => {
  const from = { source_page: 'boards', page_context: { board: 'finance' }, screen_content: '财务' };
  expect(bodyOf({ content: '怎么约', chat_id: '7', from }, '7')).toMatchObject(from);
  const part = { source_page: 'boards' };
  expect(bodyOf({ content: '怎么约', chat_id: '7', from: part }, '7')).toEqual({
    ...{ content: '怎么约', message: '怎么约', chat_id: '7', source_page: 'boards' },
  });
});

test('the last question and its answer are those of the greatest ids, in whatever order they come', () => {
  const messages = [
    message('9', 'user', '怎么约'),
    message('100', 'user', '还有呢'),
    message('10', 'assistant', '先问近况。'),
    message('101', 'assistant', '周六。'),
  ];
  expect(lastSaid(messages, '7')).toEqual({
    user_message: { id: '100', content: '还有呢', created_at: at },
    ai_reply: { id: '101', content: '周六。', created_at: at },
    chat_id: '7',
  });
});

test.each([[[]], [[message('1', 'user', '怎么约')]], [[message('1', 'assistant', '在')]]])(
  'where one of them is not there the reply breaks the contract',
  (messages) => {
    expect(() => lastSaid(messages, '7')).toThrow('decode');
  },
);

test('there is no such route where the backend itself says 404 or 405', () => {
  const api = (status: number) => new ApiError({ kind: 'api', status, code: String(status), message: '' });
  expect([404, 405, 403, 500].map((status) => isAbsent(api(status)))).toEqual([true, true, false, false]);
  expect(isAbsent(new ApiError({ kind: 'http', status: 404 }))).toBe(false);
  expect(isAbsent(new TypeError('a fault'))).toBe(false);
});

test('what a page was set to is read out of its address, and what is no setting is left out', () => {
  const sent = (source: string) => askedFrom({ context_type: 'general', source });
  expect(sent('/pages/boards/boards?time=month&area=%E5%8E%85&bad=%E0%A4%A&=x&flag')).toMatchObject({
    source_page: 'boards',
    page_context: { time: 'month', area: '厅', flag: '', page_type: 'general' },
  });
  expect(Object.keys(sent('/pages/boards/boards?bad=%E0%A4%A&=x').page_context ?? {}).sort()).toEqual([
    ...['contextType', 'context_type', 'page_type'],
  ]);
  expect(sent('/pages/boards/boards').source_page).toBe('boards');
});

test('what a hundred conversations were about is remembered between starts, the newest ones, each once', () => {
  const kept = new Map<string, unknown>();
  const subjects = () =>
    new Subjects({
      read: (key) => key.decode(kept.get(key.name)),
      write: (key, value) => kept.set(key.name, JSON.parse(JSON.stringify(value))) !== undefined,
    });
  const about = (id: string): About => ({ context_type: 'task', context_id: id });
  const first = subjects();
  for (let id = 0; id < 101; id += 1) first.remember(String(id), about(String(id)));
  for (const said of ['again', 'one']) first.remember('1', about(said));
  first.remember('99', about('99'));
  const again = subjects();
  expect([again.of('0'), again.of('1'), again.of('2')]).toEqual([null, about('one'), about('2')]);
  again.remember('101', about('101'));
  const later = subjects();
  expect([later.of('2'), later.of('3'), later.of('1')]).toEqual([null, about('3'), about('one')]);
});
