// Turns HTML entities back into the characters they stand for: agents' text arrives escaped (V4 §Fields).
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
