// `npm start` as a person meets it: one command, a page that works, a clear word when a port is taken, and a clean end.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser, openPreview } from '../../preview/playwright';
import { signInQuietly } from '../support/inside';
import { freePorts, holdPort, isTaken, runNpm } from '../support/program';
import type { Program } from '../support/program';
import { until } from '../support/until';
import { accounts, expectCalm } from '../support/world';

/** A cold start compiles the host and the whole program. */
const START_MS = 60_000;

let folder: string;
let program: Program | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'start-'));
});
afterEach(async () => {
  program?.interrupt();
  await program?.ended;
  program = undefined;
  rmSync(folder, { recursive: true, force: true });
});

test('A1 npm start serves the mini program with demo accounts, and Ctrl-C frees both ports', async () => {
  const [port = 0, backend_port = 0] = await freePorts(2);
  const file = path.join(folder, 'store.sqlite');
  program = runNpm(['start'], { PORT: `${port}`, BACKEND_PORT: `${backend_port}`, BACKEND_FILE: file });
  const { output } = program;
  await until(() => output().includes('Ctrl-C'), START_MS);
  expect(output()).toContain(`http://127.0.0.1:${port}/`);
  expect(output()).toContain(`http://127.0.0.1:${backend_port}/api/v4`);
  expect(output()).toContain(accounts.full);
  expect(output()).toContain('123456');
  expect(existsSync(file)).toBe(true);

  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, hasTouch: true });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByText(/^顾客账号/).waitFor();
    await page.getByText('满的背包').waitFor();
    await context.close();

    const device = await openPreview(browser, `http://127.0.0.1:${port}/`);
    await signInQuietly(device, accounts.full);
    await device.see({ text: '类型' });
    await expectCalm(device);
  } finally {
    await browser.close();
  }

  program.interrupt();
  await program.ended;
  expect(await Promise.all([port, backend_port].map(isTaken))).toEqual([false, false]);
}, 180_000);

test('A1 a taken port is named, with what to do', async () => {
  const held = await holdPort();
  try {
    program = runNpm(['start'], {
      PORT: '0',
      BACKEND_PORT: `${held.port}`,
      BACKEND_FILE: path.join(folder, 'store.sqlite'),
    });
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain(`Port ${held.port} is taken`);
    expect(program.output()).toContain('BACKEND_PORT=');
    expect(program.output()).not.toMatch(/\n\s+at /);
  } finally {
    await held.release();
  }
}, 60_000);
