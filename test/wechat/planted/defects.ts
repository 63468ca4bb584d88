/** The defects that the gate promises to see: each with the check that is meant for it and the words it must say. */
import { appJson } from '../gate/checks/app-json';
import { compile } from '../gate/checks/compile';
import { copy } from '../gate/checks/copy';
import { devtools } from '../gate/checks/devtools';
import { engine } from '../gate/checks/engine';
import { load } from '../gate/checks/load';
import { wcc, wcsc } from '../gate/checks/markup';
import { names } from '../gate/checks/names';
import { packed } from '../gate/checks/packed';
import { reach } from '../gate/checks/reach';
import { sizes } from '../gate/checks/sizes';
import { LIMITS } from '../limits';
import { planting, type Planting } from './planting';
import { SHIPPING } from './shipping';

const HOME = 'miniprogram/pages/home/home';
const one = planting('A11');

/** Scripts of pages that each break one rule of the engine; one compile serves them all. */
const BAD_PAGES: Record<string, string> = {
  'bad/missing': "import { x } from './nowhere'\nPage({ x })\n",
  'bad/index': 'export const here = 1\nPage({ here })\n',
  'pages/folder': "import { here } from '../bad'\nPage({ here })\n",
  'bad/json': "Page({ data: require('../sitemap.json') })\n",
  'bad/wall': "import { deep } from '../packages/staff/deep'\nPage({ deep })\n",
  'bad/typings': "import { KIND } from '../../typings/v4/kind'\nPage({ KIND })\n",
  'bad/alias': "import { core } from '@/compose/core'\nPage({ core })\n",
  'bad/browser': 'Page({ data: { title: document.title } })\n',
  'bad/evil': "Page({ run: new Function('return 1') })\n",
  'bad/late': "Page({ later: () => require.async('../packages/staff/nowhere') })\n",
  'bad/lookbehind': 'Page({ price: /(?<=¥)\\d+/ })\n',
  'bad/heavy': `Page({ heavy: ${JSON.stringify('x'.repeat(700_000))} })\n`,
  'packages/staff/deep': 'export const deep = 1\nPage({ deep })\n',
  'packages/member/huge': `Page({ huge: ${JSON.stringify('x'.repeat(2_200_000))} })\n`,
  'packages/member/neighbour': "import { deep } from '../staff/deep'\nPage({ deep })\n",
};

function badApp(): string {
  const below = (root: string): string[] =>
    Object.keys(BAD_PAGES).flatMap((page) => (page.startsWith(root) ? [page.slice(root.length)] : []));
  const subPackages = ['packages/member/', 'packages/staff/'].map((root) => ({ root, pages: below(root) }));
  const pages = Object.keys(BAD_PAGES).filter((page) => !page.startsWith('packages/'));
  return JSON.stringify({
    pages: ['pages/home/home', ...pages],
    subPackages,
    lazyCodeLoading: 'requiredComponents',
  });
}

/** Defects that show in what the compiler emitted. */
const LOADED: Planting = {
  goal: 'A11',
  checks: [load, engine, sizes],
  files: {
    'miniprogram/app.json': badApp(),
    'typings/v4/kind.ts': 'export const KIND = 1\n',
    // A packed script is not lowered again.
    'miniprogram/miniprogram_npm/newer/index.js': 'module.exports = (a) => ({ ...a })\n',
    ...Object.fromEntries(
      Object.entries(BAD_PAGES).flatMap(([page, script]) => [
        [`miniprogram/${page}.ts`, script],
        [`miniprogram/${page}.json`, '{}'],
        [`miniprogram/${page}.wxml`, '<view/>'],
      ]),
    ),
  },
  defects: [
    { title: 'a missing module', expected: /bad\/missing\.js.*'\.\/nowhere'.*no such file/ },
    {
      title: 'a missing module that is asked for later',
      expected: /bad\/late\.js.*'\.\.\/packages\/staff\/nowhere'.*no such file/,
    },
    { title: 'a folder required as a module', expected: /pages\/folder\.js.*a folder is no module/ },
    { title: 'JSON required as a module', expected: /bad\/json\.js.*JSON is no module/ },
    {
      title: 'the main package requiring a subpackage',
      expected: /bad\/wall\.js.*the main package cannot load from the subpackage packages\/staff/,
    },
    {
      title: 'a subpackage requiring another',
      expected: /neighbour\.js.*packages\/member cannot load from the subpackage packages\/staff/,
    },
    {
      title: 'typings imported at run time',
      expected: /bad\/typings\.js.*typings exist only at compile time/,
    },
    { title: 'a path alias', expected: /bad\/alias\.js.*aliases are not resolved/ },
    { title: 'a name that only a browser has', expected: /bad\/browser\.js.*document is not defined/ },
    { title: 'code made from a string', expected: /bad\/evil\.js.*Code generation from strings/ },
    {
      title: 'a lookbehind',
      expected: /bad\/lookbehind\.js:1: Invalid regular expression.*near ".*\/\(\?<=/,
    },
    { title: 'syntax newer than ES2017', expected: /newer\/index\.js:1: Unexpected token.*near ".*\.\.\.e/ },
    {
      title: 'a main package over its budget',
      expected: new RegExp(`^main: .* are more than ${LIMITS.size.main_kb}\\.0 KB; heaviest: bad/heavy\\.js`),
    },
    {
      title: 'all packages over their budget',
      expected: new RegExp(
        `^all: .* are more than ${LIMITS.size.total_kb}\\.0 KB; heaviest: packages/member/huge`,
      ),
    },
    { title: 'a subpackage over 2 MB', expected: /^packages\/member: .* are more than 2048\.0 KB/ },
  ],
};

export const DEFECTS: readonly Planting[] = [
  one(wcc, 'a wrong expression in WXML', /home\.wxml:1.*unexpected token/, {
    [`${HOME}.wxml`]: '<view>{{a ? }}</view>',
  }),
  one(wcc, 'a stray wx:else', /home\.wxml:2.*wx:if not found/, {
    [`${HOME}.wxml`]: '<view/>\n<view wx:else>x</view>',
  }),
  one(wcc, 'an unclosed tag', /home\.wxml:1.*end tag missing/, { [`${HOME}.wxml`]: '<view>' }),
  one(wcc, 'an error in WXS', /home\.wxs:1.*Expected/, {
    [`${HOME}.wxs`]: 'module.exports = { f: function( { };',
  }),
  one(wcsc, 'an error in WXSS', /home\.wxss:2: Unexpected/, {
    [`${HOME}.wxss`]: '.a { color: red; }\n.b } {',
  }),
  one(copy, 'a syntax error in TypeScript', /home\.ts:1: Expression expected/, {
    [`${HOME}.ts`]: 'Page({ data: { a: } })',
  }),
  one(devtools, 'syntax that DevTools does not know', /home\.ts:2: .*explicitResourceManagement/, {
    [`${HOME}.ts`]: 'Page({})\nusing held = { [Symbol.dispose]() {} }',
  }),
  one(compile, 'a component that does not exist', /home\.json|usingComponents/, {
    [`${HOME}.json`]: '{"usingComponents":{"x":"./no/x"}}',
  }),
  LOADED,
  one(names, 'a retired name', /home\.ts:1: item_instance_id: this name is retired/, {
    [`${HOME}.ts`]: "Page({ data: { item_instance_id: '' } })",
  }),
  one(names, 'a camelCase twin of a contract key', /home\.ts:2: expiresAt: the contract says expires_at/, {
    [`${HOME}.ts`]: 'interface Row {\n  expiresAt: string\n}\nexport type Rows = Row[]',
  }),
  one(names, 'a camelCase twin in WXML', /home\.wxml:1: itemId: the contract says item_id/, {
    [`${HOME}.wxml`]: '<view>{{row.itemId}}</view>',
  }),
  one(packed, 'miniprogram_npm from another packer', /another packer wrote/, {
    'miniprogram/miniprogram_npm/.packed-by-project.json': null,
  }),
  one(packed, 'a packed file that was changed', /dayjs\/index\.js: differs/, {
    'miniprogram/miniprogram_npm/dayjs/index.js': 'module.exports = 1',
  }),
  one(appJson, 'a page that does not exist', /app\.json:1: pages\/none\/none has no script/, {
    'miniprogram/app.json': '{"pages":["pages/none/none"],"lazyCodeLoading":"requiredComponents"}',
  }),
  one(appJson, 'code loaded before it is needed', /lazyCodeLoading must be/, {
    'miniprogram/app.json': '{"pages":["pages/home/home"]}',
  }),
  one(appJson, 'a page of a subpackage in the main list', /must not be in the main list/, {
    'miniprogram/app.json':
      '{"pages":["packages/staff/task/task"],"subPackages":[{"root":"packages/staff","pages":[]}],"lazyCodeLoading":"requiredComponents"}',
  }),
  one(reach, 'a line for what waits no longer', /realtime\/ waits for nothing/, {
    'test/wechat/gate/waiting.json': '{ "realtime/": "pages/chat" }',
  }),
  one(reach, 'a file that nothing uses', /packages\/staff\/lost\.ts: nothing uses this file/, {
    'miniprogram/packages/staff/lost.ts': 'export const lost = 1\n',
  }),
  ...SHIPPING,
];
