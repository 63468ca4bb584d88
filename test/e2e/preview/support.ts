// Runs the fixture program in a real Chromium; tests read its state through `__host` and act on the pages' iframes.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { startPreview, type Preview } from '../../preview';
import { NpmPackages } from '../../preview/build/npm';
import { waitIn } from '../../preview/playwright';
import { standingBrowser } from '../stand';
import type { Shaping } from '../../preview/protocol';
import type { HostInspect, InspectedPage } from '../../preview/runtime/wiring/inspect';

export interface StandOptions {
  /** The phone has no network when the program starts, nor after a restart. */
  offline?: boolean;
}

export interface Stand {
  preview: Preview;
  /** A new browser context at this route (`pages/home/home?x=1`), settled. */
  open(route?: string, options?: StandOptions): Promise<Program>;
  close(): Promise<void>;
}

export async function startStand(root = path.join(__dirname, 'program')): Promise<Stand> {
  const folders = [path.join(__dirname, '../../../node_modules')];
  const npm = new NpmPackages({ folders, dependencies: null });
  const preview = await startPreview({ root, npm, deterministic: true, log: () => undefined });
  const browser = await standingBrowser();
  const pages: Page[] = [];
  return {
    preview,
    async open(route = '', { offline = false } = {}) {
      const session = randomUUID();
      preview.setShaping(session, { offline });
      const page = await browser.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true });
      pages.push(page);
      const messages: string[] = [];
      page.on('console', (message) => messages.push(`${message.type()} ${message.text()}`));
      await page.goto(`${preview.url}?frame=0&session=${session}${route === '' ? '' : `#/${route}`}`);
      const program = new Program(page, messages, (change) => preview.setShaping(session, change));
      await program.settled();
      return program;
    },
    async close() {
      await Promise.all(pages.map((page) => page.close()));
      await preview.close();
    },
  };
}

export class Program {
  constructor(
    readonly page: Page,
    /** Console lines, `type text`. */
    readonly messages: readonly string[],
    /** Changes the network at the server; the program is told soon after. */
    readonly shape: (change: Partial<Shaping>) => void,
  ) {}

  /** Runs in the browser with `__host`. */
  async host<R>(ask: (host: HostInspect) => R): Promise<R> {
    const handle = await this.page.evaluateHandle(() => {
      if (!globalThis.__host) throw new Error('the preview has not started');
      return globalThis.__host;
    });
    return handle.evaluate(ask as (host: HostInspect) => unknown) as Promise<R>;
  }

  /** Starts the program again on the same phone. */
  async restart(): Promise<void> {
    await this.page.reload();
    await this.settled();
  }

  /** Takes the network away, or gives it back; returns when the program knows. */
  async network(offline: boolean): Promise<void> {
    await this.page.evaluate((value) => globalThis.__preview.net?.setShaping({ offline: value }), offline);
  }

  /** Roots of the packages that came so far. */
  async fetched(): Promise<string[]> {
    const { fetched } = await this.page.evaluate(() => globalThis.__preview.loaded());
    return fetched.map(({ root }) => root);
  }

  async settled(): Promise<void> {
    await waitIn(this.page, () => globalThis.__host?.idle() === true);
  }

  pages(): Promise<InspectedPage[]> {
    return this.host((host) => host.pages());
  }

  async routes(): Promise<string[]> {
    return (await this.pages()).map(({ route }) => route);
  }

  async data(): Promise<Record<string, unknown>> {
    return (await this.host((host) => host.data())) as Record<string, unknown>;
  }

  call(method: string, ...args: unknown[]): Promise<unknown> {
    return this.page.evaluate(([name, list]) => globalThis.__host?.call(name, ...list), [
      method,
      args,
    ] as const);
  }

  /** The iframe of the top page. */
  async frame(): Promise<Frame> {
    const top = (await this.pages()).at(-1);
    const frame = top && this.page.frame(top.frame);
    if (!frame) throw new Error('there is no page');
    return frame;
  }

  async tap(selector: string): Promise<void> {
    await (await this.frame()).tap(selector);
  }

  /** Navigates like `wx.navigateTo` and waits; the rejection's message is WeChat's text. */
  async go(how: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch', url: string): Promise<string> {
    const outcome = await this.page.evaluate(
      ([name, target]) =>
        globalThis.__host?.navigation[name](target).then(
          () => 'ok',
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        ),
      [how, url] as const,
    );
    await this.settled();
    return outcome ?? 'no host';
  }

  async back(delta = 1): Promise<void> {
    await this.page.evaluate((count) => globalThis.__host?.navigation.navigateBack(count), delta);
    await this.settled();
  }

  /** What the fixture's app noted, and forgets it. */
  async notes(): Promise<string[]> {
    return this.page.evaluate(() => {
      const app = globalThis.__host?.app();
      const log = Array.isArray(app?.['log']) ? (app['log'] as string[]) : [];
      return log.splice(0);
    });
  }

  async until(condition: (data: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const data = await this.data();
      if (condition(data)) return data;
      if (Date.now() > deadline) throw new Error(`not reached: ${JSON.stringify(data)}`);
      await this.page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
    }
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
