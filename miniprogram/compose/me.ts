// 我的 for its page: the person, their devices, the theme, what the app keeps on this phone.
import { reaction } from 'mobx-miniprogram';
import { bytesText } from '../format/bytes';
import { deviceRow } from '../format/device-row';
import type { DeviceRow } from '../format/device-row';
import { cachedBytes, clearCaches } from '../platform/caches';
import type { Off } from '../platform/ports';
import { createDevices } from '../stores/person/devices';
import type { Devices } from '../stores/person/devices';
import { perPerson } from '../stores/person/per-person';
import { failureIn, IDLE } from '../stores/list/progress';
import { failedWords } from '../stores/list/words';
import { customerView } from '../stores/person/customer-view';
import { useBackpack } from './backpack';
import { useMember } from './member';
import { oncePerCore } from './once';
import { useCore } from './bind/page';
import type { FlatValue } from './bind/page';
import { useTheme } from './bind/theme';

const devices = oncePerCore((core) =>
  perPerson(core.v4, core.platform, ({ api }) => createDevices(api.auth)),
);

/** The devices of whoever is signed in; null while nobody is. Read when asked to. */
export const useDevices = (): Devices | null => devices().current;

/** Who looks wants to know what is true now: a list from before does not show while it is read again. */
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
    theme_choice: () => theme.choice,
    devices_state: devicesState,
    devices_failed: () => failedWords(failureIn(useDevices()?.refreshing ?? IDLE)).title,
  };
}

/** The devices as rows, for `bindSmallList`. */
export const deviceRows = (): DeviceRow[] =>
  devicesState() === 'ready' ? (useDevices()?.loaded?.list ?? []).map(deviceRow) : [];

/** `1.2 MB`: what clearing would free. */
export const cacheText = (): string => bytesText(cachedBytes(useCore().platform.storage));

/** Runs now, when somebody comes or leaves, and when the backpack, which is most of the cache, was written anew. */
export const watchCache = (run: () => void): Off =>
  reaction(() => [useBackpack(), useBackpack()?.pages.loaded], run, { fireImmediately: true });

/** Clears cached content; sign-ins, drafts and codes stay. @throws what the phone throws */
export const clearCache = (): void => clearCaches(useCore().platform.storage);

/** What signing out says beforehand: messages that no server has are lost with it. */
export async function signOutWarning(): Promise<string> {
  const wiped = '退出后，本机保存的背包内容、会话草稿和核销码会一并清除。';
  const member = await useMember().load();
  if (member === null) return `未发送的消息退出后将无法找回。${wiped}`;
  const unsent = member.unsent();
  return unsent === 0 ? wiped : `还有 ${unsent} 条消息未发送，退出后将无法找回。${wiped}`;
}

/** Ends the customer's sign-in here; never rejects. */
export const signOutCustomer = (): Promise<void> => useCore().session.signOut('customer');
