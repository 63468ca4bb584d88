// The tab bar's content, and how a tab page tells its own instance of the bar which tab it is.
import { badgeText } from '../../format/badge';
import { tabsFor } from '../../stores/tabs';
import type { TabName } from '../../stores/tabs';
import { useBackpack } from '../backpack';
import { isApproved } from '../../stores/person/staff-view';
import { useMember } from '../member';
import { lookAtReview, useStaff } from '../staff';
import { useCore } from './page';

export type { TabName } from '../../stores/tabs';

export interface TabState {
  name: TabName;
  /** Empty without one. */
  badge: string;
}

/** Unread things behind each tab; asked only for tabs that the person has, so that no socket opens for anybody else. */
const counts: Partial<Record<TabName, () => number>> = {
  backpack: () => useBackpack()?.new_count ?? 0,
  chat: () => useMember().entry?.unread() ?? 0,
  tasks: () => useStaff().entry?.due() ?? 0,
};

function tabNames(): TabName[] {
  const { session } = useCore();
  return tabsFor({ customer: session.customer.state === 'signed_in', staff: isApproved(session) });
}

/** Observable: the tabs of who is signed in now, with their badges. */
export const tabStates = (): TabState[] =>
  tabNames().map((name) => ({ name, badge: badgeText(counts[name]?.() ?? 0) }));

/** Whether whoever is signed in now has this tab (observable). */
export const hasTab = (name: TabName): boolean => tabNames().includes(name);

/** A tab page, as far as its bar is concerned. */
interface TabPage {
  getTabBar(): { setData(data: Record<string, unknown>): void } | null | undefined;
}

/** Call it in `show`: each tab page has a tab bar of its own, and what tabs there are may have changed. */
export function syncTabBar(page: TabPage, selected: TabName): void {
  page.getTabBar()?.setData({ selected });
  void lookAtReview();
}
