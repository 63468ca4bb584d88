// The rows of a conversation in examples: who says what from where on, when, where something may be missing, what is on its way.
import type { MessageRow } from '../../../../../miniprogram/packages/member/format/message-row';
import type {
  Entry,
  FailedReason,
  Status,
} from '../../../../../miniprogram/packages/member/stores/chat/outbox/entry';
import {
  conversationRows,
  gapsOf,
} from '../../../../../miniprogram/packages/member/stores/chat/rows/conversation-rows';
import type { RowsParts } from '../../../../../miniprogram/packages/member/stores/chat/rows/conversation-rows';
import { EMPTY } from '../../../../../miniprogram/packages/member/stores/chat/conversation/transcript';
import type { ChatMessage } from '../../../../../typings/v4/chat';
import { line, own } from '../lines';

const NOW = Date.parse('2026-11-22T16:00:00+08:00');

const rowsOf = (lines: readonly ChatMessage[], more: Partial<RowsParts> = {}): readonly MessageRow[] =>
  conversationRows({
    transcript: { ...EMPTY, lines },
    entries: [],
    rowKey: ({ chat_message_id, temp_message_id }) => temp_message_id ?? `m${chat_message_id}`,
    ...{ awaited: new Set(), percent: () => undefined, isSlow: () => false },
    ...{ connected: true, host: '小林', now: NOW },
    ...more,
  });

const by = (id: number, nickname: string | null): ChatMessage =>
  line(id, { sender: { user_id: '7', nickname } });
const system = (id: number): ChatMessage => line(id, { sender_type: 'system' });
const at = (minute: number): Partial<ChatMessage> => ({
  created_at: new Date(Date.parse('2026-11-22T14:00:00+08:00') + minute * 60_000).toISOString(),
});

describe('who speaks', () => {
  const told = (rows: readonly MessageRow[]) =>
    rows.map(({ begins, named, face }) => [begins, named, face] as const);

  test('is told at the first of several lines; a name only where the title is another’s', () => {
    const rows = rowsOf([
      by(1, '小林'),
      by(2, '小林'),
      own(3, '好'),
      own(4, '的'),
      by(5, '小周'),
      by(6, '小周'),
    ]);
    expect(told(rows)).toEqual([
      [true, false, '林'],
      [false, false, ''],
      [true, false, ''],
      [false, false, ''],
      [true, true, '周'],
      [false, false, ''],
    ]);
  });

  test('begins anew after a line of the system, which is nobody’s', () => {
    expect(told(rowsOf([by(1, '小林'), system(2), system(3), by(4, '小林')]))).toEqual([
      [true, false, '林'],
      [false, false, ''],
      [false, false, ''],
      [true, false, '林'],
    ]);
  });

  test('without a name is an agent with a sign of their own, and one all along', () => {
    expect(told(rowsOf([by(1, null), by(2, null), by(3, '小林')]))).toEqual([
      [true, false, '客'],
      [false, false, ''],
      [true, false, '林'],
    ]);
  });

  test('begins anew where a time is told', () => {
    const rows = rowsOf([
      { ...by(1, '小林'), ...at(0) },
      { ...by(2, '小林'), ...at(4) },
      { ...by(3, '小林'), ...at(5) },
    ]);
    expect(rows.map(({ time, begins }) => [time, begins])).toEqual([
      ['14:00', true],
      ['', false],
      ['14:05', true],
    ]);
  });
});

test('a time is told by the last one that was, not by the last line', () => {
  const lines = [0, 3, 6, 9, 12].map((minute, index) => ({ ...own(index + 1, '一句'), ...at(minute) }));
  expect(rowsOf(lines).map(({ time }) => time)).toEqual(['14:00', '', '14:06', '', '14:12']);
  const untimed = [{ ...own(1, '一句'), ...at(0) }, own(2, '没有时间'), { ...own(3, '一句'), ...at(6) }];
  expect(rowsOf(untimed).map(({ time }) => time)).toEqual(['14:00', '', '14:06']);
});

describe('where something may be missing', () => {
  const lines = [1, 2, 8, 9].map((id) => line(id));
  const base = { newest: '2', total: 2 };

  test('a mark stands before the line, with a key of its own', () => {
    const rows = rowsOf([], { transcript: { ...EMPTY, lines, base, hole_before: '8' } });
    expect(rows.map(({ row_key, kind }) => [row_key, kind])).toEqual([
      ...[
        ['m1', 'text'],
        ['m2', 'text'],
        ['gap8', 'gap'],
        ['m8', 'text'],
        ['m9', 'text'],
      ],
    ]);
  });

  test('is where the reading stopped, and after what was known', () => {
    expect([...gapsOf({ lines, base, hole_before: '9' })]).toEqual(['9', '8']);
    expect([...gapsOf({ lines, base: { newest: '9', total: 4 }, hole_before: '8' })]).toEqual(['8']);
    expect([...gapsOf({ lines, base, hole_before: undefined })]).toEqual([]);
    expect([...gapsOf({ lines, base: undefined, hole_before: '8' })]).toEqual([]);
  });
});

const entry = (status: Status, more: Partial<Entry> = {}): Entry => ({
  ...{ temp_message_id: 't1', session_id: '1', order: 1, written_at: 0, has_left: false, status },
  body: { message_type: 'text', content: '在吗' },
  ...more,
});
const ready: Status = { state: 'ready', tries: 0 };
const picture: Entry['body'] = { message_type: 'image', file_path: 'kept/1.png' };

describe('what is on its way', () => {
  const shown = (one: Entry, more: Partial<RowsParts> = {}) => rowsOf([], { entries: [one], ...more })[0];
  const sending: Status = { state: 'sending', tries: 0, after_id: '0' };
  const checking: Status = { ...sending, ...{ state: 'checking', since: 0, reads: 0, answered: 'nobody' } };
  const uploading: Status = { state: 'uploading', tries: 0 };

  test.each([ready, sending, checking])('is being sent, slow, or held without a network: %j', (status) => {
    expect(shown(entry(status))).toMatchObject({
      ...{ row_key: 't1', temp_message_id: 't1', kind: 'text', own: true, text: '在吗', chat_message_id: '' },
      ...{ status: 'sending', can_delete: false, can_retry: false, note: '' },
    });
    expect(shown(entry(status), { isSlow: () => true })).toMatchObject({ status: 'slow', can_delete: true });
    const offline = { connected: false, isSlow: () => true };
    expect(shown(entry(status), offline)).toMatchObject({ status: 'held', can_delete: true });
  });

  test('may be taken back where it is a picture of which nothing left', () => {
    expect(shown(entry(ready, { body: picture }))).toMatchObject({
      ...{ kind: 'image', image: 'kept/1.png', text: '[图片]', can_delete: true, parts: [] },
    });
    expect(shown(entry(sending, { body: picture, has_left: true }))).toMatchObject({ can_delete: false });
    expect(shown(entry(ready))).toMatchObject({ can_delete: false });
  });

  test('shows how far it is while it is uploaded, and nothing moving without a network', () => {
    const one = entry(uploading, { body: picture });
    expect(shown(one, { percent: () => 40 })).toMatchObject({
      ...{ row_key: 't1', kind: 'image', own: true, status: 'uploading', percent: 40 },
    });
    expect(shown(one)).toMatchObject({ status: 'uploading', percent: 0, can_delete: true });
    expect(shown(one, { connected: false })).toMatchObject({ status: 'held' });
  });

  test('has its text’s links', () => {
    const body = { message_type: 'text', content: '打 13800000031' } as const;
    expect(shown(entry(ready, { body }))?.parts.map(({ link }) => link)).toEqual(['', 'phone']);
  });

  test('is left to the person where nobody knows what became of it', () => {
    expect(shown(entry({ state: 'unconfirmed', after_id: '0' }))).toMatchObject({
      ...{ status: 'unconfirmed', note: '未确认是否送达', can_retry: true, can_delete: true },
      ...{ row_key: 't1', own: true, text: '在吗' },
      needs_session: false,
    });
  });

  test.each<[FailedReason, string, boolean, boolean]>([
    ['closed', '会话已结束', true, true],
    ['content', '含有不能发送的内容', false, false],
    ['picture', '图片发送失败', true, false],
    ['refused', '没有发出去', true, false],
    ['server', '服务暂时不可用', true, false],
    ['given_up', '没有发出去', true, false],
  ])('failed (%s): says %s, unless the server said it better', (reason, note, can_retry, needs_session) => {
    const shape = { row_key: 't1', temp_message_id: 't1', kind: 'text', text: '在吗', own: true };
    const failed = { ...shape, status: 'failed', can_retry, needs_session, can_delete: true };
    expect(shown(entry({ state: 'failed', reason, message: '' }))).toMatchObject({ ...failed, note });
    expect(shown(entry({ state: 'failed', reason, message: '原话' }))).toMatchObject({
      ...failed,
      note: '原话',
    });
  });

  test('stands below all lines, as one run with an own line before it', () => {
    const entries = [entry(ready), entry(ready, { temp_message_id: 't2', order: 2 })];
    const begins = (lines: ChatMessage[]) => rowsOf(lines, { entries }).map((one) => one.begins);
    expect(begins([own(1, '好')])).toEqual([true, false, false]);
    expect(begins([by(1, '小林')])).toEqual([true, true, false]);
    expect(begins([system(1)])).toEqual([false, true, false]);
    expect(begins([])).toEqual([true, false]);
  });

  test('hides its own line, and one that it most likely is', () => {
    const lines = [own(1, '好'), own(2, '在吗', { temp_message_id: 't1' }), own(3, '在吗')];
    const keys = (more: Partial<RowsParts>) => rowsOf(lines, more).map(({ row_key }) => row_key);
    expect(keys({})).toEqual(['m1', 't1', 'm3']);
    expect(keys({ entries: [entry(sending)] })).toEqual(['m1', 'm3', 't1']);
    expect(keys({ entries: [entry(sending)], awaited: new Set(['3']) })).toEqual(['m1', 't1']);
  });
});
