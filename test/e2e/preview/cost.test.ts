// What the preview itself costs: time to build and to open, and what closed pages leave in memory.
import path from 'node:path';
import type { CDPSession } from 'playwright-core';
import { Builder } from '../../preview/build/builder';
import { NpmPackages } from '../../preview/build/npm';
import { Program } from '../../unit/preview/support/program';
import { quickest } from '../support/quickest';
import { page } from './small';
import { startStand, type Program as Opened, type Stand } from './support';

jest.setTimeout(120_000);
const ICONS = 2000;
const TOP = path.resolve(__dirname, '../../..');
const library = (name: string): string => `tdesign-miniprogram/${name}/${name}`;
const program = new Program(
  page('Page({})', '<view/>', {
    'app.json': { pages: ['pages/p/p', 'pages/icons/icons', 'pages/parts/parts'] },
    'pages/icons/icons.json': { usingComponents: { 't-icon': library('icon') } },
    'pages/icons/icons.js': `Page({ data: { list: Array.from({ length: ${ICONS} }, (_, n) => n) } })`,
    'pages/icons/icons.wxml': '<t-icon wx:for="{{list}}" wx:key="*this" name="heart"/>',
    'pages/parts/parts.json': {
      usingComponents: {
        't-button': library('button'),
        't-cell': library('cell'),
        't-tabs': library('tabs'),
      },
    },
    'pages/parts/parts.js':
      "Page({ onLoad() { this.timer = setTimeout(() => {}, 1); this.setData({ a: 'x'.repeat(10000) }) } })",
    'pages/parts/parts.wxml':
      '<t-button>a</t-button><t-cell title="b"/><t-tabs/><swiper/><input/><scroll-view/>',
  }),
);

let stand: Stand;
let opened: Opened;
beforeAll(async () => {
  stand = await startStand(program.root);
  opened = await stand.open();
});
afterAll(() => stand.close());

const print = (line: string): void => void process.stdout.write(`${line}\n`);

it(`F5 a page of ${ICONS} icons opens in seconds`, async () => {
  const ms = await quickest(8000, async () => {
    const started = Date.now();
    expect(await opened.go('navigateTo', '/pages/icons/icons')).toBe('ok');
    const frame = await opened.frame();
    await frame.waitForFunction((count) => document.querySelectorAll('body *').length >= count, ICONS);
    const took = Date.now() - started;
    await opened.back();
    return took;
  });
  print(`preview.icons_${ICONS}_ms ${ms}`);
  expect(ms).toBeLessThan(8000);
});

interface Left {
  bytes: number;
  documents: number;
}

async function left(devtools: CDPSession): Promise<Left> {
  // Collects several times, because objects freed by one collection let the next one free more.
  for (let times = 0; times < 3; times++) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { bytes: of('JSHeapUsedSize'), documents: of('Documents') };
}

it('F5 fifty pages that were opened and closed leave no document, and the heap as it was', async () => {
  const devtools = await opened.page.context().newCDPSession(opened.page);
  await devtools.send('Performance.enable');
  const visit = async (): Promise<void> => {
    await opened.go('navigateTo', '/pages/parts/parts');
    await opened.back();
  };
  await visit();
  const before = await left(devtools);
  for (let times = 0; times < 50; times++) await visit();
  const after = await left(devtools);
  const growth = after.bytes / before.bytes;
  print(`heap.growth_50_pages ${growth.toFixed(3)}`);
  expect(growth).toBeLessThanOrEqual(1.2);
  expect(after.documents).toBe(before.documents);
});

it('F5 the program of this project is built from nothing in seconds', async () => {
  // Three on a machine that does nothing else.
  const most = 12_000;
  const ms = await quickest(most, async () => {
    const npm = new NpmPackages({ folders: [path.join(TOP, 'node_modules')], dependencies: null });
    const root = path.join(TOP, 'miniprogram');
    return (await new Builder({ root, appId: 'wx1', npm }).build()).durationMs;
  });
  print(`preview.cold_build_ms ${Math.round(ms)}`);
  expect(ms).toBeLessThan(most);
});
