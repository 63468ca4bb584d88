// Answers what tests ask of the device.
import type { HostPorts } from '../ports/host';
import type { ApiInspect } from '../ports/inspection';
import { fromBase64 } from './files/bytes';
import type { ApiState } from './state';

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
