// The API's part of `__host`: what tests read from the device and do to it.
import type { HostPorts } from '../ports/host';
import type { DeviceSnapshot } from './device/device-state';
import { fromBase64 } from './files/bytes';
import type { ApiState } from './state';

/** A file as a test hands it over; `base64` is its content. */
export interface FedFile {
  name: string;
  type: string;
  base64: string;
}

export interface ApiInspect {
  /** Brightness, awake, capture effect, vibrations, the last number called. */
  device(): Readonly<DeviceSnapshot>;
  /** The next chooser takes these files without asking. */
  feedFiles(files: readonly FedFile[]): void;
  /** Answer the privacy question beforehand, or forget the answer. */
  setPrivacy(agreed: boolean): void;
  /** Whose code `wx.login` gives. */
  setOpenid(openid: string): void;
  /** As if a screenshot were taken. */
  captureScreen(): void;
  /** @returns the card of the top page, null when it does not share */
  share(): Record<string, unknown> | null;
}

export function inspectApi(ports: HostPorts, state: ApiState): ApiInspect {
  return {
    device: () => state.device.snapshot(),
    feedFiles: (files) =>
      state.chooser.feed(
        files.map(({ name, type, base64 }) => new File([fromBase64(base64)], name, { type })),
      ),
    setPrivacy: (agreed) => (agreed ? state.privacy.agree('') : state.privacy.forget()),
    setOpenid: (openid) => state.account.setOpenid(openid),
    captureScreen: () => ports.events.notify('UserCaptureScreen'),
    share: () => state.sharing.share({ from: 'menu' }),
  };
}
