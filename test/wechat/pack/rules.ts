/** Exceptions: packages whose usual files do not suit the bare engine of the logic layer. */

import type { TextChange } from './change';
import { CHART_CUTS, HELPER_CUTS, withShortNames } from './chart-parts';

/** Manifest fields to try for a package's entry, in this order. */
export const MAIN_FIELDS: Record<string, string[]> = {
  // Its `module` entry carries the development build's 150 KB of messages behind process.env checks.
  'mobx-miniprogram': ['jsnext:main'],
};

/** Packages that are bundled from their own sources, since their ready-made script is lowered to ES5 with helpers. */
export const SOURCES: Readonly<Record<string, string>> = {
  'mobx-miniprogram-bindings': 'src/index.ts',
};

/**
 * Calls whose only effect is what they return, made while TDesign's shared module loads: each is a synchronous call to
 * the phone, and most results are used by no packed component.
 */
export const PURE_CALLS = /(=\s*)((?:getWindowInfo|getAppBaseInfo|getDeviceInfo)\(\))/g;

/** Every node lies below one of these: the page, or the tab bar's own root, which lies beside it. */
export const ROOTS = ['page', '.tokens'];

/** Files that are replaced wherever a bundle meets them. */
export const REPLACED: readonly { file: RegExp; contents: string }[] = [
  {
    // The original falls back to Function('return this'), which the logic layer forbids.
    file: /engine\.io-client\/build\/esm\/globals(\.node)?\.js$/,
    contents: `
      export const nextTick = (run) => Promise.resolve().then(run)
      export const globalThisShim = globalThis
      export const defaultBinaryType = 'arraybuffer'
      export function createCookieJar() {}`,
  },
  {
    // The app brings its own transport over wx.connectSocket; these would only add 20 KB that cannot work.
    file: /engine\.io-client\/build\/esm\/transports\/(index|polling|polling-xhr|polling-fetch|websocket|webtransport)(\.node)?\.js$/,
    contents: `
      class Absent { constructor() { throw new Error('this transport is not packed') } }
      export { Absent as XHR, Absent as Fetch, Absent as WS, Absent as WT, Absent as Polling }
      export const transports = {}`,
  },
  {
    // chart.js computes colours for what is hovered or animated, which charts here are not.
    file: /@kurkle\/color\/dist\/color\.esm\.js$/,
    contents: `
      export class Color { constructor() { throw new Error('colours that are computed are not packed') } }`,
  },
];

/** Files in which something is changed wherever a bundle meets them; a change that finds nothing is an error. */
export const CHANGED: readonly { file: RegExp; changes: readonly TextChange[] }[] = [
  { file: /\/chart\.?js\/dist\/chart\.js$/, changes: CHART_CUTS },
  { file: /\/chart\.?js\/dist\/chunks\/index\.js$/, changes: HELPER_CUTS },
  {
    // The app names its own address and path, and no namespaces: it has no use for a table of connections.
    file: /socket\.io-client\/build\/esm\/index\.js$/,
    changes: [{ from: /^Object\.assign\(lookup, \{[\s\S]*?^\}\);$/m, to: '' }],
  },
];

/** The same for the files of ready-made packages, by package and path in it. */
export const CHANGED_FILES: Readonly<Record<string, readonly TextChange[]>> = {
  // Its class is made for each of its properties, and mostly stays the same.
  'tdesign-miniprogram/button/button.js': [
    { from: /this\.setData\(\{className:(t\.join\(" "\))\}\)/, to: '$1!==this.data.className&&$&' },
  ],
  // As wide as 1/19 of the window, the ring is cut off by the button on a tablet.
  'tdesign-miniprogram/button/button.wxml': [{ from: /'40rpx'/, to: "'20px'" }],
  // An icon is drawn by its name; the app has none that is a picture's address. Its look is put together where it is drawn: its
  // own script sets it twice after the icon is there, and what is shown before the program runs would have none.
  'tdesign-miniprogram/icon/icon.wxml': [
    { from: /<view wx:if="\{\{ isImage \}\}"[\s\S]*?<\/view>/, to: '' },
    { from: / && !isImage/, to: '' },
    { from: /<label\b([\s\S]*?)<\/label>/, to: '<view$1</view>' },
    {
      from: /\biconStyle\b/,
      to: "size ? 'font-size:' + _.addUnit(size) : '', color ? 'color:' + color : ''",
    },
  ],
  'tdesign-miniprogram/icon/icon.js': [
    { from: /\b__awaiter,/, to: '' },
    { from: /import\{styles,addUnit,getRect\}from"\.\.\/common\/utils";/, to: '' },
    { from: /,isImage:!1,iconStyle:void 0/, to: '' },
    { from: /this\.observers=\{"name, color, size, style"\(\)\{this\.setIconStyle\(\)\}\},/, to: '' },
    { from: /,setIconStyle\(\)\{[\s\S]*?\}\)\)\}(?=\}\}\};Icon=)/, to: '' },
  ],
};

/** By specifier: bundles that get shorter names for what is their own. */
export const RENAMED: Readonly<Record<string, (text: string) => string>> = { chartjs: withShortNames };

/** A package that is bundled from the sources in its source map. */
export interface Mapped {
  /** Path of the map in the package. */
  map: string;
  /** The text of a file beside the sources that exports what the package does. */
  entry: string;
  /** What is changed in the sources; a change that finds nothing is an error. */
  changes: readonly Change[];
}

export interface Change extends TextChange {
  file: string;
}

/** In each of these files. */
const inEach = (files: readonly string[], from: RegExp, to: string): Change[] =>
  files.map((file) => ({ file, from, to }));

/**
 * marked ships one minified file, in which what writes HTML cannot be told from the lexer. Of its sources the lexer alone is
 * taken: without extensions, hooks and the old dialect, which nothing here turns on, and without calls that iOS has only
 * since 15.4.
 */
export const MAPPED: Readonly<Record<string, Mapped>> = {
  marked: {
    map: 'lib/marked.esm.js.map',
    entry: "export { _Lexer as Lexer } from './Lexer.ts'",
    changes: [
      ...inEach(['Lexer.ts', 'Tokenizer.ts'], /this\.options\.pedantic/g, 'false'),
      ...inEach(['Lexer.ts'], /this\.options\.(extensions|hooks)\?/g, 'undefined?'),
      ...inEach(['Lexer.ts'], /this\.options\.extensions\./g, 'never.'),
      ...inEach(['Lexer.ts', 'Tokenizer.ts', 'helpers.ts'], /\.at\(-1\)/g, '.slice(-1)[0]'),
      ...inEach(['Lexer.ts'], /Object\.hasOwn\(/g, 'Object.prototype.hasOwnProperty.call('),
      ...inEach(['Lexer.ts'], /#(?=\w+\()/g, '_'),
      ...inEach(['rules.ts'], /^const (?:block|inline)(?:Pedantic|Breaks): [\s\S]*?^};$/gm, ''),
      ...inEach(['rules.ts'], /^ {2}(?:pedantic|breaks): .*$/gm, ''),
      ...inEach(['rules.ts'], /= edit\(/g, '= /* @__PURE__ */ edit('),
      // As literals they would keep the whole file from loading where they are not known.
      ...inEach(['rules.ts'], /(?<=[=:] )\/([^/\n]*\\p\{[^/\n]*)\/u/g, "new RegExp(String.raw`$1`, 'u')"),
    ],
  },
};
