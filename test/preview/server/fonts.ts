// A Chinese font under the names that WeChat's systems have, cut by unicode-range so that only the pieces in use are fetched.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Families that mini programs name and a bare machine lacks. */
const ALIASES = ['PingFang SC', 'Noto Sans SC'];
/** Regular, medium, semibold, bold: what `font-weight` in a design asks for. */
const WEIGHTS = [400, 500, 600, 700];

const folder = path.dirname(createRequire(__filename).resolve('@fontsource/noto-sans-sc/package.json'));

let sheet: string | null = null;

/** One sheet with every piece under every alias; relative URLs lead to `fontFile`. */
export function fontCss(): string {
  sheet ??= WEIGHTS.map((weight) => fs.readFileSync(path.join(folder, `${weight}.css`), 'utf8'))
    .flatMap((css) => ALIASES.map((alias) => css.replaceAll("'Noto Sans SC'", `'${alias}'`)))
    .join('\n')
    .replace(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '')
    .replace(/font-display: swap/g, 'font-display: block')
    .replaceAll('./files/', '/@font/');
  return sheet;
}

/** Absolute path of a piece, or null. */
export function fontFile(name: string): string | null {
  if (!/^[a-z0-9-]+\.woff2$/.test(name)) return null;
  const file = path.join(folder, 'files', name);
  return fs.existsSync(file) ? file : null;
}
