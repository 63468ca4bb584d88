// The walls of the house, as lint: which layer may know which, and what the logic layer of WeChat does not have.
// What holds for any TypeScript, tests included, is in `.oxlintrc.json`: oxlint asks it ten times faster.
import wxmlParser from '@wxml/parser';
import wxml from 'eslint-plugin-wxml';
import tseslint from 'typescript-eslint';

/** Files that are generated or belong to others. */
const ignores = ['**/node_modules/', '**/miniprogram_npm/', 'test/'];

/** Globals of browsers and of Node that exist in no phone's logic layer. */
const words = (text) => text.split(/\s+/).filter(Boolean);
const absentGlobals = words(`
  window document navigator location history localStorage sessionStorage indexedDB
  fetch XMLHttpRequest WebSocket EventSource Headers Request Response FormData Blob File
  URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget
  atob btoa crypto performance structuredClone queueMicrotask MessageChannel Worker
  requestAnimationFrame cancelAnimationFrame setImmediate clearImmediate alert confirm prompt
  process Buffer global __dirname __filename Intl eval Function WeakRef SharedArrayBuffer
`).map((name) => ({ name, message: 'The logic layer of WeChat does not have it.' }));

/** Methods that some phone's engine lacks (no polyfill is shipped), or that need `Intl`. */
const absentMethods = words(`
  toLocaleString toLocaleDateString toLocaleTimeString toLocaleLowerCase toLocaleUpperCase localeCompare normalize
  replaceAll findLast findLastIndex toSorted toReversed toSpliced
`).map((property) => ({ property, message: 'Some phones lack it, or lack the Intl behind it.' }));

const absentStatics = [
  { object: 'Object', property: 'hasOwn' },
  { object: 'Object', property: 'groupBy' },
  { object: 'Promise', property: 'any' },
  { object: 'Promise', property: 'withResolvers' },
  { object: 'Array', property: 'fromAsync' },
].map((entry) => ({ ...entry, message: 'Some phones lack it.' }));

const syntax = {
  lookbehind: {
    selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]',
    message: 'Lookbehind stops the whole file from loading on older iPhones.',
  },
  lookbehindText: {
    selector: ":matches(NewExpression, CallExpression)[callee.name='RegExp'] > Literal[value=/\\(\\?<[=!]/]",
    message: 'Lookbehind stops the whole file from loading on older iPhones.',
  },
  at: {
    selector: "CallExpression > MemberExpression.callee[property.name='at']",
    message: 'Older iPhones lack it.',
  },
  dynamicImport: {
    selector: 'ImportExpression',
    message: 'WeChat has no dynamic import: use require.async of a subpackage.',
  },
  platformCall: {
    selector:
      "MemberExpression[object.name='wx'][property.name=/^(request|uploadFile|downloadFile|connectSocket|getFileSystemManager|(get|set|remove|clear|batchGet|batchSet)Storage(Sync|Info|InfoSync)?|(on|off)(AppShow|AppHide|NetworkStatusChange|NetworkWeakChange|MemoryWarning))$/]",
    message: 'Only platform/ calls this; the others take a port.',
  },
  pageName: {
    selector: 'Literal[value=/^\\u002F?(pages|packages)\\u002F/]',
    message: 'Only pages know pages: pass what is needed, or return what happened.',
  },
  move: {
    selector:
      "MemberExpression[object.name='wx'][property.name=/^(navigateTo|redirectTo|switchTab|reLaunch|navigateBack)$/]",
    message: 'Pages move by compose/bind/go: one at a time, and what is refused is said.',
  },
  chooser: {
    selector:
      "MemberExpression[object.name='wx'][property.name=/^(showModal|showActionSheet|choose\\w+|preview(Image|Media)|scanCode|makePhoneCall|addPhone\\w+|open(Document|Location|PrivacyContract|Setting|CustomerServiceChat|EmbeddedMiniProgram)|navigateToMiniProgram|requestSubscribeMessage|share\\w+|showShareImageMenu|saveImageToPhotosAlbum|startSoterAuthentication)$/]:not(CallExpression[callee.name='onlyOne'] MemberExpression)",
    message:
      'What opens over a page is asked by compose/bind/dialogs (onlyOne): once, however often it was tapped.',
  },
  bareComponent: {
    selector: 'CallExpression[callee.name=/^(Component|Page)$/]',
    message: 'Register by `component` of compose/bind/component: it runs once for a tap.',
  },
  wireTime: {
    selector: "NewExpression[callee.name='Date'] > :matches(MemberExpression, TemplateLiteral)",
    message: 'Parse wire times with format/time: iOS refuses YYYY-MM-DD HH:mm:ss.',
  },
  awaited: {
    selector: "AwaitExpression:not([argument.type='CallExpression'][argument.callee.name='here'])",
    message:
      'Wait by `await here(this, …)` (compose/bind/here): what follows then runs only while page, person and tap still stand.',
  },
  chained: {
    selector: 'CallExpression > MemberExpression.callee[property.name=/^(then|catch|finally)$/]',
    message: 'Wait by `await here(this, …)` (compose/bind/here), or let the store do what follows.',
  },
  calledBack: {
    selector: "CallExpression[callee.object.name='wx'] Property[key.name=/^(success|complete)$/]",
    message: 'Take its promise: `await here(this, wx.…)`.',
  },
  nobodys: {
    selector:
      'MemberExpression[property.name=/^(api|client)$/]:matches([object.name=/^(v4|xcx)$/], [object.property.name=/^(v4|xcx)$/])',
    message:
      'It answers whoever has left: take `api` or `client` of the `Person` (stores/person/per-person).',
  },
  nobodysTaken: {
    selector:
      'VariableDeclarator:matches([init.name=/^(v4|xcx)$/], [init.property.name=/^(v4|xcx)$/]) > ObjectPattern > Property[key.name=/^(api|client)$/]',
    message:
      'It answers whoever has left: take `api` or `client` of the `Person` (stores/person/per-person).',
  },
  nobodysFiles: {
    selector:
      ":matches(MemberExpression[property.name='files']:matches([object.name='platform'], [object.property.name='platform']), VariableDeclarator:matches([init.name='platform'], [init.property.name='platform']) > ObjectPattern > Property[key.name='files'])",
    message: 'They answer whoever has left: take `files` of the `Person` (stores/person/per-person).',
  },
};
/** An answer that comes too late does nothing: pages wait with `here`, stores use what a `Person` gives them. */
const persons = [syntax.nobodys, syntax.nobodysTaken, syntax.nobodysFiles];
const waits = [syntax.awaited, syntax.chained, syntax.calledBack, ...persons];
/** A literal whose type, `Record<string, …>` or an index signature, lets any word be looked up in it. */
const literal = "VariableDeclarator[init.type='ObjectExpression'][init.properties.length>0] > Identifier.id";
const wordTable = {
  selector: `${literal} TSTypeReference[typeName.name='Record'] > TSTypeParameterInstantiation > TSStringKeyword:first-child, ${literal} TSIndexSignature`,
  message: 'A table by words is made by `tableOf` of format/lookup: `constructor` is a word too.',
};
const taps = [syntax.move, syntax.chooser, syntax.bareComponent];
const everywhere = [syntax.lookbehind, syntax.lookbehindText, syntax.dynamicImport, syntax.at, wordTable];

/** Relative imports of another layer, however deep the importing file lies. */
const layer = (names, message) => ({ regex: `^(\\.{1,2}/)+(${names})(/|$)`, message });
const valuesOf = (names, message) => ({ ...layer(names, message), allowTypeImports: true });
const typingsAreTypes = valuesOf(
  'typings|.*/typings',
  'Typings do not exist at run time: use `import type`.',
);
const noIndex = {
  regex: '^\\.{1,2}/?$|/$|/index$',
  message: 'WeChat has no directory index: name the file.',
};
const noJson = { regex: '\\.json$', message: 'WeChat cannot require JSON.' };
const shipped = [typingsAreTypes, noIndex, noJson, layer('test', 'What is shipped knows no test.')];

/** The three files that the rules of taps send everybody to. */
const tapFiles = ['miniprogram/compose/bind/{go,leave,dialogs,component,taps}.ts'];

const wall = (name, files, layers, extra = [], own = taps) => ({
  name,
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...shipped, ...layers] }],
    'no-restricted-syntax': ['error', ...everywhere, ...own, ...extra],
  },
});
const upTo = 'Arrows run one way: pages, components → compose → stores → realtime → api → platform.';
const noPages = layer('pages|packages|components|custom-tab-bar|app', upTo);
/** Subpackages: none may import from another. */
const packages = ['member', 'staff', 'assistant', 'charts'];
const noAddresses = { regex: '^(\\.\\./)+routes$', message: 'Only pages know pages: return what happened.' };

export default tseslint.config(
  { ignores },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    name: 'typescript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.base],
  },
  {
    name: 'shipped',
    files: ['miniprogram/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...absentGlobals],
      'no-restricted-properties': ['error', ...absentMethods, ...absentStatics],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  wall(
    'walls: root',
    ['miniprogram/*.ts'],
    [layer('packages', 'The main package never requires a subpackage.')],
    [syntax.platformCall],
  ),
  wall(
    'walls: format',
    ['miniprogram/format/**/*.ts'],
    [
      layer(
        'platform|api|stores|realtime|compose|pages|packages|components|config',
        'format/ is pure and knows nobody.',
      ),
    ],
    [syntax.platformCall, syntax.pageName],
  ),
  wall(
    'walls: platform',
    ['miniprogram/platform/**/*.ts'],
    [layer('api|stores|realtime|compose', upTo), noPages],
    [syntax.pageName],
  ),
  wall(
    'walls: api',
    ['miniprogram/api/**/*.ts'],
    [layer('stores|realtime|compose', upTo), noPages],
    [syntax.platformCall, syntax.pageName, syntax.wireTime],
  ),
  wall(
    'walls: stores',
    ['miniprogram/stores/**/*.ts'],
    [layer('compose', upTo), noPages, noAddresses],
    [syntax.platformCall, syntax.pageName, syntax.wireTime],
  ),
  wall(
    'walls: compose',
    ['miniprogram/compose/**/*.ts'],
    [noPages, noAddresses],
    [syntax.platformCall, syntax.pageName, ...persons],
  ),
  wall(
    'walls: behaviors',
    ['miniprogram/compose/bind/**/*.ts'],
    [noPages, noAddresses],
    [syntax.platformCall, syntax.pageName, ...waits],
  ),
  wall(
    'walls: where everything is built, and where pages wait',
    ['miniprogram/compose/{core,bind/here}.ts'],
    [noPages, noAddresses],
    [syntax.platformCall, syntax.pageName],
  ),
  wall('walls: taps', tapFiles, [noPages, noAddresses], [syntax.platformCall, syntax.pageName], []),
  wall(
    'walls: pages',
    ['miniprogram/{pages,components,custom-tab-bar}/**/*.ts'],
    [
      valuesOf('platform|api|stores|realtime', 'A page reaches these through compose/ only.'),
      layer('packages', 'The main package never requires a subpackage.'),
    ],
    [syntax.platformCall, syntax.wireTime, ...waits],
  ),
  ...packages.flatMap((name) => {
    const others = packages.filter((other) => other !== name).join('|');
    const noOthers = layer(`packages/(${others})|${others}`, 'No subpackage requires another.');
    const inside = `miniprogram/packages/${name}`;
    return [
      wall(
        `walls: ${name} pages`,
        [`${inside}/**/*.ts`],
        [
          valuesOf('platform|api|stores|realtime', 'A page reaches these through its compose only.'),
          noOthers,
        ],
        [syntax.platformCall, syntax.wireTime, ...waits],
      ),
      wall(
        `walls: ${name} stores`,
        [`${inside}/{stores,realtime,api,format}/**/*.ts`],
        [layer('compose', upTo), noPages, noOthers, noAddresses],
        [syntax.platformCall, syntax.pageName, syntax.wireTime],
      ),
      wall(
        `walls: ${name} realtime`,
        [`${inside}/realtime/**/*.ts`],
        [layer('compose|stores', 'realtime/ knows no store.'), noPages, noOthers, noAddresses],
        [syntax.platformCall, syntax.pageName, syntax.wireTime],
      ),
      wall(
        `walls: ${name} api`,
        [`${inside}/api/**/*.ts`],
        [layer('compose|stores|realtime', upTo), noPages, noOthers, noAddresses],
        [syntax.platformCall, syntax.pageName, syntax.wireTime],
      ),
      wall(
        `walls: ${name} compose`,
        [`${inside}/{compose/**/*,entry}.ts`],
        [noOthers],
        [syntax.platformCall, ...persons],
      ),
    ];
  }),
  {
    name: 'wxml',
    files: ['**/*.wxml'],
    plugins: { wxml },
    languageOptions: { parser: wxmlParser },
    rules: {
      'wxml/report-wxml-syntax-error': 'error',
      'wxml/report-wxs-syntax-error': 'error',
      'wxml/report-interpolation-error': 'error',
      'wxml/no-duplicate-attributes': 'error',
      'wxml/no-index-in-wx-key': 'error',
      'wxml/no-dynamic-wx-key': 'error',
      'wxml/no-wx-for-with-wx-else': 'error',
      'wxml/no-wx-if-string': 'error',
      'wxml/no-vue-directive': 'error',
      'wxml/no-inconsistent-tagname': 'error',
      'wxml/no-const-and-let-in-wxs': 'error',
      'wxml/no-unexpected-string-bool': 'error',
      'wxml/wx-key': 'error',
      'wxml/wxs-module-prop': 'error',
      'wxml/max-lines': ['error', { max: 300 }],
    },
  },
);
