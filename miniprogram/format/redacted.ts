// Text fit for a log: tokens, phone numbers, codes and ids are replaced by what they were.

/** In this order: what is sought further below is in parts of what stands above. */
const rules: readonly (readonly [RegExp, string])[] = [
  // What nobody sees, and the dashes that a keyboard writes.
  [/[\u200b-\u2015\u2060]/g, '-'],
  [/\bRQRV\d_[\w-]+/g, '<qr>'],
  [/(bearer\s|token["']?\s?[:=][\s"']*)[^\s"'&,<]+/gi, '$1<token>'],
  [/\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/gi, '<uuid>'],
  // A JWT; so long with a digit and a capital in it, it is no path of ours; nor is it a name with a digit.
  [
    /\beyJ[\w.-]+|(?=[\w+/-]{0,40}\d)(?=[\w+/-]{0,40}[A-Z])[\w+/-]{20,}=*|(?=[\w-]{0,40}\d)(?=[\w-]{0,40}[a-z])[\w-]{20,}|[\w-]{40,}/g,
    '<token>',
  ],
  [/(^|\D)(\+?(00)?86[\s-]*)?1[\s-]?[3-9]([\s-]{0,3}\d){9}(?!\d)/g, '$1<phone>'],
  // Twelve capitals in one are a word; with a digit or in three parts, a code.
  [/\b(?=[A-Z]{0,11}[\d\s-])[\dA-Z]{4}([\s-]?)[\dA-Z]{4}\1[\dA-Z]{4}\b/g, '<code>'],
  [/([?&][\w.-]+=)[^&\s"')]+/g, '$1<value>'],
];

/** Signs as wide as a Chinese one, which Chinese keyboards write; each is that far from the plain one. */
const plain = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** `:12:34567` is where in a file; any other long number may be an id. */
const numbers = /(:\d+:\d+)|\d{5,}/g;

/** The text without anything that names a person or opens a door. Lines and columns of a stack stay. */
export function redacted(text: string): string {
  const named = rules.reduce((so_far, [pattern, stand_in]) => so_far.replace(pattern, stand_in), plain(text));
  return named.replace(numbers, (_all, place: string | undefined) => place ?? '<number>');
}
