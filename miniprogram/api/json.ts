// Lossless JSON: integers beyond ±(2^53 − 1) arrive as strings, everything else as JSON.parse gives it.
// A scanner quotes them before JSON.parse: one pass, and nothing at all for texts without a long digit run.

/** Not JSON. Holds no part of the text, which may be personal. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}

const LONG_DIGITS = /\d{16}/;
const INTEGER = /^-?[1-9]\d*$/;
const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;

const isDigit = (code: number) => code >= 48 && code <= 57;
/** + - . 0-9 E e: whatever may stand in a number. */
const isNumberPart = (code: number) =>
  isDigit(code) || code === 43 || code === 45 || code === 46 || code === 69 || code === 101;
const isBlank = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * Parses JSON text; an integer that a double cannot hold becomes its digits as a string.
 * @throws JsonError when the text is not JSON
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(LONG_DIGITS.test(text) ? quoteUnsafeIntegers(text) : text) as unknown;
  } catch {
    throw new JsonError('not JSON');
  }
}

function quoteUnsafeIntegers(text: string): string {
  let out = '';
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
    } else if (code === 45 || isDigit(code)) {
      const end = endOfNumber(text, at);
      const token = text.slice(at, end);
      if (isUnsafeInteger(token) && !isKey(text, end)) {
        out += `${text.slice(copied, at)}"${token}"`;
        copied = end;
      }
      at = end;
    } else {
      at += 1;
    }
  }
  return out + text.slice(copied);
}

/** Index after the closing quote, or the end of the text when there is none. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    at += code === BACKSLASH ? 2 : 1;
  }
  return text.length;
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && isNumberPart(text.charCodeAt(at))) at += 1;
  return at;
}

function isUnsafeInteger(token: string): boolean {
  return token.length >= 16 && INTEGER.test(token) && !Number.isSafeInteger(Number(token));
}

/** A bare number before a colon is not JSON, and quoting must not make it so. */
function isKey(text: string, end: number): boolean {
  let at = end;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at) === COLON;
}
