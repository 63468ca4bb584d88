// `initialRenderingCache`: what a page shows before its logic runs, and for how long that is kept.
import type { Browser } from 'playwright-core';
import type { Preview } from '../../preview';
import { startPreview } from '../../preview';
import type { Device } from '../../preview/playwright';
import { openPreview } from '../../preview/playwright';
import { standingBrowser } from '../stand';
import { Program } from '../../unit/preview/support/program';
import { reaches } from './wait';

const PAGE = `Page({
  data: { loading: true, list: [1, 2], hint: '', taps: 0 },
  onLoad() { this.setData({ loading: false }) },
  tap() { this.setData({ taps: this.data.taps + 1 }) },
  keep(data: object | null) { (this as unknown as { setInitialRenderingCache(d: object | null): void }).setInitialRenderingCache(data) },
  forget() { wx.clearStorageSync() },
  away() { wx.setStorageSync('away', true) },
  keys() { return wx.getStorageInfoSync().keys },
})`;
const TEMPLATE = `<view id="hint" class="hint" bindtap="tap">{{loading ? '加载中' : '完成'}} {{hint}}</view>
  <row wx:for="{{list}}" wx:key="*this" number="{{item}}"/><input value="{{taps}}"/>`;

const SOURCES = {
  'app.json': {
    pages: ['pages/still/still', 'pages/moving/moving', 'pages/plain/plain'],
    window: { navigationBarTitleText: '标题' },
    lazyCodeLoading: 'requiredComponents',
  },
  'app.ts':
    "App({ onLaunch() { if (wx.getStorageSync('away')) wx.reLaunch({ url: '/pages/plain/plain' }) } })",
  'app.wxss': '.hint { color: rgb(200, 0, 0) }',
  'pages/still/still.json': { usingComponents: { row: '/row/row' }, initialRenderingCache: 'static' },
  'pages/still/still.wxml': TEMPLATE,
  'pages/still/still.ts': PAGE,
  'pages/moving/moving.json': { usingComponents: { row: '/row/row' }, initialRenderingCache: 'dynamic' },
  'pages/moving/moving.wxml': TEMPLATE,
  'pages/moving/moving.ts': PAGE,
  'pages/plain/plain.wxml': '<view>plain</view>',
  'pages/plain/plain.ts': 'Page({})',
  'row/row.json': { component: true },
  'row/row.wxml': '<text class="row">{{word}} {{number}}</text>',
  'row/row.wxss': '.row { margin-left: 30rpx }',
  'row/row.ts': `const shared = Behavior({ data: { word: '行' } })
    Component({ behaviors: [shared], properties: { number: Number }, lifetimes: { attached() { this.setData({ word: '改' }) } } })`,
};

/** A picture that the browser painted: what stood on the page, and whether anything of the program had run. */
interface Painted {
  text: string;
  ran: boolean;
  title: string;
  color: string;
  inputs: number;
}

declare global {
  var painted: Painted[] | undefined;
}

let program: Program;
let preview: Preview;
let browser: Browser;
let device: Device;

beforeAll(async () => {
  program = new Program(SOURCES);
  preview = await startPreview({ root: program.root, log: () => undefined });
  browser = await standingBrowser();
}, 60_000);
afterAll(async () => {
  await preview.close();
});
afterEach(() => device.close());

const kept = (): Promise<string[]> =>
  device.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('preview-rendering:')));

/** Opens a page and notes from now on what is painted; taps what is there before the program runs. */
async function open(path: string): Promise<void> {
  device = await openPreview(browser, preview.url, { path });
  await device.addInitScript(() => {
    if (window !== window.top) return;
    const seen: Painted[] = (globalThis.painted = []);
    const look = (): void => {
      const shown = [...document.querySelectorAll<HTMLIFrameElement>('.page.active iframe')].at(-1);
      const page = shown?.contentDocument;
      const hint = page?.querySelector<HTMLElement>('#hint');
      const ran = '__preview' in globalThis && __preview.loaded().executed.length > 0;
      seen.push({
        text: page?.body?.innerText.replace(/\s+/g, ' ').trim() ?? '',
        ran,
        title: document.querySelector<HTMLElement>('.screen')?.innerText.includes('标题') ? '标题' : '',
        color: hint ? getComputedStyle(hint).color : '',
        inputs: page?.querySelectorAll('input').length ?? 0,
      });
      if (!ran) hint?.click();
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** The first picture with something on the page after a restart. */
async function first(start = () => device.restart()): Promise<Painted | undefined> {
  await start();
  return device.page.evaluate(() => globalThis.painted?.find(({ text }) => text !== ''));
}

const EARLY = { ran: false, title: '标题', color: 'rgb(200, 0, 0)', inputs: 0 };

test('a page shows what its data alone renders before its logic runs, and answers when that is up', async () => {
  await open('pages/still/still');
  await reaches(kept, ['preview-rendering:pages/still/still']);
  expect(await first()).toEqual({ ...EARLY, text: '加载中 行 1行 2' });
  expect(await device.text()).toContain('完成');
  expect(await device.data()).toMatchObject({ loading: false, taps: 0 });
  await device.tap('#hint');
  await reaches(async () => ((await device.data()) as { taps: number }).taps, 1);
  expect(await device.problems()).toEqual({ errors: [], console: [], unknownApis: [] });
});

test('it is shown as well when the page is opened from another one', async () => {
  await open('pages/still/still');
  await reaches(kept, ['preview-rendering:pages/still/still']);
  await device.page.evaluate(() => (location.hash = '#/pages/plain/plain'));
  await device.restart();
  const ran = await device.page.evaluate(async () => {
    await globalThis.__host?.navigation.navigateTo('/pages/still/still');
    const texts = globalThis.painted?.map(({ text }) => text) ?? [];
    return [texts.includes('加载中 行 1行 2'), globalThis.__host?.pages().length];
  });
  expect(ran).toEqual([true, 2]);
});

test('it goes when the program opens another page instead', async () => {
  await open('pages/still/still');
  await reaches(kept, ['preview-rendering:pages/still/still']);
  await device.page.evaluate(() => globalThis.__host?.call('away'));
  expect(await first()).toMatchObject({ ran: false });
  expect(await device.page.locator('.page').count()).toBe(1);
});

test('it is apart from the storage of the program', async () => {
  await open('pages/still/still');
  await reaches(kept, ['preview-rendering:pages/still/still']);
  const ask = (method: string): Promise<unknown> =>
    device.page.evaluate((name) => globalThis.__host?.call(name), method);
  expect(await ask('keys')).toEqual([]);
  await ask('forget');
  expect(await kept()).toHaveLength(1);
});

test('it is dropped when the code of the program is another', async () => {
  await open('pages/still/still');
  await reaches(kept, ['preview-rendering:pages/still/still']);
  program.write({ 'pages/still/still.wxml': TEMPLATE.replace('加载中', '请稍候') });
  // An open page starts again by itself.
  const rebuilt = async (): Promise<void> => {
    await Promise.all([device.page.waitForEvent('load'), preview.rebuild()]);
    await device.ready();
  };
  expect((await first(rebuilt))?.ran).toBe(true);
  await reaches(kept, ['preview-rendering:pages/still/still']);
  expect(await first()).toMatchObject({ ran: false, text: '请稍候 行 1行 2' });
  program.write({ 'pages/still/still.wxml': TEMPLATE });
  await rebuilt();
});

test('a dynamic one shows what the page asked for, last, and nothing before or after', async () => {
  await open('pages/moving/moving');
  const keep = (data: object | null): Promise<unknown> =>
    device.page.evaluate((value) => globalThis.__host?.call('keep', value), data);
  expect((await first())?.ran).toBe(true);
  expect(await kept()).toEqual([]);
  await keep({ hint: '一', list: [7] });
  await keep({ hint: '二', list: [8, 9] });
  await reaches(() => device.page.evaluate(() => JSON.stringify(localStorage).includes('二')), true);
  expect(await first()).toEqual({ ...EARLY, text: '加载中 二 行 8行 9' });
  expect(await device.data()).toMatchObject({ hint: '', list: [1, 2] });
  await device.page.evaluate(() => {
    void globalThis.__host?.call('keep', { hint: '三' });
    void globalThis.__host?.call('keep', null);
  });
  await device.page.evaluate(
    () => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle))),
  );
  expect((await first())?.ran).toBe(true);
});

test('a page that does not ask for it is drawn once, and nothing is kept', async () => {
  await open('pages/plain/plain');
  const documents = await device.page.evaluate(async () => {
    await new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle)));
    return document.querySelectorAll('iframe').length;
  });
  expect(documents).toBe(1);
  expect(await kept()).toEqual([]);
  expect((await first())?.ran).toBe(true);
});
