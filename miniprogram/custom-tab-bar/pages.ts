// Where each tab leads and how it looks; a tab without a page here is not shown.
import type { TabName } from '../compose/tabs';

export interface TabPage {
  path: string;
  text: string;
  icon: string;
  /** Filled, for the tab one is on. */
  icon_on: string;
}

export const tabPages: Partial<Record<TabName, TabPage>> = {
  backpack: { path: '/pages/backpack/backpack', text: '背包', icon: 'wallet', icon_on: 'wallet-filled' },
  me: { path: '/pages/me/me', text: '我的', icon: 'user', icon_on: 'user-filled' },
};
