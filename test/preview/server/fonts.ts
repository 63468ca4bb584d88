// A Chinese font and emoji under the name that WeChat's designs use, cut by unicode-range: only the pieces in use are fetched.
// Variable ones: every document reads the whole sheet, and one piece for all weights is a quarter of it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The font that WeChat's designs name; a machine without it gets the packed one under this name. */
const FAMILY = 'PingFang SC';

const load = createRequire(__filename);
const packageFolder = (name: string): string => path.dirname(load.resolve(`${name}/package.json`));
const CHINESE = packageFolder('@fontsource-variable/noto-sans-sc');
const EMOJI = packageFolder('@fontsource-variable/noto-emoji');

/** Keycap emoji start with these; without a keycap they are plain text. */
const PLAIN_TEXT = /U\+(23|2a|30-39|a9|ae)\b,?/gi;

/** Colour where the system has it; the packed ones are outlines. */
const SYSTEM_EMOJI = ['Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji']
  .map((name) => `local('${name}')`)
  .join(', ');

const sheetIn = (folder: string): string => fs.readFileSync(path.join(folder, 'index.css'), 'utf8');

/** `block` leaves text out until its font is there, and never draws it twice. */
type Display = 'swap' | 'block';

/** A browser picks all pieces of a family by one weight, so both families declare the same. */
const oneFamily = (css: string, display: Display): string =>
  css
    .replace(/font-family: '[^']+'/g, `font-family: '${FAMILY}'`)
    .replace(/font-weight: [^;]+;/g, 'font-weight: 100 900;')
    .replace(/font-display: \w+/g, `font-display: ${display}`)
    .replaceAll('./files/', '/@font/');

function sheetOf(emojiFirst: string, display: Display): string {
  const emoji = sheetIn(EMOJI)
    .replace(/unicode-range: [^;]*;/g, (range) => range.replace(PLAIN_TEXT, '').replace(/,;/, ';'))
    .replace(/src: /g, `src: ${emojiFirst}`);
  // Of two pieces that hold a character the later one is taken.
  return oneFamily(`${sheetIn(CHINESE)}\n${emoji}`, display);
}

/** The sheets by name; their URLs lead to `fontFile`. */
const SHEETS: Readonly<Record<string, () => string>> = {
  'font.css': () => sheetOf(`${SYSTEM_EMOJI}, `, 'swap'),
  // The same picture on every machine.
  'still.css': () => sheetOf('', 'block'),
};
const made = new Map<string, string>();

/** A sheet with every piece, or null when none has this name. */
export function fontCss(name: string): string | null {
  const make = SHEETS[name];
  if (make === undefined) return null;
  const sheet = made.get(name) ?? make();
  made.set(name, sheet);
  return sheet;
}

/** Absolute path of a piece, or null. */
export function fontFile(name: string): string | null {
  if (!/^[a-z0-9-]+\.woff2$/.test(name)) return null;
  return [CHINESE, EMOJI].map((folder) => path.join(folder, 'files', name)).find(fs.existsSync) ?? null;
}
