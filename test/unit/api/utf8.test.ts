// The incremental UTF-8 decoder against the engine's own.
import fc from 'fast-check';
import { createUtf8Decoder } from '../../../miniprogram/api/utf8';

/** Decodes in pieces that end at these places. */
function inPieces(bytes: Uint8Array, cuts: readonly number[]): string {
  const decoder = createUtf8Decoder();
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  let text = '';
  for (const end of ends) {
    text += decoder.push(bytes.subarray(from, end));
    from = end;
  }
  return text + decoder.end();
}

const whole = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 12 });

test('any text in any pieces is the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), cuts, (text, places) => {
      // A mark at the very start is dropped, here as there.
      const bytes = new TextEncoder().encode(text);
      expect(inPieces(bytes, places)).toBe(whole(bytes));
    }),
    { numRuns: 500 },
  );
});

test('any bytes in any pieces decode as the engine decodes the whole', () => {
  const nearUtf8 = fc.array(
    fc.oneof(
      fc.constantFrom([0xe4, 0xbd, 0xa0], [0xf0, 0x9f, 0x92, 0x96], [0xef, 0xbb, 0xbf], [0xed, 0xa0, 0x80]),
      fc.constantFrom([0xc0, 0x80], [0xe0, 0x80, 0x80], [0xf5], [0xf4, 0x90], [0xe4, 0xbd], [0xf0, 0x9f]),
      fc.array(fc.nat({ max: 255 }), { maxLength: 4 }),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(nearUtf8, cuts, (parts, places) => {
      const bytes = Uint8Array.from(parts.flat());
      expect(inPieces(bytes, places)).toBe(whole(bytes));
    }),
    { numRuns: 2000 },
  );
});

test('no byte is held back longer than until its character is complete', () => {
  const decoder = createUtf8Decoder();
  expect(decoder.push(Uint8Array.of(0x61, 0xe4, 0xbd))).toBe('a');
  expect(decoder.push(Uint8Array.of(0xa0))).toBe('你');
  expect(decoder.push(Uint8Array.of(0xf0, 0x9f))).toBe('');
  expect(decoder.end()).toBe('\ufffd');
});
