// Any folder of a native mini program: where it begins, its npm packages, and what is missing, in one line.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { locate } from '../../preview/build/located';
import { Builder } from '../../preview/build/builder';
import { Program, Running, words } from './support/program';

const project = {
  'project.config.json': { miniprogramRoot: 'client/', appid: 'wx42' },
  'client/app.json': { pages: ['pages/a/a'] },
  'client/app.js': 'App({})',
  'client/pages/a/a.wxml': '<button-x/>',
  'client/pages/a/a.js': "console.log(require('plain').word, require('plain/deep').deep)",
  'client/pages/a/a.json': { usingComponents: { 'button-x': 'kit/button' } },
  'package.json': { dependencies: { plain: '1', kit: '1', absent: '1' }, devDependencies: { tool: '1' } },
  'node_modules/kit/package.json': { miniprogram: 'lib' },
  'node_modules/kit/lib/button.json': { component: true },
  'node_modules/kit/lib/button.js': "Component({ word: require('./word') })",
  'node_modules/kit/lib/button.wxml': '<view/>',
  'node_modules/kit/lib/word.js': "module.exports = 'kit'",
  'node_modules/plain/package.json': {
    version: '1.0.0',
    main: 'src',
    module: 'esm.js',
    dependencies: { inner: '1' },
  },
  'node_modules/plain/src/index.js': "exports.word = require('./parts') + require('inner')",
  'node_modules/plain/src/parts/index.js': "module.exports = 'packed '",
  'node_modules/plain/deep.js': "exports.deep = 'deep'",
  'node_modules/inner/package.json': {},
  'node_modules/inner/index.js': "module.exports = 'inner'",
  'node_modules/tool/package.json': {},
  'node_modules/tool/index.js': '',
};

test('npm packages are packed as WeChat does it: ready-made ones as they are, others into one file', async () => {
  const { root, appId, npm } = locate(new Program(project).root);
  expect(appId).toBe('wx42');
  const running = new Running(await new Builder({ root, appId: 'wx42', npm }).build());
  expect(words(running.diagnostics)).toEqual([]);
  expect(running.added.has('miniprogram_npm/kit/button')).toBe(true);
  running.open('pages/a/a');
  expect(running.said).toEqual(['packed inner', 'deep']);
});

test('what package.json does not depend on is not packed', () => {
  const { npm } = locate(new Program(project).root);
  expect(npm.find('miniprogram_npm/tool/index.js')).toBeNull();
  expect(npm.find('miniprogram_npm/inner/index.js')).not.toBeNull();
});

test('packages that project.config.json names for packing by hand are found', () => {
  const { npm, missing } = locate(
    new Program({
      'app.json': {},
      'project.config.json': {
        setting: {
          packNpmManually: true,
          packNpmRelationList: [{ packageJsonPath: './tools/package.json', miniprogramNpmDistDir: './' }],
        },
      },
      'tools/package.json': { dependencies: { far: '1' } },
      'tools/node_modules/far/package.json': {},
      'tools/node_modules/far/index.js': '',
    }).root,
  );
  expect(npm.find('miniprogram_npm/far/index.js')).not.toBeNull();
  expect(missing).toEqual([]);
});

test('what was packed already is taken as it is', () => {
  const { npm } = locate(new Program({ ...project, 'client/miniprogram_npm/kit/a.js': '' }).root);
  expect(npm.find('miniprogram_npm/plain/index.js')).toBeNull();
});

test('what is missing is said in a few words', () => {
  const { missing } = locate(
    new Program({
      ...project,
      'client/app.json': {
        pages: [],
        plugins: { live: {} },
        useExtendedLib: { weui: true },
        renderer: 'skyline',
      },
      'client/pages/a/a.scss': '',
    }).root,
  );
  expect(missing).toEqual([
    'npm packages (npm install): absent',
    'plugins: live',
    'extended libraries: weui',
    'Skyline: drawn as web views',
    'compilers for: scss',
  ]);
});

test.each([
  [{ 'miniprogram/app.json': {} }, 'miniprogram'],
  [{ 'app.json': {} }, ''],
  [{ 'src/app.json': {}, 'project.config.json': '{ broken' }, 'src'],
])('app.json is found where programs keep it: %j', (sources, folder) => {
  const { root } = new Program(sources);
  expect(locate(root).root).toBe(path.join(root, folder));
});

test('a folder without a program is refused from the terminal, in one line', async () => {
  const { root } = new Program({ 'project.config.json': { miniprogramRoot: 'nowhere/' } });
  const top = path.resolve(__dirname, '../../..');
  const said = await new Promise((resolve) =>
    execFile(
      path.join(top, 'node_modules/.bin/tsx'),
      [path.join(top, 'test/preview/main.ts'), root],
      (error, out, err) => resolve([error?.code, out, err]),
    ),
  );
  const hint = 'name the folder of a native mini program.';
  expect(said).toEqual([
    1,
    '',
    `There is no app.json in ${root} (project.config.json names nowhere/): ${hint}\n`,
  ]);
});
