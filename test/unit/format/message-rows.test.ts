// A line of a conversation in words: whose it is, when it was, and what stands for what cannot be shown.
import {
  faceOf,
  messageRow,
  separatorDue,
  whenWords,
} from '../../../miniprogram/packages/member/format/message-row';
import type { ChatMessage } from '../../../typings/v4/chat';

const line = (more: Partial<ChatMessage> = {}): ChatMessage => ({
  ...{ chat_message_id: '7', customer_service_session_id: '1', sender_type: 'admin', sender_id: '9' },
  ...{ message_type: 'text', content: '您好', sender: { user_id: '9', nickname: '客服小禾' } },
  ...more,
});

describe('a line', () => {
  test('of an agent has the agent’s name', () => {
    expect(messageRow(line(), 'm7')).toEqual({
      ...{ row_key: 'm7', kind: 'text', own: false, text: '您好', name: '客服小禾', image: '', parts: [] },
      // What depends on the lines around it is not known yet, nor is it on its way.
      ...{ named: false, begins: false, face: '', time: '', status: '', percent: 0, note: '' },
      ...{ can_retry: false, can_delete: false, needs_session: false, temp_message_id: '' },
      chat_message_id: '7',
    });
    expect(messageRow(line({ sender: null }), 'm7')).toMatchObject({ own: false, name: '' });
  });

  test('of the person has no name, whatever the server calls them', () => {
    const row = messageRow(
      line({ sender_type: 'user', sender: { user_id: '31', nickname: '王小姐' } }),
      't1',
    );
    expect(row).toMatchObject({ own: true, name: '', text: '您好' });
  });

  test('of the system is nobody’s, and only text', () => {
    const row = messageRow(
      line({ sender_type: 'system', message_type: 'image', content: '会话已关闭' }),
      'm7',
    );
    expect(row).toMatchObject({ kind: 'system', own: false, name: '', text: '会话已关闭', image: '' });
    expect(row.chat_message_id).toBe('7');
  });

  test('that is a picture shows it by its address, or says that it is one', () => {
    const picture = { message_type: 'image', content: '[图片]' } as const;
    const image_url = 'https://pictures.example.com/1.png';
    expect(messageRow(line({ ...picture, metadata: { image_url } }), 'm7')).toMatchObject({
      ...{ kind: 'image', image: image_url, text: '[图片]', name: '客服小禾', chat_message_id: '7' },
    });
    for (const metadata of [null, {}])
      expect(messageRow(line({ ...picture, metadata }), 'm7')).toMatchObject({ kind: 'image', image: '' });
  });

  test('of which nothing would be seen, or of a kind that nobody knows, says so', () => {
    const words = [line({ content: ' \u200b' }), line({ sender_type: 'system', content: '' })];
    expect(words.map((one) => messageRow(one, 'm7').text)).toEqual(['[空白消息]', '[空白消息]']);
    expect(messageRow(line({ message_type: 'hologram', content: '{"x":1}' }), 'm7')).toMatchObject({
      ...{ kind: 'unknown', text: '[不支持的消息类型]', name: '客服小禾', parts: [] },
    });
  });

  test('has what can be tapped in it as parts', () => {
    const { parts } = messageRow(line({ content: '请打 13800000031' }), 'm7');
    expect(parts.map(({ text, link }) => [text, link])).toEqual([
      ['请打 ', ''],
      ['13800000031', 'phone'],
    ]);
  });
});

test.each([
  ['客服小禾', '禾'],
  ['Lin', 'N'],
  ['小林😀', '😀'],
  ['\u2068דנה\u2069', 'ה'],
  ['', '客'],
])('the sign for %p is %s', (name, face) => {
  expect(faceOf(name)).toBe(face);
});

const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('when', () => {
  const now = at('2026-11-22T08:00:00');

  test.each([
    ['2026-11-22T00:00:00', '00:00'],
    ['2026-11-22T07:05:00', '07:05'],
    ['2026-11-21T23:59:00', '昨天 23:59'],
    ['2026-11-20T14:05:00', '周五 14:05'],
    ['2026-11-16T14:05:00', '周一 14:05'],
    ['2026-11-15T14:05:00', '11-15 14:05'],
    ['2026-01-01T14:05:00', '01-01 14:05'],
    ['2025-12-31T14:05:00', '2025-12-31 14:05'],
  ])('a line of %s is said to be of %s', (time, words) => {
    expect(whenWords(at(time), now)).toBe(words);
  });

  test('a time of tomorrow, from a clock that is ahead, is told by its date', () => {
    expect(whenWords(at('2026-11-23T00:01:00'), now)).toBe('11-23 00:01');
  });

  test('is told above the first line, and after five minutes of silence; of a line without a time never', () => {
    const first = at('2026-11-22T07:00:00');
    expect(separatorDue('2026-11-22T07:00:00+08:00', undefined)).toBe(first);
    expect(separatorDue('2026-11-22T07:04:59+08:00', first)).toBeUndefined();
    expect(separatorDue('2026-11-22T07:05:00+08:00', first)).toBe(first + 300_000);
    expect([separatorDue(undefined, undefined), separatorDue('soon', first)]).toEqual([undefined, undefined]);
  });
});
