// A Chinese font and emoji under the name that WeChat's designs use, cut by unicode-range: only the pieces in use are fetched.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What WeChat's designs name and a bare machine lacks. */
const FAMILY = 'PingFang SC';
/** Regular, medium, semibold, bold: what `font-weight` in a design asks for. */
const WEIGHTS = [400, 500, 600, 700];

const load = createRequire(__filename);
const packageFolder = (name: string): string => path.dirname(load.resolve(`${name}/package.json`));
const FOLDERS = [packageFolder('@fontsource/noto-sans-sc'), packageFolder('@fontsource/noto-emoji')] as const;

/** Keycap emoji start with these; without a keycap they are plain text. */
const PLAIN_TEXT = /U\+(23|2a|30-39|a9|ae)\b,?/gi;

const rename = (css: string): string => css.replace(/font-family: '[^']+'/g, `font-family: '${FAMILY}'`);

/** Colour where the system has it; the packed Chromium draws outlines only. */
const SYSTEM_EMOJI = ['Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji']
  .map((name) => `local('${name}')`)
  .join(', ');

/** A browser picks all pieces of a family from one weight, so emoji come in every weight. */
function sheetOf(weight: number): string {
  const [chinese, emoji] = FOLDERS;
  const text = fs.readFileSync(path.join(chinese, `${weight}.css`), 'utf8');
  const pictures = fs
    .readFileSync(path.join(emoji, `${weight}.css`), 'utf8')
    .replace(/unicode-range: [^;]*;/g, (range) => range.replace(PLAIN_TEXT, '').replace(/,;/, ';'))
    .replace(/src: /g, `src: ${SYSTEM_EMOJI}, `);
  // Of two pieces that hold a character the later one is taken.
  return rename(`${text}
${pictures}`);
}

let sheet: string | null = null;

/** One sheet with every piece in every weight; its URLs lead to `fontFile`. */
export function fontCss(): string {
  sheet ??= WEIGHTS.map(sheetOf)
    .join('\n')
    .replace(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '')
    .replace(/font-display: swap/g, 'font-display: block')
    .replaceAll('./files/', '/@font/');
  return sheet;
}

/** Absolute path of a piece, or null. */
export function fontFile(name: string): string | null {
  if (!/^[a-z0-9-]+\.woff2$/.test(name)) return null;
  return (
    FOLDERS.map((folder) => path.join(folder, 'files', name)).find((file) => fs.existsSync(file)) ?? null
  );
}
