// Finds a Chromium: the one named by PREVIEW_CHROMIUM, a Chrome of the system, else the one inside @sparticuz/chromium.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { INSTALL, packedChromium } from './packed-chromium';
import type { Executable } from './packed-chromium';
import { knowWxml } from './target';

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

/**
 * What a browser does to run long and fast, and what a test, which opens many pages for a moment, pays more for than it gets
 * back: compiling what runs hot, collecting on several threads, a frame made anew for each document.
 */
const BRIEF = [
  '--js-flags=--no-maglev --no-turbofan --single-threaded-gc',
  // The last list counts, so these are the driver's own too, as far as they concern pages.
  '--disable-features=RenderDocument,PaintHolding,AvoidUnnecessaryBeforeUnloadCheckSync,ThirdPartyStoragePartitioning,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,MediaRouter,OptimizationHints',
];

export interface LaunchOptions {
  /** Pages are short-lived and nothing is measured: a test is quicker by a tenth. */
  isBrief?: boolean;
}

function installed(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = [
    ...folders.flatMap((folder) => COMMANDS.map((command) => path.join(folder, command))),
    ...PLACES,
  ];
  return candidates.find((file) => fs.existsSync(file)) ?? null;
}

/** A browser; rejects with what to do when there is none for this machine. */
async function findBrowser(): Promise<Executable> {
  const named = process.env['PREVIEW_CHROMIUM'];
  if (named !== undefined && named !== '') return { path: named, env: {} };
  const own = installed();
  if (own !== null) return { path: own, env: {} };
  const { platform, arch } = process;
  if (platform === 'linux' && arch === 'x64') return packedChromium();
  throw new Error(`No Chrome found, and none is packed for ${platform} on ${arch}. ${INSTALL}`);
}

/** A headless browser; the caller closes it. */
export async function launchBrowser({ isBrief = false }: LaunchOptions = {}): Promise<Browser> {
  const { path: executablePath, env } = await findBrowser();
  await knowWxml();
  return chromium.launch({
    executablePath,
    args: isBrief ? [...ARGS, ...BRIEF] : ARGS,
    env: { ...process.env, ...env },
  });
}
