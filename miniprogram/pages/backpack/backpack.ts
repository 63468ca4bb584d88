// 背包: the items and balances of whoever is signed in; signed out it says what it is for.
import { component } from '../../compose/bind/component';
import { backpackFailure, backpackFields, useBackpack } from '../../compose/backpack';
import { whileAttached } from '../../compose/bind/bound';
import { openPage, openTab } from '../../compose/bind/go';
import { bindList } from '../../compose/bind/list';
import { listPage, SILENT_LIST } from '../../compose/bind/list-page';
import { bindStore, useCore } from '../../compose/bind/page';
import { healing } from '../../compose/bind/healing';
import { bindSmallList } from '../../compose/bind/small-list';
import { hasTab, syncTabBar } from '../../compose/bind/tabs';
import { themed } from '../../compose/bind/theme';
import { assetTile } from '../../format/asset-tile';
import type { AssetTile } from '../../format/asset-tile';
import type { Chunk } from '../../format/chunks';
import type { ItemRow } from '../../format/item-row';
import { entranceUrl, itemUrl, signInUrl, TAB_URLS } from '../../routes';

interface Option {
  value: string;
  text: string;
}

const signIn = (): void => void openPage(signInUrl());

component({
  behaviors: [themed, listPage(() => useBackpack()?.pages, signIn)],
  data: {
    ...SILENT_LIST,
    state: 'loading',
    empty_reason: '',
    has_items: false,
    type: '',
    status: '',
    query: '',
    types: [] as Option[],
    statuses: [] as Option[],
    tiles: [] as AssetTile[],
    chunks: [] as Chunk<ItemRow>[],
  },
  lifetimes: {
    attached() {
      const { platform, v4 } = useCore();
      whileAttached(
        this,
        bindList(this, 'chunks', () => useBackpack()?.rows ?? [], platform),
        bindSmallList(this, 'types', () => useBackpack()?.types ?? []),
        bindSmallList(this, 'statuses', () => useBackpack()?.statuses ?? []),
        bindSmallList(this, 'tiles', () => (useBackpack()?.pages.loaded?.assets ?? []).map(assetTile)),
        // The state last: content is there when it says so.
        bindStore(this, backpackFields(useBackpack)),
        healing(v4, backpackFailure, () => void useBackpack()?.pages.refresh()),
      );
    },
  },
  pageLifetimes: {
    show() {
      // The app's entry, also for whoever works here and is no customer.
      if (!hasTab('backpack')) return void openTab(TAB_URLS.tasks);
      syncTabBar(this, 'backpack');
      void useBackpack()?.show();
    },
  },
  methods: {
    onType(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      useBackpack()?.setFilter({ type: event.detail.value });
    },
    onStatus(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      useBackpack()?.setFilter({ status: event.detail.value });
    },
    onQuery(event: WechatMiniprogram.Input) {
      useBackpack()?.setFilter({ query: event.detail.value });
    },
    onClearQuery() {
      useBackpack()?.setFilter({ query: '' });
    },
    onClearFilter() {
      useBackpack()?.setFilter({ type: '', status: '', query: '' });
    },
    onOpen(event: WechatMiniprogram.CustomEvent<{ item_id: string }>) {
      const { item_id } = event.detail;
      useBackpack()?.open(item_id);
      void openPage(itemUrl(item_id));
    },
    onSignIn: signIn,
    onStaff() {
      void openPage(entranceUrl());
    },
  },
});
