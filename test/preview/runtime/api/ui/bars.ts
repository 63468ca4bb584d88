// Navigation bar, tab bar, background.
import type { HostPorts } from '../../ports/host';
import { optional, required, type Options } from '../check';
import { ApiFailure } from '../failure';
import type { ApiTable } from '../table';

function addNavigationBar(table: ApiTable, { decor }: HostPorts): void {
  table.async('setNavigationBarTitle', (options) =>
    decor.setNavigationBar({ title: required(options, { title: 'String' }).title }),
  );
  table.async('setNavigationBarColor', (options) => {
    const { frontColor, backgroundColor } = required(options, {
      frontColor: 'String',
      backgroundColor: 'String',
    });
    if (frontColor !== '#ffffff' && frontColor !== '#000000')
      throw new ApiFailure(`invalid frontColor "${frontColor}"`);
    decor.setNavigationBar({ textStyle: frontColor === '#ffffff' ? 'white' : 'black', backgroundColor });
  });
  table.async('showNavigationBarLoading', () => decor.setNavigationBar({ loading: true }));
  table.async('hideNavigationBarLoading', () => decor.setNavigationBar({ loading: false }));
  table.async('hideHomeButton', () => decor.setNavigationBar({ homeButton: false }));
}

function addBackground(table: ApiTable, { decor, pages }: HostPorts): void {
  table.async('setBackgroundColor', (options) => {
    const { backgroundColor } = optional(options, { backgroundColor: 'String' });
    if (backgroundColor !== undefined) decor.setPageDecor({ backgroundColor });
  });
  table.async('setBackgroundTextStyle', (options) => {
    const { textStyle } = required(options, { textStyle: 'String' });
    if (textStyle !== 'dark' && textStyle !== 'light')
      throw new ApiFailure(`invalid textStyle "${textStyle}"`);
    decor.setPageDecor({ backgroundTextStyle: textStyle });
  });
  table.async('setPageStyle', (options) => {
    const { style } = required(options, { style: 'Object' });
    const body = pages.top()?.window.document.body;
    for (const [name, value] of Object.entries(style)) body?.style.setProperty(name, String(value));
  });
}

function addTabBar(table: ApiTable, { decor, pages }: HostPorts): void {
  /** A custom tab bar has no native one below it, and these calls act on the native one alone. */
  const needTabBar = (): void => {
    const top = pages.top();
    if (!top || !decor.isTabPage(top.route) || decor.hasCustomTabBar())
      throw new ApiFailure('not TabBar page');
  };
  const indexOf = (options: Options): number => {
    const { index } = required(options, { index: 'Number' });
    needTabBar();
    if (index < 0 || index >= decor.tabCount()) throw new ApiFailure('tabbar item not found');
    return index;
  };
  table.async('setTabBarBadge', (options) =>
    decor.setTabBarItem(indexOf(options), { badge: required(options, { text: 'String' }).text, dot: false }),
  );
  table.async('removeTabBarBadge', (options) => decor.setTabBarItem(indexOf(options), { badge: '' }));
  table.async('showTabBarRedDot', (options) =>
    decor.setTabBarItem(indexOf(options), { dot: true, badge: '' }),
  );
  table.async('hideTabBarRedDot', (options) => decor.setTabBarItem(indexOf(options), { dot: false }));
  table.async('setTabBarItem', (options) =>
    decor.setTabBarItem(
      indexOf(options),
      optional(options, { text: 'String', iconPath: 'String', selectedIconPath: 'String' }),
    ),
  );
  table.async('setTabBarStyle', (options) => {
    needTabBar();
    const style = optional(options, {
      color: 'String',
      selectedColor: 'String',
      backgroundColor: 'String',
      borderStyle: 'String',
    });
    const { borderStyle, ...colors } = style;
    decor.setTabBar(borderStyle === 'white' || borderStyle === 'black' ? { ...colors, borderStyle } : colors);
  });
  for (const visible of [true, false]) {
    table.async(visible ? 'showTabBar' : 'hideTabBar', () => {
      needTabBar();
      decor.setTabBar({ visible });
    });
  }
}

export function addBars(table: ApiTable, ports: HostPorts): void {
  addNavigationBar(table, ports);
  addBackground(table, ports);
  addTabBar(table, ports);
}
