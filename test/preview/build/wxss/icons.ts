// TDesign draws its icons with a font from a CDN. Offline each glyph is a mask of the SVG in `tdesign-icons-svg`, served at /@icon/.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AtRule, Root } from 'postcss';

const GLYPH_RULE = /^\.(?:__S__)?t-icon-([a-z0-9-]+):{1,2}before$/;
const MASK =
  '[class*="t-icon-"]::before{content:"";display:block;width:1em;height:1em;background:currentColor;' +
  'mask:var(--td-glyph,linear-gradient(#0000,#0000)) center/contain no-repeat}';

function sourceFolder(): string | null {
  try {
    return path.join(
      path.dirname(createRequire(__filename).resolve('tdesign-icons-svg/package.json')),
      'src',
    );
  } catch {
    return null; // The package is a convenience; without it the icons stay empty.
  }
}

const folder = sourceFolder();

/** The font of the glyphs, by the name that TDesign gives it: fonts of the program's own stay, wherever they come from. */
const isGlyphFont = (rule: AtRule): boolean =>
  /font-family:\s*['"]?t['"]?\s*(;|\})/.test(rule.toString()) &&
  /url\(\s*['"]?(https?:)?\/\//.test(rule.toString());

/** Replaces TDesign's remote icon font in place. Sheets without one (ours are packed with masks of their own) are left alone. */
export function drawIconsLocally(root: Root): void {
  let remote = false;
  root.walkAtRules('font-face', (rule) => {
    if (!isGlyphFont(rule)) return;
    remote = true;
    rule.remove();
  });
  if (!remote) return;
  root.walkRules(GLYPH_RULE, (rule) => {
    const name = GLYPH_RULE.exec(rule.selector)?.[1];
    if (folder === null || name === undefined || !fs.existsSync(path.join(folder, `${name}.svg`))) return;
    rule.removeAll();
    rule.append({ prop: '--td-glyph', value: `url("/@icon/${name}.svg")` });
  });
  root.append(MASK);
}

/** The SVG of an icon with a size of its own, as a mask needs it; null when there is none. */
export function iconSvg(file: string): string | null {
  if (folder === null || !/^[a-z0-9-]+\.svg$/.test(file)) return null;
  const full = path.join(folder, file);
  if (!fs.existsSync(full)) return null;
  return fs
    .readFileSync(full, 'utf8')
    .replace('view-box=', 'viewBox=')
    .replace(/ width="1em" height="1em"/, ' width="48" height="48"')
    .replaceAll('currentColor', '#000');
}
