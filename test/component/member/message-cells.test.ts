// The cells of a conversation: what each kind of line says, what a person may do about an own one, and that an
// acknowledgement changes a bubble without making it anew.
import { blankRow } from '../../../miniprogram/packages/member/format/message-row';
import { textParts } from '../../../miniprogram/packages/member/format/links';
import type { MessageRow } from '../../../miniprogram/packages/member/format/message-row';
import { mount } from '../support/mount';

const row = (kind: MessageRow['kind'], more: Partial<MessageRow> = {}): MessageRow => ({
  ...blankRow('t1', kind),
  ...more,
});
const folder = 'packages/member/components';
const cell = (name: string, shown: MessageRow) => mount(`${folder}/${name}/${name}`, { row: shown });

test('C5 a text says whose it is', () => {
  const other = cell('message-text', row('text', { text: '您好', name: '小禾', named: true, face: '禾' }));
  expect(other.text).toEqual(['小禾', '禾', '您好']);
  expect(other.count('.line-own')).toBe(0);
  const own = cell('message-text', row('text', { text: '在吗', own: true }));
  expect(own.text).toEqual(['在吗']);
  expect(own.count('.line-own')).toBe(1);
});

test('C5 what an agent wrote is text, never markup', () => {
  const shown = cell('message-text', row('text', { text: '<b>粗</b>&lt;i&gt;' }));
  expect(shown.text).toEqual(['<b>粗</b>&lt;i&gt;']);
});

test('C5 an unknown type stands as such', () => {
  const shown = cell('message-text', row('unknown', { text: '[不支持的消息类型]' }));
  expect(shown.text).toEqual(['[不支持的消息类型]']);
  expect(shown.count('.bubble-unknown')).toBe(1);
});

test.each([
  ['sending', {}, []],
  ['slow', { can_delete: true }, ['发送较慢，正在重试', '删除']],
  ['held', {}, ['等待网络']],
  ['uploading', { percent: 45 }, ['45%']],
  ['failed', { note: '图片发送失败', can_retry: true, can_delete: true }, ['图片发送失败', '删除', '重试']],
  ['failed', { note: '消息包含违规内容', can_delete: true }, ['消息包含违规内容', '删除', '编辑']],
  ['uploading', { percent: 45, can_delete: true }, ['45%', '取消']],
  ['uploading', { percent: 100, can_delete: true }, []],
  ['held', { can_delete: true }, ['等待网络', '取消']],
  [
    'failed',
    { note: '会话已结束', can_retry: true, can_delete: true, needs_session: true },
    ['会话已结束', '删除', '在新会话中发送'],
  ],
  [
    'unconfirmed',
    { note: '未确认是否送达', can_retry: true, can_delete: true },
    ['未确认是否送达', '删除', '再发一次'],
  ],
] as const)('C5 an own message that is %s says %j as %j', (status, more, words) => {
  const shown = cell('message-status', row('text', { own: true, status, ...more }));
  expect(shown.text).toEqual(words);
});

test('C5 retrying and deleting name the message', async () => {
  const failed = {
    own: true,
    status: 'failed',
    temp_message_id: 't1',
    can_retry: true,
    can_delete: true,
  } as const;
  const shown = cell('message-status', row('text', { ...failed, needs_session: true }));
  const retried = shown.heard('retry');
  const removed = shown.heard('remove');
  shown.tap('.action-main');
  shown.tap('.action');
  await shown.settle();
  const about = { temp_message_id: 't1', needs_session: true };
  expect([retried, removed]).toEqual([[about], [about]]);
});

test('C5 revising and cancelling name the message too', async () => {
  const own = { own: true, temp_message_id: 't1', can_delete: true } as const;
  const refused = cell('message-status', row('text', { ...own, status: 'failed' }));
  const revised = refused.heard('revise');
  refused.tap('.action-main');
  await refused.settle();
  const going = cell('message-status', row('image', { ...own, status: 'uploading' }));
  const cancelled = going.heard('cancel');
  going.tap('.action');
  await going.settle();
  const about = { temp_message_id: 't1', needs_session: false };
  expect([revised, cancelled]).toEqual([[about], [about]]);
});

test('C5 an acknowledgement leaves the same bubble in place', () => {
  const sending = row('text', { text: '在吗', own: true, status: 'sending', temp_message_id: 't1' });
  const shown = cell('message-text', sending);
  const bubble = shown.node('.bubble');
  shown.set({ row: { ...sending, status: '', temp_message_id: '', chat_message_id: '9007199254740993' } });
  expect(shown.text).toEqual(['在吗']);
  expect(shown.node('.bubble')).toBe(bubble);
});

test('C5 a picture shows itself, then that it failed, and is asked for again by a tap', async () => {
  const image = 'https://pictures.example.com/1.png';
  const shown = cell('message-image', row('image', { image }));
  const opened = shown.heard('show');
  shown.tap('.frame');
  await shown.settle();
  expect(opened).toEqual([{ image }]);
  shown.fire('.picture', 'error');
  await shown.settle();
  expect(shown.text).toEqual(['加载失败，点按重试']);
  shown.tap('.frame');
  await shown.settle();
  expect(shown.text).toEqual([]);
  expect(shown.count('.picture')).toBe(1);
  expect(opened).toHaveLength(1);
});

test('C5 a picture under way says how far it is once, and at the end that it is being sent', () => {
  const image = 'wxfile://kept.png';
  const way = { image, own: true, status: 'uploading' } as const;
  expect(
    cell('message-image', row('image', { ...way, percent: 45 }))
      .text.join(' ')
      .match(/%/g),
  ).toHaveLength(1);
  expect(cell('message-image', row('image', { ...way, percent: 100 })).text).toEqual(['正在发送']);
  expect(cell('message-image', row('image', { ...way, status: 'sending' })).text).toEqual(['正在发送']);
});

test('addresses and numbers in a text can be tapped, and the text stays whole', async () => {
  const text = '打021-6655 0188，或看m.example.cn/tea/menu。';
  const shown = cell('message-text', row('text', { text, parts: textParts(text) }));
  expect(shown.text.join('')).toBe(text);
  const followed = shown.heard('follow');
  shown.tap('.link');
  await shown.settle();
  expect(followed).toEqual([{ text: '021-6655 0188', link: 'phone', at: 1 }]);
});

test('C5 a mark of a gap is there to be filled; a system line is not', async () => {
  const gap = cell('message-line', row('gap'));
  const filled = gap.heard('fill');
  gap.tap('.gap');
  await gap.settle();
  expect(filled).toHaveLength(1);
  expect(cell('message-line', row('system', { text: '客服已接入' })).text).toEqual(['客服已接入']);
});
