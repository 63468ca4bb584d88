// The mini program as the build describes it, with the questions the runtime asks about it.
import type { AppJson, ComponentEntry, SetupConfig, TabBarConfig, WindowConfig } from '../../protocol';
import type { Theme } from '../ports/values';
import type { PageLayout } from '../ports/shell';

export interface Project {
  readonly config: SetupConfig;
  readonly app: AppJson;
  readonly tabBar: TabBarConfig | null;
  hasPage(route: string): boolean;
  entryPage(): string;
  /** Index in the tab bar, -1 for other pages. */
  tabIndex(route: string): number;
  entry(path: string): ComponentEntry | undefined;
  /** `window` of app.json overlaid by the page's JSON, `@names` looked up in theme.json. */
  window(route: string, theme: Theme): WindowConfig;
  themed<T extends object>(value: T, theme: Theme): T;
  /** Where a page stands between the bars, while its code has changed nothing. */
  layout(route: string, theme: Theme): PageLayout;
}

export function createProject(config: SetupConfig): Project {
  const app = config.appJson;
  const tabBar = app.tabBar ?? null;
  const themed = <T extends object>(value: T, theme: Theme): T =>
    Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [
        name,
        typeof entry === 'string' && entry.startsWith('@')
          ? (config.theme[theme][entry.slice(1)] ?? entry)
          : entry,
      ]),
    ) as T;
  const window = (route: string, theme: Theme): WindowConfig =>
    themed({ ...app.window, ...config.comps[route]?.json }, theme);
  const tabIndex = (route: string): number => tabBar?.list.findIndex((item) => item.pagePath === route) ?? -1;
  return {
    config,
    app,
    tabBar,
    hasPage: (route) => config.pages.includes(route),
    entryPage: () => app.entryPagePath ?? config.pages[0] ?? '',
    tabIndex,
    entry: (path) => config.comps[path],
    window,
    themed,
    layout: (route, theme) => ({
      belowNavigationBar: window(route, theme).navigationStyle !== 'custom',
      aboveTabBar: tabBar !== null && tabBar.custom !== true && tabIndex(route) >= 0,
    }),
  };
}
