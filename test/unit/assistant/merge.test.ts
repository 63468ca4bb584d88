// E3 What the server has of a conversation, put together with what was said here.
import type { ApiChatMessage } from '../../../typings/xcx/assistant';
import { merged } from '../../../miniprogram/packages/assistant/stores/talk/merge';
import { ownEntry } from '../../../miniprogram/packages/assistant/stores/talk/entry';
import type { Entry } from '../../../miniprogram/packages/assistant/stores/talk/entry';
import { beijingIso } from '../../backend/clock';

const NOW = Date.UTC(2026, 10, 28);
const clock = { now: () => NOW, skew_ms: 0 };

const message = (id: string, role: 'user' | 'assistant', content: string, at_ms = NOW): ApiChatMessage => ({
  ...{ id, role, content, created_at: beijingIso(at_ms) },
});
const user = (id: string, content: string, at_ms?: number) => message(id, 'user', content, at_ms);
const reply = (id: string, content: string) => message(id, 'assistant', content);

/** A question of this phone and what came of its answer. */
function asked(content: string, said = ''): [Entry, Entry] {
  const pair: [Entry, Entry] = [ownEntry(false, content, clock), ownEntry(true, said, clock)];
  pair[1].end({ state: 'checking' });
  return pair;
}

const shown = (entries: readonly Entry[]): string[] =>
  entries.map(({ id, is_answer, content }) => `${id ?? '-'}${is_answer ? '!' : '?'}${content}`);

test('each of two questions in the same words is its own, with the answer behind it', () => {
  const [first, second] = [asked('怎么约'), asked('怎么约', '约')];
  const items = [user('1', '怎么约'), reply('2', '先问近况。'), user('3', '怎么约'), reply('4', '约周六。')];
  const entries = merged([...first, ...second], items);
  expect(entries).toEqual([...first, ...second]);
  expect(shown(entries)).toEqual(['1?怎么约', '2!先问近况。', '3?怎么约', '4!约周六。']);
});

test('spaces around the words of a question make no other one', () => {
  expect(shown(merged(asked('怎么约 \n'), [user('1', ' 怎么约')]))).toEqual(['1? 怎么约', '-!']);
});

test('a question is found among the person’s words alone, and an answer is no question', () => {
  const items = [
    ...[user('1', '在吗'), reply('2', '怎么约'), user('3', '怎么约'), reply('4', '好的'), user('5', '好')],
  ];
  const own = asked('怎么约', '好');
  expect(shown(merged(own, items))).toEqual(['1?在吗', '2!怎么约', '3?怎么约', '4!好的', '5?好']);
});

test('a question that the server has without an answer keeps what was seen of it, at the end', () => {
  const items = [user('1', '怎么约'), user('2', '还有呢')];
  expect(shown(merged(asked('怎么约', '先问'), items))).toEqual(['1?怎么约', '2?还有呢', '-!先问']);
});

test('behind what was known its words tell a question, though its time is not told', () => {
  const before = merged([], [user('1', '怎么约'), reply('2', '先问近况。')]);
  const items = [
    ...[user('1', '怎么约'), reply('2', '先问近况。')],
    { ...user('3', '怎么约'), created_at: '' },
    reply('4', '约周六。'),
  ];
  expect(shown(merged([...before, ...asked('怎么约', '约')], items))).toEqual([
    ...['1?怎么约', '2!先问近况。', '3?怎么约', '4!约周六。'],
  ]);
});

test('before what was known neither words of long ago nor words without a time are a question that was asked now', () => {
  const before = merged([], [user('3', '在吗'), reply('4', '在')]);
  const items = [
    user('1', '怎么约', NOW - 3_600_000),
    { ...user('2', '怎么约'), created_at: '' },
    ...[user('3', '在吗'), reply('4', '在')],
  ];
  expect(shown(merged([...before, ...asked('怎么约')], items)).slice(2)).toEqual([
    ...['3?在吗', '4!在', '-?怎么约', '-!'],
  ]);
});

test('a stretch of what the server has stands in its place; what it has no more of that stretch goes', () => {
  const before = merged(
    [],
    ['8', '9', '10', '11', '12', '100'].map((id) => user(id, `问${id}`)),
  );
  const entries = merged(before, [user('9', '问9'), user('12', '问12')]);
  expect(shown(entries)).toEqual(['8?问8', '9?问9', '12?问12', '100?问100']);
  expect(entries[0]).toBe(before[0]);
  expect(entries[1]).toBe(before[1]);
  expect(shown(merged(before, []))).toEqual(shown(before));
});
