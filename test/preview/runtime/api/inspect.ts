// Answers what tests ask of the device.
import type { HostPorts } from '../ports/host';
import type { ApiInspect } from '../ports/inspection';
import { toasts } from '../shell/overlay/toast';
import { fromBase64 } from './files/bytes';
import { KNOWN_NAMES } from './known-names';
import type { ApiState } from './state';
import type { ApiTable } from './table';

export interface Inspected {
  ports: HostPorts;
  state: ApiState;
  table: ApiTable;
  /** Calls the listeners of an event that never happens in the preview. */
  fire(name: string, value: unknown): void;
}

export function inspectApi({ ports, state, table, fire }: Inspected): ApiInspect {
  return {
    fire,
    moveTo: (place) => state.position.move(place),
    wx: () =>
      Object.fromEntries(
        KNOWN_NAMES.map((name) => [
          name,
          table.standIns.get(name) ?? (name in table.members ? 'done' : 'absent'),
        ]),
      ),
    device: () => state.device.snapshot(),
    feedFiles: (files) =>
      state.chooser.feed(
        files.map(({ name, type, base64 }) => new File([fromBase64(base64)], name, { type })),
      ),
    setPrivacy: (agreed) => (agreed ? state.privacy.agree('') : state.privacy.forget()),
    setOpenid: (openid) => state.account.setOpenid(openid),
    captureScreen: () => ports.events.notify('UserCaptureScreen'),
    toasts,
    share: () => state.sharing.share({ from: 'menu' }),
  };
}
