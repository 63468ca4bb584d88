// Components behind a placeholder: what stands there, when the real one takes its place, and what happens without a network.
import type { Frame } from 'playwright-core';
import { startStand, type Program, type Stand } from './support';
import { reaches } from './wait';

const LATE = '/pages/late/late';

let stand: Stand;
let program: Program;
let frame: Frame;
beforeAll(async () => {
  stand = await startStand();
}, 60_000);
afterAll(() => stand.close());
afterEach(() => program.close());

/** Of all that a WXML selector finds. */
const text = (selector: string): Promise<string[]> =>
  program.page.evaluate(
    (wanted) =>
      (globalThis.__host?.elements(wanted) ?? []).map((found) => (found as HTMLElement).innerText.trim()),
    selector,
  );
const set = (data: object): Promise<unknown> => program.call('setData', data);

const rows = (...ids: number[]): { rows: { id: number; size: number }[] } => ({
  rows: ids.map((id) => ({ id, size: id })),
});

/** Opens the page with `home` under it; packages come once they are let through. */
async function open(query = '', held = false): Promise<{ letThrough: () => void }> {
  program = await stand.open('pages/home/home');
  await program.notes();
  let letThrough = (): void => undefined;
  const through = new Promise<void>((resolve) => (letThrough = resolve));
  if (held)
    await program.page.route(/@bridge\/package/, async (route) => {
      await through;
      await route.continue();
    });
  await program.page.evaluate((url) => globalThis.__host?.navigation.navigateTo(url), LATE + query);
  if (!held) await program.settled();
  await program.page.waitForFunction(() => globalThis.__host?.pages().at(-1)?.ready === true);
  frame = await program.frame();
  return { letThrough };
}

describe('a component of another package', () => {
  it('takes the place of what stands in for it after the page is ready, and hears no show', async () => {
    await open('?draw=box');
    expect(await program.notes()).toEqual([
      'home hide',
      'late load',
      'late show',
      'late ready',
      'card label in box',
      'box created',
      'box attached first',
      'card attached',
      'panel ready',
      'card ready',
      'box ready',
    ]);
    await program.go('navigateTo', '/pages/strict/strict');
    await program.back();
    expect(await program.notes()).toEqual(['box hide', 'late show', 'box show']);
    await program.back();
    expect(await program.notes()).toEqual(['box detached', 'home show']);
  });

  it('has its placeholder there until then: a built-in with the class of the page, or a component with its properties', async () => {
    const { letThrough } = await open('?draw=box', true);
    await set(rows(3));
    expect(await frame.locator('#box').evaluate((box) => box.localName)).toBe('wx-view');
    expect(await frame.locator('#box').evaluate((box) => getComputedStyle(box).paddingLeft)).toBe('40px');
    expect(await text('#box')).toEqual(['shape 1in the slot']);
    expect(await text('.row')).toEqual(['shape 3']);
    expect(await program.call('finds')).toEqual([null, 'components/shape/shape']);
    letThrough();
    await program.settled();
    expect(await text('#box >>> .box')).toEqual(['box first mark 1crate 1in the slot']);
    expect(await text('.row')).toEqual(['crate 3']);
    expect(await program.call('finds')).toEqual(['packages/parts/box/box', 'packages/parts/crate/crate']);
    expect(await frame.locator('#box').evaluate((box) => getComputedStyle(box).paddingLeft)).toBe('40px');
  });

  it('comes with the properties of that moment, its own style, and its listeners', async () => {
    const { letThrough } = await open('?draw=box', true);
    await set(rows(3, 4, 5));
    await set({ label: 'second', size: 2, ...rows(5, 4, 6) });
    await set({ 'rows[0].size': 50 });
    await set({ rows: [{ id: 5, size: 51 }, { id: 4, size: 41 }, ...rows(6).rows] });
    await set({ 'rows[2].size': 60 });
    letThrough();
    await program.settled();
    expect(await text('#box >>> .box')).toEqual(['box second mark 1crate 2in the slot']);
    expect(await text('.row')).toEqual(['crate 51', 'crate 41', 'crate 60']);
    expect(await frame.getByText('box second').evaluate((box) => getComputedStyle(box).color)).toBe(
      'rgb(0, 128, 0)',
    );
    await set({ label: 'third', size: 9, ...rows(4, 7) });
    expect(await text('#box >>> .box')).toEqual(['box third mark 1crate 9in the slot']);
    expect(await text('.row')).toEqual(['crate 4', 'crate 7']);
    await frame.getByText('box third').tap();
    await program.until(({ pressed }) => pressed === 'third');
    await frame.tap('.row >> nth=1');
    await program.until(({ tapped }) => tapped === 7);
  });

  it('brings components of the main package and of a third one, which is behind a placeholder again', async () => {
    await open('?draw=box');
    expect(await text('#box >>> #deep')).toEqual(['deep first']);
    expect(await program.fetched()).toEqual(['', 'packages/parts', 'packages/extra']);
  });

  it('stands on a page of a subpackage as well', async () => {
    program = await stand.open('packages/parts/shelf/shelf');
    frame = await program.frame();
    expect(await text('#deep')).toEqual(['deep on the shelf']);
  });

  it('is not created when its placeholder is gone before it comes', async () => {
    const { letThrough } = await open('?draw=box', true);
    await set({ box: false });
    letThrough();
    await program.settled();
    expect(await program.fetched()).toContain('packages/parts');
    expect((await program.notes()).filter((line) => line.startsWith('box'))).toEqual([]);
  });
});

it('the placeholder of a file at fault stays, and the fault is told', async () => {
  await open();
  await program.notes();
  await set({ torn: true });
  await program.settled();
  expect(await text('#torn')).toEqual(['in its place']);
  expect(await program.notes()).toEqual(["app error Cannot read properties of undefined (reading 'deep')"]);
});

describe('without a network', () => {
  const told = 'lazy subpackage packages/parts loadSubpackage: fail';
  const late = async (): Promise<string[]> =>
    (await program.notes()).filter((line) => /^(lazy|box|app error)/.test(line));

  it('the placeholder stays, the program is told, and the page works', async () => {
    program = await stand.open('pages/home/home', { offline: true });
    await program.go('navigateTo', `${LATE}?draw=box`);
    frame = await program.frame();
    expect(await late()).toEqual([told]);
    expect(await text('#box')).toEqual(['shape 1in the slot']);
    await set({ size: 2 });
    expect(await text('#box')).toEqual(['shape 2in the slot']);
    expect(program.messages.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('it is asked for again when it is drawn again, not when the network is back', async () => {
    program = await stand.open('pages/home/home', { offline: true });
    await program.go('navigateTo', `${LATE}?draw=box`);
    frame = await program.frame();
    await late();
    await set({ box: false });
    await set({ box: true });
    await program.settled();
    expect(await late()).toEqual([told]);
    await program.network(false);
    await program.settled();
    expect(await text('#box')).toEqual(['shape 1in the slot']);
    await set({ box: false });
    await set({ box: true });
    await program.settled();
    expect(await text('#box >>> .box')).toEqual(['box first mark 1crate 1in the slot']);
  });

  it('it is asked for again when the page is opened again', async () => {
    program = await stand.open('pages/home/home', { offline: true });
    await program.go('navigateTo', `${LATE}?draw=box`);
    await program.back();
    await program.network(false);
    await program.go('navigateTo', `${LATE}?draw=box`);
    frame = await program.frame();
    expect(await text('#box >>> .box')).toEqual(['box first mark 1crate 1in the slot']);
  });

  it('a package that takes longer than the given time is reported, and comes all the same', async () => {
    const { letThrough } = await open('', true);
    await program.page.evaluate(() => {
      const { wx } = globalThis.__preview.host.scope() as { wx: WechatMiniprogram.Wx };
      (wx.onLazyLoadError as (listener: () => void, ms: number) => void)(() => undefined, 50);
    });
    await set({ box: true });
    await reaches(late, ['lazy subpackage packages/parts loadSubpackage: timeout']);
    letThrough();
    await program.settled();
    expect(await text('#box >>> .box')).toEqual(['box first mark 1crate 1in the slot']);
  });
});

describe('a component of the same package behind a placeholder', () => {
  const ran = async (): Promise<boolean> =>
    program.page.evaluate(() =>
      globalThis.__preview.loaded().executed.some(({ file }) => file === 'components/slow/slow.ts'),
    );

  it('runs only when it is drawn, and every page draws the placeholder first', async () => {
    await open();
    expect(await ran()).toBe(false);
    await set({ slow: true });
    await program.settled();
    expect(await text('#slow >>> .slow')).toEqual(['slow']);
    const drawn = await program.page.evaluate(async (url) => {
      await globalThis.__host?.navigation.navigateTo(url);
      return globalThis.__host?.elements('#slow').map((element) => element.localName);
    }, `${LATE}?draw=slow`);
    expect(drawn).toEqual(['wx-view']);
    await program.settled();
    frame = await program.frame();
    expect(await text('#slow >>> .slow')).toEqual(['slow']);
  });

  it('is not waited for once its page was left before that was ready', async () => {
    await open();
    await program.page.evaluate(async (url) => {
      const to = (page: string): Promise<void> | undefined => globalThis.__host?.navigation.reLaunch(page);
      await Promise.all([to(url), to('/pages/home/home')]);
    }, `${LATE}?draw=slow`);
    await program.settled();
    expect(await program.page.evaluate(() => globalThis.__host?.pages().map(({ route }) => route))).toEqual([
      'pages/home/home',
    ]);
  });
});
