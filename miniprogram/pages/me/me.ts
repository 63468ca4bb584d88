// 我的: who is signed in, how the app looks, what it keeps on this phone, and the way out.
import { component } from '../../compose/bind/component';
import {
  cacheText,
  clearCache,
  deviceRows,
  firstMe,
  healMe,
  lookAtMonth,
  meFields,
  leave,
  signOutWarning,
  STAFF_WARNING,
  storeChoices,
  themeChoices,
  useDevices,
  useStoreSwitch,
  watchCache,
  watchMonth,
} from '../../compose/me';
import { whileAttached } from '../../compose/bind/bound';
import { bindFirstView } from '../../compose/bind/first-view';
import { here } from '../../compose/bind/here';
import { confirmed, showPrivacy } from '../../compose/bind/dialogs';
import { watchFront } from '../../compose/bind/front';
import { openPage, openTab, openTabs } from '../../compose/bind/go';
import { bindStore } from '../../compose/bind/page';
import { bindSmallList } from '../../compose/bind/small-list';
import { syncTabBar } from '../../compose/bind/tabs';
import type { TabName } from '../../compose/bind/tabs';
import { themed, useTheme } from '../../compose/bind/theme';
import type { ThemeChoice } from '../../compose/bind/theme';
import type { ChoiceGroup } from '../../components/choice-sheet/choice-sheet';
import type { DeviceRow } from '../../format/device-row';
import {
  CHATS,
  CUSTOMERS,
  entranceUrl,
  NOTES,
  performanceUrl,
  signInUrl,
  TAB_URLS,
  TICKETS,
} from '../../routes';
import { versionText } from './version';

/** Leads through tabs, unless the person has gone elsewhere by then. */
const leading = () => {
  const isLeft = watchFront();
  return (tabs: readonly TabName[]): unknown => isLeft() || openTabs(tabs.map((tab) => TAB_URLS[tab]));
};

const LEAVING = { confirmText: '退出', confirmColor: '#bf3127' };

component({
  behaviors: [themed],
  data: {
    signed_in: false,
    nickname: '',
    letter: '',
    mobile: '',
    level: '',
    points_text: '',
    points_name: '',
    unread_text: '',
    staff_in: false,
    approved: false,
    staff_name: '',
    staff_letter: '',
    avatar_url: '',
    staff_place: '',
    coach_level: '',
    level_tone: 'off',
    status_text: '',
    has_stores: false,
    month_state: 'unread',
    month_label: '',
    month_hours: '',
    month_income: '',
    month_customers: '',
    stores: [] as ChoiceGroup[],
    stores_open: false,
    switching: '',
    switch_failed: '',
    theme_text: '',
    looks: [] as ChoiceGroup[],
    looks_open: false,
    devices_open: false,
    devices_state: 'unread',
    devices_failed: '',
    devices: [] as DeviceRow[],
    cache_text: '',
    version_text: '',
    leaving_customer: false,
    leaving_staff: false,
  },
  lifetimes: {
    attached() {
      this.setData({ version_text: versionText() });
      whileAttached(
        this,
        bindSmallList(this, 'devices', deviceRows),
        bindSmallList(this, 'stores', storeChoices),
        bindSmallList(this, 'looks', themeChoices),
        bindStore(this, meFields()),
        watchMonth(),
        ...healMe(),
        bindFirstView(this, firstMe),
        watchCache(() => this.setData({ cache_text: cacheText() })),
      );
    },
  },
  pageLifetimes: {
    show() {
      syncTabBar(this, 'me');
      this.setData({ cache_text: cacheText() });
      lookAtMonth();
    },
  },
  methods: {
    onEntrance() {
      void openPage(entranceUrl());
    },
    onFigures() {
      if (this.data.month_state === 'failed') lookAtMonth();
      else void openPage(performanceUrl());
    },
    onCustomers() {
      void openPage(CUSTOMERS);
    },
    onAssistant() {
      void openPage(CHATS);
    },
    onNotes() {
      void openPage(NOTES);
    },
    onStores() {
      useStoreSwitch().open();
    },
    onStoresClose() {
      useStoreSwitch().close();
    },
    onStore(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      return useStoreSwitch().choose(event.detail.value);
    },
    onSignIn() {
      void openPage(signInUrl());
    },
    onDevices() {
      const opens = !this.data.devices_open;
      this.setData({ devices_open: opens });
      if (opens) void useDevices()?.refresh();
    },
    onDevicesRetry() {
      void useDevices()?.refresh();
    },
    onLook() {
      this.setData({ looks_open: true });
    },
    onLookClose() {
      this.setData({ looks_open: false });
    },
    onTheme(event: WechatMiniprogram.CustomEvent<{ value: ThemeChoice }>) {
      useTheme().choose(event.detail.value);
      this.onLookClose();
    },
    onBackpack() {
      return openTab(TAB_URLS.backpack);
    },
    onTickets() {
      return openPage(TICKETS);
    },
    onService() {
      return openTab(TAB_URLS.chat);
    },
    async onClearCache() {
      const asked = confirmed({
        title: '清除缓存',
        content: '清除已缓存的内容，下次打开会重新读取。登录状态、草稿和未用完的券码会保留。',
        confirmText: '清除',
      });
      if (!(await here(this, asked))) return;
      clearCache();
      this.setData({ cache_text: cacheText() });
    },
    onPrivacy: showPrivacy,
    async onSignOut() {
      const content = await here(this, signOutWarning());
      const asked = confirmed({ ...LEAVING, title: '退出会员账号', content });
      if (!(await here(this, asked))) return;
      // Closes the list of devices: the next person to sign in starts without it.
      this.setData({ devices_open: false });
      void here(this, leave('customer', leading()), 'leaving_customer');
    },
    async onSignOutStaff() {
      const asked = confirmed({ ...LEAVING, title: '退出员工身份', content: STAFF_WARNING });
      if (await here(this, asked)) {
        void here(this, leave('staff', leading()), 'leaving_staff');
      }
    },
  },
});
