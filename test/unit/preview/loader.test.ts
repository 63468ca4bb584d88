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
  ['an alias that app.json does not have', "import '@/utils/index'", /nor in miniprogram_npm/],
  [
    'a package that was not packed',
    "import 'dayjs'",
    /"dayjs" is neither a file beside it nor in miniprogram_npm/,
  ],
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

test('a name that WeChat has not is not there, whoever else has it', async () => {
  const running = await new Program(
    onePage({
      'pages/a/a.ts': `console.log(typeof process, typeof Buffer, typeof name, typeof URL)
        const read = (what: () => unknown) => { try { return what() } catch (e) { return String(e) } }
        console.log(read(() => name), read(() => URL), read(() => typeof name.length))
        const document = 1; console.log(document)`,
    }),
  ).run();
  running.open('pages/a/a');
  expect(running.said).toEqual([
    ...['undefined', 'undefined', 'undefined', 'undefined'],
    // WeChat's loader hands a few names to every module, without a value.
    ...['ReferenceError: name is not defined', undefined, 'ReferenceError: name is not defined'],
    1,
  ]);
});

test('what is assigned without a declaration is there for every file, in strict mode it throws', async () => {
  const running = await new Program({
    'app.json': { pages: ['pages/a/a', 'pages/b/b', 'pages/c/c'] },
    'pages/a/a.js': 'status = 1; status += 1; ({ top } = { top: 3 })',
    'pages/a/a.wxml': '',
    'pages/b/b.js': "'use strict'; console.log(status, top, typeof status); status = 5; console.log(status)",
    'pages/b/b.wxml': '',
    'pages/c/c.js': "'use strict'; try { left = 1 } catch (e) { console.log(String(e)) }",
    'pages/c/c.wxml': '',
  }).run();
  for (const page of ['pages/a/a', 'pages/b/b', 'pages/c/c']) running.open(page);
  expect(running.said).toEqual([2, 3, 'number', 5, 'ReferenceError: left is not defined']);
});

test('what is refused or missing throws in WeChat’s words when it is reached, and can be caught', async () => {
  const running = await new Program(
    onePage({
      'pages/a/a.ts': `try { require('./absent') } catch (e) { console.log(e.message) }
        function never() { require('dayjs'); const a = 1; a = 2 }
        console.log('open')`,
    }),
  ).run();
  running.open('pages/a/a');
  expect(running.said).toEqual([
    `module 'pages/a/absent.js' is not defined, require args is './absent'\n"./absent" is not found`,
    'open',
  ]);
});

test('a path without ./ is looked for beside the file before it is a package', async () => {
  const running = await new Program(
    onePage({
      'pages/a/side.js': "module.exports = 'side'",
      'pages/a/parts/deep.js': "module.exports = 'deep'",
      'miniprogram_npm/side/index.js': "module.exports = 'package'",
      'miniprogram_npm/other/index.js': "module.exports = 'other'",
      'pages/a/a.ts':
        "console.log(require('side.js'), require('side'), require('parts/deep'), require('other'))",
    }),
  ).run();
  running.open('pages/a/a');
  expect(running.said).toEqual(['side', 'side', 'deep', 'other']);
});

test('an alias of app.json is followed in scripts and components, the longest first', async () => {
  const running = await new Program({
    'app.json': {
      pages: ['pages/a/a'],
      resolveAlias: { '~/*': '/*', '~/lib/*': 'utils/*', '@all': 'ignored' },
      usingComponents: { card: '~/parts/card' },
    },
    'utils/word.js': "export const word = 'utils'",
    'lib/word.js': "export const word = 'lib'",
    'root.js': "module.exports = 'root'",
    'parts/card.json': { component: true },
    'parts/card.wxml': '',
    'parts/card.js': 'Component({})',
    'pages/a/a.js': "import { word } from '~/lib/word'; console.log(word, require('~/root'))",
    'pages/a/a.wxml': '',
  }).run();
  running.open('pages/a/a');
  expect([running.said, running.diagnostics]).toEqual([['utils', 'root'], []]);
  expect(running.added.has('parts/card')).toBe(true);
});

test('what a file works out to require is found when it runs', async () => {
  const running = await new Program(
    onePage({
      'utils/a-b.js': "module.exports = 'found'",
      'pages/a/a.ts':
        "const path = (n: string) => '../../utils/' + n; console.log(require(path('a-b'))); try { require(path('c')) } catch (e) { console.log(e.message) }",
    }),
  ).run();
  running.open('pages/a/a');
  expect(running.said).toEqual([
    'found',
    "module 'utils/c.js' is not defined, require args is '../../utils/c'",
  ]);
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
