// 背包: the items and balances of whoever is signed in; signed out it says what it is for.
import { component } from '../../compose/bind/component';
import {
  backpackChoices,
  backpackFailure,
  backpackFields,
  backpackTiles,
  firstBackpack,
  hideBackpack,
  showBackpack,
  useBackpack,
} from '../../compose/backpack';
import type { View } from '../../compose/backpack';
import { whileAttached } from '../../compose/bind/bound';
import { bindFirstView } from '../../compose/bind/first-view';
import { openPage, openTab, stoodStill } from '../../compose/bind/go';
import { here } from '../../compose/bind/here';
import { noteKept, noteOpened } from '../../compose/bind/kept-views';
import { bindList } from '../../compose/bind/list';
import { listPage, SILENT_LIST } from '../../compose/bind/list-page';
import { bindStore, useCore } from '../../compose/bind/page';
import { healing } from '../../compose/bind/healing';
import { bindSmallList } from '../../compose/bind/small-list';
import { hasTab, syncTabBar } from '../../compose/bind/tabs';
import { themed } from '../../compose/bind/theme';
import type { ChoiceGroup } from '../../components/choice-sheet/choice-sheet';
import type { AssetTile } from '../../format/asset-tile';
import type { Chunk } from '../../format/chunks';
import type { ItemRow } from '../../format/item-row';
import { codeUrl, entranceUrl, itemUrl, redeemUrl, signInUrl, TAB_URLS } from '../../routes';

const panes = [
  { value: 'available', text: '可使用' },
  { value: 'waiting', text: '待使用' },
  { value: 'over', text: '已失效' },
];

/** The way up is offered from here on, px: about two screens. */
const FAR_PX = 1_400;

const signIn = (): void => void openPage(signInUrl());

/** Where each page was scrolled to last, px. */
const places = new WeakMap<object, number>();

component({
  behaviors: [themed, listPage(() => useBackpack(), signIn)],
  data: {
    ...SILENT_LIST,
    panes,
    state: '',
    nothing_title: '',
    nothing_text: '',
    nothing_action: '',
    pane: 'available',
    waiting_text: '',
    type: '',
    type_text: '',
    query: '',
    soon: false,
    soon_text: '',
    /** The search field stands in the row's place. */
    finding: false,
    choosing: false,
    rising: false,
    groups: [] as ChoiceGroup[],
    tiles: [] as AssetTile[],
    chunks: [] as Chunk<ItemRow>[],
  },
  lifetimes: {
    attached() {
      const { platform, v4 } = useCore();
      noteOpened('backpack');
      whileAttached(
        this,
        bindList(this, 'chunks', () => useBackpack()?.rows ?? [], platform),
        bindSmallList(this, 'groups', backpackChoices),
        bindSmallList(this, 'tiles', backpackTiles),
        // The state last: content is there when it says so.
        bindStore(this, backpackFields(useBackpack)),
        healing(v4, backpackFailure, () => void useBackpack()?.refresh()),
        bindFirstView(this, firstBackpack, () => noteKept('backpack', useBackpack() !== null)),
      );
    },
  },
  pageLifetimes: {
    show() {
      // The app's entry, also for whoever works here and is no customer.
      if (!hasTab('backpack')) return void this.leadOn();
      syncTabBar(this, 'backpack');
      showBackpack();
    },
    hide() {
      hideBackpack();
    },
  },
  methods: {
    /** The move that led here may not be over yet. */
    async leadOn() {
      await here(this, stoodStill());
      await here(this, openTab(TAB_URLS.tasks));
    },
    onPageScroll({ scrollTop }: { scrollTop: number }) {
      const rising = scrollTop > FAR_PX && scrollTop < (places.get(this) ?? 0);
      places.set(this, scrollTop);
      if (rising !== this.data.rising) this.setData({ rising });
    },
    onTop() {
      void wx.pageScrollTo({ scrollTop: 0 });
    },
    /** What is looked at now begins at its top. */
    look(change: Partial<View>) {
      useBackpack()?.look(change);
      if ((places.get(this) ?? 0) > 0) void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    },
    onPane(event: WechatMiniprogram.TouchEvent<object, object, { value: View['pane'] }>) {
      this.look({ pane: event.currentTarget.dataset.value, soon: false });
    },
    onChoices() {
      this.setData({ choosing: true });
    },
    onChosen() {
      this.setData({ choosing: false });
    },
    onChoose(event: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
      const { name, value } = event.detail;
      this.setData({ choosing: false });
      this.look({ [name]: value });
    },
    onAllTypes() {
      this.look({ type: '' });
    },
    onSoon() {
      this.look({ soon: !this.data.soon });
    },
    onFind() {
      this.setData({ finding: true });
    },
    onFindEnd() {
      this.setData({ finding: false });
      this.look({ query: '' });
    },
    onQuery(event: WechatMiniprogram.Input) {
      useBackpack()?.look({ query: event.detail.value });
    },
    onClearQuery() {
      useBackpack()?.look({ query: '' });
    },
    onOpen(event: WechatMiniprogram.CustomEvent<{ item_id: string }>) {
      const { item_id } = event.detail;
      useBackpack()?.open(item_id);
      return openPage(itemUrl(item_id));
    },
    /** The card's button: one tap away from the code, or the code itself. */
    onAct(event: WechatMiniprogram.CustomEvent<{ item_id: string; action: string }>) {
      const { item_id, action } = event.detail;
      useBackpack()?.open(item_id);
      return openPage(action === 'show_code' ? redeemUrl(item_id) : codeUrl(item_id));
    },
    onSignIn: signIn,
    onStaff() {
      void openPage(entranceUrl());
    },
  },
});
