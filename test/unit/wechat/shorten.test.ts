/** Names of the upload's copy: short in every file alike, and never where something else may mean them. */
import { classedMarkup, classedSheet, shortClasses } from '../../wechat/build/class-names';
import { lower } from '../../wechat/build/lower';
import { renamed, shortNames } from '../../wechat/build/names';
import { rerouted, shortPlaces } from '../../wechat/build/places';
import { shortProperties, withProperties } from '../../wechat/build/properties';
import { short } from '../../wechat/build/short';
import { shorten } from '../../wechat/build/shorten';
import { Sandbox } from '../../wechat/sandbox/sandbox';

const lowered = (text: string): string => short(lower('a.ts', text).code, new Set());

const exportsOf = (code: string): Record<string, unknown> =>
  new Sandbox({ root: '', subpackages: [] }).run(`((exports) => { ${code}; return exports })({})`) as Record<
    string,
    unknown
  >;

describe('a script', () => {
  test('H6 calls what it imports without the detour that keeps the module from being `this`', () => {
    const code = lowered("import { a } from './other'\nexport const b = a(1)\n");
    expect(code).toContain('other_1.a(1)');
    expect(code).not.toContain('(0,');
  });

  test('H6 spreads into one object at once, with the same outcome', () => {
    const code = lowered(`
      const a = { x: 1, y: 1 }, b = { y: 2 }
      export const c = [{ ...a, z: 3 }, { ...a, ...b, x: 4 }, { w: 0, ...a }, { ...b }]`);
    expect(code.match(/assign_1\(/g)).toHaveLength(4);
    expect(JSON.parse(JSON.stringify(exportsOf(code)['c']))).toEqual([
      { x: 1, y: 1, z: 3 },
      { x: 4, y: 2 },
      { w: 0, x: 1, y: 1 },
      { y: 2 },
    ]);
  });

  test('H6 asks what may be missing with the same outcome, however it is nested', () => {
    const source = `
      const at = (one?: { b?: { c?: number | null; d?: () => number } | null } | null, rest = 'none') =>
        [one?.b?.c ?? rest, one?.b?.d?.() ?? one?.b?.c ?? rest, (one ?? null)?.b === undefined]
      function counted(list?: number[]) { return list?.map((n) => n) ?? [] }
      export const found = [at(), at(null), at({}), at({ b: null }), at({ b: { c: 0 } }), at({ b: { c: null, d: () => 0 } }), counted([1]), counted(), [[1], undefined].map((l) => l?.length ?? 'n')]`;
    const code = lowered(source);
    expect(code).not.toMatch(/var _[a-z];/);
    expect(JSON.parse(JSON.stringify(exportsOf(code)['found']))).toEqual([
      ['none', 'none', true],
      ['none', 'none', true],
      ['none', 'none', true],
      ['none', 'none', false],
      [0, 0, false],
      ['none', 0, false],
      [1],
      [],
      [1, 'n'],
    ]);
  });

  test('H6 stays strict where it has a name for what it uses often', () => {
    const { code } = renamed(lowered('export const a = 1, b = 2, c = 3, d = 4\n'), shortNames([], new Set()));
    expect(code).toMatch(/^"use strict"; const exports_1 = exports;\n/);
  });
});

describe('names of exports', () => {
  const modules = [
    { path: 'a.js', code: 'exports.first = 1; exports.second = 2; exports.default = 3;' },
    {
      path: 'b.js',
      code: 'const a_1 = require("./a"); const l = require("lib"); a_1.first(l.first); require.async("./late")',
    },
    { path: 'late.js', code: 'exports.answer = 42; exports.second = 1;' },
  ];

  test('H6 are the same in each module, and stay where npm or a late answer has them', () => {
    const names = shortNames(modules, new Set(['late.js']));
    expect([...names]).toEqual([['first', 'a']]);
    expect(renamed(modules[1]?.code ?? '', names).code).toContain('a_1.a(l.first)');
  });

  test('H6 a module that is used as a whole is told of by its line', () => {
    expect(renamed('const a_1 = require("./a");\nkeys(a_1);', new Map()).whole).toEqual([2]);
  });
});

describe('places', () => {
  test('H6 are short in each package, and lead to each other from where they lie now', () => {
    const scripts = [
      { path: 'format/time.js', code: '' },
      {
        path: 'pages/home/home.js',
        code: 'require("../../format/time"); require.async("../../packages/x/entry"); require("lib")',
      },
      { path: 'packages/x/entry.js', code: 'require("./stores/one")' },
      { path: 'packages/x/stores/one.js', code: 'require("../../../format/time")' },
    ];
    const places = shortPlaces(
      scripts,
      (path) => /home|entry/.test(path),
      (path) => (path.startsWith('packages/x/') ? 'packages/x' : ''),
    );
    expect([...places]).toEqual([
      ['format/time.js', 'm/0.js'],
      ['packages/x/stores/one.js', 'packages/x/m/0.js'],
    ]);
    const known = new Set(scripts.map(({ path }) => path));
    expect(scripts.map((script) => rerouted(script, places, known))).toEqual([
      '',
      'require("../../m/0"); require.async("../../packages/x/entry"); require("lib")',
      'require("./m/0")',
      'require("../../../m/0")',
    ]);
  });

  test('a folder that is required stays one, so that the gate refuses it as phones do', () => {
    const home = { path: 'pages/home/home.js', code: 'require("../../parts")' };
    const known = new Set(['parts/index.js', home.path]);
    expect(rerouted(home, new Map([['parts/index.js', 'm/0.js']]), known)).toBe('require("../../parts")');
  });
});

describe('custom properties', () => {
  test('are short where sheets alone have them, and no modifier of a class is one', () => {
    const sheet = '.a--space-2:hover{--space-2:8px;padding:var(--space-2) var(--shown,var(--space-2))}';
    const names = shortProperties([sheet], ['<view style="--shown: 1"/>']);
    expect(withProperties(sheet, names)).toBe(
      '.a--space-2:hover{--a:8px;padding:var(--a) var(--shown,var(--a))}',
    );
  });
});

describe('classes', () => {
  test('are short in sheets and markup alike, and stay where a text, a part or npm may mean them', () => {
    const sheet =
      '@import "./styles/tag.wxss";.title,.row .tone-ok,.row-on,.data{color:red}@media (width>1.5px){.title>.said{top:.5px}}';
    const markup =
      '<view class="title row tone-{{tone}} {{on ? \'row-on\' : \'\'}}" hover-class="said" kind="data"><t-x t-class-icon="row"/></view>';
    const names = shortClasses([sheet], [markup], ["query.select('.none')"]);
    expect(classedSheet(sheet, names)).toBe(
      '@import "./styles/tag.wxss";.b,.a .tone-ok,.row-on,.data{color:red}@media (width>1.5px){.b>.c{top:.5px}}',
    );
    expect(classedMarkup(markup, names)).toBe(
      '<view class="b a tone-{{tone}} {{on ? \'row-on\' : \'\'}}" hover-class="c" kind="data"><t-x t-class-icon="a"/></view>',
    );
  });

  test.each(["one.select('.said')", '`said-${tone}`', "const kind = 'said'"])(
    'that a script may mean stay: %s',
    (script) => {
      expect(shortClasses(['.said-ok,.said{top:0}'], [], [script]).get('said')).toBe(
        script.includes('${') ? 'a' : undefined,
      );
    },
  );
});

describe('a program', () => {
  test('H6 names components the shorter way, and npm’s as they are', () => {
    const json = '{"usingComponents":{"a":"../../../../components/a/a","b":"../b/b","t":"lib/t/t"}}';
    const { files } = shorten([{ path: 'packages/x/components/c/c.json', kind: 'other', text: json }], {
      root: '',
      subpackages: ['packages/x'],
    });
    expect(files[0]?.text).toBe('{"usingComponents":{"a":"/components/a/a","b":"../b/b","t":"lib/t/t"}}');
  });

  test('H6 a sheet that imports what is not there is told of', () => {
    const sheet = { path: 'pages/a/a.wxss', kind: 'sheet', text: '@import "../b.wxss";.a{top:0}' } as const;
    const layout = { root: '', subpackages: [] };
    expect(shorten([sheet], layout).faults).toEqual([
      { at: 'pages/a/a.wxss', message: 'imports pages/b.wxss, which is not there' },
    ]);
    const other = { path: 'pages/b.wxss', kind: 'sheet', text: '.b{top:0}' } as const;
    expect(shorten([sheet, other], layout).faults).toEqual([]);
  });
});
