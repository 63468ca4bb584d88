// What a page does when the backend can be expected to answer again.
import { isPassing } from '../../api/errors';
import type { Failure } from '../../api/errors';
import type { Off } from '../../platform/ports';
import { onReopened } from '../../stores/service/availability';
import { useCore } from './page';

/**
 * Reads again what failed for want of a network, or while the backend was under maintenance.
 * @param failed what stands in the page's way; nothing to heal where it is null
 * @returns call it in `detached`
 */
export function healing(failed: () => Failure | null, read: () => void): Off {
  return onReopened(useCore().reach, () => {
    const failure = failed();
    if (failure !== null && isPassing(failure)) read();
  });
}
