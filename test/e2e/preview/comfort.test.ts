// What helps who develops with the preview: where a fault is, what a page costs, how it looks to others.
import { OUT, page, smallPrograms } from './small';

jest.setTimeout(60_000);
const small = smallPrograms();

const card = (script: string) => ({
  'c/card.json': { component: true },
  'c/card.wxml': '<view>card</view>',
  'c/card.js': script,
});

describe('F3 a fault', () => {
  const program = (script: string): ReturnType<typeof page> =>
    page("Page({ data: { o: 'first' } })", OUT, {
      'app.json': { pages: ['pages/p/p', 'pages/q/q'] },
      'pages/q/q.json': { usingComponents: { 'my-card': '/c/card' } },
      'pages/q/q.js': "Page({ data: { o: 'second' } })",
      'pages/q/q.wxml': `<view>\n  <my-card/>\n</view>${OUT}`,
      ...card(script),
    });

  it('F3 covers the page that it belongs to, and no other', async () => {
    const shown = await small.open(program("Component({ attached() { throw new Error('torn') } })"));
    await shown.device.page.evaluate(() => globalThis.__host?.navigation.navigateTo('/pages/q/q'));
    expect(await shown.fault()).toBe('Error: torn');
    const covers = (route: string) => shown.device.page.locator(`.page[data-route="${route}"] .fault`);
    await covers('pages/q/q').waitFor();
    expect(await covers('pages/p/p').count()).toBe(0);
    await shown.device.page.evaluate(() => globalThis.__host?.navigation.navigateBack(1));
    expect(await shown.device.page.locator('.fault').count()).toBe(0);
    await shown.says('first');
  });

  it('F3 names the component, the line of the source, and the line of the template that draws it', async () => {
    const shown = await small.open(
      program("Component({\n  attached() {\n    throw new Error('torn')\n  }\n})"),
    );
    await shown.device.page.evaluate(() => globalThis.__host?.navigation.navigateTo('/pages/q/q'));
    const told = shown.device.page.locator('.fault pre');
    await told.filter({ hasText: 'c/card.js:3:' }).waitFor();
    expect(await told.innerText()).toContain('in <my-card> (pages/q/q.wxml:2:3)');
    expect(await shown.device.page.locator('.fault p').innerText()).toMatch(/^c\/card /);
    const { errors } = await shown.device.problems();
    expect(errors.join('\n')).toContain('pages/q/q.wxml:2:3');
  });
});

it('F3 several modals stand under one mask, and are answered from the last to the first', async () => {
  const shown = await small.open(
    page(
      `Page({ data: { o: '' }, onLoad() {
        for (const title of ['one', 'two', 'three']) wx.showModal({ title, success: () => this.setData({ o: this.data.o + title }) }) } })`,
    ),
  );
  const masks = (): Promise<string[]> =>
    shown.device.page
      .locator('.modal > .mask')
      .evaluateAll((all) => all.map((mask) => getComputedStyle(mask).backgroundColor));
  await shown.device.page.locator('.modal').nth(2).waitFor();
  expect(await masks()).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0.5)']);
  await shown.device.page.locator('.modal').nth(2).getByText('确定').tap();
  await shown.says('three');
  expect(await masks()).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0.5)']);
});

it('F3 the panel shows what the page in front costs', async () => {
  const shown = await small.open(
    page(
      "Page({ data: { o: '', list: [] }, onReady() { this.setData({ list: Array(1100).fill('x') }) } })",
      `<view wx:for="{{list}}" wx:key="index">{{item}}</view>${OUT}`,
    ),
    { width: 390 },
  );
  const { page: tab } = shown.device;
  const [stats] = await Promise.all([tab.evaluate(() => globalThis.__host?.stats())]);
  expect(Object.values(stats?.nodes ?? {})).toEqual([1101]);
  await tab.setViewportSize({ width: 1200, height: 900 });
  await tab.goto(`${new URL(tab.url()).origin}/?frame=1`);
  const words = tab.locator('.monitor.much');
  await words.filter({ hasText: '1101 个节点' }).waitFor();
  expect(await words.innerText()).toMatch(/^1 次 · 共 \d\.\d KB · 最大 \d\.\d KB · 1101 个节点$/);
});

it('F3 a program can read the reader’s text size, and a page uses it where page-meta says "system"', async () => {
  const shown = await small.open(
    page(
      'Page({ data: { o: "" }, onLoad() { const { fontSizeSetting, fontSizeScaleFactor } = wx.getAppBaseInfo(); this.setData({ o: [fontSizeSetting, fontSizeScaleFactor].join() }) } })',
      `<page-meta root-font-size="system" page-font-size="system"/>${OUT}`,
    ),
    { fontScale: 1.5 },
  );
  await shown.says('26,1.5');
  const size = await (
    await shown.device.frame()
  ).evaluate(() => [
    getComputedStyle(document.documentElement).fontSize,
    getComputedStyle(document.body).fontSize,
  ]);
  expect(size).toEqual(['26px', '26px']);
});

it('F3 a reload keeps the page and its query', async () => {
  const shown = await small.open(page('Page({ data: { o: "" }, onLoad({ a }) { this.setData({ o: a }) } })'));
  await shown.device.page.evaluate(() => globalThis.__host?.navigation.navigateTo('/pages/p/p?a=1%202'));
  await shown.device.restart();
  await shown.says('1%202');
});
