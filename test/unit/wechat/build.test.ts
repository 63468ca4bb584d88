/** The upload's copy: each script lowered by itself to what every phone reads, the rest as it is, and nothing unused. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, BUILD_FOLDER, PLACES_FILE } from '../../wechat/build/build';
import type { Built } from '../../wechat/build/built';
import { lower } from '../../wechat/build/lower';
import { shortened } from '../../wechat/build/style';
import { makeProject } from '../../wechat/fixture/project';
import { newer } from '../../wechat/gate/checks/engine';
import { filesBelow } from '../../wechat/gate/files';
import { pack } from '../../wechat/pack/pack';
import { Sandbox } from '../../wechat/sandbox/sandbox';

// Packing takes seconds when the machine is busy.
jest.setTimeout(60_000);

const CORE = [
  "import dayjs from 'dayjs'",
  "import { reaction } from 'mobx-miniprogram'",
  'export class Store {',
  '  shown: string | undefined;',
  '  constructor(readonly day = dayjs(0)) {}',
  '}',
  'export const rest = ({ a: _a, ...others }: { a: number; b?: number }) => ({ ...others, more: others.b ?? 7 })',
  "export const late = () => require.async('../packages/staff/late')",
  '/** A comment. */',
  'export const react = reaction',
].join('\n');

interface Shown {
  Store: new () => { day: { valueOf(): number } };
  rest(from: object): object;
  late(): Promise<{ answer: number }>;
  react(): string;
}

let root = '';
let built: Built;

/** @param path a script's as the sources have it, or of the copy */
const copied = (path: string): string =>
  readFileSync(join(built.folder, 'miniprogram', built.places.get(path) ?? path), 'utf8');

beforeAll(async () => {
  root = makeProject({
    'miniprogram/compose/core.ts': CORE,
    'miniprogram/app.ts':
      "import { late, react, rest, Store } from './compose/passed'\nApp({ late, react, rest, Store })\n",
    'miniprogram/compose/passed.ts': "export * from './core'\nexport const react = () => 'own'\n",
    'miniprogram/compose/kinds.ts': 'export type Kind = string\n',
    'miniprogram/pages/home/home.ts':
      "import type { Kind } from '../../compose/kinds'\nconst kind: Kind = ''\nPage({ data: { kind } })\n",
    'miniprogram/packages/staff/late.ts': 'export const answer = 42\n',
    'miniprogram/packages/staff/lost.ts': 'export const lost = 1\n',
  });
  await pack(root);
  built = await build(root);
});

afterAll(() => rmSync(root, { recursive: true }));

describe('the copy', () => {
  const sandbox = (): Sandbox =>
    new Sandbox({
      root: join(built.folder, 'miniprogram'),
      subpackages: ['packages/member', 'packages/staff'],
    });

  /** What the app registers: the modules' own names are short. */
  const shownByApp = (): Shown => {
    const bare = sandbox();
    bare.load('app.js');
    return bare.recorder.registrations[0]?.options as Shown;
  };

  test('H6 holds ES2017 alone, in scripts of npm too', () => {
    const scripts = filesBelow(join(built.folder, 'miniprogram'), '.js');
    expect(scripts.flatMap((path) => newer(path, copied(path)))).toEqual([]);
    expect(scripts.length).toBeGreaterThan(30);
    expect(built.faults).toEqual([]);
  });

  test('H6 has one script for each, at a short path that is written down beside the copy, and without comments', () => {
    const core = copied('compose/core.js');
    const places = JSON.parse(readFileSync(join(built.folder, PLACES_FILE), 'utf8')) as Record<
      string,
      string
    >;
    expect(places[built.places.get('compose/core.js') ?? '']).toBe('compose/core.ts');
    expect(built.places.get('compose/core.js')).toMatch(/^m\/\w\.js$/);
    expect(core).toContain("require.async('../packages/staff/late')");
    expect(core).toContain('require("dayjs")');
    expect(core).not.toContain('comment');
    expect(core).toMatch(/^"use strict";( const \w+ = [\w.]+;)*\n/);
    expect(existsSync(join(built.folder, 'miniprogram/compose/core.ts'))).toBe(false);
  });

  test('H6 runs: a default import, what is left of an object, a module that comes later', async () => {
    const { Store, rest, late } = shownByApp();
    expect(new Store().day.valueOf()).toBe(0);
    expect(Object.entries(rest({ a: 1, b: 2 }))).toEqual([
      ['b', 2],
      ['more', 2],
    ]);
    expect((await late()).answer).toBe(42);
  });

  test('H6 a name of its own wins over one that a star passes on', () => {
    expect(shownByApp().react()).toBe('own');
  });

  test('H6 takes the helpers from one file, with those in use and no others', () => {
    expect(copied('compose/core.js')).toContain('require("tslib")');
    expect(copied('compose/core.js')).not.toMatch(/__defProp|getOwnPropertySymbols/);
    const helpers = Object.keys(sandbox().load('miniprogram_npm/tslib/index.js') as object);
    expect(helpers).toEqual(expect.arrayContaining(['__rest', '__importDefault', '__decorate']));
    expect(helpers).not.toContain('__extends');
  });

  test('H6 leaves out what nothing uses, what is only types, and the note of the packing step', () => {
    const files = filesBelow(built.folder, '');
    expect(files.filter((path) => /lost|kinds|\.d\.ts$|\.ts$|packed-by/.test(path))).toEqual([]);
    expect(files).toContain('miniprogram/packages/staff/late.js');
  });

  test('H6 is not lowered again by WeChat, and lies where git and the project itself do not look', () => {
    const { setting, miniprogramRoot } = JSON.parse(
      readFileSync(join(built.folder, 'project.config.json'), 'utf8'),
    ) as { setting: object; miniprogramRoot: string };
    expect(setting).toMatchObject({ es6: false, enhance: false, ignoreUploadUnusedFiles: false });
    expect(setting).not.toHaveProperty('useCompilerPlugins');
    expect(miniprogramRoot).toBe('miniprogram/');
    const ignored = readFileSync(join(__dirname, '../../../.gitignore'), 'utf8').split('\n');
    expect(ignored.some((line) => line !== '' && `${BUILD_FOLDER}/`.startsWith(line))).toBe(true);
  });
});

describe('a script', () => {
  const exportsOf = (text: string): Record<string, unknown> =>
    new Sandbox({ root: '', subpackages: [] }).run(
      `((exports) => { ${lower('a.ts', text).code}; return exports })({})`,
    ) as Record<string, unknown>;

  test('H6 has each field of a class from the start, as the language and the tests have it', () => {
    const { own } = exportsOf(`
      class A { a: number | undefined; b = 1; declare c: string; constructor() { this.b = 2 } }
      export const own = Object.keys(new A())`);
    expect(Array.from(own as string[])).toEqual(['a', 'b']);
  });

  test('H6 asks for null and undefined at once where it may be either, and keeps what else is asked', () => {
    const source = `
      const a: { b?: { c?: number } | null } | null | undefined = { b: { c: 0 } }
      const none = null as typeof a
      export const found = [a?.b?.c, none?.b?.c, a?.b?.c ?? 7, none?.b ?? 7, none ?? 'none', (() => none)()?.b === undefined]
      const one: unknown = undefined, other: unknown = null
      export const both = other === null || one === void 0 ? 'kept' : ''`;
    expect(lower('a.ts', source).code.match(/=== void 0 \?/g)).toHaveLength(1);
    const { found, both } = exportsOf(source);
    expect(Array.from(found as unknown[])).toEqual([0, undefined, 0, 7, 'none', true]);
    expect(both).toBe('kept');
  });

  test('H6 that cannot be read is named by its line', () => {
    expect(lower('a.ts', 'const a = 1\nconst b = { c: }').faults).toEqual([
      { line: 2, message: 'Expression expected.' },
    ]);
  });
});

describe('a style sheet', () => {
  test('is short, keeps its units and imports, and has the prefixes of the oldest phones alone', () => {
    const text =
      "@import '../styles/tag.wxss';\n.row {\n  display: flex;\n  width: 750rpx;\n  user-select: none;\n}\n";
    expect(shortened(text)).toEqual({
      code: '@import "../styles/tag.wxss";.row{display:flex;width:750rpx;-webkit-user-select:none;user-select:none}',
      faults: [],
    });
  });

  test('that is no CSS is told of by its line', () => {
    expect(shortened('.row {\n  display flex;\n}\n').faults).toEqual([
      { line: 2, message: expect.stringContaining('Expected ":"') as string },
    ]);
  });
});
