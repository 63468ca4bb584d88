// The one rule by which agents' text is read, in both profiles (V4 §Fields). The deployed backend escapes what agents write,
// the documented one does not, and nothing beside the text says which it was. So: a text in which every character that
// escaping replaces is an entity was escaped, and one layer is taken off; a text in which one of them stands bare was not,
// and is left as it came. It is done once, where the wire ends (`api/message`).
import { tableOf } from '../../../format/lookup';

const NAMED = tableOf<string>({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
});
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g;

function character(code: number, entity: string): string {
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : entity;
}

/** What escaping leaves nowhere: these characters, and an `&` that begins no entity. A cut may have halved the last one. */
const BARE = /[<>"'/\\`]|&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,4});|[#\w]{0,7}$)/;

/** What an agent wrote, whether the backend escaped it or not. */
export const agentText = (text: string): string => (BARE.test(text) ? text : unescapeHtml(text));

/**
 * One layer of escaping taken off, in a single pass, so `&amp;lt;` becomes `&lt;`. What is no entity stays as it is.
 * The result is text for a text node: it must never be rendered as HTML.
 */
export function unescapeHtml(text: string): string {
  return text.replace(ENTITY, (entity: string, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return character(Number(decimal), entity);
    if (hex !== undefined) return character(parseInt(hex, 16), entity);
    return NAMED[name ?? ''] ?? entity;
  });
}
