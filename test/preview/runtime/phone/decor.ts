// Bars and backgrounds: what the app's configuration says, overlaid by what its code set, drawn by the shell for the top page.
import type { TabBarConfig } from '../../protocol';
import type { PageStack } from '../pages/page-stack';
import type { Page } from '../pages/page';
import type { DecorPort, PageHandle } from '../ports/host';
import type { Theme } from '../ports/values';
import type { Project } from '../program/project';
import type { NavigationBarPatch, Shell, TabBarItem, TabBarItemPatch, TabBarPatch } from '../ports/shell';

export interface Decor extends DecorPort {
  /** Draws the bars of the top page. */
  refresh(): void;
  /** Draws those of a page that is about to open. */
  announce(route: string): void;
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
  const layout = (page: Page): void => {
    const place = project.layout(page.route, theme());
    page.slot.place({ ...place, aboveTabBar: place.aboveTabBar && bar.visible !== false });
  };
  const draw = (route: string, depth: number, patch: NavigationBarPatch = {}): void =>
    drawBars({ project, shell, theme: theme() }, route, { depth, navigation: patch, bar, items });
  const refresh = (): void => {
    const page = stack.top();
    if (page) draw(page.route, stack.stack.length, navigation.get(page.id));
  };

  return {
    refresh,
    announce: (route) => draw(route, project.tabIndex(route) >= 0 ? 1 : stack.stack.length + 1),
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

/** What the program's code has changed of the bars. */
interface Changes {
  /** Pages in the stack, this one included. */
  depth: number;
  navigation?: NavigationBarPatch;
  bar?: TabBarPatch;
  items?: ReadonlyMap<number, TabBarItemPatch>;
}

/** Draws the bars of a page as its configuration wants them. */
export function drawBars(
  { project, shell, theme }: { project: Project; shell: Shell; theme: Theme },
  route: string,
  { depth, navigation = {}, bar = {}, items = new Map<number, TabBarItemPatch>() }: Changes,
): void {
  const config = project.window(route, theme);
  const atEntry = route === project.entryPage() || project.tabIndex(route) >= 0;
  shell.setNavigationBar({
    style: config.navigationStyle ?? 'default',
    title: navigation.title ?? config.navigationBarTitleText ?? '',
    backgroundColor: navigation.backgroundColor ?? config.navigationBarBackgroundColor ?? '#000000',
    textStyle: navigation.textStyle ?? config.navigationBarTextStyle ?? 'white',
    loading: navigation.loading ?? false,
    leading: depth > 1 ? 'back' : atEntry || navigation.homeButton === false ? 'none' : 'home',
  });
  const { tabBar } = project;
  if (!tabBar || bar.visible === false || !project.layout(route, theme).aboveTabBar)
    return shell.setTabBar(null);
  const themed = project.themed(tabBar, theme);
  return shell.setTabBar({
    items: tabBar.list.map((item, at) => ({ ...barItem(project.themed(item, theme)), ...items.get(at) })),
    selected: project.tabIndex(route),
    color: bar.color ?? themed.color ?? '#7a7e83',
    selectedColor: bar.selectedColor ?? themed.selectedColor ?? '#3cc51f',
    backgroundColor: bar.backgroundColor ?? themed.backgroundColor ?? '#ffffff',
    borderStyle: bar.borderStyle ?? themed.borderStyle ?? 'black',
  });
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
