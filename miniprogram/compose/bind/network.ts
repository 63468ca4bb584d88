// What a page says about the network while it has nothing else to say.
import type { LinkTrouble } from '../../stores/list/words';
import { useCore } from './page';

/** `offline` while the phone has no network; observable. */
export const networkTrouble = (): LinkTrouble => (useCore().network.connected ? '' : 'offline');
