// What the layout tests measure by sees what is wrong: each fault planted on a sound page, and nothing else, is named.
import type { Device } from '../../preview/playwright';
import { pages } from '../support/journeys';
import { ask } from '../support/layout';
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
