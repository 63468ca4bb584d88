// What is drawn on a canvas has the colours of the style sheets, which do not reach there.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { palettes } from '../../../miniprogram/packages/charts/palette';

const sheet = readFileSync(path.resolve(__dirname, '../../../miniprogram/styles/color.wxss'), 'utf8');
const blockOf = (selector: string): string => new RegExp(`${selector} \\{([^}]*)\\}`).exec(sheet)?.[1] ?? '';
const blocks = { light: blockOf('\\.tokens\\.theme-light'), dark: blockOf('\\.theme-dark') };

test.each(['light', 'dark'] as const)('%s', (theme) => {
  const token = (name: string): string => new RegExp(`--${name}: (#\\w+);`).exec(blocks[theme])?.[1] ?? '';
  const { surface, line, text, words, faint, brand, track } = palettes[theme];
  expect({ surface, line, text, words, faint, brand, track }).toEqual({
    surface: token('surface'),
    line: token('line-strong'),
    text: token('text'),
    words: token('text-2'),
    faint: token('text-3'),
    brand: token('brand'),
    track: token('sunken'),
  });
});
