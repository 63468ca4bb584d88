// The pieces of the font are made once for all pages.
import type { CDPSession } from 'playwright-core';
import { Program } from '../../unit/preview/support/program';
import { until } from '../support/until';
import { page } from './small';
import { startStand, type Program as Opened, type Stand } from './support';

/** Of many pieces, and none of them on the first page. */
const TEXT = '麒麟饕餮霓虹踯躅葳蕤氤氲觥筹';
const program = new Program(
  page('Page({})', '<view>a</view>', {
    'app.json': { pages: ['pages/p/p', 'pages/q/q'] },
    'pages/q/q.js': 'Page({})',
    'pages/q/q.wxml': `<text>${TEXT}</text>`,
  }),
);

let stand: Stand;
let opened: Opened;
let devtools: CDPSession;
beforeAll(async () => {
  stand = await startStand(program.root);
  opened = await stand.open();
  devtools = await opened.page.context().newCDPSession(opened.page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
});
afterAll(() => stand.close());

/** How many characters of the top page's text are drawn by fonts that were fetched, and how many by the machine's. */
async function drawn(): Promise<{ fetched: number; own: number }> {
  await devtools.send('DOM.getDocument', { depth: -1, pierce: true });
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: `[...document.querySelectorAll('iframe')].at(-1).contentDocument.querySelector('wx-text')`,
  });
  const { nodeId } = await devtools.send('DOM.requestNode', { objectId: result.objectId ?? '' });
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  const count = (custom: boolean): number =>
    fonts
      .filter(({ isCustomFont }) => isCustomFont === custom)
      .reduce((sum, { glyphCount }) => sum + glyphCount, 0);
  return { fetched: count(true), own: count(false) };
}

const readsTheSheet = async (): Promise<boolean> =>
  (await opened.frame()).evaluate(() => document.querySelector('link[rel=stylesheet]') !== null);

it('F6 a page that is opened later reads no font sheet, draws with pieces that come later, and asks for none again', async () => {
  expect(await readsTheSheet()).toBe(true);
  // They are made when the browser has nothing to do.
  await until(async () => {
    await opened.go('redirectTo', '/pages/p/p');
    return !(await readsTheSheet());
  });
  const asked: string[] = [];
  opened.page.on('request', (request) => {
    if (request.url().includes('/@font/')) asked.push(request.url());
  });
  await opened.go('navigateTo', '/pages/q/q');
  await until(async () => (await drawn()).fetched === TEXT.length);
  expect(await drawn()).toEqual({ fetched: TEXT.length, own: 0 });
  expect(asked.length).toBeGreaterThan(1);

  asked.length = 0;
  await opened.back();
  await opened.go('navigateTo', '/pages/q/q');
  expect(await drawn()).toEqual({ fetched: TEXT.length, own: 0 });
  expect(asked).toEqual([]);
});
