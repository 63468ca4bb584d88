// Lossless JSON: integers beyond ±(2^53 − 1), and long fractions that a double would round to an integer, arrive as
// strings, everything else as JSON.parse gives it.
// They are quoted before JSON.parse; nothing happens to a text without a long run of digits.

/** Not JSON. Holds no part of the text, which may be personal. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}

/** Digits of the smallest integer that a double cannot hold. */
const LONG = 16;
const INTEGER = /^-?[1-9]\d*$/;
/** With something behind the point. */
const FRACTION = /^-?(?:0|[1-9]\d*)\.\d*[1-9]\d*$/;
const MINUS = 45;
const BACKSLASH = 92;
const COLON = 58;

const isDigit = (code: number) => code >= 48 && code <= 57;
/** + - . 0-9 E e: whatever may stand in a number. */
const isNumberPart = (code: number) =>
  isDigit(code) || code === 43 || code === MINUS || code === 46 || code === 69 || code === 101;
const isBlank = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * Parses JSON text; an integer that a double cannot hold becomes its digits as a string.
 * @throws JsonError when the text is not JSON
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(quoteUnsafeIntegers(text)) as unknown;
  } catch {
    throw new JsonError('not JSON');
  }
}

/** Puts quotes around unsafe numbers. Looks only at long runs of digits, and skips those inside strings. */
function quoteUnsafeIntegers(text: string): string {
  let out = '';
  let copied = 0;
  let quote = -1;
  let from = 0;
  for (let run = longRun(text, from); run !== undefined; run = longRun(text, from)) {
    if (from === 0) quote = text.indexOf('"');
    let passed = 0;
    while (quote >= 0 && quote < run.start) {
      passed = endOfString(text, quote);
      quote = text.indexOf('"', passed);
    }
    // A run inside a string is text.
    from = Math.max(run.end, passed);
    const { start, end } = numberAround(text, run);
    if (passed <= run.start && isMisread(text.slice(start, end)) && !isKey(text, end)) {
      out += `${text.slice(copied, start)}"${text.slice(start, end)}"`;
      copied = end;
      from = Math.max(from, end);
    }
  }
  return copied === 0 ? text : out + text.slice(copied);
}

/** The first run of so many digits at or after `from`. It covers every 16th place, so only those are looked at. */
function longRun(text: string, from: number): { start: number; end: number } | undefined {
  let at = from + LONG - 1;
  while (at < text.length) {
    if (isDigit(text.charCodeAt(at))) {
      let start = at;
      while (start > from && isDigit(text.charCodeAt(start - 1))) start -= 1;
      let end = at + 1;
      while (isDigit(text.charCodeAt(end))) end += 1;
      if (end - start >= LONG) return { start, end };
      at = end;
    }
    at += LONG;
  }
  return undefined;
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

/** The whole number that some digits belong to. */
function numberAround(text: string, run: { start: number; end: number }): { start: number; end: number } {
  let { start, end } = run;
  while (isNumberPart(text.charCodeAt(start - 1))) start -= 1;
  while (isNumberPart(text.charCodeAt(end))) end += 1;
  return { start, end };
}

/** An integer that a double cannot hold, or a fraction that it would make an integer of. */
function isMisread(token: string): boolean {
  if (INTEGER.test(token)) return !Number.isSafeInteger(Number(token));
  return FRACTION.test(token) && Number.isSafeInteger(Number(token));
}

/** A bare number before a colon is not JSON, and quoting must not make it so. */
function isKey(text: string, end: number): boolean {
  let at = end;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at) === COLON;
}
