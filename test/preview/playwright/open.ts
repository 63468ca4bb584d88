// Opens the previewed mini program in a browser of its own settings, and waits until its first page is ready.
import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEFAULT_APP_ID } from '../index';
import type { Shaping } from '../protocol';
import { encodeValue } from '../runtime/api/storage/codec';
import { Device } from './device';

export interface OpenOptions {
  /** Page and query, `pages/me/me?tab=1`; the entry page when absent. */
  path?: string;
  /** Size of the device in CSS px; 390 × 844 when absent. */
  width?: number;
  height?: number;
  dark?: boolean;
  /** `wx.getAppBaseInfo().language`. */
  locale?: string;
  /** What `wx.getStorageSync` finds at the start, by key. */
  storage?: Record<string, unknown>;
  /** Still pictures: no animations, fixed status bar. On unless false. */
  deterministic?: boolean;
  /** Where the clock starts (Playwright's `page.clock`); it flows until `device.stopClock()`. Real time when absent. */
  clock?: Date;
  /** Seeds `Math.random`. */
  seed?: number;
  scene?: number;
  /** The reader's text size as a factor of the normal one. */
  fontScale?: number;
  /** The one that the preview was started with, when it was given one. */
  appId?: string;
  /** The network from the start; the main package is on the phone already. */
  network?: Partial<Shaping>;
  /** False: do not wait for the first page. */
  wait?: boolean;
}

function addressOf(url: string, session: string, options: OpenOptions): string {
  const {
    width = 390,
    height = 844,
    dark = false,
    deterministic = true,
    locale,
    seed,
    scene,
    fontScale,
    path,
  } = options;
  const query = new URLSearchParams({
    session,
    frame: '0',
    width: String(width),
    height: String(height),
    theme: dark ? 'dark' : 'light',
    deterministic: deterministic ? '1' : '0',
  });
  for (const [name, value] of Object.entries({ locale, seed, scene, fontScale }))
    if (value !== undefined) query.set(name, String(value));
  return `${url}?${query.toString()}${path === undefined ? '' : `#/${path}`}`;
}

/** A page of an earlier device becomes what `options` say. */
async function adapt(
  page: Page,
  { width = 390, height = 844, dark = false, deterministic = true }: OpenOptions,
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: deterministic ? 'reduce' : 'no-preference',
  });
}

function newContext(
  browser: Browser,
  { width = 390, height = 844, dark = false, deterministic = true }: OpenOptions,
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height },
    hasTouch: true,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: deterministic ? 'reduce' : 'no-preference',
    timezoneId: 'Asia/Shanghai',
    locale: 'zh-CN',
  });
}

async function seed(device: Device, appId: string, storage: Record<string, unknown>): Promise<void> {
  const entries = Object.entries(storage).map(([key, value]): [string, string] => [
    `preview:${appId}:${key}`,
    encodeValue(value),
  ]);
  await device.addInitScript((seeds) => {
    // Once per context: a reload finds what the program itself has stored.
    if (window !== window.top || sessionStorage.getItem('seeded') !== null) return;
    sessionStorage.setItem('seeded', '1');
    for (const [key, text] of seeds) localStorage.setItem(key, text);
  }, entries);
}

/**
 * Opens the preview at `url` in a context of its own: storage and network are shared with no other device.
 * Rejects when the first page is not ready in time. The caller closes the device.
 * @param rested what an earlier device's `rest` answered: opens in half the time, for the scripts are compiled already
 */
export async function openPreview(
  browser: Browser,
  url: string,
  options: OpenOptions = {},
  rested?: Page,
): Promise<Device> {
  const page = rested ?? (await (await newContext(browser, options)).newPage());
  if (rested !== undefined) await adapt(rested, options);
  const session = randomUUID();
  const device = new Device(page, new URL(url).origin, session);
  if (options.clock !== undefined) await page.clock.install({ time: options.clock });
  if (options.storage !== undefined) await seed(device, options.appId ?? DEFAULT_APP_ID, options.storage);
  if (options.network !== undefined) {
    const body = JSON.stringify(options.network);
    await fetch(new URL(`/@bridge/shaping?session=${session}`, url), { method: 'POST', body });
  }
  await page.goto(addressOf(url, session, options));
  if (options.wait !== false) await device.ready();
  return device;
}
