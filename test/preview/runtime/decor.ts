// Bars and backgrounds: what the app's configuration says, overlaid by what its code set, drawn by the shell for the top page.
import type { TabBarConfig } from '../protocol';
import type { PageStack } from './pages/page-stack';
import type { Page } from './pages/page';
import type { DecorPort, PageHandle, Theme } from './ports';
import type { Project } from './project';
import type { NavigationBarPatch, Shell, TabBarItem, TabBarItemPatch, TabBarPatch } from './shell-port';

export interface Decor extends DecorPort {
  /** Draws the bars of the top page. */
  refresh(): void;
  layout(page: Page): void;
}

export interface DecorDeps {
  project: Project;
  shell: Shell;
  stack: PageStack;
  theme(): Theme;
}

export function createDecor({ project, shell, stack, theme }: DecorDeps): Decor {
  const navigation = new Map<number, NavigationBarPatch>();
  const items = new Map<number, TabBarItemPatch>();
  let bar: TabBarPatch = {};

  const pageOr = (handle: PageHandle | undefined): Page | null =>
    handle ? (stack.all().find((page) => page.id === handle.id) ?? null) : stack.top();
  const nativeBarOn = (page: Page): boolean =>
    project.tabBar !== null &&
    !project.tabBar.custom &&
    project.tabIndex(page.route) >= 0 &&
    bar.visible !== false;
  const layout = (page: Page): void =>
    page.slot.place({
      belowNavigationBar: project.window(page.route, theme()).navigationStyle !== 'custom',
      aboveTabBar: nativeBarOn(page),
    });

  const drawNavigation = (page: Page): void => {
    const config = project.window(page.route, theme());
    const patch = navigation.get(page.id) ?? {};
    const atEntry = page.route === project.entryPage() || project.tabIndex(page.route) >= 0;
    shell.setNavigationBar({
      style: config.navigationStyle ?? 'default',
      title: patch.title ?? config.navigationBarTitleText ?? '',
      backgroundColor: patch.backgroundColor ?? config.navigationBarBackgroundColor ?? '#000000',
      textStyle: patch.textStyle ?? config.navigationBarTextStyle ?? 'white',
      loading: patch.loading ?? false,
      leading: stack.stack.length > 1 ? 'back' : atEntry || patch.homeButton === false ? 'none' : 'home',
    });
  };
  const drawTabBar = (page: Page): void => {
    const config = project.tabBar;
    if (!config || !nativeBarOn(page)) return shell.setTabBar(null);
    const themed = project.themed(config, theme());
    shell.setTabBar({
      items: config.list.map((item, at) => ({ ...barItem(project.themed(item, theme())), ...items.get(at) })),
      selected: project.tabIndex(page.route),
      color: bar.color ?? themed.color ?? '#7a7e83',
      selectedColor: bar.selectedColor ?? themed.selectedColor ?? '#3cc51f',
      backgroundColor: bar.backgroundColor ?? themed.backgroundColor ?? '#ffffff',
      borderStyle: bar.borderStyle ?? themed.borderStyle ?? 'black',
    });
  };
  const refresh = (): void => {
    const page = stack.top();
    if (!page) return;
    drawNavigation(page);
    drawTabBar(page);
  };

  return {
    refresh,
    layout,
    setNavigationBar(patch, handle) {
      const page = pageOr(handle);
      if (!page) return;
      navigation.set(page.id, { ...navigation.get(page.id), ...patch });
      refresh();
    },
    setTabBarItem(index, patch) {
      items.set(index, { ...items.get(index), ...patch });
      refresh();
    },
    setTabBar(patch) {
      bar = { ...bar, ...patch };
      for (const page of stack.all()) layout(page);
      refresh();
    },
    hasCustomTabBar: () => project.tabBar?.custom === true,
    tabCount: () => project.tabBar?.list.length ?? 0,
    isTabPage: (route) => project.tabIndex(route) >= 0,
    setPageDecor: (patch, handle) => pageOr(handle)?.slot.setDecor(patch),
  };
}

function barItem({ pagePath, text, iconPath, selectedIconPath }: TabBarConfig['list'][number]): TabBarItem {
  const icon = iconPath ?? '';
  return {
    pagePath,
    text,
    iconPath: icon,
    selectedIconPath: selectedIconPath ?? icon,
    badge: '',
    dot: false,
  };
}
