// What people type and paste, understood before any length is cut: full-width characters, spaces, dashes, prefixes.

const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_SHIFT = 0xfee0;

/** `１２３－Ａ` as `123-A`. */
const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_SHIFT));

/** Digits of a mobile number of the mainland. */
const MOBILE_DIGITS = 11;
/** What may stand before one, the longest first: abroad, without its plus, from a landline. */
const PREFIXES = ['0086', '86', '0'];

/** Digits of a mobile number as it was typed or pasted (`+86 (0)138-0000-0031`, `００８６ １３８…`), at most 11. */
export function mobileDigits(typed: string): string {
  let digits = halfWidth(typed).replace(/\(0\)/g, '').replace(/\D/g, '');
  while (digits.length > MOBILE_DIGITS) {
    const prefix = PREFIXES.find((one) => digits.startsWith(one));
    if (prefix === undefined) break;
    digits = digits.slice(prefix.length);
  }
  return digits.slice(0, MOBILE_DIGITS);
}

/**
 * Digits of a code as it was typed or pasted, at most `length`. In a whole message (`验证码 123 456，5 分钟内有效`) the first
 * number of that length counts.
 */
export function codeDigits(typed: string, length: number): string {
  const joined = halfWidth(typed).replace(/(\d)[\s-]+(?=\d)/g, '$1');
  const whole = joined.match(/\d+/g)?.find((run) => run.length === length);
  return whole ?? joined.replace(/\D/g, '').slice(0, length);
}

/** For looking something up: any width and case of letters, without the marks that only group them. */
export const folded = (text: string): string => halfWidth(text).toLowerCase().trim();
export const ungrouped = (text: string): string => folded(text).replace(/[\s·._-]/g, '');
