// The tab bar: one instance a tab page; the page says in `show` which tab is its own.
import { component } from '../compose/bind/component';
import { bound, whileAttached } from '../compose/bind/bound';
import { openTab } from '../compose/bind/go';
import { bindStore } from '../compose/bind/page';
import { bindSmallList } from '../compose/bind/small-list';
import { tabStates } from '../compose/bind/tabs';
import type { TabState } from '../compose/bind/tabs';
import { useTheme } from '../compose/bind/theme';
import { prepareMember } from '../compose/member';
import { prepareStaff } from '../compose/staff';
import { tabPages } from './pages';
import type { TabPage } from './pages';

/** The tabs that have a page. */
function shownTabs(): (TabState & TabPage)[] {
  return tabStates().flatMap((tab) => {
    const page = tabPages[tab.name];
    return page === undefined ? [] : [{ ...tab, ...page }];
  });
}

component({
  behaviors: [bound],
  data: {
    themeClass: '',
    selected: '',
    tabs: [] as (TabState & TabPage)[],
  },
  lifetimes: {
    attached() {
      const theme = useTheme();
      prepareMember();
      prepareStaff();
      whileAttached(
        this,
        bindSmallList(this, 'tabs', shownTabs),
        bindStore(this, { themeClass: () => theme.themeClass }),
      );
    },
  },
  methods: {
    onTap(event: WechatMiniprogram.TouchEvent<object, object, { path: string; name: string }>) {
      const { path, name } = event.currentTarget.dataset;
      if (name !== this.data.selected) void openTab(path);
    },
  },
});
