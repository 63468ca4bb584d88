// G3: where a token, a redeem code, the content of a QR or a whole phone number stands although it must not. Every test with
// a world ends with this look at all of its phones.
import type { World } from '../stand';
import type { Device } from '../../preview/playwright';

type Kind = 'token' | 'qr' | 'code' | 'phone';

const SHAPES: Record<Kind, RegExp> = {
  token: /\beyJ[\w-]+\.[\w-]+\.[\w-]+/,
  qr: /RQRV\d_[\w-]+/,
  code: /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/,
  phone: /(?<!\d)1[3-9]\d{9}(?!\d)/,
};
const ALL = Object.keys(SHAPES) as Kind[];

/** The identity's own session key. */
const TOKENS = /^(?:customer|staff):[^:/]+:kept\/tokens$/;
/** The shelf made for codes. */
const CODES = /^customer:[^:/]+:kept\/redeem\.\d+$/;
const CACHE = /^[^/]+:cache\//;
/** Caches of what people wrote to each other, in which there may be a number that somebody told. */
const WRITTEN = /^customer:[^:/]+:cache\/chat\./;

/** One place where something stands, and what must not be there. */
interface Place {
  name: string;
  text: string;
  kinds: readonly Kind[];
}

/** What may not stand under a key. A person's own number is part of who is signed in (`kept/user`), and no cache. */
function barredFrom(key: string): Kind[] {
  return ALL.filter((kind) => {
    if (kind === 'token') return !TOKENS.test(key);
    if (kind === 'code') return !CODES.test(key);
    return kind === 'qr' || (CACHE.test(key) && !WRITTEN.test(key));
  });
}

interface Held {
  storage: Record<string, unknown>;
  pages: { route: string; query: Record<string, string> }[];
  /** Where the card leads that the page on top shares. */
  shared: string;
}

/** Undefined where no program runs: the phone is closed, or was never started. */
async function heldBy(device: Device): Promise<Held | undefined> {
  if (device.page.isClosed()) return undefined;
  return device.page.evaluate(() => {
    if (!('__preview' in globalThis)) return undefined;
    const card = globalThis.__host?.share?.() as { path?: unknown } | null | undefined;
    return {
      storage: __preview.storage?.() ?? {},
      pages: __preview.pages?.() ?? [],
      shared: String(card?.path),
    };
  });
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function placesOf(device: Device, held: Held | undefined): Place[] {
  const console = device.consoleLines.map((text) => ({ name: 'console', text, kinds: ALL }));
  if (held === undefined) return console;
  const { storage, pages, shared } = held;
  return [
    ...console,
    ...Object.entries(storage).flatMap(([key, value]) => [
      { name: `storage ${key}`, text: wordsOf(value), kinds: barredFrom(key) },
      { name: 'name of a key', text: key, kinds: ALL },
    ]),
    ...pages.map(({ route, query }) => ({
      name: `query of ${route}`,
      text: JSON.stringify(query),
      kinds: ALL,
    })),
    { name: 'share path', text: shared, kinds: ALL },
  ];
}

/** UUIDs and tracking codes are random: now and then one has digits in it that could be a code, or a number to call. */
const RANDOM = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\bTRK(?:-[A-Z0-9]+)+-[0-9a-f]+\b/g;

/** Also a text within an address, which is written in escapes. */
const readable = (text: string): string => `${text} ${text.replace(/%[0-7][0-9A-F]/gi, decodeURIComponent)}`;

/**
 * What the phones of a world gave away, each as `<kind> in <place>: <the first letters>`. In addresses there is no token
 * at all: the socket's (Socket.IO, `auth` in its first packet) has none either.
 */
export async function leaks(world: World): Promise<string[]> {
  const phones = world.phones();
  const held = await Promise.all(phones.map(heldBy));
  const { urls, tokens } = world.asked;
  const places = [
    ...phones.flatMap((device, at) => placesOf(device, held[at])),
    ...urls.map((text) => ({ name: `address ${text.split('?')[0] ?? ''}`, text, kinds: ALL })),
  ];
  const found = places.flatMap(({ name, text, kinds }) => {
    const seen = readable(text);
    return kinds.flatMap((kind) => {
      const shape = SHAPES[kind].exec(seen.replace(RANDOM, '<random>'))?.[0];
      const known = kind === 'token' ? [...tokens].find((token) => seen.includes(token)) : undefined;
      const what = shape ?? known;
      return what === undefined ? [] : [`${kind} in ${name}: ${what.slice(0, 8)}…`];
    });
  });
  return [...new Set(found)];
}
