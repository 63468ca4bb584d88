// The rows that are kept from change to change are the rows that would be made anew.
import * as fc from 'fast-check';
import { LineRows } from '../../../../../miniprogram/packages/member/stores/chat/rows/line-rows';
import type { Around } from '../../../../../miniprogram/packages/member/stores/chat/rows/line-rows';
import type { ChatMessage } from '../../../../../typings/v4/chat';
import { line } from '../lines';

const DAY = 86_400_000;
const START = Date.parse('2026-11-20T08:00:00+08:00');

interface Told {
  id: number;
  minute: number;
  sender: 'user' | 'admin' | 'system';
  name: string;
}

const told: fc.Arbitrary<Told> = fc.record({
  id: fc.integer({ min: 1, max: 60 }),
  minute: fc.nat(60),
  sender: fc.constantFrom('user', 'admin', 'admin', 'system'),
  name: fc.constantFrom('小林', '小周'),
});

const lineOf = ({ id, minute, sender, name }: Told): ChatMessage =>
  line(id, {
    sender_type: sender,
    created_at: new Date(START + minute * 60_000).toISOString(),
    sender: { nickname: name },
    ...(sender === 'user' ? { temp_message_id: `t${id}` } : {}),
  } as Partial<ChatMessage>);

const change = fc.record({
  /** Lines that come, or are told anew. */
  come: fc.array(told, { maxLength: 5 }),
  /** Lines up to this id are let go. */
  below: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(30)),
  pending: fc.array(fc.nat(60), { maxLength: 2 }),
  awaited: fc.array(fc.nat(60), { maxLength: 1 }),
  gaps: fc.array(fc.nat(60), { maxLength: 1 }),
  day: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.constant(2)),
});

const around = (lists: { pending: number[]; awaited: number[]; gaps: number[]; day: number }): Around => ({
  rowKey: ({ chat_message_id, temp_message_id }) => temp_message_id ?? `m${chat_message_id}`,
  pending: new Set(lists.pending.map((id) => `t${id}`)),
  awaited: new Set(lists.awaited.map(String)),
  gaps: new Set(lists.gaps.map(String)),
  host: '小林',
  now: START + lists.day * DAY,
});

test('C2 whatever lines come, change or are dropped, kept rows equal rows made anew', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
      const kept = new LineRows();
      const lines = new Map<number, ChatMessage>();
      for (const { come, below, ...lists } of changes) {
        for (const one of come) lines.set(one.id, lineOf(one));
        for (const id of [...lines.keys()]) if (id < below) lines.delete(id);
        const sorted = [...lines].sort(([one], [other]) => one - other).map(([, value]) => value);
        expect(kept.rows(sorted, around(lists))).toEqual(new LineRows().rows(sorted, around(lists)));
      }
    }),
    { numRuns: 160 },
  );
});

test('C2 a line that comes makes one row; all others are the objects they were', () => {
  const kept = new LineRows();
  const calm = around({ pending: [], awaited: [], gaps: [], day: 1 });
  const lines = Array.from({ length: 50 }, (_, index) =>
    lineOf({ id: index + 10, minute: index * 10, sender: 'admin', name: '小林' }),
  );
  const before = kept.rows(lines, calm);
  const more = [...lines, lineOf({ id: 60, minute: 500, sender: 'user', name: '' })];
  const newer = kept.rows(more, calm);
  expect(newer).toHaveLength(51);
  expect(newer.slice(0, 50).every((row, index) => row === before[index])).toBe(true);
  const older = kept.rows([lineOf({ id: 9, minute: -10, sender: 'user', name: '' }), ...more], calm);
  expect(older.slice(2).filter((row, index) => row === before[index + 1])).toHaveLength(49);
});

test('C2 a message that was shown as on its way is shown as its line once it is sent', () => {
  const kept = new LineRows();
  const lines = [lineOf({ id: 7, minute: 0, sender: 'user', name: '' })];
  const calm = { awaited: [], gaps: [], day: 1 };
  expect(kept.rows(lines, around({ pending: [7], ...calm }))).toEqual([]);
  expect(kept.rows(lines, around({ pending: [], ...calm }))).toHaveLength(1);
});
