// Where each tab leads and how it looks; a tab without a page here is not shown.
import type { TabName } from '../compose/bind/tabs';
import { TAB_URLS } from '../routes';

export interface TabPage {
  path: string;
  text: string;
  icon: string;
  /** Filled, for the tab one is on. */
  selected_icon: string;
}

export const tabPages: Partial<Record<TabName, TabPage>> = {
  backpack: {
    path: TAB_URLS.backpack,
    text: '背包',
    icon: 'wallet',
    selected_icon: 'wallet-filled',
  },
  chat: {
    path: TAB_URLS.chat,
    text: '客服',
    icon: 'service',
    selected_icon: 'service-filled',
  },
  tasks: { path: TAB_URLS.tasks, text: '任务', icon: 'task', selected_icon: 'task-filled' },
  boards: { path: TAB_URLS.boards, text: '看板', icon: 'chart-bar', selected_icon: 'chart-bar-filled' },
  me: { path: TAB_URLS.me, text: '我的', icon: 'user', selected_icon: 'user-filled' },
};
