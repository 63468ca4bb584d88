// Lossless JSON against a reference that reads numbers as BigInt.
import fc from 'fast-check';
import { JsonError, parseJson } from '../../../miniprogram/api/json';

/** A value whose integers may be of any size, and the JSON text of it. */
type Value = null | boolean | string | bigint | number | Value[] | { [key: string]: Value };

function write(value: Value, gap: string): string {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : JSON.stringify(value);
  if (Array.isArray(value))
    return `[${gap}${value.map((one) => write(one, gap)).join(`${gap},${gap}`)}${gap}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}${gap}:${gap}${write(one, gap)}`,
  );
  return `{${gap}${pairs.join(`${gap},${gap}`)}${gap}}`;
}

/** What parseJson must give: safe integers as numbers, others as their digits. */
function expected(value: Value): unknown {
  if (typeof value === 'bigint') {
    const safe = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
    return safe ? Number(value) : value.toString();
  }
  if (typeof value === 'number') {
    const text = write(value, '');
    // A double may be written as a long integer too.
    return /^-?[1-9]\d*$/.test(text) ? expected(BigInt(text)) : (JSON.parse(text) as unknown);
  }
  if (Array.isArray(value)) return value.map(expected);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, expected(one)]));
}

const trickyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '9007199254740993',
    '"9007199254740993',
    '\\',
    '\\"',
    '{"id":12345678901234567890}',
    '\u2028',
  ),
);
const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    trickyText,
    fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }),
    fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value')),
    fc.dictionary(
      trickyText.filter((key) => key !== '__proto__'),
      tie('value'),
    ),
  ),
}));

describe('lossless JSON', () => {
  test('gives every value back, integers of any size included', () => {
    fc.assert(
      fc.property(anyValue, fc.constantFrom('', ' ', '\n\t', '\r\n'), (value, gap) => {
        expect(parseJson(write(value, gap))).toEqual(expected(value));
      }),
      { numRuns: 2000 },
    );
  });

  test('agrees with JSON.parse on whatever holds no long number, and on what is not JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), trickyText), (text) => {
        let plain: unknown;
        try {
          plain = JSON.parse(text);
        } catch {
          expect(() => parseJson(text)).toThrow(JsonError);
          return;
        }
        if (!/\d{16}/.test(text)) expect(parseJson(text)).toEqual(plain);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', '9007199254740993'],
    ['-9007199254740993', '-9007199254740993'],
    ['{"item_id":9007199254740993}', { item_id: '9007199254740993' }],
    ['["9007199254740993"]', ['9007199254740993']],
    ['"\\"9007199254740993"', '"9007199254740993'],
    ['"\\\\",9007199254740993', undefined],
    ['12345678901234567890.5', 12345678901234567000],
    ['1234567890123456789e1', 12345678901234567000],
    ['-0', -0],
    ['[-0,1e400]', [-0, Infinity]],
  ])('%s', (text, value) => {
    if (value === undefined) expect(() => parseJson(text)).toThrow(JsonError);
    else expect(parseJson(text)).toEqual(value);
  });

  test.each([
    '{9007199254740993:1}',
    '{9007199254740993 : 1}',
    '00000009007199254740993',
    '+9007199254740993',
    '9007199254740993abc',
    '9007199254740993 9007199254740993',
    '[9007199254740993',
    '"9007199254740993',
    '9007199254740993.',
    '--9007199254740993',
  ])('quoting makes no JSON of %s', (text) => {
    expect(() => parseJson(text)).toThrow(JsonError);
  });

  test('an error shows nothing of the text', () => {
    expect.assertions(1);
    try {
      parseJson('{"mobile":"13800000001"');
    } catch (error) {
      expect(String(error)).not.toContain('138');
    }
  });
});
