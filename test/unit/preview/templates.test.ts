// What WXML and WXS become: WeChat's reading where it differs from the compiler's or from JavaScript's.
import { runInNewContext } from 'node:vm';
import { lastAttributeWins } from '../../preview/build/wxml/duplicates';
import { checkWxs, transformWxs } from '../../preview/build/wxml/wxs';
import type { Sources } from './support/program';
import { Program, onePage, words } from './support/program';

describe('duplicate attributes: the last one wins, and positions stay', () => {
  test.each([
    ['<view class="a" id="x" class="b"/>', '<view           id="x" class="b"/>'],
    [
      "<image mode='x' mode=\"y\" src='{{a > b}}'></image>",
      '<image          mode="y" src=\'{{a > b}}\'></image>',
    ],
    ['<view hidden hidden>a</view>', '<view        hidden>a</view>'],
    ['<view a="1"\n a="2"/>', '<view      \n a="2"/>'],
    ['<view bindtap="a" bind:tap="b"/>', '<view bindtap="a" bind:tap="b"/>'],
    ['<!-- <view a="1" a="2"/> --><view/>', '<!-- <view a="1" a="2"/> --><view/>'],
    ['<text>1 < 2 a="1" a="2"</text>', '<text>1 < 2 a="1" a="2"</text>'],
    [
      '<wxs module="m">if (a <b && c> d) x = "e" ; </wxs><view a="1" a="2"/>',
      '<wxs module="m">if (a <b && c> d) x = "e" ; </wxs><view       a="2"/>',
    ],
  ])('%s', (source, expected) => expect(lastAttributeWins(source)).toBe(expected));

  test.each([
    ['<text>one\\ntwo</text>', '<text>one&#10;two</text>'],
    [
      String.raw`<text a="\n">{{ x < y ? '\n' : z }}\n</text>\n`,
      String.raw`<text a="\n">{{ x < y ? '\n' : z }}&#10;</text>&#10;`,
    ],
    [
      String.raw`<wxs module="m">var a = '\n'</wxs><!-- \n -->`,
      String.raw`<wxs module="m">var a = '\n'</wxs><!-- \n -->`,
    ],
  ])('F1 a backslash and an n in text are a line break: %s', (source, expected) =>
    expect(lastAttributeWins(source)).toBe(expected),
  );

  test('F1 wx:for-items is wx:for, at the place where it stands', () => {
    expect(lastAttributeWins('<view wx:for-items="{{list}}" wx:for-item="one" wx:key="id"/>')).toBe(
      '<view       wx:for="{{list}}" wx:for-item="one" wx:key="id"/>',
    );
    expect(lastAttributeWins('<view wx:for-items="{{a}}" wx:for="{{b}}"/>')).toBe(
      '<view                      wx:for="{{b}}"/>',
    );
  });

  test('F1 wx:for-items loops in the compiled template', async () => {
    const { config, diagnostics } = await new Program(
      onePage({
        'pages/a/a.wxml': '<block wx:for-items="{{list}}" wx:key="id"><view>{{item.id}}</view></block>',
      }),
    ).run();
    expect(diagnostics).toEqual([]);
    const generator = String((config?.templates()['pages/a/a'] as (name: string) => unknown)(''));
    expect(generator).toContain('list');
  });

  test('in the compiled template', async () => {
    const { config, diagnostics } = await new Program(
      onePage({ 'pages/a/a.wxml': '<view id="first" id="second"/>' }),
    ).run();
    expect(diagnostics).toEqual([]);
    const generator = String((config?.templates()['pages/a/a'] as (name: string) => unknown)(''));
    expect(generator).toContain('second');
    expect(generator).not.toContain('first');
  });
});

/** What `result` is after the WXS module was transformed and run; by way of JSON, since it comes from another realm. */
function evaluate(body: string): unknown {
  const constructorName = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);
  const json: unknown = runInNewContext(`${transformWxs(body)}; JSON.stringify(result)`, {
    __wxsConstructor: constructorName,
  });
  return JSON.parse(String(json));
}

describe('WXS', () => {
  test('unknown escapes stay literal, unicode and hex escapes are not decoded', () => {
    expect(evaluate(String.raw`var result = ['\d', "\u4e00", '\x41', '\n', '\\', '\'']`)).toEqual([
      '\\d',
      '\\u4e00',
      '\\x41',
      '\n',
      '\\',
      "'",
    ]);
  });

  test('escapes and quotes in comments are not taken for strings', () => {
    expect(evaluate("var a = 1 // it's '\\d\nvar result = a /* \" */ + 1")).toBe(2);
  });

  test('constructor is a name, on anything that can stand before it', () => {
    const source = `var a = { b: [[1], 's'] }; function f(x) { return x }
      var result = [a.constructor, a.b.constructor, a.b[0].constructor, a['b'][1].constructor, f(1).constructor,
        (a.b).constructor === 'Array', f.constructor, "x.constructor"]`;
    expect(evaluate(source)).toEqual([
      'Object',
      'Array',
      'Array',
      'String',
      'Number',
      true,
      'Function',
      'x.constructor',
    ]);
  });

  test('keeps every line where it was, and names the line of a syntax error', () => {
    expect(checkWxs(transformWxs('var a = 1\nvar b = "\\d"\nvar = 3'))).toEqual({
      line: 3,
      text: expect.stringContaining('SyntaxError') as string,
    });
  });

  const program: Sources = onePage({
    'pages/a/a.wxml':
      '<wxs module="m" src="./m.wxs"/>\n<wxs module="n">\nmodule.exports = { n: 1 }\n</wxs>\n<view>{{m.f(n.n)}}</view>',
    'pages/a/m.wxs': "var t = require('../../utils/t.wxs')\nmodule.exports = { f: t.twice }",
    'utils/t.wxs': 'function twice(x) { return x * 2 }\nmodule.exports.twice = twice',
  });

  test('modules are found through each other', async () => {
    const { config, diagnostics } = await new Program(program).run();
    expect(diagnostics).toEqual([]);
    expect(Object.keys(config?.templates() ?? {})).toEqual(['pages/a/a']);
  });

  test.each([
    ['a syntax error in a file', { 'utils/t.wxs': '\nvar = 1' }, 'utils/t.wxs:2 SyntaxError'],
    [
      'a syntax error inline',
      { 'pages/a/a.wxml': '<view/>\n<wxs module="n">\nvar a\nvar = 1\n</wxs>' },
      'pages/a/a.wxml:4 SyntaxError',
    ],
    [
      'a missing file',
      { 'pages/a/m.wxs': "\nrequire('./gone.wxs')" },
      'pages/a/m.wxs:2 pages/a/gone.wxs is not found',
    ],
    [
      'a path without extension',
      { 'pages/a/m.wxs': "require('../../utils/t')" },
      'pages/a/m.wxs:1 require("../../utils/t"): WXS requires',
    ],
  ])('%s is named with its line', async (_, change, text) => {
    const { diagnostics, config } = await new Program({ ...program, ...change }).run();
    expect(words(diagnostics)).toEqual([expect.stringContaining(text)]);
    expect(config?.templates()).toHaveProperty(['pages/a/a']);
  });
});

test('a program without any WXS boots', async () => {
  const { config } = await new Program(onePage({})).run();
  expect(config?.templates()).toHaveProperty(['pages/a/a']);
});

test('imported and included templates are compiled; a missing one is named where it is written', async () => {
  const { config, diagnostics } = await new Program(
    onePage({
      'pages/a/a.wxml': '<import src="/t/one.wxml"/>\n<include src="../gone.wxml"/>',
      't/one.wxml': '<template name="x"/>',
    }),
  ).run();
  expect(words(diagnostics)).toEqual(['pages/a/a.wxml:2 pages/gone.wxml is not found']);
  expect(Object.keys(config?.templates() ?? {})).toContain('t/one');
});

test('what a subpackage shows travels with it, and brings what it imports from the main package', async () => {
  const running = await new Program({
    'app.json': { pages: ['pages/a/a'], subpackages: [{ root: 's', pages: ['p/p'] }] },
    'app.wxss': 'page { color: #000 }',
    'shared/line.wxml': '<template name="line"><text>{{m.low("X")}}</text></template>',
    'shared/words.wxs': 'module.exports = { low: function (s) { return s.toLowerCase() } }',
    'pages/a/a.ts': 'Page({})',
    'pages/a/a.wxml': '<view/>',
    's/p/p.ts': 'Page({})',
    's/p/p.wxml':
      '<wxs module="m" src="../../shared/words.wxs"/><import src="../../shared/line.wxml"/><template is="line"/>',
    's/p/p.wxss': '.p { color: #fff }',
  }).run();
  expect(running.diagnostics).toEqual([]);
  expect(Object.keys(running.config?.css ?? {})).toEqual(['app']);
  expect(Object.keys(running.config?.templates() ?? {})).toEqual(['pages/a/a']);
  running.execute('s');
  const views = running.views.get('s');
  expect(Object.keys(views?.css ?? {})).toEqual(['s/p/p']);
  expect(Object.keys(views?.templates() ?? {}).sort()).toEqual(['s/p/p', 'shared/line']);
});
