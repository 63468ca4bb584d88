// Programs that were not written for the preview: what their scripts do at the edges, where WeChat is not a browser.
import { OUT, page, smallPrograms } from './small';

jest.setTimeout(60_000);
const small = smallPrograms();

const showing = (expression: string, before = ''): string =>
  `${before}\nPage({ data: { o: '' }, onLoad() { this.setData({ o: ${expression} }) } })`;

describe('F1 the program cannot reach the browser', () => {
  it('F1 by Function, by this in a function called without an object, by globalThis', async () => {
    const ways = {
      called: "Function('return this')()",
      made: 'new Function("return this")()',
      constructed: "(function () {}).constructor('return this')()",
      sloppy: '(function () { return this })()',
      file: '(function (root) { return root })(this)',
      callback: '[1].map(function () { return this })[0]',
      named: 'globalThis',
      node: 'global',
    };
    const look =
      '(g) => [g.document, g.MutationObserver, g.XMLHttpRequest].every((x) => x === undefined) && g === globalThis && g.Map === Map';
    const found = Object.entries(ways).map(([name, way]) => `[${JSON.stringify(name)}, (${look})(${way})]`);
    const shown = await small.open(
      page(showing("ways.map(([name, bare]) => name + ' ' + bare).join()", `var ways = [${found.join()}]`)),
    );
    await shown.says(
      Object.keys(ways)
        .map((name) => `${name} true`)
        .join(),
    );
  });

  it('F1 by code from text, which is refused', async () => {
    const attempt = (code: string): string =>
      `(() => { try { return ${code} } catch (e) { return e.name } })()`;
    const ways = [
      "Function('return document')()",
      "(async () => {}).constructor('return document')",
      'typeof eval',
    ];
    const shown = await small.open(page(showing(`[${ways.map(attempt).join()}].join()`)));
    await shown.says('EvalError,EvalError,undefined');
  });

  it('F1 nor to any name that WeChat does not have', async () => {
    const names =
      'CustomEvent getComputedStyle addEventListener name status DOMParser postMessage Intl WebKitMutationObserver top';
    const types = names.split(' ').map((name) => `typeof ${name}`);
    const shown = await small.open(page(showing(`[${types.join()}].join()`)));
    await shown.says(types.map(() => 'undefined').join());
  });

  it('F1 a forgotten name throws, where the browser would have one', async () => {
    const shown = await small.open(
      page(
        showing(
          'seen',
          "let seen\ntry { seen = name + status } catch (e) { seen = e.name + ': ' + e.message }",
        ),
      ),
    );
    await shown.says('ReferenceError: name is not defined');
  });

  it('F1 with strict=0 the browser is there', async () => {
    const shown = await small.open(page(showing('[typeof document, typeof name, typeof wx].join()')), {
      wait: false,
    });
    await shown.device.page.goto(`${shown.device.page.url().replace('?', '?strict=0&')}`);
    await shown.device.ready();
    await shown.says('object,string,object');
  });
});

describe('F1 what require finds', () => {
  it('F1 a path beside the file, without ./', async () => {
    const shown = await small.open(
      page(showing('side.word', "var side = require('side.js')"), OUT, {
        'pages/p/side.js': "module.exports = { word: 'side' }",
      }),
    );
    await shown.says('side');
  });

  it('F1 what resolveAlias names', async () => {
    const shown = await small.open(
      page(showing('word', "import { word } from '@lib/word'"), OUT, {
        'app.json': { pages: ['pages/p/p'], resolveAlias: { '@lib/*': 'lib/*' } },
        'lib/word.js': "export const word = 'aliased'",
      }),
    );
    await shown.says('aliased');
  });

  it('F1 a missing file throws at the call, and can be caught', async () => {
    const shown = await small.open(
      page(
        showing('o', "var o\ntry { o = require('./absent') } catch (e) { o = e.message.split('\\n')[0] }"),
      ),
    );
    await shown.says("module 'pages/p/absent.js' is not defined, require args is './absent'");
    expect(await shown.errors()).toEqual([]);
  });
});

it('F1 an assignment to a constant is an error when the line runs', async () => {
  const shown = await small.open(
    page(
      showing(
        '[typeof never, (() => { try { never() } catch (e) { return e.name } })()].join()',
        'function never() { const a = 1; a = 2; return a }',
      ),
    ),
  );
  await shown.says('function,TypeError');
});

describe('F1 App launches before any other file runs', () => {
  it.each([true, false])('F1 with lazy loading: %s', async (lazy) => {
    const shown = await small.open({
      'app.json': {
        pages: ['pages/p/p'],
        ...(lazy ? { lazyCodeLoading: 'requiredComponents' } : {}),
      },
      'app.ts': `App({ words: ['early'], onLaunch(o) { this.words = ['launched ' + o.path] }, onShow() { this.words.push('shown') } })`,
      'comps/a.json': { component: true },
      'comps/a.js': 'const app = getApp()\nComponent({ data: { o: app.words.join() } })',
      'comps/a.wxml': OUT,
      'pages/p/p.json': { usingComponents: { 'c-a': '/comps/a' } },
      'pages/p/p.js': 'Page({})',
      'pages/p/p.wxml': '<c-a/>',
    });
    await shown.says('launched pages/p/p,shown');
  });

  it('F1 a page that onLaunch opens comes on top of the first', async () => {
    const shown = await small.open({
      'app.json': { pages: ['pages/p/p', 'pages/q/q'] },
      'app.ts': "App({ onLaunch() { wx.navigateTo({ url: '/pages/q/q' }) } })",
      'pages/p/p.js': 'Page({})',
      'pages/p/p.wxml': OUT,
      'pages/q/q.js': 'Page({ data: { o: getCurrentPages().length } })',
      'pages/q/q.wxml': OUT,
    });
    await shown.device.ready('pages/q/q');
    expect((await shown.device.pages()).map(({ route }) => route)).toEqual(['pages/p/p', 'pages/q/q']);
  });
});
