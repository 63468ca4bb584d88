// What every part of the backend shares.
import type { Clock } from './clock';
import type { Secrets } from './db/secrets';
import type { Store } from './db/store';
import type { Faults } from './http/faults';
import type { Limiter } from './http/limiter';
import type { RequestLog } from './http/requests';
import type { Listeners } from './listeners';
import type { Profile, Revision } from './profile';
import type { SessionEnd } from './v4/auth/sessions';

export interface Context {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly faults: Faults;
  readonly limiter: Limiter;
  readonly requests: RequestLog;
  /** Told when a login session ends, so that its sockets can be closed. */
  readonly sessionEnds: Listeners<SessionEnd>;
  /** The last QR issued for an item, by item id; for the dev panel only. */
  readonly issuedQrs: Map<string, string>;
  readonly revision: Revision;
  readonly seed: number;
  /** May change while running: read it in every request. */
  profile: Profile;
}
