// The comparison that the recorded replies rest on must itself notice differences.
import { parseRecording } from './parse';
import { shapeDifferences } from './shape';

test('same keys and types are the same shape, whatever the values', () => {
  expect(shapeDifferences({ a: 1, b: [{ c: 'x' }] }, { a: 2, b: [{ c: 'y' }, { c: 'z' }] })).toEqual([]);
  expect(shapeDifferences({ a: null, b: [] }, { a: 'x', b: [1] })).toEqual([]);
});

test('a missing key, a new key and another type are told with their path', () => {
  expect(shapeDifferences({ a: 1 }, {})).toEqual(['$.a is missing']);
  expect(shapeDifferences({}, { a: 1 })).toEqual(['$.a was not recorded']);
  expect(shapeDifferences({ a: [{ id: '1' }] }, { a: [{ id: 1 }] })).toEqual([
    '$.a[0].id is number, recorded as string',
  ]);
  expect(shapeDifferences({ a: null }, {})).toEqual(['$.a is missing']);
});

test('a recording is read whole: exchanges, events and notes', () => {
  const markdown = [
    '#### one',
    '**send** — `POST /x` body `{"a":1}` headers `{"h":"v"}` → HTTP 200 (3 ms) · set-cookie: c=1',
    '```json',
    '{"ok":true,"list":[…]}',
    '```',
    '- [user] <= `pong` `{"t":1}`',
    '- => `40{}`',
    'something else',
  ].join('\n');
  expect(parseRecording(markdown)).toEqual([
    {
      title: 'one',
      entries: [
        {
          kind: 'http',
          name: 'send',
          method: 'POST',
          path: '/x',
          body: { a: 1 },
          headers: { h: 'v' },
          status: 200,
          set_cookie: 'c=1',
          reply: { ok: true, list: [] },
        },
        { kind: 'event', who: 'user', direction: 'in', event: 'pong', payload: { t: 1 } },
        { kind: 'event', who: 'frames', direction: 'out', payload: '40{}' },
        { kind: 'note', text: 'something else' },
      ],
    },
  ]);
});
