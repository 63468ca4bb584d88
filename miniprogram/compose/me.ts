// 我的 for its page: the person, their devices, the theme, what the app keeps on this phone.
import { reaction } from 'mobx-miniprogram';
import { explain } from '../api/explain';
import { bytesText } from '../format/bytes';
import { deviceRow } from '../format/device-row';
import type { DeviceRow } from '../format/device-row';
import { cachedBytes, clearCaches } from '../platform/caches';
import type { Off } from '../platform/ports';
import { DevicesStore } from '../stores/person/devices';
import { customerView } from '../stores/person/customer-view';
import { useBackpack } from './backpack';
import { useChat } from './chat';
import { oncePerCore } from './once';
import { useCore } from './bind/page';
import type { FlatValue } from './bind/page';
import { useTheme } from './bind/theme';

/** The devices of whoever is signed in; read when asked to. */
export const useDevices = oncePerCore((core) => new DevicesStore(core.session, core.v4.api.auth));

/** What `pages/me` binds. */
export function meFields(): Record<string, () => FlatValue> {
  const { session } = useCore();
  const theme = useTheme();
  const devices = useDevices();
  return {
    signed_in: () => customerView(session).signed_in,
    nickname: () => customerView(session).nickname,
    letter: () => customerView(session).letter,
    mobile: () => customerView(session).mobile,
    level: () => customerView(session).level,
    theme_choice: () => theme.choice,
    devices_state: () => devices.devices.state,
    devices_failed: () => (devices.devices.state === 'failed' ? explain(devices.devices.failure).title : ''),
  };
}

/** The devices as rows, for `bindSmallList`. */
export function deviceRows(): DeviceRow[] {
  const { devices } = useDevices();
  return devices.state === 'ready' ? devices.list.map(deviceRow) : [];
}

/** `1.2 MB`: what clearing would free. */
export const cacheText = (): string => bytesText(cachedBytes(useCore().platform.storage));

/** Runs now and whenever the backpack, which is most of the cache, was written anew. */
export const watchCache = (run: () => void): Off =>
  reaction(() => useBackpack().loaded, run, { fireImmediately: true });

/** Clears cached content; sign-ins, drafts and codes stay. @throws what the phone throws */
export const clearCache = (): void => clearCaches(useCore().platform.storage);

/** What signing out says beforehand: messages that no server has are lost with it. */
export function signOutWarning(): string {
  const { unsent } = useChat();
  const wiped = '退出后，本机保存的背包内容、会话草稿和核销码会一并清除。';
  return unsent === 0 ? wiped : `还有 ${unsent} 条消息未发送，退出后将无法找回。${wiped}`;
}

/** Ends the customer's sign-in here; never rejects. */
export const signOutCustomer = (): Promise<void> => useCore().session.signOut('customer');
