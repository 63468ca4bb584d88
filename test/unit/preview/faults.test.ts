// One faulty file is reported with its place, and everything else still works.
import { mapStack } from '../../preview/server/stack';
import { Program, onePage, words } from './support/program';

const twoPages = {
  'app.json': { pages: ['pages/a/a', 'pages/b/b'] },
  'pages/a/a.ts': "console.log('a')",
  'pages/a/a.wxml': '<view>{{x}}</view>',
  'pages/b/b.ts': "console.log('b')",
  'pages/b/b.wxml': '<view/>',
};

test('a script with a syntax error: its page throws the diagnostic, the other opens', async () => {
  const running = await new Program({ ...twoPages, 'pages/a/a.ts': 'const x = 1\nconst = 2' }).run();
  expect(running.diagnostics).toEqual([
    expect.objectContaining({
      file: 'pages/a/a.ts',
      line: 2,
      column: 7,
      frame: expect.stringContaining('> 2 | const = 2') as string,
    }),
  ]);
  const [diagnostic] = running.diagnostics;
  expect(() => running.open('pages/a/a')).toThrow(
    expect.objectContaining({ name: 'PreviewBuildError', diagnostic }) as Error,
  );
  running.open('pages/b/b');
  expect(running.said).toEqual(['b']);
});

test('the same fault is repaired by the next build, also when the cure is another file', async () => {
  const program = new Program({ ...twoPages, 'pages/a/a.ts': "import '../../late'" });
  expect(words((await program.build()).diagnostics)).toEqual(['pages/a/a.ts:1 "../../late" is not found']);
  program.write({ 'late.ts': 'export {}' });
  expect((await program.build()).diagnostics).toEqual([]);
  program.remove('late.ts');
  expect((await program.build()).diagnostics).toHaveLength(1);
});

test('a template that does not compile is replaced by its error; the other templates work', async () => {
  const running = await new Program({
    ...twoPages,
    'pages/a/a.wxml': '<view>\n  <text>{{a b}}</text>\n</view>',
  }).run();
  expect(running.diagnostics[0]).toMatchObject({
    file: 'pages/a/a.wxml',
    line: 2,
    source: 'wxml',
    severity: 'error',
  });
  expect(Object.keys(running.config?.templates() ?? {}).sort()).toEqual(['pages/a/a', 'pages/b/b']);
});

test('an unclosed tag is an error, as it is for WeChat', async () => {
  const { diagnostics } = await new Program(
    onePage({ 'pages/a/a.wxml': '<view>\n  <view>\n</view>' }),
  ).build();
  expect(diagnostics[0]).toMatchObject({ severity: 'error', file: 'pages/a/a.wxml' });
});

test('a style sheet with a syntax error and a missing import are named with their line', async () => {
  const running = await new Program({
    ...twoPages,
    'pages/a/a.wxss': '.a { color: red; }\n.b { color',
    'pages/b/b.wxss': '.b { }\n@import "./nothing.wxss";',
  }).run();
  expect(words(running.diagnostics)).toEqual([
    expect.stringMatching(/^pages\/a\/a\.wxss:2 /),
    'pages/b/b.wxss:2 @import "./nothing.wxss" is not found',
  ]);
  expect(running.config?.css).toHaveProperty('pages/b/b');
});

test('a page without script or template says so', async () => {
  const { diagnostics } = await new Program({
    'app.json': { pages: ['pages/a/a'] },
    'pages/a/a.wxml': '',
  }).build();
  expect(words(diagnostics)).toEqual(['pages/a/a.json:0 pages/a/a.ts (or .js) is not found']);
});

test('an error at run time leads back to the line of the TypeScript', async () => {
  const program = new Program(
    onePage({
      'utils/deep.ts':
        "interface Unused {\n  a: string\n}\nexport function deep(value: Unused): never {\n  throw new Error('deep ' + value.a)\n}",
      'pages/a/a.ts': "import { deep } from '../../utils/deep'\n\ndeep({ a: 'down' })",
    }),
  );
  const result = await program.build();
  const running = await program.run();
  let stack = '';
  try {
    running.open('pages/a/a');
  } catch (error) {
    stack = String((error as { stack: unknown }).stack);
  }
  const mapped = mapStack(stack, (url) => (url === '/@build/main.js' ? result.scripts.get('')?.map : null));
  expect(mapped).toContain('utils/deep.ts:5:9');
  expect(mapped).toContain('pages/a/a.ts:3:1');
});
