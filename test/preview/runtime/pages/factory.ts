// Opens a page: code first, then the document, the tree, the tab bar. A fault is shown in the page itself.
import type { WindowConfig } from '../../protocol';
import type { BackendPorts } from '../engine/backend';
import type { Loader } from '../loader';
import type { EventChannel, ReportPort, Theme } from '../ports';
import type { Project } from '../project';
import type { PageDecor, Shell } from '../shell-port';
import type { PageUrl } from '../url';
import { describeFault } from '../fault';
import { Page } from './page';
import type { Opening } from './page-stack';
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
}

export interface PageFactory {
  /** Fetches and runs what the page needs. */
  prepare(target: PageUrl, channel: EventChannel | null): Promise<Opening>;
  pullDown(page: Page): PullDown | undefined;
}

export function createPageFactory(ports: FactoryPorts): PageFactory {
  const { project, loader } = ports;
  const pulls = new WeakMap<Page, PullDown>();
  let ids = 0;

  const create = (target: PageUrl, channel: EventChannel | null): Page => {
    const page = new Page({ id: ++ids, route: target.path, query: target.query, channel }, ports.shell);
    ports.layout(page);
    return page;
  };
  const open = (page: Page): void => {
    const theme = ports.theme();
    const config = project.window(page.route, theme);
    const pull = createPullDown(page, config.enablePullDownRefresh === true);
    pulls.set(page, pull);
    page.slot.setDecor(decorOf(config));
    page.open({ css: ports.pageStyles, fontCssUrl: project.config.fontCssUrl, theme }, ports.backend, pull);
    if (hasCustomBar(project, page.route)) page.openTabBar(CUSTOM_TAB_BAR);
    watchScroll(page, config.onReachBottomDistance);
  };

  return {
    async prepare(target, channel) {
      const needed = hasCustomBar(project, target.path) ? [CUSTOM_TAB_BAR, target.path] : [target.path];
      const faults = (await Promise.all(needed.map((path) => loader.ensure(path)))).flat();
      return {
        create: () => create(target, channel),
        open(page) {
          try {
            open(page);
          } catch (error) {
            page.showFault(describeFault(error, `${page.route}.wxml`));
            ports.report.error(error, `creating ${page.route}`, page);
          }
          const [first] = faults;
          if (first) page.showFault(describeFault(first.error, `${first.path}.js`));
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
