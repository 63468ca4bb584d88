// Text of others on its way to a terminal.

/** Everything that moves a cursor, sets a colour or turns the writing round; lines and tabs stay. */
const UNSAFE =
  // oxlint reads no control characters in a literal, and neither do people.
  new RegExp(
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]',
    'g',
  );

/** The text with control characters written out, so that a terminal does not obey them: `\\u001b[31m`. */
export function plainText(text: string): string {
  return text.replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
