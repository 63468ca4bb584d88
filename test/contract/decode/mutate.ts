// Spoils a reply, in its values or in its bytes, as broken backends, proxies and networks do.
import type { Prng } from './prng';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const STRANGE: readonly Json[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, '', ' ', '0', 'NaN', 'null', '9007199254740993'],
  ...['2026-13-45 99:99:99', '<script>alert(1)</script>', '\u0000', '\ud800', '💖'.repeat(40)],
  ...[[], {}, [[]], [null], { a: 1 }, { length: 3 }, { toString: 1 }, { then: 1 }],
];
const NAMES = ['__proto__', 'constructor', 'then', 'toString', 'hasOwnProperty', 'length', '', '$', 'data'];

const isObject = (value: Json): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes one place somewhere inside, mostly deep down. */
function changed(prng: Prng, value: Json, depth: number): Json {
  const deeper = prng.chance(0.85) && depth < 12;
  if (Array.isArray(value) && value.length > 0 && deeper) {
    const at = prng.below(value.length);
    return value.map((one, index) => (index === at ? changed(prng, one, depth + 1) : one));
  }
  if (isObject(value) && Object.keys(value).length > 0 && deeper) {
    const name = prng.pick(Object.keys(value));
    if (prng.chance(0.2)) return Object.fromEntries(Object.entries(value).filter(([one]) => one !== name));
    return { ...value, [name]: changed(prng, value[name] ?? null, depth + 1) };
  }
  if (isObject(value) && prng.chance(0.3)) {
    return Object.fromEntries([...Object.entries(value), [prng.pick(NAMES), prng.pick(STRANGE)]]);
  }
  return prng.pick(STRANGE);
}

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);

/** Spoils the text, so that it need not be JSON any more. */
const TEXTS: readonly ((prng: Prng, text: string) => string)[] = [
  (prng, text) => text.slice(0, prng.below(text.length + 1)),
  (prng, text) => text.slice(prng.below(text.length + 1)),
  (prng, text) => {
    const at = prng.below(text.length);
    return (
      text.slice(0, at) + prng.pick(['"', '\\', '{', '}', ',', ':', '0', '\u0000', 'é']) + text.slice(at + 1)
    );
  },
  // A name twice: JSON.parse takes the last.
  (prng, text) =>
    text.replace(/"(\w+)":/, (whole) => `${whole}${JSON.stringify(prng.pick(STRANGE))},${whole}`),
  (prng, text) => text.replace(/:("[^"]*"|\d+)/, `:${'9'.repeat(1 + prng.below(400))}`),
  (_prng, text) => text.replace(/:(\d+)/g, ':$1e400'),
  (_prng, text) => `\ufeff${text}`,
  (_prng, text) => text + text,
  (prng) =>
    prng.pick(['', 'null', '[]', '0', '""', '<html><body>502 Bad Gateway</body></html>', 'undefined']),
];

/** Spoils the bytes, so that they need not be UTF-8 any more. */
function spoilBytes(prng: Prng, text: string): string {
  const bytes = Buffer.from(text);
  for (let times = 1 + prng.below(4); times > 0 && bytes.length > 0; times -= 1) {
    bytes[prng.below(bytes.length)] = prng.below(256);
  }
  return bytes.toString('utf8');
}

/** A spoilt copy of a reply's text; the same source of chance spoils it the same way. */
export function mutate(prng: Prng, text: string): string {
  const kind = prng.below(100);
  if (kind < 60) {
    let value = JSON.parse(text) as Json;
    for (let times = 1 + prng.below(3); times > 0; times -= 1) value = changed(prng, value, 0);
    return JSON.stringify(value);
  }
  if (kind < 85) return prng.pick(TEXTS)(prng, text);
  if (kind < 97) return spoilBytes(prng, text);
  return text.replace(/:("[^"]*"|\d+|\[\])/, `:${nested(1 + prng.below(3000), ...prng.pick(NESTS))}`);
}

const NESTS: readonly [open: string, close: string][] = [
  ['[', ']'],
  ['{"data":', '}'],
];

/** The few that are too big to be made 20,000 times. */
export function giants(text: string): { name: string; text: string }[] {
  const filler = 'x'.repeat(10 * 1024 * 1024);
  const into = (value: string) => text.replace(/:("[^"]*"|\d+)/, () => `:${value}`);
  return [
    { name: 'a text of 10 MB', text: into(`"${filler}"`) },
    { name: 'a list of 10 MB', text: into(`[${'1234567,'.repeat(1_250_000)}0]`) },
    { name: '10 MB of big integers', text: into(`[${'90071992547409931,'.repeat(560_000)}0]`) },
    { name: '10 MB that never close', text: '['.repeat(10 * 1024 * 1024) },
    { name: 'a million levels', text: into(nested(1_000_000, '[', ']')) },
    {
      name: 'a million levels of objects',
      text: into(nested(1_000_000, '{"a":', '}').replace('{"a":}', '{}')),
    },
    { name: 'ten million quotes', text: '"\\"'.repeat(3_500_000) },
    { name: '10 MB of backslashes', text: into(`"${'\\'.repeat(10 * 1024 * 1024)}"`) },
    { name: 'a number of 10 MB', text: into('9'.repeat(10 * 1024 * 1024)) },
  ];
}
