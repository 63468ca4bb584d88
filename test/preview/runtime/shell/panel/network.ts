// Panel: how good the network is.
import type { Shaping } from '../../../protocol';
import type { HostPorts } from '../../ports/host';
import type { NetworkType } from '../../ports/values';
import { Choices, section } from './parts';

type Quality = 'online' | 'slow' | 'weak' | 'offline';

const CLEAR: Shaping = { offline: false, latencyMs: 0, lossRate: 0, bytesPerSecond: 0 };
/** Slow 3G as browsers' own tools have it: 400 kbit/s. */
const SHAPES: Readonly<Record<Quality, Shaping>> = {
  online: CLEAR,
  slow: { ...CLEAR, latencyMs: 2000, bytesPerSecond: 50_000 },
  weak: { ...CLEAR, latencyMs: 1200, lossRate: 0.05 },
  offline: { ...CLEAR, offline: true },
};
const TYPES: Readonly<Record<Quality, NetworkType>> = {
  online: 'wifi',
  slow: '3g',
  weak: '3g',
  offline: 'none',
};

function qualityOf({ offline, latencyMs, bytesPerSecond }: Shaping): Quality {
  if (offline) return 'offline';
  if (bytesPerSecond > 0) return 'slow';
  return latencyMs > 0 ? 'weak' : 'online';
}

export function networkSection(ports: HostPorts): HTMLElement {
  const { net } = ports.config;
  const choices = new Choices<Quality>(
    [
      { label: '正常', value: 'online' },
      { label: '慢 3G', value: 'slow' },
      { label: '弱', value: 'weak' },
      { label: '断网', value: 'offline' },
    ],
    qualityOf(net.shaping()),
    (quality) => {
      void net.setShaping(SHAPES[quality]).then(() => {
        ports.device.setNetwork(TYPES[quality]);
        ports.events.notify('NetworkWeakChange', {
          weakNet: quality === 'slow' || quality === 'weak',
          networkType: TYPES[quality],
        });
      });
    },
  );
  net.onShaping((shaping) => choices.show(qualityOf(shaping)));
  return section('网络', choices.root);
}
