// Whether the customers' backend can be expected to answer: there is a network, and no maintenance that it told of.
// What failed for want of either is read again when this turns true. Observable (MobX).
import { reaction } from 'mobx-miniprogram';
import type { Off } from '../../platform/ports';
import type { MaintenanceStore } from './maintenance';

export interface Reach {
  readonly is_open: boolean;
}

export function createReach(
  network: { readonly connected: boolean },
  maintenance: Pick<MaintenanceStore, 'current'>,
): Reach {
  return {
    get is_open() {
      return network.connected && maintenance.current.state === 'none';
    },
  };
}

/** Runs `heal` each time that the backend can be expected to answer again. */
export function onReopened(reach: Reach, heal: () => void): Off {
  return reaction(
    () => reach.is_open,
    (is_open) => {
      if (is_open) heal();
    },
  );
}
