// 看板: a shell. Its body lies in the staff's package.
import { component } from '../../compose/bind/component';
import { openPage } from '../../compose/bind/go';
import { latePage } from '../../compose/bind/late-page';
import { boardsView } from '../../compose/late-view';
import { syncTabBar } from '../../compose/bind/tabs';
import { themed } from '../../compose/bind/theme';
import { isStaff, useStaff } from '../../compose/staff';
import { entranceUrl, TAB_URLS } from '../../routes';

/** The body, as far as sharing concerns it. */
interface Deck {
  share(): { title: string; path: string };
}

component({
  behaviors: [themed, latePage(useStaff, isStaff, boardsView)],
  data: {
    /** Of the link by which the page was opened, until the body has followed it. */
    query: null as Record<string, string | undefined> | null,
  },
  pageLifetimes: {
    show() {
      syncTabBar(this, 'boards');
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      if (query['board'] !== undefined) this.setData({ query });
    },
    onOpened() {
      this.setData({ query: null });
    },
    onShareAppMessage() {
      const deck = this.selectComponent('#body') as unknown as Deck | null;
      return deck?.share() ?? { title: '看板', path: TAB_URLS.boards };
    },
    onSignIn() {
      return openPage(entranceUrl(TAB_URLS.boards));
    },
  },
});
