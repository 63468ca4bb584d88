// What `require` finds, what it refuses, and how modules behave: WeChat's rules.
import type { Sources } from './support/program';
import { Program, onePage, words } from './support/program';

const withSubpackages: Sources = {
  'app.json': {
    pages: ['pages/a/a'],
    subpackages: [
      { root: 'packages/one', pages: ['p/p'] },
      { root: 'packages/two', pages: ['q/q'] },
      { root: 'packages/alone', pages: ['r/r'], independent: true },
    ],
  },
  'utils/shared.ts': 'export const shared = 1',
  'pages/a/a.ts': '',
  'pages/a/a.wxml': '',
  'packages/one/p/p.ts': '',
  'packages/one/p/p.wxml': '',
  'packages/one/own.ts': 'export const own = 1',
  'packages/two/q/q.ts': '',
  'packages/two/q/q.wxml': '',
  'packages/alone/r/r.ts': '',
  'packages/alone/r/r.wxml': '',
};

test.each([
  [
    'a folder',
    "import '../../utils'",
    /is a folder: WeChat does not look for an index file, write "\.\.\/\.\.\/utils\/index"/,
  ],
  ['JSON', "import '../../data.json'", /only scripts can be required/],
  ['a path alias', "import '@/utils/index'", /is not in miniprogram_npm/],
  ['a package that was not packed', "import 'dayjs'", /"dayjs" is not in miniprogram_npm/],
  ['a missing file', "import './nothing'", /"\.\/nothing" is not found/],
  ['a file outside', "import '../../../../etc/hosts'", /lies outside the mini program/],
])('%s is refused with file, line and column', async (_, statement, text) => {
  const program = new Program(
    onePage({
      'utils/index.ts': 'export {}',
      'data.json': {},
      'pages/a/a.ts': `const first = 1\n${statement}\nPage({})`,
    }),
  );
  const { diagnostics } = await program.build();
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({ file: 'pages/a/a.ts', line: 2, source: 'script' });
  expect(diagnostics[0]?.column).toBeGreaterThan(1);
  expect(diagnostics[0]?.text).toMatch(text);
});

test.each([
  ['pages/a/a.ts', '../../packages/one/own', /the main package cannot require .* subpackage "packages\/one"/],
  ['packages/two/q/q.ts', '../../one/own', /subpackage "packages\/two" cannot require/],
  ['packages/alone/r/r.ts', '../../../utils/shared', /independent subpackage .* the main package/],
])('%s may not require %s', async (file, specifier, text) => {
  const { diagnostics } = await new Program({ ...withSubpackages, [file]: `import '${specifier}'` }).build();
  expect(words(diagnostics)).toEqual([expect.stringMatching(text)]);
});

test('a subpackage may require the main package and its own files, npm of its own included', async () => {
  const program = new Program({
    ...withSubpackages,
    'packages/one/miniprogram_npm/chart/index.js': 'module.exports = { draw: 1 }',
    'packages/one/p/p.ts':
      "import { draw } from 'chart'\nimport { own } from '../own'\nimport { shared } from '../../../utils/shared'\nconsole.log(draw, own, shared)",
  });
  const running = await program.run();
  expect(running.added.has('packages/one/p/p')).toBe(false);
  running.execute('packages/one');
  running.open('packages/one/p/p');
  expect(running.said).toEqual([1, 1, 1]);
});

test('require.async fetches the subpackage first', async () => {
  const program = new Program({
    ...withSubpackages,
    'pages/a/a.ts': "require.async('../../packages/one/own').then((m) => console.log(m.own))",
  });
  const running = await program.run();
  expect(running.diagnostics).toEqual([]);
  running.open('pages/a/a');
  await new Promise(setImmediate);
  expect([running.fetched, running.said]).toEqual([['packages/one'], [1]]);
});

test('require with a callback is the older form of it', async () => {
  const program = new Program({
    ...withSubpackages,
    'pages/a/a.ts': `require('../../packages/one/own.js', (m) => console.log(m.own), () => console.log('failed'))
      require('./gone', () => console.log('found'), ({ mod, errMsg }) => console.log(mod, errMsg))`,
  });
  const running = await program.run();
  expect(running.diagnostics).toEqual([]);
  running.open('pages/a/a');
  await new Promise(setImmediate);
  expect(running.fetched).toEqual(['packages/one']);
  expect(running.said.sort()).toEqual(['./gone', 1, "module './gone' is not defined"].sort());
});

test('require.async rejects with the module and the words of the loader, and asks again the next time', async () => {
  const program = new Program({
    ...withSubpackages,
    'pages/a/a.ts': `exports.ask = () => require.async('../../packages/one/own')
      .then((m) => console.log(m.own), ({ mod, errMsg }) => console.log(mod, errMsg))`,
  });
  const running = await program.run();
  const { ask } = running.open('pages/a/a') as { ask: () => Promise<void> };
  running.refuse = 'loadSubpackage: fail';
  await ask();
  expect(running.said.splice(0)).toEqual(['packages/one/own.js', 'loadSubpackage: fail']);
  running.refuse = null;
  await ask();
  expect(running.said).toEqual([1]);
});

test('a file that mixes import with module.exports loads', async () => {
  const program = new Program(
    onePage({
      'utils/mixed.js': "import { one } from './one'\nmodule.exports = { two: one + 1 }",
      'utils/one.js': 'exports.one = 1',
      'pages/a/a.ts': "const { two } = require('../../utils/mixed.js')\nconsole.log(two)",
    }),
  );
  const running = await program.run();
  running.open('pages/a/a');
  expect(running.said).toEqual([2]);
});

test('a type-only import leaves nothing behind', async () => {
  const program = new Program(
    onePage({
      'pages/a/a.ts': "import type { T } from '../../../typings/x'\nconst t: T = 1\nconsole.log(t)",
    }),
  );
  const running = await program.run();
  expect(running.diagnostics).toEqual([]);
  running.open('pages/a/a');
  expect(running.said).toEqual([1]);
});

test('nothing runs before its page is opened, and everything runs once', async () => {
  const program = new Program({
    'app.json': { pages: ['pages/a/a', 'pages/b/b'] },
    'app.ts': "console.log('app')",
    'utils/shared.ts': "console.log('shared')",
    'pages/a/a.ts': "import '../../utils/shared'\nconsole.log('a')",
    'pages/a/a.wxml': '',
    'pages/b/b.ts': "import '../../utils/shared'\nconsole.log('b')",
    'pages/b/b.wxml': '',
  });
  const running = await program.run();
  expect(running.said).toEqual([]);
  running.app?.();
  running.open('pages/b/b');
  running.open('pages/a/a');
  running.open('pages/a/a');
  expect(running.said).toEqual(['app', 'shared', 'b', 'a']);
});

test('modules that require each other see what was exported so far', async () => {
  const program = new Program(
    onePage({
      'utils/x.js': "exports.early = 1; exports.seen = require('./y').seen; exports.late = 1",
      'utils/y.js': "exports.seen = Object.keys(require('./x')).join()",
      'pages/a/a.ts': "console.log(require('../../utils/x').seen)",
    }),
  );
  const running = await program.run();
  running.open('pages/a/a');
  expect(running.said).toEqual(['early']);
});

test('the browser and Node are hidden, unless strictness is off', async () => {
  const source =
    'console.log(typeof process, typeof Buffer, typeof URL); const document = 1; console.log(document)';
  const running = await new Program(onePage({ 'pages/a/a.ts': source })).run();
  running.open('pages/a/a');
  expect(running.said).toEqual(['undefined', 'undefined', 'undefined', 1]);
  const loose = await new Program(onePage({ 'pages/a/a.ts': source })).run();
  loose.strict = false;
  loose.open('pages/a/a');
  expect(loose.said).toEqual(['object', 'function', 'function', 1]);
});

test('what require.async did not find is found once it exists', async () => {
  const program = new Program({
    ...withSubpackages,
    'pages/a/a.ts':
      "require.async('../../packages/one/new').then((m) => console.log(m.here), () => console.log('not there'))",
  });
  const ask = async (): Promise<unknown[]> => {
    const running = await program.run();
    running.open('pages/a/a');
    await new Promise(setImmediate);
    return running.said;
  };
  expect(await ask()).toEqual(['not there']);
  program.write({ 'packages/one/new.ts': 'export const here = 1' });
  expect(await ask()).toEqual([1]);
});
