// One load of the program in a browser that knows nothing of it, on a processor that is slowed down.
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openPreview } from '../../preview/playwright';
import type { Device } from '../../preview/playwright';
import { insideScript } from '../inside-script';
import type { Seen } from './inside/seen';
import type { Scene } from './scenes';

/** What a cheap phone is to the machine of a developer. */
const SLOWDOWN = 4;
/** A start that hangs is told of after it. */
const LONGEST_MS = 60_000;

export interface Place {
  browser: Browser;
  /** Of the preview that has the scene's program. */
  url: string;
  storage: Record<string, unknown>;
  /** First renderings of pages that the phone keeps (`initialRenderingCache`), as the preview does, by its own keys. */
  renderings: Readonly<Record<string, string>>;
}

export interface Loaded {
  device: Device;
  devtools: CDPSession;
  seen: Seen;
}

export interface LoadOptions {
  /** How many times slower than it is the processor seems; 4 when absent. */
  slowdown?: number;
  /** Called when everything is prepared and nothing has been loaded. */
  before?: (devtools: CDPSession, page: Page) => Promise<void>;
}

/**
 * Opens a scene and waits for its content. The caller closes the device.
 * @throws when the content does not come, with what went wrong in the page
 */
export async function load(
  { browser, url, storage, renderings }: Place,
  scene: Scene,
  { slowdown = SLOWDOWN, before }: LoadOptions = {},
): Promise<Loaded> {
  const context = await browser.newContext({
    hasTouch: true,
    timezoneId: 'Asia/Shanghai',
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const wish = `globalThis.__startText = ${JSON.stringify(scene.text)};\n`;
  await page.addInitScript({ content: wish + (await insideScript('start/inside/watch.ts')) });
  await page.addInitScript((kept) => {
    if (window === window.top)
      for (const [key, rendering] of Object.entries(kept)) localStorage.setItem(key, rendering);
  }, renderings);
  await before?.(devtools, page);
  const device = await openPreview(browser, url, { path: scene.path, storage, wait: false }, page);
  const seen = await page.evaluate(
    (longest_ms) =>
      Promise.race([__startSeen, new Promise<null>((resolve) => setTimeout(resolve, longest_ms, null))]),
    LONGEST_MS,
  );
  if (seen !== null) return { device, devtools, seen };
  const problems = JSON.stringify(await device.problems());
  await device.close();
  throw new Error(`${scene.name}: "${scene.text}" did not come within ${LONGEST_MS} ms: ${problems}`);
}
