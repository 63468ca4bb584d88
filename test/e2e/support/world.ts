// A backend with demo data, the mini program in a browser beside it, and a person who holds the phone.
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startBackend } from '../../backend';
import type { Backend, Profile } from '../../backend';
import { startPreview } from '../../preview';
import type { Preview } from '../../preview';
import { startRewriter } from './rewriter';
import type { Rewrites } from './rewriter';
import { launchBrowser, openPreview } from '../../preview/playwright';
import type { Device, OpenOptions } from '../../preview/playwright';

const root = path.resolve(__dirname, '../../../miniprogram');

/** Who can sign in; see the backend's README. */
export const accounts = { full: '13800000031', second: '13800000032', empty: '13800000033' };

/** Nothing went wrong in the browser and nothing unknown was called; what a test ends with. */
export async function expectCalm(device: Device): Promise<void> {
  expect(await device.problems()).toEqual({ errors: [], console: [], unknownApis: [] });
}

export interface World {
  backend: Backend;
  preview: Preview;
  browser: Browser;
  /** Replies changed on their way to the phone; none at the start of a test. */
  rewrites: Rewrites;
  /** A phone with the mini program open. */
  open(options?: OpenOptions): Promise<Device>;
  /** Seeded data, no faults, every phone put away. For `beforeEach`. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/** The app keeps to the backend's profile when its first page is told by a query. */
function pathFor(backend: Backend, path = 'pages/backpack/backpack'): string {
  return `${path}${path.includes('?') ? '&' : '?'}profile=${backend.profile}`;
}

/** Starts everything once for a file of tests; `close` ends it. */
export async function startWorld(profile: Profile = 'documented'): Promise<World> {
  const backend = await startBackend({ profile });
  const { url, rewrites, close: closeRewriter } = await startRewriter(backend.url);
  const preview = await startPreview({
    root,
    backendUrl: url,
    deterministic: true,
    log: () => undefined,
  });
  const errors = preview.diagnostics().filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new Error(errors.map(({ file, line, text }) => `${file}:${line} ${text}`).join('\n'));
  const browser = await launchBrowser();
  let devices: Device[] = [];

  async function putAway(): Promise<void> {
    const open = devices;
    devices = [];
    await Promise.all(open.map((device) => device.close()));
  }

  return {
    backend,
    preview,
    browser,
    rewrites,
    async open(options = {}) {
      const device = await openPreview(browser, preview.url, {
        ...options,
        path: pathFor(backend, options.path),
      });
      devices.push(device);
      device.page.setDefaultTimeout(20_000);
      // An app that did not start fails here, not at the first tap that finds nothing.
      const { errors } = await device.problems();
      if (errors.length > 0) throw new Error(`the app did not start: ${errors.join('\n')}`);
      return device;
    },
    async renew() {
      await putAway();
      backend.dev.reset();
      backend.dev.setProfile(profile);
      backend.clock.reset();
      rewrites.clear();
    },
    async close() {
      await putAway();
      await browser.close();
      await preview.close();
      await closeRewriter();
      await backend.close();
    },
  };
}

/** The world of the tests around it: started once, seeded anew before each. Call it where `beforeAll` may be called. */
export function useWorld(profile: Profile = 'documented'): World {
  let started: World | undefined;
  const world = (): World => {
    if (started === undefined) throw new Error('the world is there from beforeAll on');
    return started;
  };
  beforeAll(async () => {
    started = await startWorld(profile);
  }, 60_000);
  beforeEach(() => world().renew());
  afterAll(() => started?.close());
  return {
    get backend() {
      return world().backend;
    },
    get preview() {
      return world().preview;
    },
    get browser() {
      return world().browser;
    },
    get rewrites() {
      return world().rewrites;
    },
    open: (options) => world().open(options),
    renew: () => world().renew(),
    close: () => world().close(),
  };
}
