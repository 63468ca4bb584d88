// 我的 for its page: the person, their devices, the theme, what the app keeps on this phone.
import { reaction } from 'mobx-miniprogram';
import { badgeText } from '../format/badge';
import { assetTile } from '../format/asset-tile';
import type { AssetTile } from '../format/asset-tile';
import { bytesText } from '../format/bytes';
import { deviceRow, unreadableDevices } from '../format/device-row';
import type { DeviceRow } from '../format/device-row';
import { cachedBytes, clearCaches } from '../platform/caches';
import type { Off } from '../platform/ports';
import { createDevices } from '../stores/person/devices';
import type { Devices } from '../stores/person/devices';
import { perPerson } from '../stores/person/per-person';
import { failureIn, IDLE } from '../stores/list/progress';
import { failedWords } from '../stores/list/words';
import { customerView } from '../stores/person/customer-view';
import type { IdentityName } from '../stores/person/session';
import { StoreSwitch } from '../stores/person/store-switch';
import { staffStores, staffView } from '../stores/person/staff-view';
import type { MonthGlance } from '../stores/person/staff-view';
import { onAvailable } from '../stores/service/availability';
import type { TabName } from '../stores/tabs';
import { useBackpack } from './backpack';
import { useMember } from './member';
import { isStaff, useStaff } from './staff';
import { oncePerCore } from './once';
import type { FirstView } from './bind/first-view';
import { healing } from './bind/healing';
import { oldViews } from './bind/kept-views';
import { useCore } from './bind/page';
import type { FlatValue } from './bind/page';
import { useTheme } from './bind/theme';
import type { ThemeChoice } from './bind/theme';

const devices = oncePerCore((core) =>
  perPerson(core.v4, core.platform, ({ api }) => createDevices(api.auth)),
);

/** The devices of whoever is signed in; null while nobody is. Read when asked to. */
export const useDevices = (): Devices | null => devices().current;

/**
 * `loading` while the list is read again too: which devices are signed in must be true now, so an old list is not
 * shown.
 */
function devicesState(): 'unread' | 'loading' | 'ready' | 'failed' {
  const list = useDevices();
  if (list === null) return 'unread';
  if (list.refreshing.state === 'idle') return list.loaded === null ? 'unread' : 'ready';
  return list.refreshing.state === 'failed' ? 'failed' : 'loading';
}

/** What `pages/me` binds. */
export function meFields(): Record<string, () => FlatValue> {
  const { session } = useCore();
  const theme = useTheme();
  return {
    signed_in: () => customerView(session).signed_in,
    nickname: () => customerView(session).nickname,
    letter: () => customerView(session).letter,
    mobile: () => customerView(session).mobile,
    level: () => customerView(session).level,
    points_text: () => points()?.available_text ?? '',
    points_name: () => points()?.display_name ?? '',
    unread_text: () => badgeText(useMember().entry?.unread() ?? 0),
    ...staffFields(),
    theme_text: () => THEMES.find(({ value }) => value === theme.choice)?.text ?? '',
    devices_state: devicesState,
    devices_failed: () => failedWords(failureIn(useDevices()?.refreshing ?? IDLE)).title,
  };
}

/** The balance that people ask for; absent where the backend sends none. */
function points(): AssetTile | null {
  const assets = useBackpack()?.pages.loaded?.assets ?? [];
  const found = assets.find(({ asset_code }) => asset_code.toLowerCase() === 'points');
  return found === undefined ? null : assetTile(found);
}

const THEMES: { value: ThemeChoice; text: string }[] = [
  { value: 'system', text: '跟随系统' },
  { value: 'light', text: '浅色' },
  { value: 'dark', text: '深色' },
];

/** How the app may look, for `bindSmallList`. */
export const themeChoices = () => [{ name: 'theme', title: '', value: useTheme().choice, options: THEMES }];

const NO_FIGURES: MonthGlance = { state: 'unread', label: '', hours: '', income: '', customers: '' };

function staffFields(): Record<string, () => FlatValue> {
  const { session } = useCore();
  const view = () => staffView(session);
  const month = () => (view().approved ? (useStaff().entry?.month() ?? NO_FIGURES) : NO_FIGURES);
  return {
    staff_in: () => view().status !== '',
    approved: () => view().approved,
    staff_name: () => view().nickname,
    staff_letter: () => view().letter,
    avatar_url: () => view().avatar_url,
    staff_place: () => [view().role, view().store_name].filter((word) => word !== '').join(' · '),
    coach_level: () => view().coach_level,
    level_tone: () => view().level_tone,
    status_text: () => view().status_text,
    has_stores: () => view().has_stores,
    stores_open: () => useStoreSwitch().is_open,
    switching: () => useStoreSwitch().switching,
    switch_failed: () => useStoreSwitch().failed,
    month_state: () => month().state,
    month_label: () => month().label,
    month_hours: () => month().hours,
    month_income: () => month().income,
    month_customers: () => month().customers,
  };
}

/** What the page begins with: who is signed in. Figures of money and messages are not kept for it. */
export function firstMe(): FirstView {
  const fields = Object.entries(meFields()).filter(
    ([name]) => !/^(month|unread|devices|switch|stores)/.test(name),
  );
  const view = Object.fromEntries(fields.map(([name, read]) => [name, read()]));
  return { ...view, themeClass: useTheme().themeClass };
}

/** The stores to choose from, for `bindSmallList`. */
export function storeChoices() {
  const stores = staffStores(useCore().session);
  const options = stores.map(({ store_id, store_name }) => ({ value: store_id, text: store_name }));
  return [
    { name: 'store', title: '', value: stores.find(({ present }) => present)?.store_id ?? '', options },
  ];
}

/** The sheet with the person's stores. */
export const useStoreSwitch = oncePerCore(({ session }) => new StoreSwitch(session));

/** The page is seen: figures that are old are read again. */
export function lookAtMonth(): void {
  if (isStaff()) useStaff().entry?.lookAtMonth();
}

/** Reads the figures anew whenever a staff member signs in or changes the store, while the page is open. */
export const watchMonth = (): Off =>
  reaction(
    () => isStaff() && useStaff().entry?.month()?.state === 'unread',
    (is_unread) => {
      if (is_unread) lookAtMonth();
    },
    { fireImmediately: true },
  );

/** Reads what could not be read without a network, or under maintenance, once it can be. */
export const healMe = (): Off[] => [
  healing(
    useCore().v4,
    () => failureIn(useDevices()?.refreshing ?? IDLE),
    () => void useDevices()?.refresh(),
  ),
  onAvailable(useCore().xcx.availability, lookAtMonth),
];

/** The devices as rows, for `bindSmallList`. */
export const deviceRows = (): DeviceRow[] =>
  devicesState() === 'ready'
    ? [
        ...(useDevices()?.loaded?.list ?? []).map(deviceRow),
        ...unreadableDevices(useDevices()?.unreadable ?? 0),
      ]
    : [];

/** `1.2 MB`: what clearing would free. */
export const cacheText = (): string => bytesText(cachedBytes(useCore().platform.storage));

/** Calls `run` at once, when somebody signs in or out, and when the backpack (most of the cache) was written. */
export const watchCache = (run: () => void): Off =>
  reaction(() => [useBackpack(), useBackpack()?.pages.loaded], run, { fireImmediately: true });

/** Clears cached content; sign-ins, drafts and codes stay. @throws what the phone throws */
export const clearCache = (): void => clearCaches(useCore().platform.storage);

/** What signing out says beforehand: messages that no server has are lost with it. */
export async function signOutWarning(): Promise<string> {
  const wiped = '退出后，本机保存的背包内容、会话草稿和券码会一并清除。';
  const member = await useMember().load();
  if (member === null) return `未发送的消息退出后将无法找回。${wiped}`;
  const unsent = member.unsent();
  return unsent === 0 ? wiped : `还有 ${unsent} 条消息未发送，退出后将无法找回。${wiped}`;
}

/** What signing out as staff says beforehand. */
export const STAFF_WARNING = '退出后，本机保存的备注草稿和员工资料会一并清除。再次进入只需微信确认。';

const signOut = (identity: IdentityName): Promise<void> => useCore().session.signOut(identity);

/** Tabs of a half, the last of them where its people are led when they have left. */
const TABS_OF = { customer: ['chat', 'backpack'], staff: ['tasks', 'boards', 'me'] } as const;

/** Where to lead whoever has just left, one after the other: a tab that keeps what it showed them forgets when it is opened. */
function tabsToForget(identity: IdentityName): TabName[] {
  const tabs: readonly TabName[] = TABS_OF[identity];
  const old = oldViews(tabs);
  const home = tabs.slice(-1);
  return old.length === 0 ? [] : [...old.filter((tab) => !home.includes(tab)), ...home];
}

/**
 * Ends a sign-in here; never rejects.
 * @param openTabs called where a tab still keeps what it showed in another run
 */
export async function leave(identity: IdentityName, openTabs: (tabs: TabName[]) => unknown): Promise<void> {
  await signOut(identity);
  const tabs = tabsToForget(identity);
  if (tabs.length > 0) openTabs(tabs);
}
