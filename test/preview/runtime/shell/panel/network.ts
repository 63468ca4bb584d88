// Panel: how good the network is.
import type { HostPorts } from '../../ports/host';
import type { NetworkType } from '../../ports/values';
import { Choices, section } from './parts';

type Quality = 'online' | 'slow' | 'offline';

const SHAPES = {
  online: { offline: false, latencyMs: 0, lossRate: 0 },
  slow: { offline: false, latencyMs: 1200, lossRate: 0.05 },
  offline: { offline: true, latencyMs: 0, lossRate: 0 },
} as const;
const TYPES: Readonly<Record<Quality, NetworkType>> = { online: 'wifi', slow: '3g', offline: 'none' };

export function networkSection(ports: HostPorts): HTMLElement {
  const { net } = ports.config;
  const { offline, latencyMs } = net.shaping();
  const now: Quality = offline ? 'offline' : latencyMs > 0 ? 'slow' : 'online';
  const choices = new Choices<Quality>(
    [
      { label: '正常', value: 'online' },
      { label: '慢', value: 'slow' },
      { label: '断网', value: 'offline' },
    ],
    now,
    (quality) => {
      void net.setShaping(SHAPES[quality]).then(() => {
        ports.device.setNetwork(TYPES[quality]);
        ports.events.notify('NetworkWeakChange', {
          weakNet: quality === 'slow',
          networkType: TYPES[quality],
        });
      });
    },
  );
  net.onShaping((shaping) =>
    choices.show(shaping.offline ? 'offline' : shaping.latencyMs > 0 ? 'slow' : 'online'),
  );
  return section('网络', choices.root);
}
