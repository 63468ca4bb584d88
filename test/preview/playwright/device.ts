// A running mini program as a test sees it: the phone in the browser, its pages, and the person holding it.
import type { Disposable, Frame, Locator, Page } from 'playwright-core';
import type { CodePath, LoadedCode, PageInfo, Shaping } from '../protocol';
import { Finger } from './finger';
import { STILL } from './transitions';
import type { Target } from './target';
import { locate } from './target';
import { waitIn } from './wait';

/** What went wrong in the browser; tests assert that all of it is empty. */
export interface Problems {
  /** Uncaught errors of mini program code, with source positions. */
  errors: string[];
  /** `console.error` of anything. */
  console: string[];
  /** `wx.*` that the preview does not have. */
  unknownApis: string[];
}

const NO_PROBLEMS: Problems = { errors: [], console: [], unknownApis: [] };

/** Events of a page that a test may listen to; Playwright itself listens to others. */
const LISTENED = ['console', 'dialog', 'pageerror', 'request', 'response', 'websocket'] as const;

/** Nobody lifts a finger and taps again sooner, ms. */
const FINGER_MS = 150;

export class Device {
  readonly finger: Finger;
  /** Everything that the console was told, of every kind; WeChat's real-time log among it. */
  readonly consoleLines: string[] = [];
  private readonly consoleErrors: string[] = [];
  /** When the finger was lifted from each thing, ms: going back to one takes a finger as long as another tap would. */
  private readonly lifted = new Map<string, number>();
  private readonly early: Disposable[] = [];

  constructor(
    /** For what this class does not offer: routes, downloads, the shell's own elements. */
    readonly page: Page,
    private readonly origin: string,
    private readonly session: string,
  ) {
    this.finger = new Finger(page, () => this.frame());
    page.on('console', (message) => {
      this.consoleLines.push(message.text());
      if (message.type() === 'error') this.consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => this.consoleErrors.push(String(error)));
  }

  // ---- pages

  /** As getCurrentPages: bottom to top. */
  pages(): Promise<PageInfo[]> {
    return this.page.evaluate(() => globalThis.__preview.pages?.() ?? []);
  }

  /** Route of the top page. */
  async route(): Promise<CodePath> {
    return (await this.pages()).at(-1)?.route ?? '';
  }

  /** The iframe of the top page. Throws when there is none. */
  async frame(): Promise<Frame> {
    const top = (await this.pages()).at(-1);
    const frame =
      top === undefined
        ? null
        : (this.page.frame(`page-${top.id}:${top.route}`) ?? this.page.frame(`page-${top.id}`));
    if (frame === null) throw new Error(`no page is open (stack: ${JSON.stringify(top)})`);
    return frame;
  }

  /** Waits until the top page (of this route, when given) has run onReady and nothing is on its way. */
  async ready(route?: CodePath): Promise<void> {
    const settled = (wanted: CodePath | null): boolean => {
      // The document may have been replaced a moment ago: then the host is not there yet.
      if (!('__preview' in globalThis) || __preview.idle?.() !== true) return false;
      const top = __preview.pages?.().at(-1);
      return top?.ready === true && (wanted === null || top.route === wanted);
    };
    await waitIn(this.page, settled, route ?? null).catch(async (error: unknown) => {
      const problems = await this.problems();
      throw new Error(`page ${route ?? '(any)'} is not ready: ${JSON.stringify(problems)}`, { cause: error });
    });
  }

  /** A copy of the data of the top page, or of the component that a WXML selector finds in it. */
  data(selector?: string): Promise<unknown> {
    return this.page.evaluate((wanted) => globalThis.__preview.data?.(wanted ?? undefined), selector ?? null);
  }

  /** Everything in `wx` storage, decoded. */
  storage(): Promise<Record<string, unknown>> {
    return this.page.evaluate(() => globalThis.__preview.storage?.() ?? {});
  }

  /** Which files have run so far, and which packages' scripts came, in their order and with their bytes. */
  modules(): Promise<LoadedCode> {
    return this.page.evaluate(() => globalThis.__preview.loaded());
  }

  // ---- what is on the page

  /** The one place that `target` names in the top page; see `Target`. */
  async find(target: Target): Promise<Locator> {
    return locate(await this.frame(), this.page, target);
  }

  /**
   * Waits until the target is visible; says what is there where it is not. A page that leaves meanwhile takes its frame
   * along: then the next one is looked at.
   */
  async see(target: Target): Promise<void> {
    const place = (await this.find(target)).first();
    const gone = await place.waitFor({ state: 'visible' }).then(
      () => false,
      async (error: unknown) => {
        if (/Frame was detached/.test(String(error))) return true;
        const there = await this.text().catch(String);
        throw new Error(`${String(error)}\non the page: ${there.replace(/\n+/g, ' / ')}`, { cause: error });
      },
    );
    if (gone) await this.see(target);
  }

  /** Text of the top page as a person reads it. */
  async text(): Promise<string> {
    return (await this.frame()).locator('body').innerText();
  }

  /** No sooner after the last tap on the same place than a finger can: a program may take a quicker one for a copy. */
  async tap(target: Target): Promise<void> {
    const place = (await this.find(target)).first();
    const what = JSON.stringify(target, (_, value: unknown) =>
      value instanceof RegExp ? String(value) : value,
    );
    const rest_ms = (this.lifted.get(what) ?? 0) + FINGER_MS - Date.now();
    if (rest_ms > 0) await this.page.waitForTimeout(rest_ms);
    await place.tap();
    this.lifted.set(what, Date.now());
  }

  /** Replaces what an input or textarea holds, key by key where it matters to the program. */
  async type(target: Target, text: string): Promise<void> {
    const field = (await this.find(target)).first();
    const inner = field.locator('input, textarea');
    // Else what has not come yet would be taken for a field without one inside.
    await field.waitFor({ state: 'attached' });
    const editable = (await inner.count()) > 0 ? inner.first() : field;
    await editable.fill('');
    await editable.pressSequentially(text);
  }

  /** Waits until a toast has said this since the start. Toasts go by themselves: one may be gone when it is looked for. */
  async told(text: string): Promise<void> {
    await waitIn(this.page, (wanted) => globalThis.__host?.toasts?.().includes(wanted) === true, text);
  }

  // ---- the phone

  /** As pressing home. */
  async background(): Promise<void> {
    await this.page.evaluate(() => globalThis.__preview.background?.());
  }

  async foreground(): Promise<void> {
    await this.page.evaluate(() => globalThis.__preview.foreground?.());
  }

  /** Returns when the colours have changed, transitions included. */
  async setTheme(theme: 'light' | 'dark'): Promise<void> {
    await this.page.emulateMedia({ colorScheme: theme });
    await this.page.evaluate((value) => globalThis.__preview.setTheme?.(value), theme);
    await this.still();
  }

  /** Turns the phone or takes another one. Returns when the page has the sizes of the new window, transitions included. */
  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await this.still();
  }

  /** Brings the transitions of the top page to their end, those too that its next frame would begin. */
  async still(): Promise<void> {
    await (await this.frame()).evaluate(STILL);
  }

  /** Changes the simulated network; returns when the program has been told. */
  async setNetwork(change: Partial<Shaping>): Promise<void> {
    await this.page.evaluate((value) => globalThis.__preview.net?.setShaping(value), change);
  }

  offline(): Promise<void> {
    return this.setNetwork({ offline: true });
  }

  online(): Promise<void> {
    return this.setNetwork({ offline: false });
  }

  /** Runs the timers of the next `ms`, as if that time had passed. Needs the `clock` option. */
  async advance(ms: number): Promise<void> {
    await this.page.clock.runFor(ms);
  }

  /** Holds the clock (of the `clock` option) at this moment, later than now. */
  async stopClock(at: Date): Promise<void> {
    await this.page.clock.pauseAt(at);
  }

  /** PNG of the whole device, or of the page between its bars. */
  async screenshot(part: 'device' | 'page' = 'device', path?: string): Promise<Buffer> {
    const to = path === undefined ? {} : { path };
    if (part === 'device') return this.page.screenshot(to);
    return (await (await this.frame()).frameElement()).screenshot(to);
  }

  /** As the page's own `addInitScript`: runs before all else in each document from the next one on, until the phone is put away. */
  async addInitScript<Arg = undefined>(script: (arg: Arg) => void, arg?: Arg): Promise<void> {
    this.early.push(await this.page.addInitScript<Arg>(script as () => void, arg));
  }

  /** Loads the document again, as a restart of the program; storage stays. */
  async restart(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  // ---- what went wrong

  /** Everything that went wrong since the start. */
  async problems(): Promise<Problems> {
    const inside = await this.page.evaluate(() => ({
      errors:
        '__preview' in globalThis ? __preview.errors.map(({ message, stack }) => `${message}\n${stack}`) : [],
      unknownApis: '__preview' in globalThis ? __preview.unknownApis : [],
    }));
    return { ...NO_PROBLEMS, ...inside, console: [...this.consoleErrors] };
  }

  /** Name of the simulated network, for `Preview.setShaping`. */
  get network(): { origin: string; session: string } {
    return { origin: this.origin, session: this.session };
  }

  /**
   * Leaves the program and forgets what it stored, what ran early, what was routed and who listened. The page can become the
   * next device (`openPreview`). A `clock` stays with a page: only another with a `clock` may follow one that had it.
   */
  async rest(): Promise<Page> {
    const { page } = this;
    await Promise.all(this.early.map((script) => script.dispose()));
    await page.evaluate(() => sessionStorage.clear());
    await page.goto('about:blank');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    for (const event of LISTENED) page.removeAllListeners(event);
    await this.finger.rest();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', { origin: this.origin, storageTypes: 'all' });
    await devtools.detach();
    return page;
  }

  /** Closes the browser context with everything in it. */
  close(): Promise<void> {
    return this.page.context().close();
  }
}
