// What WXSS becomes before the runtime gives it a width and a scope.
import { Program, onePage, words } from './support/program';

async function compile(wxss: string, json: object = {}): Promise<string | undefined> {
  const { config } = await new Program(
    onePage({
      'pages/a/a.json': { usingComponents: { c: '/c/c' } },
      'c/c.json': { component: true, ...json },
      'c/c.ts': '',
      'c/c.wxml': '',
      'c/c.wxss': wxss,
    }),
  ).run();
  return config?.css['c/c'];
}

test.each([
  ['.a .b { }', '.__S__a .__S__b { }'],
  ['view.a > text { }', 'wx-view.__S__a > wx-text { }'],
  ['scroll-view my-thing { }', 'wx-scroll-view my-thing { }'],
  [':host { }', ':where([is="c/c"]) { }'],
  ['page { }', 'body { }'],
  ['.a { width: 10rpx }', '.__S__a { width: 10rpx }'],
  ['@media (min-width: 1px) { view { } }', '@media (min-width: 1px) { wx-view { } }'],
  [
    '@keyframes x { from { left: 0 } 50% { left: 1px } }',
    '@keyframes x { from { left: 0 } 50% { left: 1px } }',
  ],
])('%s → %s', async (source, expected) => expect(await compile(source)).toBe(expected));

test.each([
  [
    '.a { font-family: Georgia, serif !important }',
    ".__S__a { font-family: Georgia, serif, 'PingFang SC' !important }",
  ],
  ['.a { font: 12px/1 Menlo }', ".__S__a { font: 12px/1 Menlo, 'PingFang SC' }"],
  ['.a { font-family: Arial,sans-serif }', ".__S__a { font-family: Arial,'PingFang SC', sans-serif }"],
  ['.a { font: 1em system-ui, serif }', ".__S__a { font: 1em 'PingFang SC', system-ui, serif }"],
  ['.a { font: inherit; font-family: var(--f) }', '.__S__a { font: inherit; font-family: var(--f) }'],
  ['.a { font-family: "PingFang SC", Arial }', '.__S__a { font-family: "PingFang SC", Arial }'],
  ['@font-face { font-family: mine; src: url(a) }', '@font-face { font-family: mine; src: url(a) }'],
])('F1 Chinese in any family has the phone’s font: %s', async (source, expected) =>
  expect(await compile(source)).toBe(expected),
);

test('classes of a shared component keep their names', async () => {
  expect(await compile('.a { }', { styleIsolation: 'shared' })).toBe('.a { }');
});

test('imports are inlined once each time, loops end, and paths may start at the root', async () => {
  const { config, diagnostics } = await new Program(
    onePage({
      'pages/a/a.wxss': '@import "./b.wxss";\n@import "/styles/c";\n.a { }',
      'pages/a/b.wxss': '@import "./a.wxss";\n.b { }',
      'styles/c.wxss': '.c { }',
    }),
  ).run();
  expect(diagnostics).toEqual([]);
  expect(config?.css['pages/a/a']?.replace(/\s+/g, ' ')).toBe(' .b { } .c { } .a { }');
});

test('a faulty selector in an imported file is named there', async () => {
  const { diagnostics } = await new Program(
    onePage({ 'pages/a/a.wxss': '@import "./b.wxss";', 'pages/a/b.wxss': '.ok { }\n.a[=x] { }' }),
  ).build();
  expect(words(diagnostics)).toEqual([expect.stringMatching(/^pages\/a\/b\.wxss:2 selector/)]);
});
