// 我的: who is signed in, how the app looks, what it keeps on this phone, and the way out.
import { component } from '../../compose/bind/component';
import {
  cacheText,
  clearCache,
  deviceRows,
  meFields,
  signOutCustomer,
  signOutWarning,
  useDevices,
  watchCache,
} from '../../compose/me';
import { whileAttached } from '../../compose/bind/bound';
import { here } from '../../compose/bind/here';
import { confirmed, showPrivacy } from '../../compose/bind/dialogs';
import { openPage } from '../../compose/bind/go';
import { bindStore } from '../../compose/bind/page';
import { bindSmallList } from '../../compose/bind/small-list';
import { syncTabBar } from '../../compose/bind/tabs';
import { themed, useTheme } from '../../compose/bind/theme';
import type { ThemeChoice } from '../../compose/bind/theme';
import type { DeviceRow } from '../../format/device-row';
import { signInUrl } from '../../routes';
import { versionText } from './version';

const themes: { value: ThemeChoice; text: string }[] = [
  { value: 'system', text: '跟随系统' },
  { value: 'light', text: '浅色' },
  { value: 'dark', text: '深色' },
];

component({
  behaviors: [themed],
  data: {
    themes,
    signed_in: false,
    nickname: '',
    letter: '',
    mobile: '',
    level: '',
    theme_choice: 'system',
    devices_open: false,
    devices_state: 'unread',
    devices_failed: '',
    devices: [] as DeviceRow[],
    cache_text: '',
    version_text: '',
    leaving: false,
  },
  lifetimes: {
    attached() {
      this.setData({ version_text: versionText() });
      whileAttached(
        this,
        bindSmallList(this, 'devices', deviceRows),
        bindStore(this, meFields()),
        watchCache(() => this.setData({ cache_text: cacheText() })),
      );
    },
  },
  pageLifetimes: {
    show() {
      syncTabBar(this, 'me');
      this.setData({ cache_text: cacheText() });
    },
  },
  methods: {
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
    onTheme(event: WechatMiniprogram.TouchEvent<object, object, { value: ThemeChoice }>) {
      useTheme().choose(event.currentTarget.dataset.value);
    },
    async onClearCache() {
      const asked = confirmed({
        title: '清除缓存',
        content: '清除已缓存的内容，下次打开会重新读取。登录状态、草稿和未用完的核销码会保留。',
        confirmText: '清除',
      });
      if (!(await here(this, asked))) return;
      clearCache();
      this.setData({ cache_text: cacheText() });
    },
    onPrivacy: showPrivacy,
    async onSignOut() {
      if (this.data.leaving) return;
      const content = await here(this, signOutWarning());
      const asked = confirmed({
        title: '退出登录',
        content,
        confirmText: '退出',
        confirmColor: '#bf3127',
      });
      if (!(await here(this, asked))) return;
      // Nothing follows it: whoever comes next starts anew.
      this.setData({ devices_open: false });
      void here(this, signOutCustomer(), 'leaving');
    },
  },
});
