// TDesign's components in the preview: they show, they react, and they are quiet.
import { startStand, type Program, type Stand } from './support';

jest.setTimeout(60_000);

let stand: Stand;
let program: Program;
beforeAll(async () => {
  stand = await startStand();
  program = await stand.open('pages/library/library');
}, 90_000);
afterAll(() => stand.close());

const text = async (selector: string): Promise<string> =>
  ((await (await program.frame()).locator(selector).textContent()) ?? '').trim();
const height = async (selector: string): Promise<number> =>
  (await (await program.frame()).locator(selector).first().boundingBox())?.height ?? 0;

describe('it shows', () => {
  it.each([
    ['#button', '按钮'],
    ['#cell', '标题'],
    ['#cell', '说明'],
    ['#tabs', 'panel one'],
    ['#tag', '标签'],
    ['#badge', '8'],
    ['#steps', '步骤二'],
    ['#notice', '通知'],
    ['#loading', '加载中'],
    ['#empty', '没有数据'],
    ['#swipe', '左滑'],
    ['#bar', '乙'],
  ])('%s with %s', async (selector, words) => {
    expect(await text(selector)).toContain(words);
  });

  it.each(['#input', '#search', '#rate', '#switch', '#textarea', '#skeleton', '#image'])(
    '%s with a size',
    async (selector) => {
      expect(await height(selector)).toBeGreaterThan(0);
    },
  );
});

describe('it reacts', () => {
  const after = async (act: () => Promise<unknown>, field: string, value: unknown): Promise<void> => {
    await act();
    await program.until((data) => data[field] === value);
  };
  const frame = () => program.frame();

  it('button and cell to a tap', async () => {
    await after(() => program.tap('#button .t-button'), 'taps', 1);
    await after(() => program.tap('#cell .t-cell'), 'cells', 1);
  });
  it('input, search and textarea to typing', async () => {
    await after(async () => (await frame()).fill('#input input', '小明'), 'name', '小明');
    await after(async () => (await frame()).fill('#search input', '找'), 'word', '找');
    await after(async () => (await frame()).fill('#textarea textarea', '一行'), 'note', '一行');
  });
  it('tabs, rate, switch and tab bar to a choice', async () => {
    await after(() => program.tap('#tabs >> text=二'), 'tab', '1');
    await after(() => program.tap('#rate .t-rate__icon >> nth=3'), 'stars', 4);
    await after(() => program.tap('#switch .t-switch__body'), 'on', true);
    await after(() => program.tap('#bar >> text=乙'), 'bar', 'b');
  });
  it('dialog, popup, toast and action sheet to calls', async () => {
    await program.call('openDialog');
    await after(() => program.tap('#dialog >> text=确定'), 'dialog', false);
    await program.call('openPopup');
    await (await frame()).waitForSelector('#popped', { state: 'visible' });
    await after(() => program.page.touchscreen.tap(195, 160), 'popup', false);
    await program.call('showToast');
    await (await frame()).waitForSelector('text=好的');
    await program.call('showActions');
    await after(() => program.tap('.t-action-sheet >> text=乙'), 'action', '1');
  });
  it('swipe cell to a drag', async () => {
    const box = await (await frame()).locator('#swipe').boundingBox();
    const devtools = await program.page.context().newCDPSession(program.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
      devtools.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y: (box?.y ?? 0) + 20 }],
      });
    await touch('touchStart', 300);
    for (const x of [280, 240, 180]) await touch('touchMove', x);
    await touch('touchEnd', 180);
    await after(() => program.tap('#delete'), 'deleted', true);
  });
});

it('is quiet: no error, no warning, nothing unknown', async () => {
  expect(program.messages.filter((line) => /^(error|warning) /.test(line))).toEqual([]);
  expect(await program.host((host) => host.unknown())).toEqual([]);
});
