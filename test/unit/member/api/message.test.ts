// One form of a message, whichever revision wrote it (V4 §Fields).
import fc from 'fast-check';
import type { ChatMessage } from '../../../../typings/v4/chat';
import {
  isSystemLine,
  readIssue,
  readMessage,
  readSession,
} from '../../../../miniprogram/packages/member/api/message';
import { unescapeHtml } from '../../../../miniprogram/packages/member/format/unescape';
import { escapeHtml } from '../../../backend/v4/chat/words';

const message = (fields: Partial<ChatMessage>): ChatMessage => ({
  chat_message_id: '7',
  customer_service_session_id: '1',
  sender_id: '31',
  sender_type: 'user',
  message_type: 'text',
  content: 'a',
  ...fields,
});
const agent = (content: string) => message({ sender_id: '9', sender_type: 'admin', content });

test.each<[string, Partial<ChatMessage>]>([
  ['documented', { sender_type: 'system', message_type: 'system', sender_id: null }],
  ['by its type', { message_type: 'system' }],
  ['by its source', { sender_type: 'admin', message_source: 'system', sender_id: '9' }],
  ['by nobody', { sender_type: 'admin', sender_id: null }],
])('a system line, %s, is the system’s and has no sender', (_name, fields) => {
  const wire = message({ ...fields, sender: { user_id: null, nickname: '已删除用户' } });
  expect(isSystemLine(wire)).toBe(true);
  const read = readMessage(wire);
  expect(read.sender_type).toBe('system');
  expect(read).not.toHaveProperty('sender');
});

test('a push without a sender id is not thereby the system’s', () => {
  const { sender_id: _absent, ...push } = agent('在的');
  expect(isSystemLine(push)).toBe(false);
  expect(readMessage(push).sender_type).toBe('admin');
});

test('agents’ text is unescaped once, users’ and the system’s is left alone', () => {
  expect(readMessage(agent('您好 &lt;i&gt;请问&lt;&#x2F;i&gt; a&#x2F;b')).content).toBe(
    '您好 <i>请问</i> a/b',
  );
  expect(readMessage(agent('&amp;lt;b&amp;gt; 是标签')).content).toBe('&lt;b&gt; 是标签');
  expect(readMessage(message({ content: '&lt;i&gt;' })).content).toBe('&lt;i&gt;');
  const line = message({ sender_type: 'admin', message_source: 'system', content: 'a&#x2F;b' });
  expect(readMessage(line).content).toBe('a&#x2F;b');
});

describe('I10 one rule reads agents’ text of both profiles', () => {
  test.each([
    ['a/b & <i>“x”</i>', 'a/b & <i>“x”</i>'],
    ['a&#x2F;b &amp; &lt;i&gt;', 'a/b & <i>'],
    ['5 < 6 &amp; 7', '5 < 6 &amp; 7'],
    ['https://example.invalid/?a=1&amp;b=2', 'https://example.invalid/?a=1&amp;b=2'],
    ['AT&T', 'AT&T'],
    ['您好 &lt;i&gt;请问&lt;&#x2', '您好 <i>请问<&#x2'],
    ['在的', '在的'],
  ])('I10 %s reads %s', (sent, read) => {
    expect(readMessage(agent(sent)).content).toBe(read);
    const last_message = { content: sent, sender_type: 'admin', message_source: 'admin_client' };
    const session = { customer_service_session_id: '1', status: 'active', last_message };
    expect(readSession(session).last_message).toMatchObject({ content: read });
    const issue = {
      issue_id: '1',
      issue_type: 'item',
      status: 'resolved',
      description: sent,
      resolution: sent,
    };
    expect(readIssue(issue)).toMatchObject({ description: sent, resolution: read });
  });

  test('I10 whatever an agent writes, it is read as written where the backend escapes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readMessage(agent(escapeHtml(text))).content).toBe(text);
      }),
    );
  });

  test('I10 and where it does not, but for a text that looks escaped throughout', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).map((text) => `${text}/`),
        (text) => {
          expect(readMessage(agent(text)).content).toBe(text);
        },
      ),
    );
  });
});

test('unescaping undoes what the backend does to any text', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('&amp;', '&#47;', '&#x2F;', '&lt;', '&;')),
      (text) => {
        expect(unescapeHtml(escapeHtml(text))).toBe(text);
      },
    ),
    { numRuns: 1000 },
  );
});

test.each(['&', '&x', '&#;', '&#x;', '&#x110000;', '&#xD800;', '&#0;', '&bogus;', '& lt;'])(
  '%s is no entity and stays',
  (text) => {
    expect(unescapeHtml(text)).toBe(text);
  },
);

test.each([
  ['&#39;&#47;', "'/"],
  ['&#x27;&#X2f;&#x2F;', "'//"],
  ['&amp;&lt;&gt;&quot;&apos;&nbsp;', '&<>"\'\u00a0'],
  ['&#1;&#x10FFFF;&#xD7FF;&#xE000;', '\u0001\u{10ffff}\ud7ff\ue000'],
  ['&#xD800;&#xDFFF;&#x110000;', '&#xD800;&#xDFFF;&#x110000;'],
])('%s is read as %j', (text, read) => {
  expect(unescapeHtml(text)).toBe(read);
});

test('an image has its address in metadata, wherever it came', () => {
  const url = 'https://example.invalid/a.png';
  const image = (fields: Partial<ChatMessage>) =>
    readMessage(message({ message_type: 'image', ...fields })).metadata;
  expect(image({ content: '[图片]', metadata: { image_url: url, width: 3 } })).toEqual({
    image_url: url,
    width: 3,
  });
  expect(image({ content: ` ${url} ` })).toEqual({ image_url: url });
  expect(image({ content: url, metadata: { image_url: 'javascript:alert(1)' } })).toEqual({ image_url: url });
  expect(image({ content: '[图片]', metadata: null })).toEqual({});
  expect(image({ content: 'data:image/png;base64,AAAA' })).toEqual({});
});

test('a session’s last line is read the same way', () => {
  const last_message = { content: 'a&#x2F;b', sender_type: 'admin', message_source: 'admin_client' };
  const session = { customer_service_session_id: '1', status: 'active' };
  expect(readSession({ ...session, last_message }).last_message).toMatchObject({ content: 'a/b' });
  expect(
    readSession({ ...session, last_message: { ...last_message, message_source: 'system' } }),
  ).toMatchObject({
    last_message: { sender_type: 'system', content: 'a&#x2F;b' },
  });
  expect(readSession({ ...session, last_message: '文字' }).last_message).toBe('文字');
  expect(readSession({ ...session, last_message: null }).last_message).toBeNull();
});

test('all else of a line is as it came: its number, its sender, what it answers', () => {
  const more = { reply_to_id: '3', created_at: '2026-11-22T14:00:00+08:00', status: 'read' };
  const sender = { user_id: '9', nickname: '小禾' };
  expect(readMessage({ ...agent('在的'), ...more, sender })).toEqual({ ...agent('在的'), ...more, sender });
  const line = message({ ...more, sender_type: 'admin', sender_id: null, sender });
  expect(readMessage(line)).toEqual({ ...message(more), sender_type: 'system', sender_id: null });
  const url = 'https://example.invalid/a.png';
  const image = { ...message({ ...more, message_type: 'image' }), metadata: { image_url: url } };
  expect(readMessage(image)).toEqual(image);
  const last = { ...more, chat_message_id: '7', message_type: 'text', sender_type: 'admin', content: 'a' };
  const session = { customer_service_session_id: '1', status: 'active', last_message: last };
  expect(readSession(session)).toEqual(session);
});

test('a text that is an address, or has one beside it, is no picture', () => {
  const image_url = 'https://example.invalid/a.png';
  expect(readMessage(message({ content: image_url }))).toEqual(message({ content: image_url }));
  const odd = message({ metadata: { image_url } });
  expect(readMessage(odd)).toEqual(odd);
});
