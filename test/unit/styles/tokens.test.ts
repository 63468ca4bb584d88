// The design tokens: dark is the same however it is chosen, words are readable on their ground, theme.json agrees.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../../miniprogram');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
type Tokens = Record<string, string>;

/** Declarations of every block, by its selectors. */
function blocks(css: string): { selector: string; tokens: Tokens }[] {
  return [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(
    ([, selector = '', body = '']) => ({
      selector: selector.trim().replace(/\s+/g, ' '),
      tokens: Object.fromEntries(
        [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
      ),
    }),
  );
}

const [light, system_dark, chosen_dark] = blocks(read('styles/color.wxss')).map(({ tokens }) => tokens);
const themes: [string, Tokens][] = [
  ['light', light ?? {}],
  ['dark', chosen_dark ?? {}],
];

/** WCAG relative luminance of `#rrggbb`. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one = '', other = ''): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const rarities = ['common', 'uncommon', 'rare', 'epic', 'legendary'];
const pairs: [string, string][] = [
  ...['--bg', '--surface', '--sunken'].flatMap((ground) =>
    ['--text', '--text-2', '--text-3', '--brand'].map((word): [string, string] => [word, ground]),
  ),
  ['--danger', '--bg'],
  ['--danger', '--surface'],
  ['--on-brand', '--brand'],
  ['--on-brand', '--brand-active'],
  ['--on-danger', '--danger'],
  ...['brand', 'danger', 'warn', 'ok', ...rarities.map((name) => `rarity-${name}`)].map(
    (tone): [string, string] => [`--${tone}`, `--${tone}-soft`],
  ),
];

describe.each(themes)('%s', (name, tokens) => {
  it.each(pairs)('%s is readable on %s', (word, ground) => {
    expect(tokens[word]).toMatch(/^#[0-9a-f]{6}$/);
    expect(contrast(tokens[word], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('paints the window in the colours of theme.json', () => {
    const theme = (JSON.parse(read('theme.json')) as Record<string, Tokens>)[name] ?? {};
    expect(theme['background']).toBe(tokens['--bg']);
    expect(theme['navigationBackground']).toBe(tokens['--surface']);
    expect(theme['tabBackground']).toBe(tokens['--surface']);
    expect(theme['tabSelected']).toBe(tokens['--brand']);
    expect(read('compose/bind/theme.ts')).toContain(
      `bar: '${theme['navigationBackground']}', background: '${theme['background']}'`,
    );
  });
});

test('dark is the same, chosen or by the system, and has every token of light', () => {
  expect(chosen_dark).toEqual(system_dark);
  expect(Object.keys(chosen_dark ?? {})).toEqual(Object.keys(light ?? {}));
});

test('every variable that a sheet uses is declared', () => {
  const own = ['scale', 'color', 'tdesign'].flatMap((name) => blocks(read(`styles/${name}.wxss`)));
  const declared = new Set(own.flatMap(({ tokens }) => Object.keys(tokens)));
  const used = [
    ...read('styles/tdesign.wxss').matchAll(/var\((--[\w-]+)\)/g),
    ...read('app.wxss').matchAll(/var\((--[\w-]+)\)/g),
  ];
  expect(used.map(([, name = '']) => name).filter((name) => !declared.has(name))).toEqual([]);
});
