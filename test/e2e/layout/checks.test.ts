// What the layout tests judge by sees what is wrong: each fault planted on a sound page, and nothing else, is named.
import type { Device } from '../../preview/playwright';
import { pages } from '../support/journeys';
import { ask } from '../support/layout';
import { doubledIn, spokenFaults } from '../support/spoken';
import { useWorld } from '../support/world';

const world = useWorld();
let device: Device;
beforeEach(async () => {
  device = await world.open({ width: 320, height: 700, path: pages.me });
});

/** Adds markup to the end of the page. */
const plant = async (html: string): Promise<void> =>
  (await device.frame()).evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), html);

test.each([
  [
    'a block wider than the page',
    '<div style="width:400px;height:9px"></div>',
    [/scrolls sideways/, /400 px/],
  ],
  ['text that is cut off', '<p style="width:40px;height:20px;overflow:hidden">LIMITED-EDITION</p>', [/cuts/]],
  [
    'a button of 30 px',
    '<b role="button" style="display:block;width:30px;height:60px">好</b>',
    [/好: 30 × 60/],
  ],
  ['grey on grey', '<p style="color:#999;background:#ccc">看不清</p>', [/看不清: 1\.\d+/]],
  [
    'a text made faint',
    '<div style="background:#fff;opacity:.4"><p style="color:#333">太淡了</p></div>',
    [/太淡了/],
  ],
])('A8 %s is seen', async (_, html, expected) => {
  expect(await ask(device)).toEqual([]);
  await plant(html);
  expect(await ask(device)).toEqual(expected.map((line) => expect.stringMatching(line) as unknown));
});

test('A8 large text may be fainter, and text with an ellipsis may be cut off', async () => {
  await plant(`
    <p style="color:#888;background:#fff;font-size:24px">大字</p>
    <p style="width:60px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">LIMITED-EDITION</p>
    <div style="width:100px;overflow-x:auto"><div style="width:500px;height:9px"></div></div>`);
  expect(await ask(device)).toEqual([]);
});

test.each([
  [
    'a picture as light as by day',
    '<wx-image class="face" style="display:block;width:40px;height:40px"></wx-image>',
    [/a picture is not dimmed: \.face/],
  ],
  [
    'a thumb darker than its track',
    '<div style="background:#243030"><b class="segment-on" style="background:#111;color:#fff">本月</b></div>',
    [/a thumb is not lighter than its track: \.segment-on/],
  ],
])('J7 %s is seen in the dark', async (_, html, expected) => {
  await device.setTheme('dark');
  expect(await ask(device, 'dark')).toEqual([]);
  await plant(html);
  expect(await ask(device, 'dark')).toEqual(expected.map((line) => expect.stringMatching(line) as unknown));
});

test.each([
  ['a button that says nothing', '<b role="button">·</b>', [/^button without a name/]],
  [
    'a card that says its state twice',
    '<b role="button" aria-label="咖啡券，可使用，可使用">咖啡券</b>',
    [/says 可使用 twice/],
  ],
  [
    'a card that does not say when it ends',
    '<b role="button" aria-label="咖啡券">咖啡券<i>明天到期</i></b>',
    [/leaves out 明天到期/, /nothing says 明天到期/],
  ],
  ['a text that is hidden', '<p aria-hidden="true">只看得见</p>', [/^nothing says 只看得见/]],
  ['a choice that belongs to nothing', '<b role="radio">大</b>', [/^radio "大" is in no radiogroup/]],
  [
    'choices that nobody names',
    '<p role="radiogroup"><b role="radio">大</b></p>',
    [/^radiogroup without a name/],
  ],
  [
    'a button within a card that is one',
    '<p role="button" aria-label="咖啡券，用">咖啡券<b role="button">用</b></p>',
    [/^button "用" lies within button "咖啡券，用"/],
  ],
  [
    'a label without a role',
    '<div aria-label="我的资产">积分</div>',
    [/^"我的资产" is the name of what has no/],
  ],
])('J6 %s is heard', async (_, html, expected) => {
  expect(await spokenFaults(device)).toEqual([]);
  await plant(html);
  expect(await spokenFaults(device)).toEqual(expected.map((line) => expect.stringMatching(line) as unknown));
});

test('J6 a card, a field, a group and a hidden face that is said elsewhere are as they should be', async () => {
  await plant(`
    <p role="button" aria-label="云上茶舍，2 条未读"><i aria-hidden="true">云</i>云上茶舍<b>2</b></p>
    <p aria-label="手机"><input aria-label="手机"></p>
    <p role="radiogroup" aria-label="大小"><b role="radio">大</b></p>
    <p role="text" aria-label="券码 ABCD-EFGH"><b>ABCD</b><b>EFGH</b></p>`);
  expect(await spokenFaults(device)).toEqual([]);
});

test.each([
  ['双人套餐，可使用，双人套餐', ['双人套餐']],
  ['待使用待使用', ['待使用']],
  ['会话，19:20，客服小禾，19:20', ['19:20']],
  ['1 小时 1 次，100，100，A 区大厅，B 区大厅', []],
  ['我：哈哈哈哈，好的好的', []],
])('J6 what is doubled in %s', (name, doubled) => {
  expect(doubledIn(name.split('，'))).toEqual(doubled);
});
