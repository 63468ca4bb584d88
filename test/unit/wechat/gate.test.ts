/** The gate's checks that need none of WeChat's tools see the defects they are meant for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeProject, writeFiles, type Files } from '../../wechat/fixture/project';
import type { Check } from '../../wechat/gate/check';
import { describe as say } from '../../wechat/gate/finding';
import { addresses } from '../../wechat/gate/checks/addresses';
import { appJson } from '../../wechat/gate/checks/app-json';
import { checklist } from '../../wechat/gate/checks/checklist';
import { components } from '../../wechat/gate/checks/components';
import { newer } from '../../wechat/gate/checks/engine';
import { library } from '../../wechat/gate/checks/library';
import { loadAll } from '../../wechat/gate/checks/load';
import { names } from '../../wechat/gate/checks/names';
import { packed } from '../../wechat/gate/checks/packed';
import { reach } from '../../wechat/gate/checks/reach';
import { oversized, packageSizes } from '../../wechat/gate/checks/sizes';
import { runCheck } from '../../wechat/gate/gate';
import { fileTable, sizeTable } from '../../wechat/gate/size-table';
import { workOn } from '../../wechat/gate/work';
import { LIMITS } from '../../wechat/limits';
import { pack } from '../../wechat/pack/pack';
import { DEFECTS } from '../../wechat/planted/defects';
import { writeChecklist } from '../../wechat/publish/checklist';

// Packing and type checking take seconds when the machine is busy.
jest.setTimeout(60_000);

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** What one check says of the sound project with some files changed after packing. */
async function findings(check: Check, files: Files = {}): Promise<string[]> {
  const root = makeProject();
  folders.push(root);
  if (check === packed) await pack(root);
  if (check === checklist) writeChecklist(root);
  writeFiles(root, files);
  return (await runCheck(check, workOn(root))).map(say);
}

/** What loading says of a compiled mini program that consists of these scripts. */
function loadFindings(scripts: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'store-emitted-'));
  folders.push(folder);
  writeFiles(folder, { 'app.js': 'App({})', ...scripts });
  return loadAll(folder, ['packages/member', 'packages/staff']).map(say);
}

const light = [packed, appJson, reach, components, addresses, names, library, checklist];

test.each(light)('A11 "$title" lets a sound project pass', async (check) => {
  expect(await findings(check)).toEqual([]);
});

const planted = DEFECTS.flatMap(({ goal, checks, files, defects }) =>
  checks
    .filter((check) => light.includes(check))
    .flatMap((check) => defects.map((defect) => ({ goal, check, files, ...defect }))),
);

test.each(planted)('$goal $title is seen by "$check.title"', async ({ check, files, expected }) => {
  expect((await findings(check, files)).join('\n')).toMatch(expected);
});

describe('modules', () => {
  test.each([
    ['a missing file', "require('./none')", 'there is no such file'],
    ['a folder', "require('./lib')", 'a folder is no module: name lib/index'],
    ['JSON', "require('./data.json')", 'JSON is no module here'],
    ['an alias', "require('@/lib/index')", 'aliases are not resolved'],
    ['typings', "require('../typings/v4/item')", 'typings exist only at compile time'],
    ['a module that is not packed', "require('valibot')", 'no miniprogram_npm on the way up'],
    [
      'a subpackage',
      "require('./packages/staff/deep')",
      'the main package cannot load from the subpackage packages/staff',
    ],
    ['eval', "eval('1')", 'Code generation from strings disallowed'],
    ['a browser name', 'document.title', 'document is not defined'],
    ['Intl', 'Intl.NumberFormat()', 'Intl is not defined'],
  ])('A11 a script that needs %s is refused', (_what, script, message) => {
    const others = { 'lib/index.js': '', 'data.json': '{}', 'packages/staff/deep.js': '' };
    expect(loadFindings({ ...others, 'main.js': script })).toEqual([expect.stringContaining(message)]);
  });

  test('A11 a subpackage cannot require another, but may load it later', () => {
    const deep = { 'packages/staff/deep.js': '' };
    const said = loadFindings({ ...deep, 'packages/member/item.js': "require('../staff/deep')" });
    expect(said).toEqual([
      expect.stringContaining('packages/member cannot load from the subpackage packages/staff'),
    ]);
    expect(loadFindings({ ...deep, 'packages/member/item.js': "require.async('../staff/deep')" })).toEqual(
      [],
    );
  });

  test('a subpackage finds npm modules of its own first, then those of the main package', () => {
    const scripts = {
      'miniprogram_npm/a/index.js': "exports.from = 'main'",
      'miniprogram_npm/b/index.js': "exports.from = 'main'",
      'packages/staff/miniprogram_npm/a/index.js': "exports.from = 'staff'",
      'packages/staff/x.js':
        "if (require('a').from !== 'staff' || require('b').from !== 'main') throw new Error('wrong module')",
    };
    expect(loadFindings(scripts)).toEqual([]);
  });
});

describe('names', () => {
  test('what the platform itself calls so is no twin of a contract key', async () => {
    const typings = {
      'typings/v4/file.d.ts': 'export interface File { file_path: string; temp_files: string[] }',
    };
    const script =
      "wx.uploadFile({ url: '', filePath: '', name: '' })\nwx.chooseMedia({ success({ tempFiles }) { void tempFiles } })\n";
    expect(await findings(names, { ...typings, 'miniprogram/pages/home/home.ts': script })).toEqual([]);
    const own = 'export interface Own { filePath: string }\n';
    const said = await findings(names, { ...typings, 'miniprogram/pages/home/home.ts': own });
    expect(said).toEqual(['miniprogram/pages/home/home.ts:1: filePath: the contract says file_path']);
  });

  test('A11 a path into data is read as names', async () => {
    const script = "Page({ f() { this.setData({ 'rows[0].expiresAt': 1 }) } })";
    expect(await findings(names, { 'miniprogram/pages/home/home.ts': script })).toEqual([
      'miniprogram/pages/home/home.ts:1: expiresAt: the contract says expires_at',
    ]);
  });
});

describe('sizes', () => {
  const sizes = new Map([
    ['app.js', 300 * 1024],
    ['big.js', 200 * 1024],
    ['packages/member/a.js', 3 * 1024 * 1024],
    ['packages/member/b.js', 1024],
  ]);
  const rows = packageSizes({ sizes }, { root: '', subpackages: ['packages/member'] });
  const { main_kb, total_kb } = LIMITS.size;

  test('A11 a package over its size is named with its heaviest files', () => {
    expect(oversized(rows).map(say)).toEqual([
      `main: 500.0 KB are more than ${main_kb}.0 KB; heaviest: app.js 300.0 KB, big.js 200.0 KB`,
      'packages/member: 3073.0 KB are more than 2048.0 KB; heaviest: packages/member/a.js 3072.0 KB, packages/member/b.js 1.0 KB',
      `all: 3573.0 KB are more than ${total_kb}.0 KB; heaviest: packages/member/a.js 3072.0 KB, app.js 300.0 KB, big.js 200.0 KB`,
    ]);
  });

  test('D10 a package with a size of its own is held to it', () => {
    const charts = new Map([['packages/charts/entry.js', 171 * 1024]]);
    const held = packageSizes({ sizes: charts }, { root: '', subpackages: ['packages/charts'] });
    expect(oversized(held).map(({ at, message }) => `${at}: ${message}`)).toEqual([
      'packages/charts: 171.0 KB are more than 170.0 KB; heaviest: packages/charts/entry.js 171.0 KB',
    ]);
  });

  test('G1 are listed by package, the largest files first and the others in one line', () => {
    expect(fileTable(rows, 1).split('\n')).toEqual([
      'main 500.0 KB, 2 files',
      '    300.0 KB  app.js',
      '    200.0 KB  in 1 others',
      '',
      'packages/member 3073.0 KB, 2 files',
      '   3072.0 KB  packages/member/a.js',
      '      1.0 KB  in 1 others',
    ]);
    expect(sizeTable(rows).split('\n')).toHaveLength(3);
  });
});

test.each([
  ['a lookbehind', "const a = '(?<=x)'\nconst b = /(?<!x)y/", 'miniprogram/a.js:2', '/(?<!x)y/'],
  ['a class field', 'class A {\n a = 1\n}', 'miniprogram/a.js:2', '= 1'],
  ['optional chaining', 'a?.b', 'miniprogram/a.js:1', '?.b'],
])('A11 %s is newer than ES2017, wherever it stands but in a string', (_what, script, at, shown) => {
  expect(newer('a.js', script).map(say)).toEqual([expect.stringContaining(at)]);
  expect(newer('a.js', script).map(say).join()).toContain(shown);
});
