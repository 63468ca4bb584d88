// Names and texts of any Unicode, so that they show sensibly wherever they stand: something visible always, cut between
// graphemes, and without turning the words beside them around. Phones lack `Intl.Segmenter` and `normalize`, so the few
// rules that matter are written here.

/** Combining marks: they show only on a letter before them. */
const MARKS =
  '\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f';
/** Spaces, controls, joiners, fillers: nothing of them is to be seen. */
const BLANKS =
  '\\s\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb';
/** The same beyond the first plane: tags, selectors, and controls of music and shorthand. */
const ASTRAL = '\\udb40[\\udc00-\\udfff]|\\ud834[\\udd73-\\udd7a]|\\ud82f[\\udca0-\\udca3]';

const INVISIBLE = new RegExp(`[${BLANKS}${MARKS}]|${ASTRAL}`, 'g');
const INVISIBLE_AHEAD = new RegExp(`^(?:[${BLANKS}${MARKS}]|${ASTRAL})+`);

/** Whether there is anything to be seen in it. */
export const hasVisible = (text: string): boolean => text.replace(INVISIBLE, '') !== '';

/** @param otherwise what stands for a text of which nothing would be seen */
export const visibleText = (text: string | null | undefined, otherwise: string): string =>
  typeof text === 'string' && hasVisible(text) ? text : otherwise;

const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/** Halves of a character become its replacement sign: what encodes a text would throw on them. */
export const wellFormed = (text: string): string =>
  text.replace(SURROGATES, (found) => (found.length === 2 ? found : '\ufffd'));

/** Scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** Control characters that change the writing direction of what follows. */
const TURNS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
/** What breaks a line, or is a command to a terminal. */
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * A name, or another short text that somebody chose, fit to stand alone or in a sentence of ours: in one line, visible,
 * and isolated where its direction is another.
 * @param otherwise what stands for a name that is missing, or of which nothing would be seen
 */
export function nameText(name: string | null | undefined, otherwise: string): string {
  const text = wellFormed(name ?? '')
    .replace(BREAKS, ' ')
    .replace(TURNS, '')
    .trim();
  if (!hasVisible(text)) return otherwise;
  return RIGHT_TO_LEFT.test(text) ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
}

const within = (code: number, from: number, to: number): boolean => code >= from && code <= to;

/** Blocks of India and Sri Lanka have one layout: vowel signs and marks stand at the same places of each. */
function isIndicMark(code: number): boolean {
  const place = code & 0x7f;
  if (!within(code, 0x0900, 0x0dff)) return false;
  return (
    place <= 0x03 ||
    (within(place, 0x3a, 0x4f) && place !== 0x3d) ||
    within(place, 0x51, 0x57) ||
    within(place, 0x62, 0x63)
  );
}
const joinsConsonants = (code: number): boolean => within(code, 0x0900, 0x0dff) && (code & 0x7f) === 0x4d;

const ZERO_WIDTH_JOINER = 0x200d;
const MARK = new RegExp(`^[${MARKS}]`);
const isFlagPart = (code: number): boolean => within(code, 0x1f1e6, 0x1f1ff);

/** Whether a code point belongs to what stands before it. */
function extendsGrapheme(code: number, character: string): boolean {
  return (
    code === ZERO_WIDTH_JOINER ||
    MARK.test(character) ||
    isIndicMark(code) ||
    within(code, 0x1f3fb, 0x1f3ff) ||
    within(code, 0xe0020, 0xe01ef) ||
    within(code, 0x0591, 0x05c7) ||
    within(code, 0x0610, 0x061a) ||
    within(code, 0x064b, 0x065f) ||
    within(code, 0x0e31, 0x0e3a) ||
    within(code, 0x0e47, 0x0e4e) ||
    within(code, 0x3099, 0x309a)
  );
}

/** Whether two neighbouring code points belong to one grapheme. @param flags regional letters before `code` */
function isOne(before: number, code: number, character: string, flags: number): boolean {
  if (extendsGrapheme(code, character) || before === ZERO_WIDTH_JOINER) return true;
  if (joinsConsonants(before) && within(code, 0x0900, 0x0dff)) return true;
  // Korean letters that make one syllable.
  const isSyllable = within(before, 0x1100, 0x11ff) || within(before, 0xac00, 0xd7a3);
  if (isSyllable && within(code, 0x1160, 0x11ff)) return true;
  return isFlagPart(code) && flags % 2 === 1;
}

/** The text as a list of its graphemes: what the eye takes for one sign each. */
export function graphemes(text: string): string[] {
  const pieces: string[] = [];
  let [before, flags] = [-1, 0];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const last = pieces.length - 1;
    if (last >= 0 && isOne(before, code, character, flags)) pieces[last] += character;
    else pieces.push(character);
    flags = isFlagPart(code) ? flags + 1 : 0;
    before = code;
  }
  return pieces;
}

/** The first sign that is to be seen; empty where there is none. */
export const firstGrapheme = (text: string): string =>
  graphemes(wellFormed(text).replace(INVISIBLE_AHEAD, ''))[0] ?? '';

/** At most so many UTF-16 units, and no sign cut in two. */
export function cutText(text: string, longest: number): string {
  let kept = '';
  for (const piece of graphemes(text)) {
    if (kept.length + piece.length > longest) break;
    kept += piece;
  }
  return kept.length === text.length ? text : kept;
}
