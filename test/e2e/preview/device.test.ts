// The Playwright helper against a small program: what a test can see and do.
import type { Browser } from 'playwright-core';
import type { Preview } from '../../preview';
import { startPreview } from '../../preview';
import type { Device } from '../../preview/playwright';
import { openPreview } from '../../preview/playwright';
import { standingBrowser } from '../stand';
import type { TinyBackend } from '../../unit/preview/support/backend';
import { startTinyBackend } from '../../unit/preview/support/backend';
import { Program } from '../../unit/preview/support/program';
import { reaches } from './wait';

const SOURCES = {
  'app.json': {
    pages: ['pages/a/a', 'pages/b/b'],
    subpackages: [{ root: 'more', pages: ['c/c'] }],
    preloadRule: { 'pages/b/b': { packages: ['more'] } },
    window: { navigationBarTitleText: '首页' },
    lazyCodeLoading: 'requiredComponents',
  },
  'app.wxss': 'page { background: #fff } .red { color: #f00 }',
  'pages/a/a.json': { usingComponents: { card: '/components/card/card' }, enablePullDownRefresh: true },
  'pages/a/a.wxml': `<view class="red" id="count" bindtap="add">点了 {{count}} 次</view>
    <input id="name" value="{{name}}" bindinput="type"/>
    <card id="card" label="卡片"/>
    <navigator url="/pages/b/b?x=1"><text>去二</text></navigator>
    <view style="height: 3000px"/>`,
  'pages/a/a.ts': `Page({
    data: { count: wx.getStorageSync('count') || 0, name: '', refreshed: 0, bottom: 0, answer: '' },
    add() { this.setData({ count: this.data.count + 1 }); wx.setStorageSync('count', this.data.count) },
    type(e: { detail: { value: string } }) { this.setData({ name: e.detail.value }) },
    onPullDownRefresh() { this.setData({ refreshed: this.data.refreshed + 1 }); wx.stopPullDownRefresh() },
    onReachBottom() { this.setData({ bottom: this.data.bottom + 1 }) },
    ask() { return new Promise((resolve) => wx.request({ url: 'http://127.0.0.1:8901/echo', success: (r) => resolve(r.cookies), fail: (e) => resolve(e.errMsg) })) },
    boom() { throw new Error('on purpose') },
  })`,
  'pages/b/b.wxml': '<view>第二页 {{x}}</view>',
  'pages/b/b.ts': `Page({ data: { x: '', theme: '', late: false }, onLoad(q: { x: string }) {
    this.setData({ x: q.x }); setTimeout(() => this.setData({ late: true }), 60000) } })`,
  'more/c/c.wxml': '<view>第三页</view>',
  'more/c/c.ts': 'Page({})',
  'components/card/card.json': { component: true },
  'components/card/card.wxml': '<view class="title" bindtap="open">{{label}} {{open ? "开" : "关"}}</view>',
  'components/card/card.wxss': '.title { color: #00f }',
  'components/card/card.ts':
    'Component({ properties: { label: String }, data: { open: false }, methods: { open() { this.setData({ open: true }) } } })',
};

let backend: TinyBackend;
let preview: Preview;
let browser: Browser;
let device: Device;

beforeAll(async () => {
  backend = await startTinyBackend();
  const { root } = new Program(SOURCES);
  preview = await startPreview({ root, backendUrl: backend.url, log: () => undefined });
  browser = await standingBrowser();
}, 60_000);
afterAll(async () => {
  await preview.close();
  await backend.close();
});
afterEach(() => device.close());

const open = async (options: Parameters<typeof openPreview>[2] = {}): Promise<Device> =>
  (device = await openPreview(browser, preview.url, options));

const clean = { errors: [], console: [], unknownApis: [] };

const field = (name: string) => async (): Promise<unknown> =>
  ((await device.data()) as Record<string, unknown>)[name];

test('taps by selector, by text and inside a component; types; reads data and storage', async () => {
  await open({ storage: { count: 4 } });
  await device.tap('#count');
  await device.tap({ text: '点了 5 次' });
  await reaches(field('count'), 6);
  expect(await device.storage()).toEqual({ count: 6 });
  await device.tap('#card >>> .title');
  await device.see({ text: '卡片 开', within: '#card' });
  expect(await device.data('#card')).toMatchObject({ open: true });
  await device.type('#name', '你好');
  await reaches(field('name'), '你好');
  expect(await device.text()).toContain('点了 6 次');
  expect(await device.problems()).toEqual(clean);
});

test('one that was put away is as new to the next: nothing is stored, and nothing of the test before runs', async () => {
  const marked = (): Promise<boolean> => device.page.evaluate(() => 'marked' in globalThis);
  await open({ storage: { count: 4 } });
  await device.addInitScript(() => void Object.assign(globalThis, { marked: true }));
  await device.restart();
  expect(await marked()).toBe(true);
  device = await openPreview(browser, preview.url, {}, await device.rest());
  expect(await marked()).toBe(false);
  expect(await device.storage()).toEqual({});
  await device.see({ text: '点了 0 次' });
});

test('follows the page stack, and the hash keeps the route over a restart', async () => {
  await open();
  await device.tap({ text: '去二' });
  await device.ready('pages/b/b');
  expect((await device.pages()).map(({ route, query }) => [route, query])).toEqual([
    ['pages/a/a', {}],
    ['pages/b/b', { x: '1' }],
  ]);
  await device.restart();
  expect(await device.route()).toBe('pages/b/b');
  await device.see({ text: '第二页 1' });
});

test('a subpackage is fetched by its rule or when it is first needed, not before', async () => {
  const fetched = async (): Promise<boolean> =>
    (await device.modules()).fetched.some(({ root }) => root === 'more');
  await open();
  expect(await fetched()).toBe(false);
  await device.tap({ text: '去二' });
  await device.ready('pages/b/b');
  await reaches(fetched, true);
  await device.close();
  await open({ path: 'more/c/c' });
  await device.see({ text: '第三页' });
});

test('tells which files have run and which packages came, with their bytes', async () => {
  await open();
  const { executed, fetched } = await device.modules();
  expect(executed.map(({ file }) => file)).toEqual(['app.ts', 'components/card/card.ts', 'pages/a/a.ts']);
  expect(fetched.map(({ root }) => root)).toEqual(['']);
  await device.tap({ text: '去二' });
  await reaches(async () => (await device.modules()).fetched.map(({ root }) => root), ['', 'more']);
  const after = await device.modules();
  expect(after.executed.map(({ file }) => file).slice(executed.length)).toEqual(['pages/b/b.ts']);
  for (const { root, bytes } of after.fetched) {
    const script = await device.page.request.get(`${preview.url}@build/${root === '' ? 'main' : root}.js`);
    expect(bytes).toBe((await script.body()).length);
  }
  const page = after.executed.find(({ file }) => file === 'pages/b/b.ts');
  expect(page?.bytes).toBeGreaterThan(SOURCES['pages/b/b.ts'].length / 2);
  expect(page?.bytes).toBeLessThan(SOURCES['pages/b/b.ts'].length * 3);
});

test('opens a page directly, in the dark, on another phone', async () => {
  await open({ path: 'pages/b/b?x=9', dark: true, width: 320, height: 568 });
  expect(await device.data()).toMatchObject({ x: '9' });
  expect(
    await device.page.evaluate(() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]),
  ).toEqual([320, true]);
});

test('pulls down and scrolls to the end', async () => {
  await open();
  await device.finger.pullDown();
  await reaches(field('refreshed'), 1);
  await device.finger.scrollPage(-1);
  await reaches(field('bottom'), 1);
});

test('requests reach the backend with whole cookies, and fail offline', async () => {
  await open();
  const ask = (): Promise<unknown> => device.page.evaluate(() => globalThis.__host?.call('ask'));
  expect(await ask()).toEqual(['a=1; Path=/', 'b=2, still b']);
  await device.offline();
  expect(await ask()).toMatch(/^request:fail/);
  await device.online();
  expect(await ask()).toHaveLength(2);
});

test('time is moved by hand', async () => {
  await open({ path: 'pages/b/b', clock: new Date('2026-03-01T08:00:00+08:00') });
  expect(await field('late')()).toBe(false);
  await device.advance(61_000);
  await reaches(field('late'), true);
  expect(await device.page.evaluate(() => new Date().getFullYear())).toBe(2026);
});

test('an error of the program is reported at its TypeScript line', async () => {
  await open();
  await device.page.evaluate(() => globalThis.__host?.call('boom').catch(() => undefined));
  const { errors } = await device.problems();
  expect(errors.join()).toContain('on purpose');
  await reaches(async () => (await device.problems()).errors.join().includes('pages/a/a.ts:8:'), true);
});

test('pictures are the device or the page alone', async () => {
  await open();
  const [whole, page] = [await device.screenshot(), await device.screenshot('page')];
  const height = (png: Buffer): number => png.readUInt32BE(20);
  expect(height(whole)).toBe(844);
  expect(height(page)).toBeLessThan(844);
});
