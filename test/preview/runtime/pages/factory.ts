// Opens a page: code first, then the document, the tree, the tab bar. A fault is shown in the page itself.
import type { WindowConfig } from '../../protocol';
import type { BackendPorts } from '../engine/backend';
import type { Loader } from '../program/loader';
import type { EventChannel, ReportPort } from '../ports/host';
import type { Theme } from '../ports/values';
import type { Project } from '../program/project';
import type { PageDecor, Shell } from '../ports/shell';
import type { PageUrl } from '../routing/url';
import { describeFault } from '../report/fault';
import type { FirstRenderings } from '../rendering/first-renderings';
import { painted } from '../rendering/show';
import { shareFonts } from './fonts';
import { Page } from './page';
import type { Opening } from './page-stack';
import { mountPlace, type PagePlace } from './place';
import { createPullDown, type PullDown } from './pull';
import { watchScroll } from './scroll';

export const CUSTOM_TAB_BAR = 'custom-tab-bar/index';

export interface FactoryPorts {
  project: Project;
  loader: Loader;
  shell: Shell;
  report: ReportPort;
  backend: BackendPorts;
  pageStyles: string;
  theme(): Theme;
  layout(page: Page): void;
  renderings: FirstRenderings;
  /** What was shown before the program started. */
  early: PagePlace | null;
  /** Draws the bars of a page that is not in the stack yet. */
  announce(route: string): void;
}

export interface PageFactory {
  /**
   * Fetches and runs what the page needs.
   * @param fresh a new page will open: what is kept of its first rendering is shown meanwhile
   */
  prepare(target: PageUrl, channel: EventChannel | null, fresh: boolean): Promise<Opening>;
  pullDown(page: Page): PullDown | undefined;
}

export function createPageFactory(ports: FactoryPorts): PageFactory {
  const { project, loader } = ports;
  const pulls = new WeakMap<Page, PullDown>();
  let early = ports.early;

  const create = ({ path, query }: PageUrl, channel: EventChannel | null, place: PagePlace | null): Page => {
    const page = new Page({ query, channel }, place ?? mountPlace(ports.shell, path));
    ports.layout(page);
    return page;
  };
  /** The place that was shown at the start, if it is this page's, or one with the page's kept rendering. */
  const placeOf = async (route: string, fresh: boolean): Promise<PagePlace | null> => {
    const started = early;
    early = null;
    if (fresh && started?.route === route) return started;
    started?.slot.remove();
    const place = fresh ? ports.renderings.show(route) : null;
    if (!place) return null;
    ports.announce(route);
    await painted(place.frame);
    return place;
  };
  const open = (page: Page): void => {
    const theme = ports.theme();
    const config = project.window(page.route, theme);
    const pull = createPullDown(page, config.enablePullDownRefresh === true);
    pulls.set(page, pull);
    page.slot.setDecor(decorOf(config));
    const { fontCssUrl } = project.config;
    const width = ports.shell.metrics().screenWidth;
    page.open({ css: ports.pageStyles, fontCssUrl, theme, width }, ports.backend, pull);
    if (hasCustomBar(project, page.route)) page.openTabBar(CUSTOM_TAB_BAR);
    watchScroll(page, config.onReachBottomDistance);
    ports.renderings.opened(page);
    page.whenReady(() => shareFonts(fontCssUrl));
  };

  return {
    async prepare(target, channel, fresh) {
      const needed = hasCustomBar(project, target.path) ? [CUSTOM_TAB_BAR, target.path] : [target.path];
      await Promise.all(needed.map((path) => loader.fetch(path)));
      const place = await placeOf(target.path, fresh);
      const faults = needed.flatMap((path) => loader.run(path));
      return {
        create: () => create(target, channel, place),
        open(page) {
          try {
            open(page);
          } catch (error) {
            page.showFault(describeFault(error, `${page.route}.wxml`));
            ports.report.error(error, `creating ${page.route}`, page);
          }
          // Only the page's own fault; a component's fault is shown where the component is drawn.
          const own = faults.find(({ path }) => path === page.route);
          if (own) page.showFault(describeFault(own.error, `${own.path}.js`));
        },
      };
    },
    pullDown: (page) => pulls.get(page),
  };
}

const hasCustomBar = (project: Project, route: string): boolean =>
  project.tabBar?.custom === true && project.tabIndex(route) >= 0;

function decorOf({ backgroundColor, backgroundTextStyle }: WindowConfig): PageDecor {
  return {
    ...(backgroundColor === undefined ? {} : { backgroundColor }),
    ...(backgroundTextStyle === undefined ? {} : { backgroundTextStyle }),
  };
}
