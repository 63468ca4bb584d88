// A backend with demo data, the mini program in a browser beside it, and the phones that have it open.
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startBackend } from '../../backend';
import type { Backend, Profile } from '../../backend';
import { hintsFor } from '../../hints';
import { startPreview } from '../../preview';
import type { Preview } from '../../preview';
import type { Device, OpenOptions } from '../../preview/playwright';
import { Phones } from './phones';
import { startRewriter } from './rewriter';
import type { Asked, Rewrites } from './rewriter';

const root = path.resolve(__dirname, '../../../miniprogram');

export interface World {
  backend: Backend;
  preview: Preview;
  browser: Browser;
  /** Replies changed on their way to the phone; none at the start of a test. */
  rewrites: Rewrites;
  /** What the phones have asked for since the start of the test. */
  asked: Asked;
  /** The phones that were opened since then. */
  phones(): readonly Device[];
  /** A phone with the mini program open. */
  open(options?: OpenOptions): Promise<Device>;
  /** Seeded data, no faults, every phone put away. For `beforeEach`. */
  renew(): Promise<void>;
  /** Leaves the browser, which is the caller's. */
  close(): Promise<void>;
}

/** The address of a first page, with a query by which the app keeps to the backend's profile. */
function pathFor(backend: Backend, path = 'pages/backpack/backpack'): string {
  return `${path}${path.includes('?') ? '&' : '?'}profile=${backend.profile}`;
}

/** @param hintsOf the backend itself, whose pages the panel leads to */
async function previewOf(backendUrl: string, hintsOf: string): Promise<Preview> {
  const hints = hintsFor(hintsOf);
  const preview = await startPreview({ root, backendUrl, hints, deterministic: true, log: () => undefined });
  const errors = preview.diagnostics().filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new Error(errors.map(({ file, line, text }) => `${file}:${line} ${text}`).join('\n'));
  return preview;
}

/** Starts all of it; `close` ends it. */
export async function startWorld(browser: Browser, profile: Profile): Promise<World> {
  const backend = await startBackend({ profile });
  const { url, rewrites, asked, close: closeRewriter } = await startRewriter(backend.url);
  const preview = await previewOf(url, backend.url);
  const phones = new Phones(browser, preview.url);
  return {
    backend,
    preview,
    browser,
    rewrites,
    asked,
    phones: () => phones.open_ones,
    async open(options = {}) {
      const device = await phones.open({ ...options, path: pathFor(backend, options.path) });
      device.page.setDefaultTimeout(20_000);
      // An app that did not start fails here, not at the first tap that finds nothing.
      const { errors } = await device.problems();
      if (errors.length > 0) throw new Error(`the app did not start: ${errors.join('\n')}`);
      return device;
    },
    async renew() {
      await phones.putAway();
      backend.dev.reset();
      backend.dev.setProfile(profile);
      rewrites.clear();
      asked.urls.length = 0;
      asked.tokens.clear();
    },
    async close() {
      await phones.close();
      await preview.close();
      await closeRewriter();
      await backend.close();
    },
  };
}
