// The start of the program and the address: which page opens first, the hash that survives a reload, taps on the tab bar.
import type { SetupConfig } from '../../protocol';
import { emptyLaunch, type App } from '../program/app';
import type { Navigation } from './navigation';
import type { Decor } from '../phone/decor';
import type { AppEvents, EventPort } from '../ports/events';
import { showPage } from '../pages/lifecycle';
import type { PageStack } from '../pages/page-stack';
import type { ReportPort } from '../ports/host';
import type { LaunchOptions } from '../ports/values';
import type { Project } from '../program/project';
import { formatQuery, parsePageUrl, resolvePath } from './url';

export interface LaunchDeps {
  project: Project;
  stack: PageStack;
  navigation: Navigation;
  decor: Decor;
  app: App;
  events: EventPort<AppEvents>;
  report: ReportPort;
}

export interface Launch {
  start(): void;
  /** Closes everything and opens this page. */
  open(options: LaunchOptions): void;
  /** Loads the document again: nothing of the program's code is left. */
  restart(options: Partial<LaunchOptions>): void;
  /** Draws the bars and writes the address. */
  stackChanged(): void;
  tapTab(index: number): void;
}

export function createLaunch(deps: LaunchDeps): Launch {
  const { project, stack, navigation, decor, app, events, report } = deps;

  const open = ({ path, query }: LaunchOptions): void => {
    navigation
      .reLaunch(`/${path}${formatQuery(query)}`)
      .catch((error: unknown) => report.error(error, `opening ${path}`));
  };
  const notFound = (options: LaunchOptions): void => {
    const info = { path: options.path, query: options.query, isEntryPage: true };
    report.warn(`page "${options.path}" is not found`);
    app.call('onPageNotFound', info);
    events.notify('PageNotFound', info);
  };

  return {
    open,
    restart({ path = project.entryPage(), query = {} }) {
      history.replaceState(null, '', `#/${path}${formatQuery(query)}`);
      location.reload();
    },
    start() {
      const options = app.ensureLaunched();
      const found = project.hasPage(options.path);
      if (!found) notFound(options);
      const { path, query } = found ? options : { path: project.entryPage(), query: {} };
      navigation
        .first(`/${path}${formatQuery(query)}`)
        .catch((error: unknown) => report.error(error, `opening ${path}`));
    },
    stackChanged() {
      decor.refresh();
      const page = stack.top();
      if (page) history.replaceState(null, '', `#/${page.route}${formatQuery(page.query)}`);
    },
    tapTab(index) {
      const page = stack.top();
      const item = project.tabBar?.list[index];
      if (!page || !item) return;
      const { pagePath, text } = item;
      if (pagePath === page.route) {
        page.call('onTabItemTap', { index, pagePath, text });
        return showPage(page);
      }
      void navigation
        .switchTab(`/${pagePath}`)
        .then(() => stack.top()?.call('onTabItemTap', { index, pagePath, text }));
    },
  };
}

/** What the address starts the program with. */
export const launchOptions = (project: Project): LaunchOptions => ({
  ...emptyLaunch,
  ...launchUrl(project),
  scene: project.config.launch.scene,
});

/** Which page the address names. */
export function launchUrl(project: Project): Pick<LaunchOptions, 'path' | 'query'> {
  const { path, query } = parsePageUrl(location.hash.replace(/^#\/?/, '/'));
  return { path: path === '' ? project.entryPage() : path, query };
}

/** @param from code path that a relative path starts at */
export function resourceUrl(config: SetupConfig, source: string, from: string): string {
  if (source === '' || /^(data|blob):/.test(source)) return source;
  if (/^([a-z][a-z\d+.-]*:)?\/\//i.test(source)) return config.net.resourceUrl(source);
  return `${config.resourceBase}/${resolvePath(source, from)}`;
}
