// Whether a backend can be expected to answer: there is a network, and no maintenance that it told of. What failed
// because one of these was missing is read again when this turns true. Observable (MobX).
import { reaction } from 'mobx-miniprogram';
import type { Off } from '../../platform/ports';
import type { MaintenanceStore } from './maintenance';

export interface Availability {
  readonly is_available: boolean;
}

export function createAvailability(
  network: { readonly connected: boolean },
  maintenance: Pick<MaintenanceStore, 'current'>,
): Availability {
  return {
    get is_available() {
      return network.connected && maintenance.current.state === 'none';
    },
  };
}

/** Runs `heal` each time that the backend can be expected to answer again. */
export function onAvailable(availability: Availability, heal: () => void): Off {
  return reaction(
    () => availability.is_available,
    (is_available) => {
      if (is_available) heal();
    },
  );
}
