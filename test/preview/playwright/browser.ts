// Finds a Chromium: the one named by PREVIEW_CHROMIUM, a Chrome of the system, else the one inside @sparticuz/chromium.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { packedChromium } from './packed-chromium';

const COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome.exe',
  'msedge',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** `--no-sandbox`: the pages are our own, and containers rarely allow the sandbox. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--headless=new',
  '--hide-scrollbars',
  '--font-render-hinting=none',
];

function installed(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = [
    ...folders.flatMap((folder) => COMMANDS.map((command) => path.join(folder, command))),
    ...PLACES,
  ];
  return candidates.find((file) => fs.existsSync(file)) ?? null;
}

/** Path of a browser; throws with what to do when there is none for this machine. */
export async function findBrowser(): Promise<string> {
  const named = process.env['PREVIEW_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const own = installed();
  if (own !== null) return own;
  if (process.platform !== 'linux') {
    throw new Error('No Chrome found. Install Chrome, or set PREVIEW_CHROMIUM to the path of a Chromium.');
  }
  return packedChromium();
}

/** A headless browser; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: ARGS });
}
