// Server-sent events: what the standard says, and that it does not matter where the text was cut.
import fc from 'fast-check';
import { createSseParser } from '../../../miniprogram/api/sse';
import type { ServerSentEvent } from '../../../miniprogram/api/sse';

const parse = (...pieces: string[]): ServerSentEvent[] => {
  const parser = createSseParser();
  return pieces.flatMap((piece) => parser.push(piece));
};

test('names, several data lines, comments and fields nobody knows', () => {
  expect(
    parse(': hello\nevent: done\ndata: {"a":\ndata: 1}\nid: 7\nretry: 10\nwhat\n\ndata:x\n\nevent: lost\n\n'),
  ).toEqual([
    { event: 'done', data: '{"a":\n1}' },
    { event: 'message', data: 'x' },
  ]);
});

test('one space after the colon belongs to the field, more to the data', () => {
  expect(parse('data:  a \n\n')).toEqual([{ event: 'message', data: ' a ' }]);
  expect(parse('data\n\n')).toEqual([{ event: 'message', data: '' }]);
});

test('an event that the stream breaks off is none', () => {
  expect(parse('data: a\n\ndata: b\n')).toEqual([{ event: 'message', data: 'a' }]);
});

test('a CR LF that is cut in two ends one line', () => {
  expect(parse('data: a\r', '\n', '\r', '\ndata: b\r\r')).toEqual([
    { event: 'message', data: 'a' },
    { event: 'message', data: 'b' },
  ]);
});

test('any chunking gives the events of the whole', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'event: message',
      'event:done',
      'data: 你好',
      'data:',
      ': c',
      'data: {"delta":"a: b"}',
      '',
    ),
    fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\n]/g, ' ')),
  );
  const stream = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 30 })
    .map((lines) => lines.flat().join(''));
  fc.assert(
    fc.property(stream, fc.array(fc.nat({ max: 300 }), { maxLength: 20 }), (text, cuts) => {
      const ends = [...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b);
      const pieces = ends.map((end, at) => text.slice(at === 0 ? 0 : ends[at - 1], end));
      expect(parse(...pieces)).toEqual(parse(text));
    }),
    { numRuns: 1000 },
  );
});

test('what is written as an event is read as that event, in every line ending', () => {
  const text = fc.string({ unit: 'grapheme' }).map((one) => one.replace(/[\r\n]/g, ' '));
  fc.assert(
    fc.property(
      fc.array(fc.record({ event: fc.constantFrom('message', 'done', 'error'), data: text })),
      fc.constantFrom('\n', '\r\n', '\r'),
      (events, end) => {
        const stream = events.map(({ event, data }) => `event: ${event}${end}data: ${data}${end}${end}`);
        expect(parse(stream.join(''))).toEqual(events);
      },
    ),
  );
});
