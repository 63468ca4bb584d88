// One planted defect for each wall: where it would be written, what is written, and the rule that must refuse it.

export interface Planted {
  name: string;
  /** Where the text pretends to stand, from the project's root. */
  file: string;
  text: string;
  /** The rule that refuses it; `null` for text that must pass. */
  rule: string | null;
}

const imports = '@typescript-eslint/no-restricted-imports';
const syntax = 'no-restricted-syntax';
const page = 'miniprogram/pages/backpack/planted.ts';
const member = 'miniprogram/packages/member/item/planted.ts';

const walls: Planted[] = [
  [
    'H4 realtime imports a store',
    'miniprogram/packages/member/realtime/planted.ts',
    `import { x } from '../stores/chat/sessions';\nx();`,
    imports,
  ],
  [
    'H4 realtime imports the type of a store',
    'miniprogram/packages/member/realtime/planted.ts',
    `import type { X } from '../../../stores/service/network';\nexport const x = (y: X): X => y;`,
    imports,
  ],
  [
    'H4 a package’s api imports its stores',
    'miniprogram/packages/member/api/planted.ts',
    `import { x } from '../stores/chat/sessions';\nx();`,
    imports,
  ],
  [
    'H4 a package’s store imports its compose',
    'miniprogram/packages/staff/stores/planted.ts',
    `import { x } from '../compose/tasks';\nx();`,
    imports,
  ],
  [
    'H4 the assistant imports the staff’s package',
    'miniprogram/packages/assistant/compose/planted.ts',
    `import { x } from '../../staff/compose/tasks';\nx();`,
    imports,
  ],
  [
    'H4 a store knows an address',
    'miniprogram/stores/person/planted.ts',
    `import { HOME } from '../../routes';\nexport const home = HOME;`,
    imports,
  ],
  ['a page imports api', page, `import { explain } from '../../api/explain';\nexplain();`, imports],
  ['a page imports platform', page, `import { storage } from '../../platform/storage';\nstorage();`, imports],
  ['a page imports a store', page, `import { backpack } from '../../stores/backpack';\nbackpack();`, imports],
  [
    'a component imports realtime',
    'miniprogram/components/a/a.ts',
    `import { x } from '../../realtime/policy';\nx();`,
    imports,
  ],
  [
    'a store imports compose',
    'miniprogram/stores/planted.ts',
    `import { core } from '../compose/core';\ncore();`,
    imports,
  ],
  [
    'api imports a store',
    'miniprogram/api/v4/planted.ts',
    `import { s } from '../../stores/session';\ns();`,
    imports,
  ],
  [
    'platform imports api',
    'miniprogram/platform/planted.ts',
    `import { c } from '../api/client';\nc();`,
    imports,
  ],
  [
    'format imports api',
    'miniprogram/format/planted.ts',
    `import { c } from '../api/client';\nc();`,
    imports,
  ],
  ['main imports a subpackage', page, `import { x } from '../../packages/member/compose';\nx();`, imports],
  ['a subpackage imports another', member, `import { x } from '../../staff/compose';\nx();`, imports],
  ['a subpackage page imports api', member, `import { x } from '../../../api/client';\nx();`, imports],
  [
    'typings at run time',
    'miniprogram/api/planted.ts',
    `import { Item } from '../../typings/v4/backpack';\nItem();`,
    imports,
  ],
  [
    'a directory index',
    'miniprogram/stores/planted.ts',
    `import { x } from '../api/v4/index';\nx();`,
    imports,
  ],
  ['JSON required', 'miniprogram/stores/planted.ts', `import x from '../theme.json';\nx();`, imports],
  ['a store names a page', 'miniprogram/stores/planted.ts', `export const next = '/pages/me/me';`, syntax],
  ['I9 a page moves by itself', page, `void wx.navigateTo({ url: '' });`, syntax],
  ['I9 a package’s page moves by itself', member, `void wx.redirectTo({ url: '' });`, syntax],
  [
    'I9 a staff page opens a chooser by itself',
    'miniprogram/packages/staff/task/task.ts',
    `void wx.showActionSheet({ itemList: [] });`,
    syntax,
  ],
  [
    'I9 a staff page registers without its taps guarded',
    'miniprogram/packages/staff/task/task.ts',
    `Component({ methods: { onDone() {} } });`,
    syntax,
  ],
  [
    'I7 a table by words of the wire that inherits words of its own',
    'miniprogram/format/planted.ts',
    `const words: Readonly<Record<string, { text: string }>> = { open: { text: '开' } };\nexport const of = (word: string) => words[word];`,
    syntax,
  ],
  [
    'I7 the same by an index signature, in a package',
    member,
    `const words: { [word: string]: string } = { open: '开' };\nexport const of = (word: string) => words[word];`,
    syntax,
  ],
  ['a page calls wx.request', page, `wx.request({ url: '' });`, syntax],
  ['a store calls storage', 'miniprogram/stores/planted.ts', `wx.setStorageSync('a', 1);`, syntax],
].map(([name = '', file = '', text = '', rule = '']) => ({ name, file, text, rule }));

const engine: Planted[] = [
  ['window', 'window.scrollTo(0, 0);', 'no-restricted-globals'],
  ['process', 'export const mode = process.env.NODE_ENV;', 'no-restricted-globals'],
  ['Intl', 'export const f = new Intl.NumberFormat();', 'no-restricted-globals'],
  ['URL', "export const u = new URL('https://example.com');", 'no-restricted-globals'],
  [
    'toLocaleString',
    'export const t = (n: number): string => n.toLocaleString();',
    'no-restricted-properties',
  ],
  ['Array.at', 'export const l = [1].at(-1);', syntax],
  ['localeCompare', "export const c = 'a'.localeCompare('b');", 'no-restricted-properties'],
  ['a lookbehind', 'export const r = /(?<=a)b/;', syntax],
  ['a lookbehind in text', "export const r = new RegExp('(?<!a)b');", syntax],
  ['a dynamic import', "export const x = import('./x');", syntax],
  ['console.log', "console.log('x');", 'no-console'],
].map(([name = '', text = '', rule = '']) => ({ name, file: 'miniprogram/stores/planted.ts', text, rule }));

const markup: Planted[] = [
  {
    name: 'wx:key by index',
    file: 'miniprogram/pages/me/planted.wxml',
    text: '<view wx:for="{{rows}}" wx:for-index="index" wx:key="index">{{item}}</view>',
    rule: 'wxml/no-index-in-wx-key',
  },
  {
    name: 'a waiver does not waive',
    file: 'miniprogram/stores/planted.ts',
    text: '// eslint-disable-next-line no-console\nconsole.log(1);',
    rule: 'no-console',
  },
];

/** A page may await only through `here`, so that an answer that comes too late does nothing. */
const waits: Planted[] = [
  ['a page awaits a store', page, 'const x = async (p: Promise<void>) => { await p; };\nx;', syntax],
  [
    'a page of a package awaits a dialog',
    'miniprogram/packages/staff/task/planted.ts',
    "const x = async () => { await wx.showModal({ title: '' }); };\nx;",
    syntax,
  ],
  ['a component chains a promise', 'miniprogram/components/a/a.ts', 'x().then(() => y());', syntax],
  ['a page catches a promise', member, 'x().catch(() => y());', syntax],
  ['a page takes a callback of WeChat', member, 'wx.login({ success: () => x() });', syntax],
  [
    'a behavior awaits a store',
    'miniprogram/compose/bind/planted.ts',
    'const x = async (p: Promise<void>) => { await p; };\nx;',
    syntax,
  ],
  [
    'a store is given the client that answers whoever has left',
    'miniprogram/packages/staff/compose/planted.ts',
    'export const api = createTasksApi(core.xcx.client);',
    syntax,
  ],
  [
    'a store is given the wrappers that answer whoever has left',
    'miniprogram/compose/planted.ts',
    'const { api } = core.v4;\nexport const store = new Store(api);',
    syntax,
  ],
  [
    'a page calls the wrappers that answer whoever has left',
    page,
    'void useCore().v4.api.backpack.items();',
    syntax,
  ],
  [
    'a store is given files that answer whoever has left',
    'miniprogram/packages/member/compose/planted.ts',
    'const { files, timers } = core.platform;\nexport const store = new Store(files, timers);',
    syntax,
  ],
].map(([name = '', file = '', text = '', rule = '']) => ({ name: `I3 ${name}`, file, text, rule }));

const clean: Planted[] = [
  {
    name: 'a store that knows api and a typing',
    file: 'miniprogram/stores/planted.ts',
    text: "import type { Item } from '../../typings/v4/backpack';\nimport { explain } from '../api/explain';\nexport const x = (item: Item): unknown => explain(item);\n",
    rule: null,
  },
  {
    name: 'I3 a page that waits as pages do',
    file: page,
    text: "import { here } from '../../compose/bind/here';\nexport const x = async (page: Page): Promise<void> => {\n  page.go(await here(page, ask()));\n};\n",
    rule: null,
  },
  {
    name: 'a page that knows compose and the type of a store',
    file: page,
    text: "import type { Row } from '../../stores/backpack';\nimport { useCore } from '../../compose/page';\nexport const x = (row: Row): unknown => useCore(row);\n",
    rule: null,
  },
];

const table: Planted = {
  name: 'I7 a table of known words, and a dictionary that is filled later',
  file: 'miniprogram/format/planted.ts',
  text: "const words: Record<'a' | 'b', string> = { a: '甲', b: '乙' };\nconst seen: Record<string, number> = {};\nexport const both = { words, seen };\n",
  rule: null,
};

export const planted: Planted[] = [...walls, ...waits, ...engine, ...markup, ...clean, table];
