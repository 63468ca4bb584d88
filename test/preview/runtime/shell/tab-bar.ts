// The native tab bar.
import type { TabBarItem, TabBarState } from '../ports/shell';
import { element } from './dom';

/** WeChat shows four characters of a badge, then "…". */
const BADGE_CHARACTERS = 4;

function badgeOf(item: TabBarItem): HTMLElement | null {
  if (item.badge !== '') {
    const short = item.badge.length > BADGE_CHARACTERS ? '…' : item.badge;
    return element('b.badge', { text: short });
  }
  return item.dot ? element('b.badge.dot') : null;
}

export class TabBar {
  readonly root = element('nav.tab-bar', { role: 'tablist', hidden: true });

  constructor(
    private readonly onTap: (index: number) => void,
    private readonly resolve: (path: string) => string,
  ) {}

  show(state: TabBarState | null): void {
    this.root.hidden = state === null;
    if (!state) return;
    this.root.style.background = state.backgroundColor;
    this.root.style.borderTopColor =
      state.borderStyle === 'white' ? 'rgba(255,255,255,.3)' : 'rgba(0,0,0,.1)';
    this.root.replaceChildren(...state.items.map((item, index) => this.tab(state, item, index)));
  }

  private tab(state: TabBarState, item: TabBarItem, index: number): HTMLElement {
    const selected = state.selected === index;
    const path = selected ? item.selectedIconPath : item.iconPath;
    const tab = element('button.tab', {
      role: 'tab',
      style: `color:${selected ? state.selectedColor : state.color}`,
      onTap: () => this.onTap(index),
    });
    tab.setAttribute('aria-selected', String(selected));
    if (path !== '') {
      const icon = element('img');
      icon.src = this.resolve(path);
      icon.alt = '';
      tab.append(icon);
    }
    const badge = badgeOf(item);
    tab.append(element('span', { text: item.text }), ...(badge ? [badge] : []));
    return tab;
  }
}
