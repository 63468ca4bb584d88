// 背包: the items and balances of whoever is signed in; signed out it says what it is for.
import { backpackFields, useBackpack } from '../../compose/backpack';
import { bindList } from '../../compose/bind/list';
import { bindStore, useCore } from '../../compose/bind/page';
import { healing } from '../../compose/bind/healing';
import { bindSmallList } from '../../compose/bind/small-list';
import { syncTabBar } from '../../compose/bind/tabs';
import { themed } from '../../compose/bind/theme';
import { assetTile } from '../../format/asset-tile';
import type { AssetTile } from '../../format/asset-tile';
import type { Chunk } from '../../format/chunks';
import type { ItemRow } from '../../format/item-row';
import { itemUrl, signInUrl } from '../../routes';

interface Option {
  value: string;
  text: string;
}

const unbind = new WeakMap<object, () => void>();

Component({
  behaviors: [themed],
  data: {
    state: 'loading',
    failed_title: '',
    failed_text: '',
    failed_action: '',
    failed_for: 'other',
    notice_text: '',
    empty_reason: '',
    has_items: false,
    type: '',
    status: '',
    query: '',
    footer_text: '',
    footer_action: false,
    adding: false,
    types: [] as Option[],
    statuses: [] as Option[],
    tiles: [] as AssetTile[],
    chunks: [] as Chunk<ItemRow>[],
  },
  lifetimes: {
    attached() {
      const store = useBackpack();
      const list = bindList(this, 'chunks', () => store.rows, useCore().platform);
      const lists = [
        bindSmallList(this, 'types', () => store.types),
        bindSmallList(this, 'statuses', () => store.statuses),
        bindSmallList(this, 'tiles', () => (store.loaded?.assets ?? []).map(assetTile)),
      ];
      // The state last: content is there when it says so.
      const fields = bindStore(this, backpackFields(store));
      const failed = () => (store.refreshing.state === 'failed' ? store.refreshing.failure : null);
      const stopHealing = healing(useCore().v4, failed, () => void store.refresh());
      unbind.set(this, () => [list.destroy, ...lists, fields.destroy, stopHealing].forEach((stop) => stop()));
    },
    detached() {
      unbind.get(this)?.();
    },
  },
  pageLifetimes: {
    show() {
      syncTabBar(this, 'backpack');
      void useBackpack().show();
    },
  },
  methods: {
    async onPullDownRefresh() {
      const store = useBackpack();
      try {
        if (store.state !== 'signed_out') await store.reload();
      } finally {
        void wx.stopPullDownRefresh();
      }
    },
    onReachBottom() {
      const store = useBackpack();
      if (store.adding.state !== 'failed') void store.loadMore();
    },
    onMore() {
      if (this.data.footer_action) void useBackpack().loadMore();
    },
    onRetry() {
      if (this.data.failed_action === 'sign_in') this.onSignIn();
      else void useBackpack().refresh();
    },
    onType(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      useBackpack().setFilter({ type: event.detail.value });
    },
    onStatus(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      useBackpack().setFilter({ status: event.detail.value });
    },
    onQuery(event: WechatMiniprogram.Input) {
      useBackpack().setFilter({ query: event.detail.value });
    },
    onClearQuery() {
      useBackpack().setFilter({ query: '' });
    },
    onClearFilter() {
      useBackpack().setFilter({ type: '', status: '', query: '' });
    },
    onOpen(event: WechatMiniprogram.CustomEvent<{ item_id: string }>) {
      const { item_id } = event.detail;
      useBackpack().open(item_id);
      void wx.navigateTo({ url: itemUrl(item_id) });
    },
    onSignIn() {
      void wx.navigateTo({ url: signInUrl() });
    },
  },
});
