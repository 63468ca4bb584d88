// The built-in components, used by a person in a real browser.
import type { Browser } from 'playwright-core';
import type { Preview } from '../../preview';
import { startPreview } from '../../preview';
import type { Device } from '../../preview/playwright';
import { openPreview } from '../../preview/playwright';
import { standingBrowser } from '../stand';
import { Program } from '../../unit/preview/support/program';
import { reaches } from './wait';

const PICTURE =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60"/></svg>',
  );

const SOURCES = {
  'app.json': { pages: ['pages/a/a', 'pages/b/b'], window: {} },
  'pages/a/a.json': {},
  'pages/a/a.wxml': `
    <form bindsubmit="note" bindreset="note">
      <input id="input" name="text" maxlength="4" placeholder="请输入" placeholder-class="hint" bindinput="type" bindconfirm="note"/>
      <view id="around" bindtap="note"><input disabled value="不可用" id="disabled"/></view>
      <textarea id="area" name="area" auto-height style="width:300px;max-height:60px" bindlinechange="note"/>
      <switch id="switch" name="on" bindchange="note"/>
      <checkbox-group name="many" bindchange="note"><label id="label"><checkbox value="1"/>甲</label><checkbox value="2" checked/></checkbox-group>
      <radio-group name="one"><label id="man"><radio value="m"/>男</label><radio value="w" checked/></radio-group>
      <slider id="slide" name="slide" value="30" step="10" bindchange="note"/>
      <picker id="date" name="date" mode="date" value="2026-01-31" bindchange="note"><view>日期</view></picker>
      <picker id="columns" mode="multiSelector" range="{{columns}}" value="{{[0,0]}}" bindcolumnchange="column"><view>多列</view></picker>
      <button id="submit" form-type="submit">提交</button><button id="reset" form-type="reset">重置</button>
    </form>
    <text id="text" decode>{{'&lt;a&gt;'}}</text>
    <image id="wide" src="${PICTURE}" mode="widthFix" style="width:200px" bindload="note"/>
    <image id="broken" src="/none.png" binderror="note"/>
    <swiper id="swiper" current="{{current}}" circular style="height:80px" bindchange="note">
      <swiper-item wx:for="{{[0,1,2]}}" wx:key="*this">第 {{item}}</swiper-item>
    </swiper>
    <scroll-view id="scroll" scroll-y style="height:120px" scroll-into-view="{{into}}" bindscrolltolower="note"
      refresher-enabled refresher-triggered="{{refreshing}}" bindrefresherrefresh="refresh" bindrefresherrestore="note">
      <view wx:for="{{rows}}" wx:key="*this" id="row{{item}}" style="height:40px">行 {{item}}</view>
    </scroll-view>
    <canvas id="canvas" type="2d" style="width:40px;height:20px"/>
    <rich-text id="rich" nodes="<b onclick='x()'>粗</b><script>x</script>"/>
    <navigator id="link" url="/pages/b/b?x=1">链接</navigator>`,
  'pages/a/a.wxss': '.hint { color: rgb(255, 0, 0) }',
  'pages/a/a.ts': `Page({
    data: { notes: [] as unknown[], columns: [['甲', '乙'], ['一']], rows: Array.from({ length: 20 }, (_, i) => i), current: 0, into: '', refreshing: false },
    note(e: { type: string; detail: unknown; currentTarget: { id: string } }) {
      this.setData({ notes: [...this.data.notes, [e.currentTarget.id, e.type, e.detail]] })
    },
    type(e: { detail: { value: string } }) { return e.detail.value.toUpperCase() },
    column(e: { detail: { column: number; value: number } }) {
      if (e.detail.column === 0 && e.detail.value === 1) this.setData({ columns: [['甲', '乙'], ['二', '三']] })
    },
    refresh() { this.setData({ refreshing: true }, () => this.setData({ refreshing: false })) },
    canvas() { return new Promise((resolve) => wx.createSelectorQuery().select('#canvas').fields({ node: true, size: true }).exec(([found]) => {
      const { node, width, height } = found
      node.width = width * 2; node.height = height * 2
      node.getContext('2d').fillRect(0, 0, 10, 10)
      wx.canvasToTempFilePath({ canvas: node, success: ({ tempFilePath }) => wx.getImageInfo({ src: tempFilePath, success: (info) => resolve([width, height, info.width, info.height]) }) })
    })) },
  })`,
  'pages/b/b.wxml': '<view>第二页</view>',
  'pages/b/b.ts': 'Page({})',
};

let preview: Preview;
let browser: Browser;
let device: Device;

beforeAll(async () => {
  preview = await startPreview({
    root: new Program(SOURCES).root,
    deterministic: true,
    log: () => undefined,
  });
  browser = await standingBrowser();
}, 60_000);
afterAll(async () => {
  await preview.close();
});
beforeEach(async () => {
  device = await openPreview(browser, preview.url);
});
afterEach(() => device.close());

type Note = [id: string, type: string, detail: unknown];
const notes = async (): Promise<Note[]> => ((await device.data()) as { notes: Note[] }).notes;
const lastOf = (type: string) => async (): Promise<unknown> =>
  (await notes()).filter(([, noted]) => noted === type).at(-1);
const set = (patch: Record<string, unknown>): Promise<unknown> =>
  device.page.evaluate((data) => globalThis.__host?.call('setData', data), patch);

test('a text area grows with its text up to the page’s limit, and scrolls inside from there', async () => {
  const sizes = async () =>
    (await device.frame()).evaluate(() => {
      const area = document.querySelector('#area');
      const field = area?.querySelector('textarea');
      const box = area?.getBoundingClientRect();
      return {
        height: box?.height ?? NaN,
        spills: (field?.getBoundingClientRect().bottom ?? NaN) - (box?.bottom ?? NaN),
        hidden: (field?.scrollHeight ?? NaN) - (field?.clientHeight ?? NaN),
      };
    });
  await device.type('#area', '一行');
  const { height } = await sizes();
  await device.type('#area', '一\n二');
  await reaches(async () => (await sizes()).height > height, true);
  await device.type('#area', '一\n二\n三\n四\n五\n六\n七\n八');
  await reaches(async () => (await sizes()).height, 60);
  expect(await sizes()).toMatchObject({ spills: 0 });
  expect((await sizes()).hidden).toBeGreaterThan(40);
});

test('a form gathers what was filled in, and clears it', async () => {
  await device.type('#input', 'abcdef');
  await device.type('#area', '两行\n字');
  await device.tap('#switch');
  await device.tap('#label');
  await device.tap('#man');
  await device.tap('#submit');
  const value = {
    text: 'ABCD',
    area: '两行\n字',
    on: true,
    many: ['1', '2'],
    one: 'm',
    slide: 30,
    date: '2026-01-31',
  };
  await reaches(lastOf('submit'), ['', 'submit', expect.objectContaining({ value })]);
  await device.tap('#reset');
  await device.tap('#submit');
  const cleared = { text: '', area: '', on: false, many: [], one: '', slide: 0, date: '' };
  await reaches(lastOf('submit'), ['', 'submit', expect.objectContaining({ value: cleared })]);
});

test('an input shows its placeholder in the app’s class, takes what its handler returns, and confirms', async () => {
  const frame = await device.frame();
  const color = await frame.locator('#input .hint').evaluate((node) => getComputedStyle(node).color);
  expect(color).toBe('rgb(255, 0, 0)');
  await device.type('#input', 'ab');
  await device.page.keyboard.press('Enter');
  await reaches(lastOf('confirm'), ['input', 'confirm', { value: 'AB' }]);
});

test('a disabled input lets the tap through', async () => {
  await (await device.frame()).locator('#disabled').tap({ force: true });
  await reaches(lastOf('tap'), ['around', 'tap', expect.anything()]);
});

test('a date picker keeps to the days of the month', async () => {
  await device.tap('#date');
  await device.page.locator('.picker-column').nth(1).getByText('02月').click();
  await reaches(() => device.page.locator('.picker-column').nth(2).locator('div').count(), 28);
  await device.page.getByText('确定').click();
  await reaches(lastOf('change'), ['date', 'change', { value: '2026-02-28' }]);
});

test('a picker’s columns follow what the program sets while it is open', async () => {
  await device.tap('#columns');
  await device.page.locator('.picker-column').first().getByText('乙').click();
  await reaches(() => device.page.locator('.picker-column').nth(1).allInnerTexts(), ['二\n三']);
});

test('texts are decoded, pictures keep their shape, broken ones say so, rich text is cleaned', async () => {
  const frame = await device.frame();
  expect(await frame.locator('#text').innerText()).toBe('<a>');
  await reaches(
    () => frame.locator('#wide').boundingBox(),
    expect.objectContaining({ width: 200, height: 100 }),
  );
  await reaches(lastOf('error'), ['broken', 'error', { errMsg: 'GET /none.png 404 (Not Found)' }]);
  expect(await frame.locator('#rich div').innerHTML()).toBe('<b>粗</b>');
});

test('a swiper follows the program and the finger', async () => {
  await set({ current: 2 });
  await reaches(lastOf('change'), ['swiper', 'change', { current: 2, currentItemId: '', source: '' }]);
  const box = await (await device.frame()).locator('#swiper').boundingBox();
  if (!box) throw new Error('the swiper is not shown');
  const { mouse } = device.page;
  await mouse.move(box.x + 250, box.y + 40);
  await mouse.down();
  await mouse.move(box.x + 40, box.y + 42, { steps: 5 });
  await mouse.up();
  await reaches(lastOf('change'), ['swiper', 'change', { current: 0, currentItemId: '', source: 'touch' }]);
});

test('a scroll view goes to a child, tells of its end and refreshes', async () => {
  const scroll = (await device.frame()).locator('#scroll');
  await set({ into: 'row5' });
  await reaches(() => scroll.evaluate((node) => node.scrollTop), 200);
  await scroll.evaluate((node) => node.scrollTo(0, node.scrollHeight));
  await reaches(lastOf('scrolltolower'), ['scroll', 'scrolltolower', { direction: 'bottom' }]);
  await set({ refreshing: true });
  await reaches(async () => ((await device.data()) as { refreshing: boolean }).refreshing, false);
  await reaches(async () => (await notes()).some(([, type]) => type === 'refresherrestore'), true);
});

test('a slider follows the finger in steps', async () => {
  const box = await (await device.frame()).locator('#slide').boundingBox();
  if (!box) throw new Error('the slider is not shown');
  const { mouse } = device.page;
  await mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await mouse.down();
  await mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 4 });
  await mouse.up();
  await reaches(lastOf('change'), ['slide', 'change', { value: 50 }]);
});

test('a canvas is drawn in real pixels and becomes a file', async () => {
  const drawn = await device.page.evaluate(() => globalThis.__host?.call('canvas'));
  expect(drawn).toEqual([40, 20, 80, 40]);
});

test('a navigator opens its page', async () => {
  await device.tap('#link');
  await device.ready('pages/b/b');
  expect((await device.pages()).at(-1)?.query).toEqual({ x: '1' });
});
