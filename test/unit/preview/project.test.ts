// From app.json to the components that each page needs.
import { Program, onePage, words } from './support/program';

const component = (json: object = {}): Record<string, string | object> => ({
  json: { component: true, ...json },
});

function componentFiles(path: string, json: object = {}): Record<string, string | object> {
  return {
    [`${path}.json`]: component(json)['json'] ?? {},
    [`${path}.ts`]: 'Component({})',
    [`${path}.wxml`]: '<view/>',
  };
}

test('components are found by relative path, from the root, and in miniprogram_npm upwards', async () => {
  const program = new Program({
    'app.json': { pages: ['pages/a/a'], subpackages: [{ root: 'packages/s', pages: ['p/p'] }] },
    ...componentFiles('pages/a/near'),
    ...componentFiles('components/far'),
    ...componentFiles('miniprogram_npm/lib/button/button'),
    ...componentFiles('packages/s/miniprogram_npm/own/index'),
    'pages/a/a.json': {
      usingComponents: { near: './near', far: '/components/far', btn: 'lib/button/button' },
    },
    'pages/a/a.ts': 'Page({})',
    'pages/a/a.wxml': '<near/>',
    'packages/s/p/p.json': { usingComponents: { own: 'own', btn: 'lib/button/button' } },
    'packages/s/p/p.ts': 'Page({})',
    'packages/s/p/p.wxml': '<own/>',
  });
  const { config, diagnostics } = await program.run();
  expect(words(diagnostics)).toEqual([]);
  expect(config?.comps['pages/a/a']?.json.usingComponents).toEqual({
    near: '/pages/a/near',
    far: '/components/far',
    btn: '/miniprogram_npm/lib/button/button',
  });
  expect(config?.comps['packages/s/p/p']).toMatchObject({
    package: 'packages/s',
    page: true,
    json: { usingComponents: { own: '/packages/s/miniprogram_npm/own/index' } },
  });
});

test('a page is preceded by what it uses, and nothing else is asked for', async () => {
  const program = new Program({
    'app.json': {
      pages: ['pages/a/a', 'pages/b/b'],
      usingComponents: { everywhere: '/c/everywhere' },
      lazyCodeLoading: 'requiredComponents',
      tabBar: { custom: true, list: [] },
    },
    ...componentFiles('c/everywhere'),
    ...componentFiles('c/inner'),
    ...componentFiles('c/outer', {
      usingComponents: { inner: './inner' },
      componentGenerics: { row: { default: './row' } },
    }),
    ...componentFiles('c/row'),
    ...componentFiles('c/other'),
    ...componentFiles('custom-tab-bar/index'),
    ...Object.fromEntries(
      ['a', 'b'].flatMap((n) => [
        [`pages/${n}/${n}.ts`, ''],
        [`pages/${n}/${n}.wxml`, ''],
      ]),
    ),
    'pages/a/a.json': { usingComponents: { outer: '/c/outer' } },
    'pages/b/b.json': { usingComponents: { other: '/c/other' } },
  });
  const { config } = await program.run();
  expect(config?.lazy).toBe(true);
  expect(config?.requires['pages/a/a']).toEqual(['c/everywhere', 'c/inner', 'c/row', 'c/outer', 'pages/a/a']);
  expect(config?.requires['pages/b/b']).toEqual(['c/everywhere', 'c/other', 'pages/b/b']);
  expect(config?.requires['custom-tab-bar/index']).toContain('custom-tab-bar/index');
  expect(config?.comps['c/outer']?.json.componentGenerics).toEqual({ row: { default: '/c/row' } });
});

test.each([
  ['a comment', '{\n  // no\n  "usingComponents": {}\n}', 2],
  ['a trailing comma', '{\n  "a": 1,\n}', 2],
])('%s in JSON is error 10006 at its line', async (_, text, line) => {
  const { diagnostics } = await new Program(onePage({ 'pages/a/a.json': text })).build();
  expect(diagnostics).toEqual([
    expect.objectContaining({ file: 'pages/a/a.json', line, code: '10006', severity: 'error' }),
  ]);
});

test('a faulty app.json leaves no program, and says where', async () => {
  const { diagnostics, scripts } = await new Program({ 'app.json': '{\n "pages": [\n  "a",\n ]\n}' }).build();
  expect(scripts.size).toBe(0);
  expect(diagnostics[0]).toMatchObject({
    file: 'app.json',
    line: 3,
    frame: expect.stringContaining('> 3 |   "a",') as string,
  });
});

test('a page and a component that are missing are named with their line', async () => {
  const { diagnostics } = await new Program({
    'app.json':
      '{\n  "pages": ["pages/a/a"],\n  "subpackages": [{ "root": "s", "pages": [\n    "gone/gone"] }]\n}',
    'pages/a/a.json': '{\n  "usingComponents": {\n    "x": "./nowhere"\n  }\n}',
    'pages/a/a.ts': '',
    'pages/a/a.wxml': '',
  }).build();
  expect(words(diagnostics).sort()).toEqual([
    'app.json:4 page "s/gone/gone" is not found',
    'pages/a/a.json:3 component "x": "./nowhere" is not found',
  ]);
});

test('a component of another subpackage needs a placeholder, and does not belong to what the page waits for', async () => {
  const sources = (json: object): Record<string, string | object> => ({
    'app.json': { pages: ['pages/a/a'], subpackages: [{ root: 's', pages: [] }] },
    ...componentFiles('s/late', { usingComponents: { deep: './deep' } }),
    ...componentFiles('s/deep'),
    'pages/a/a.json': { usingComponents: { late: '/s/late' }, ...json },
    'pages/a/a.ts': '',
    'pages/a/a.wxml': '',
  });
  const { diagnostics } = await new Program(sources({})).build();
  expect(words(diagnostics)[0]).toMatch(/^pages\/a\/a\.json:3 component "late" lies in subpackage "s"/);
  const allowed = await new Program(sources({ componentPlaceholder: { late: 'view' } })).run();
  expect(allowed.diagnostics).toEqual([]);
  expect(allowed.config?.requires['pages/a/a']).toEqual(['pages/a/a']);
  expect(allowed.config?.requires['s/late']).toEqual(['s/deep', 's/late']);
});

test('what stands in for a component must be there from the start', async () => {
  const { diagnostics } = await new Program({
    'app.json': { pages: ['pages/a/a'], subpackages: [{ root: 's', pages: [] }] },
    ...componentFiles('s/late'),
    ...componentFiles('s/other'),
    'pages/a/a.json': {
      usingComponents: { late: '/s/late', other: '/s/other' },
      componentPlaceholder: { late: 'other', other: 'not-known' },
    },
    'pages/a/a.ts': '',
    'pages/a/a.wxml': '',
  }).build();
  expect(words(diagnostics)).toEqual([
    'pages/a/a.json:3 "other" stands in for "late": it must not lie in another subpackage',
    'pages/a/a.json:4 "not-known" stands in for "other": it is neither in usingComponents nor a built-in',
  ]);
});

test('with lazy loading a page does not wait for what is behind a placeholder, but for the placeholder', async () => {
  const requires = async (more: object): Promise<string[] | undefined> => {
    const { config } = await new Program({
      'app.json': { pages: ['pages/a/a'], ...more },
      ...componentFiles('components/late'),
      ...componentFiles('components/shape'),
      'pages/a/a.json': {
        usingComponents: { late: '/components/late', shape: '/components/shape' },
        // A placeholder has none itself.
        componentPlaceholder: { late: 'shape', shape: 'view' },
      },
      'pages/a/a.ts': '',
      'pages/a/a.wxml': '',
    }).run();
    return config?.requires['pages/a/a'];
  };
  expect(await requires({ lazyCodeLoading: 'requiredComponents' })).toEqual([
    'components/shape',
    'pages/a/a',
  ]);
  expect((await requires({}))?.sort()).toEqual(['components/late', 'components/shape', 'pages/a/a']);
});

test('npm components come from what was packed only, unless the builder may borrow', async () => {
  const program = new Program(
    onePage({ 'pages/a/a.json': { usingComponents: { b: 'tdesign-miniprogram/button/button' } } }),
  );
  const { diagnostics } = await program.build();
  expect(words(diagnostics)[0]).toContain('"tdesign-miniprogram/button/button" is not found');
});

test('preloadRule names packages by root or name', async () => {
  const { config } = await new Program(
    onePage({
      'app.json': {
        pages: ['pages/a/a'],
        subpackages: [
          { root: 'one/', pages: [] },
          { root: 'two', name: 'second', pages: [] },
        ],
        preloadRule: { 'pages/a/a': { network: 'all', packages: ['one', 'second', '__APP__'] } },
      },
    }),
  ).run();
  expect(config?.preload).toEqual({
    'pages/a/a': [
      { root: 'one', network: 'all' },
      { root: 'two', network: 'all' },
    ],
  });
});
