// Where the bridge may go: loopback only, with the mini program's development base URL mapped to the running backend.

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Prefix in the mini program → prefix that is really called. Socket URLs are mapped by the same entries. */
export type BaseUrlMap = Readonly<Record<string, string>>;

const toHttp = (url: string): string => url.replace(/^ws(s?):/, 'http$1:');

/** The URL to call, or null when it is not a loopback `http:` (or `ws:`) address. */
export function targetOf(url: string, map: BaseUrlMap): URL | null {
  const plain = toHttp(url);
  const entry = Object.entries(map).find(
    ([from]) => plain === from || plain.startsWith(`${from}/`) || plain.startsWith(`${from}?`),
  );
  const mapped = entry === undefined ? plain : entry[1] + plain.slice(entry[0].length);
  if (!URL.canParse(mapped)) return null;
  const target = new URL(mapped);
  return target.protocol === 'http:' && LOOPBACK.has(target.hostname) ? target : null;
}
