// Fingers, WXS, queries, scroll and the setData budget, in a real browser.
import { until } from '../support/until';
import { startStand, type Program, type Stand } from './support';

let stand: Stand;
let program: Program;
beforeAll(async () => {
  stand = await startStand();
}, 60_000);
afterAll(() => stand.close());
afterEach(() => program.close());

interface Seen {
  at: string;
  [field: string]: unknown;
}
const seen = (data: Record<string, unknown>): Seen[] => data['events'] as Seen[];
const count = (many: number) => (data: Record<string, unknown>) => seen(data).length >= many;

/** A finger on the middle of a node, by the browser's own touch events. */
async function finger(
  selector: string,
): Promise<{ down(): Promise<void>; move(dy: number): Promise<void>; up(): Promise<void> }> {
  const box = await (await program.frame()).locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not visible`);
  const devtools = await program.page.context().newCDPSession(program.page);
  let y = box.y + box.height / 2;
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd') =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: box.x + box.width / 2, y }],
    });
  return {
    async down() {
      await send('touchStart');
    },
    async move(dy) {
      y += dy;
      await send('touchMove');
    },
    async up() {
      await send('touchEnd');
    },
  };
}

describe('events', () => {
  it('captures first, then bubbles, with dataset, marks and one finger', async () => {
    program = await stand.open('pages/touch/touch');
    await program.tap('#inner');
    const [capture, inner, outer] = seen(await program.until(count(3)));
    expect(capture?.at).toBe('capture');
    expect(inner).toMatchObject({
      at: 'inner',
      type: 'tap',
      target: 'inner',
      currentTarget: 'inner',
      currentData: { someName: 'n' },
      mark: { cell: 'c', row: 7 },
      fingers: [0, 1],
    });
    expect(outer).toMatchObject({
      at: 'outer',
      target: 'inner',
      currentTarget: 'outer',
      currentData: { outer: 'o' },
    });
  });

  it('stops at catch', async () => {
    program = await stand.open('pages/touch/touch');
    await program.tap('#stopper');
    await program.tap('#plain');
    expect(seen(await program.until(count(4))).map(({ at }) => at)).toEqual([
      'capture',
      'stopper',
      'capture',
      'outer',
    ]);
  });

  it('takes a long press and leaves the tap out', async () => {
    program = await stand.open('pages/touch/touch');
    const press = await finger('#press');
    await press.down();
    await program.until(count(1));
    await press.up();
    await program.tap('#plain');
    expect(seen(await program.until(count(3))).map(({ at }) => at)).toEqual([
      'longpress',
      'capture',
      'outer',
    ]);
  });

  it('runs event functions and change listeners of WXS', async () => {
    program = await stand.open('pages/touch/touch');
    const drag = await finger('#drag');
    await drag.down();
    await drag.move(20);
    const [first] = seen(await program.until(count(1)));
    await drag.up();
    expect(first).toEqual({ at: 'wxs', detail: { type: 'touchmove', name: 'dragged' } });
    expect(await (await program.frame()).locator('#drag').getAttribute('style')).toContain('opacity:0.5');
    await program.call('setData', { events: [], go: 'go' });
    expect(seen(await program.until(count(1)))).toEqual([
      { at: 'wxs', detail: { type: 'change', name: 'watched' } },
    ]);
  });

  it('puts the hover class on while the finger is down', async () => {
    program = await stand.open('pages/touch/touch');
    const inner = await finger('#inner');
    await inner.down();
    const frame = await program.frame();
    await frame.waitForSelector('#inner.pressed');
    await inner.up();
    await frame.waitForSelector('#inner:not(.pressed)');
  });

  it('names a tag that nobody knows', async () => {
    program = await stand.open('pages/touch/touch');
    expect(await program.host((host) => host.unknown())).toEqual([
      { kind: 'tag', name: '<unknown-thing> in pages/touch/touch.wxml' },
    ]);
  });
});

describe('the view', () => {
  it('answers selector queries: fields, lists, >>>, nothing, viewport, canvas node', async () => {
    program = await stand.open('pages/view/view');
    expect(await program.call('ask')).toEqual({
      first: {
        id: 'first',
        dataset: { n: '1' },
        left: 0,
        top: 0,
        right: 52,
        bottom: 40,
        width: 52,
        height: 40,
        marginTop: '0px',
      },
      count: 2,
      deep: { dataset: { depth: '2' } },
      nothing: null,
      viewport: expect.objectContaining({ scrollTop: 0, scrollLeft: 0 }) as unknown,
      canvas: 'function',
    });
  });

  it('tells of scroll, bottom and intersection', async () => {
    program = await stand.open('pages/view/view');
    await program.call('watchLow');
    const frame = await program.frame();
    await frame.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const data = await program.until(
      ({ bottoms, visible }) => bottoms === 1 && (visible as number[]).includes(1),
    );
    expect(data['scrolled']).toBeGreaterThan(1000);
  });

  it('refreshes when pulled far enough', async () => {
    program = await stand.open('pages/view/view');
    const pull = await finger('#first');
    await pull.down();
    await pull.move(60);
    await pull.move(60);
    await pull.move(60);
    await pull.up();
    await program.until(({ refreshes }) => refreshes === 1);
  });

  it('converts rpx to the width of the window, and never to nothing', async () => {
    program = await stand.open('pages/home/home');
    const frame = await program.frame();
    const height = await frame.evaluate(
      () => document.querySelector('.hair')?.getBoundingClientRect().height,
    );
    expect(await frame.locator('#box').boundingBox()).toMatchObject({ width: 195 });
    expect(height).toBe(1);
  });

  it('follows the theme of the device', async () => {
    program = await stand.open('pages/home/home');
    const frame = await program.frame();
    const color = () =>
      frame.evaluate(() => getComputedStyle(document.querySelector('#box') ?? document.body).color);
    expect(await color()).not.toBe('rgb(1, 2, 3)');
    await program.host((host) => host.setTheme('dark'));
    expect(await color()).toBe('rgb(1, 2, 3)');
  });
});

describe('setData', () => {
  it('counts calls and bytes, warns beyond 256 KB, refuses 1 MB', async () => {
    program = await stand.open('pages/view/view');
    await program.host((host) => host.resetStats());
    await program.call('fill', 1);
    expect(await program.host((host) => host.stats().total)).toEqual({
      calls: 1,
      bytes: 1038,
      largest: 1038,
    });
    await program.call('fill', 300);
    const said = (words: string) => program.messages.filter((line) => line.includes(words)).length;
    await until(() => said('slow the page down') === 1);
    await program.call('fill', 1100);
    expect(String((await program.data())['answers'])).toHaveLength(300 * 1024);
    await until(() => said('more than the maximum of 1048576') === 1);
    expect(said('slow the page down')).toBe(1);
  });
});

describe('the logic layer', () => {
  it('has nothing of the browser', async () => {
    program = await stand.open('pages/strict/strict');
    const gone = 'undefined';
    expect((await program.data())['types']).toEqual({
      window: gone,
      document: gone,
      localStorage: gone,
      fetch: gone,
      process: gone,
      throughGlobal: gone,
      intl: gone,
      map: 'function',
      wx: 'object',
    });
    expect(await program.call('later')).toBe('later');
  });

  it('reports what a handler throws to App.onError and goes on', async () => {
    program = await stand.open('pages/strict/strict');
    await program.notes();
    await program.call('fail');
    expect(await program.notes()).toEqual(['app error thrown in a handler']);
    expect((await program.pages())[0]?.fault).toBeNull();
  });
});
