// From the options of wx.request to what goes over the wire: query, body, headers.
import { isRecord } from '../check';

const part = (value: unknown): string =>
  encodeURIComponent(typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value));

/** `a=1&b=%7B%7D`: how WeChat writes an object into a query or a form; undefined is left out. */
export function formEncode(data: Readonly<Record<string, unknown>>): string {
  return Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${part(value)}`)
    .join('&');
}

/** Data of a GET goes into the URL; a name that is there already is replaced. */
export function withQuery(url: string, data: unknown): string {
  if (!isRecord(data) || data instanceof ArrayBuffer) return url;
  const added = formEncode(data);
  if (added === '') return url;
  const [address = '', fragment] = url.split('#');
  const [path = '', query = ''] = address.split('?');
  const kept = query.split('&').filter((pair) => pair !== '' && !(decode(pair.split('=')[0] ?? '') in data));
  const full = [...kept, added].join('&');
  return `${path}?${full}${fragment === undefined ? '' : `#${fragment}`}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Header pairs as set by the program; WeChat adds a JSON content type when there is none. */
export function headerPairs(header: unknown, method: string): [string, string][] {
  const pairs: [string, string][] = isRecord(header)
    ? Object.entries(header)
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([name, value]) => [name, String(value)])
    : [];
  const typed = pairs.some(([name]) => name.toLowerCase() === 'content-type');
  if (!typed && method !== 'GET') pairs.push(['content-type', 'application/json']);
  return pairs;
}

/** The body for a method that has one; null when there is none. */
export function encodeBody(
  data: unknown,
  headers: readonly (readonly [string, string])[],
): Uint8Array | null {
  if (data === undefined || data === null) return null;
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (typeof data === 'string') return new TextEncoder().encode(data);
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const text =
    type.includes('application/x-www-form-urlencoded') && isRecord(data)
      ? formEncode(data)
      : JSON.stringify(data);
  return new TextEncoder().encode(text);
}

/** Headers as an object: repeated names are joined, names stay as sent. */
export function headerObject(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const header: Record<string, string> = {};
  for (const [name, value] of pairs) header[name] = name in header ? `${header[name]},${value}` : value;
  return header;
}
