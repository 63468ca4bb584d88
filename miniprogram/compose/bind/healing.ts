// What a page does when its backend can be expected to answer again.
import { isPassing } from '../../api/errors';
import type { Failure } from '../../api/errors';
import type { Off } from '../../platform/ports';
import { onAvailable } from '../../stores/service/availability';
import type { Availability } from '../../stores/service/availability';

/**
 * Reads again what failed for want of a network, or while the backend was under maintenance.
 * @param backend the one that the page reads from: `useCore().v4` or `.xcx`
 * @param failed what stands in the page's way; nothing to heal where it is null
 * @returns call it in `detached`
 */
export function healing(
  backend: { readonly availability: Availability },
  failed: () => Failure | null,
  read: () => void,
): Off {
  return onAvailable(backend.availability, () => {
    const failure = failed();
    if (failure !== null && isPassing(failure)) read();
  });
}
