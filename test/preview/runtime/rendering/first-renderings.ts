// `initialRenderingCache`: the first rendering of a page is kept, and shown the next time before its logic runs.
import type { SetupConfig } from '../../protocol';
import type { DocumentOptions } from '../pages/document';
import type { BackendPorts } from '../engine/backend';
import type { Page } from '../pages/page';
import { mountPlace, type PagePlace } from '../pages/place';
import type { Theme } from '../ports/values';
import type { Project } from '../program/project';
import type { Shell } from '../ports/shell';
import { clonePlain, isBag, type Bag } from '../registration/definition';
import { render } from './render';
import { show } from './show';
import { RenderingStore } from './store';
import { Twin, type TwinSource } from './twin';

/** A page that is open is drawn again only when the browser has nothing to do, but not later than this. */
const IDLE_WITHIN_MS = 2000;

export interface FirstRenderingsDeps {
  config: SetupConfig;
  project: Project;
  shell: Shell;
  pageStyles: string;
}

/** Parts of the program that exist once it has started. */
export interface Started extends TwinSource {
  backend: BackendPorts;
  cssOf(path: string): string | undefined;
  theme(): Theme;
  warn(message: string): void;
}

export class FirstRenderings {
  private readonly store: RenderingStore;
  private readonly seen = new Set<string>();
  /** How often each page has set its own. */
  private readonly wishes = new Map<string, number>();
  private started: Started | null = null;
  private twin: Twin | null = null;

  constructor(private readonly deps: FirstRenderingsDeps) {
    this.store = new RenderingStore(localStorage, deps.config.version);
  }

  start(started: Started): void {
    this.started = started;
  }

  /** Shows what is kept of a page that is about to open. @returns its place, null when nothing is kept */
  show(route: string): PagePlace | null {
    const { project, shell, config } = this.deps;
    if (this.mode(route) === null) return null;
    const kept = this.store.get(route, shell.metrics().screenWidth);
    const cssOf = this.started?.cssOf ?? ((path: string) => config.views.css[path]);
    // The sheets of a subpackage are missing until the package comes: then nothing is shown.
    if (kept === null || kept.sheets.some(([path]) => cssOf(path) === undefined)) return null;
    const place = mountPlace(shell, route);
    place.slot.place(project.layout(route, this.theme()));
    show(place.frame, kept, this.options(), cssOf);
    place.slot.setActive(true);
    return place;
  }

  /** Call it when a page has opened: the rendering of its initial data is kept for the next time. */
  opened(page: Page): void {
    if (this.mode(page.route) !== 'static' || this.seen.has(page.route)) return;
    this.seen.add(page.route);
    page.whenReady(() => this.whenIdle(() => this.keep(page, {})));
  }

  /** `this.setInitialRenderingCache(data)`: shown next time on top of the page's data; null: nothing is shown. */
  set(page: Page, data: unknown): void {
    if (this.mode(page.route) !== 'dynamic')
      return this.started?.warn(`setInitialRenderingCache: ${page.route} is not "dynamic"`);
    // What was asked for before, and is not drawn yet, must not come after this.
    const wish = (this.wishes.get(page.route) ?? 0) + 1;
    this.wishes.set(page.route, wish);
    if (!isBag(data)) return this.store.drop(page.route);
    const copy = clonePlain(data) as Bag;
    return page.whenReady(() =>
      this.whenIdle(() => {
        if (this.wishes.get(page.route) === wish) this.keep(page, copy);
      }),
    );
  }

  private keep(page: Page, added: Bag): void {
    const { started } = this;
    const { route } = page;
    const own = started?.definition(route)?.data;
    if (!started || page.state === 'gone') return;
    const data = { ...(isBag(own) ? (clonePlain(own) as Bag) : {}), ...added };
    const width = this.deps.shell.metrics().screenWidth;
    const words = JSON.stringify(data);
    if (this.store.shows(route, width, words)) return;
    this.twin ??= new Twin(started);
    this.twin.prepare(this.deps.config.requires[route] ?? [route], data);
    try {
      const rendering = render(this.twin, route, page.slot.rect(), this.options(), started.backend);
      this.store.set(route, width, words, rendering);
    } catch (error) {
      started.warn(`the first rendering of ${route} is not kept: ${String(error)}`);
    }
  }

  private whenIdle(run: () => void): void {
    window.requestIdleCallback(run, { timeout: IDLE_WITHIN_MS });
  }

  private mode(route: string): 'static' | 'dynamic' | null {
    const { initialRenderingCache } = this.deps.project.window(route, 'light');
    return initialRenderingCache === 'static' || initialRenderingCache === 'dynamic'
      ? initialRenderingCache
      : null;
  }

  /** The system's, as far as the program may know it. */
  theme(): Theme {
    const { config, project } = this.deps;
    return this.started?.theme() ?? (project.app.darkmode === true ? config.launch.theme : 'light');
  }

  private options(): DocumentOptions {
    const { pageStyles, config, shell } = this.deps;
    return {
      css: pageStyles,
      fontCssUrl: config.fontCssUrl,
      theme: this.theme(),
      width: shell.metrics().screenWidth,
      textZoom: config.launch.fontScale,
    };
  }
}
