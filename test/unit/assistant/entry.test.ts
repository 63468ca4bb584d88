// E3 What was said once: who looks at it sees each change of it.
import { autorun } from 'mobx-miniprogram';
import { ownEntry, storedEntry } from '../../../miniprogram/packages/assistant/stores/talk/entry';
import type { Ending, Entry } from '../../../miniprogram/packages/assistant/stores/talk/entry';

const clock = { now: () => Date.UTC(2026, 10, 28), skew_ms: 0 };
const made = (content: string): Entry => ownEntry(true, content, clock);
const stored = (content: string) => ({
  ...{ id: '1', role: 'assistant' as const, content, created_at: '2026-11-28T09:00:00+08:00' },
});

test('an answer that is written is seen growing, in words and in lines, and ending', () => {
  const answer = made('');
  const seen: string[] = [];
  const stop = autorun(
    () => void seen.push(`${answer.content}|${answer.lines.length}|${answer.ending.state}`),
  );
  answer.write('一');
  answer.write('\n\n二');
  answer.close({ state: 'stopped' });
  answer.clear();
  answer.write('三');
  answer.settle('三\n\n四');
  answer.confirm(stored('三\n\n四\n\n五'));
  stop();
  expect(seen.filter((one, at) => one !== seen[at - 1])).toEqual([
    // A few letters of a new line wait for the next ones.
    ...['|0|whole', '一|1|whole', '一\n\n二|1|whole', '一\n\n二|2|stopped'],
    ...['|0|asked', '三|1|asked', '三\n\n四|2|asked', '三\n\n四\n\n五|3|whole'],
  ]);
});

test('what was guessed of it is settled, and seen, when it ends, and when it is stored', () => {
  // A link may be named long before it is defined.
  const text = '看 [记录]\n\n先问近况。\n\n再说周六。\n\n[记录]: https://a.cn\n\n好。';
  const whole = made(text).lines;
  for (const end of [
    (answer: Entry) => answer.close({ state: 'whole' }),
    (answer: Entry) => answer.confirm(stored(text)),
  ]) {
    const answer = made('');
    let seen = answer.lines;
    const stop = autorun(() => (seen = answer.lines));
    for (const letter of text) answer.write(letter);
    expect(seen).not.toEqual(whole);
    end(answer);
    expect(seen).toEqual(whole);
    stop();
  }
});

test.each<[Ending, Ending]>([
  [{ state: 'asked' }, { state: 'whole' }],
  [{ state: 'stopped' }, { state: 'stored', after: 'stopped' }],
  [
    { state: 'cut', failure: { kind: 'network' } },
    { state: 'stored', after: 'cut' },
  ],
  [
    { state: 'failed', failure: { kind: 'network' } },
    { state: 'stored', after: 'cut' },
  ],
  [{ state: 'checking' }, { state: 'stored', after: 'cut' }],
])('%j with more stored than was seen becomes %j, and stays that when it is read again', (before, after) => {
  const answer = made('');
  answer.write('先问');
  answer.end(before);
  answer.confirm(stored('先问近况。'));
  expect([answer.content, answer.ending]).toEqual(['先问近况。', after]);
  answer.confirm(stored('先问近况。'));
  expect(answer.ending).toEqual(after);
});

test('is said when the server says; where it does not, when it was said here', () => {
  const answer = made('先问近况。');
  answer.confirm({ ...stored('先问近况。'), created_at: '' });
  expect(answer.at).toBe(clock.now());
  answer.confirm(stored('先问近况。'));
  expect(answer.at).toBe(Date.UTC(2026, 10, 28, 1));
  expect(storedEntry({ ...stored(''), created_at: '' }).at).toBeNull();
});
