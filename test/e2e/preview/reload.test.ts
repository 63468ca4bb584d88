// Edits under a running preview: visible within two seconds, faults shown in place and gone when repaired.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Device } from '../../preview/playwright';
import { openPreview } from '../../preview/playwright';
import { standingBrowser } from '../stand';
import { quickest } from '../support/quickest';
import { until } from '../support/until';
import { Program, onePage } from '../../unit/preview/support/program';

/** From the write to the screen. */
const VISIBLE_MS = 2000;

const program = new Program(
  onePage({
    'app.json': { pages: ['pages/a/a', 'pages/b/b'] },
    'pages/b/b.ts': "Page({ data: { word: 'script one' } })",
    'pages/b/b.wxml': '<view>template one</view><view>{{word}}</view>',
    'pages/b/b.json': { navigationBarTitleText: 'title one' },
    'pages/b/b.wxss': 'view { color: rgb(1, 1, 1) }',
  }),
);

let server: ChildProcess;
let terminal = '';
let device: Device;

/** The watcher is an ES module, which jest cannot load: the preview runs as from a terminal. */
function startInTerminal(): Promise<string> {
  const root = path.resolve(__dirname, '../../..');
  const tsx = path.join(root, 'node_modules/.bin/tsx');
  server = spawn(tsx, [path.join(root, 'test/preview/main.ts'), program.root], {
    env: { ...process.env, PORT: '0' },
  });
  return new Promise((resolve, reject) => {
    const read = (bytes: Buffer): void => {
      terminal += bytes.toString('utf8');
      const url = /preview: (http\S+)/.exec(terminal)?.[1];
      if (url !== undefined) resolve(url);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('exit', () => reject(new Error(terminal)));
  });
}

beforeAll(async () => {
  const url = await startInTerminal();
  device = await openPreview(await standingBrowser(), url, { path: 'pages/b/b' });
}, 60_000);
afterAll(async () => {
  await device.close();
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await gone;
});

const errorPanel = () => device.page.locator('preview-errors section');

/** Resolves when the text is on the screen; how long that took is the test's business. */
const shown = (text: string): Promise<void> =>
  device.page
    .waitForFunction(
      (wanted) =>
        [document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)].some(
          // A document that begins to load has no body yet.
          (one) => (one?.body as HTMLElement | null | undefined)?.innerText.includes(wanted),
        ),
      text,
    )
    .then(() => undefined);

test.each([
  ['a template', 'pages/b/b.wxml', '<view>template two</view><view>{{word}}</view>', 'template two'],
  ['a script', 'pages/b/b.ts', "Page({ data: { word: 'script two' } })", 'script two'],
  ['a page JSON', 'pages/b/b.json', '{ "navigationBarTitleText": "title two" }', 'title two'],
])('F5 %s: the edit is visible in time, on the same page', async (_, file, content, text) => {
  const took = await quickest(VISIBLE_MS, async (turn) => {
    const words = turn === 0 ? text : `${text} ${turn}`;
    const written = performance.now();
    program.write({ [file]: content.replace(text, words) });
    await shown(words);
    return performance.now() - written;
  });
  expect(took).toBeLessThan(VISIBLE_MS);
  await device.ready('pages/b/b');
});

test('a style sheet', async () => {
  const took = await quickest(VISIBLE_MS, async (turn) => {
    const colour = `rgb(2, 2, ${turn})`;
    const written = performance.now();
    program.write({ 'pages/b/b.wxss': `view { color: ${colour} }` });
    await device.page.waitForFunction((wanted) => {
      const view = document.querySelector('iframe')?.contentDocument?.querySelector('wx-view');
      return view !== null && view !== undefined && getComputedStyle(view).color === wanted;
    }, colour);
    return performance.now() - written;
  });
  expect(took).toBeLessThan(VISIBLE_MS);
});

test('a fault is shown with file, line and source, in the terminal too; the repair takes it away', async () => {
  program.write({ 'pages/a/a.ts': 'const ok = 1\nconst = 2' });
  await errorPanel().waitFor();
  const words = (await errorPanel().innerText()).replace(/\s+/g, ' ');
  expect(words).toContain('pages/a/a.ts:2:7');
  expect(words).toContain('> 2 | const = 2');
  // A page that does not use the faulty file still works.
  await shown('template two');
  await until(() => terminal.includes('pages/a/a.ts:2:7 error'));
  program.write({ 'pages/a/a.ts': 'Page({})' });
  await errorPanel().waitFor({ state: 'detached' });
  await shown('template two');
});

test('an app.json that cannot be read is shown as well', async () => {
  program.write({ 'app.json': '{\n  // comment\n  "pages": ["pages/b/b"] }' });
  await errorPanel().waitFor();
  expect(await errorPanel().innerText()).toContain('JSON does not support comments');
  program.write({ 'app.json': { pages: ['pages/b/b'] } });
  await errorPanel().waitFor({ state: 'detached' });
  await shown('template two');
});
