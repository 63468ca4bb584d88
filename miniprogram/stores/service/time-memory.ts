// What is kept of a backend's time between starts, on the app's own shelf: how far the phone's clock is off, and which
// of the backend's times is the true one.
import * as v from 'valibot';
import type { BackendParts } from '../../api/backend';
import { number } from '../../api/schema';
import type { Witness } from '../../api/witnesses';
import type { Clock } from '../../platform/ports';
import { keyFor } from '../../platform/storage-key';
import type { Store } from '../../platform/storage-types';

/**
 * @param steady the clock that a skew is relative to while the app runs
 * @param phone the clock that it is relative to at the next start
 */
export function createTimeMemory(store: Store, steady: Clock, phone: Clock): BackendParts['timeMemory'] {
  const shelf = store.area('app');
  return (backend) => {
    const skewKey = keyFor<number>(`clock.${backend}`, 'kept', number);
    const judgementKey = keyFor<Witness>(`clock_by.${backend}`, 'kept', v.picklist(['envelope', 'date']));
    return {
      skew: {
        read: () => shelf.read(skewKey),
        write: (skew_ms) => void shelf.write(skewKey, Math.round(skew_ms + steady.now() - phone.now())),
      },
      judgement: {
        read: () => shelf.read(judgementKey),
        write: (trusted) => void shelf.write(judgementKey, trusted),
      },
    };
  };
}
