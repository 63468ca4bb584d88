// Lossless JSON: integers beyond ±(2^53 − 1) arrive as strings, everything else as JSON.parse gives it.
// They are quoted before JSON.parse; nothing happens to a text without a long run of digits.

/** Not JSON. Holds no part of the text, which may be personal. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}

const LONG_DIGITS = /\d{16}/;
const INTEGER = /^-?[1-9]\d*$/;
const BACKSLASH = 92;
const COLON = 58;

/** + - . 0-9 E e: whatever may stand in a number. */
const isNumberPart = (code: number) =>
  (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46 || code === 69 || code === 101;
const isBlank = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * Parses JSON text; an integer that a double cannot hold becomes its digits as a string.
 * @throws JsonError when the text is not JSON
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(keepIntegers(text)) as unknown;
  } catch {
    throw new JsonError('not JSON');
  }
}

/**
 * Goes from one long run of digits to the next, and over the strings between them: what the engine searches natively
 * is ten times as fast as looking at each character.
 */
/** The same text with integers that a double cannot hold in quotes, for parsers that call `JSON.parse` themselves. */
export function keepIntegers(text: string): string {
  return LONG_DIGITS.test(text) ? quoteUnsafeIntegers(text) : text;
}

function quoteUnsafeIntegers(text: string): string {
  const digits = /-?\d{16,}/g;
  let out = '';
  let copied = 0;
  let quote = text.indexOf('"');
  for (let found = digits.exec(text); found !== null; found = digits.exec(text)) {
    const start = found.index;
    let end = 0;
    while (quote >= 0 && quote < start) {
      end = endOfString(text, quote);
      quote = text.indexOf('"', end);
    }
    if (start < end) {
      // Inside a string.
      digits.lastIndex = end;
      continue;
    }
    const [token] = found;
    if (isWholeNumber(text, start, token) && isUnsafeInteger(token) && !isKey(text, digits.lastIndex)) {
      out += `${text.slice(copied, start)}"${token}"`;
      copied = digits.lastIndex;
    }
  }
  return out + text.slice(copied);
}

/** Index after the closing quote, or the end of the text when there is none. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return at + 1;
  }
  return text.length;
}

/** Whether the digits are a number by themselves, not its fraction or exponent, nor its beginning. */
function isWholeNumber(text: string, start: number, token: string): boolean {
  return (
    !isNumberPart(text.charCodeAt(start - 1)) && !isNumberPart(text.charCodeAt(start + token.length))
  );
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
