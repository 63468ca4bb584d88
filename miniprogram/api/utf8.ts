// UTF-8 in pieces: the logic layer has no TextDecoder, and a chunk may end in the middle of a character.

/** Decodes a stream of bytes. */
export interface Utf8Decoder {
  /** The characters that are complete by now. */
  push(bytes: Uint8Array): string;
  /** At the end of the stream: what was cut is U+FFFD. */
  end(): string;
}

const REPLACEMENT = '\ufffd';
const BYTE_ORDER_MARK = 0xfeff;

/** How many bytes follow a first byte, its own bits, and the bounds of the second byte (no overlong forms, no surrogates). */
function lead(byte: number): { more: number; bits: number; least: number; most: number } | undefined {
  if (byte >= 0xc2 && byte <= 0xdf) return { more: 1, bits: byte & 0x1f, least: 0x80, most: 0xbf };
  if (byte >= 0xe0 && byte <= 0xef) {
    const least = byte === 0xe0 ? 0xa0 : 0x80;
    return { more: 2, bits: byte & 0x0f, least, most: byte === 0xed ? 0x9f : 0xbf };
  }
  if (byte >= 0xf0 && byte <= 0xf4) {
    const least = byte === 0xf0 ? 0x90 : 0x80;
    return { more: 3, bits: byte & 0x07, least, most: byte === 0xf4 ? 0x8f : 0xbf };
  }
  return undefined;
}

/**
 * Decodes like a browser's TextDecoder: each longest wrong sequence becomes one U+FFFD, a byte order mark at the start
 * is dropped.
 */
export function createUtf8Decoder(): Utf8Decoder {
  let code = 0;
  let more = 0;
  let [least, most] = [0x80, 0xbf];
  let started = false;

  function character(point: number): string {
    const isMark = !started && point === BYTE_ORDER_MARK;
    started = true;
    return isMark ? '' : String.fromCodePoint(point);
  }

  function broken(): string {
    started = true;
    more = 0;
    return REPLACEMENT;
  }

  function first(byte: number): string {
    if (byte < 0x80) return character(byte);
    const head = lead(byte);
    if (head === undefined) return broken();
    code = head.bits;
    ({ more, least, most } = head);
    return '';
  }

  function next(byte: number): string {
    if (more === 0) return first(byte);
    // The byte that breaks a sequence may begin another.
    if (byte < least || byte > most) return broken() + first(byte);
    [least, most] = [0x80, 0xbf];
    code = (code << 6) | (byte & 0x3f);
    more -= 1;
    return more === 0 ? character(code) : '';
  }

  return {
    push(bytes) {
      let text = '';
      for (const byte of bytes) text += next(byte);
      return text;
    },
    end: () => (more > 0 ? broken() : ''),
  };
}
