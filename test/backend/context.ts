// What every part of the backend shares.
import type { Secrets } from './db/secrets';
import type { Faults } from './http/faults';
import type { RequestLog } from './http/requests';
import type { Listeners } from './listeners';
import type { SessionEnd } from './v4/auth/session';
import type { ChatPort } from './v4/chat/port';
import type { Online } from './v4/realtime/online';
import type { XcxState } from './xcx/state';
import type { SocketWeather } from './v4/realtime/weather';

export interface Context extends ChatPort {
  readonly secrets: Secrets;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** Told when a login session ends, so that its sockets can be closed. */
  readonly sessionEnds: Listeners<SessionEnd>;
  /** The last QR issued for an item, by item id; for the dev panel only. */
  readonly issuedQrs: Map<string, string>;
  /** Who could be reached by a push. */
  readonly online: Online;
  readonly sockets: SocketWeather;
  /** Quirks and weather of the staff backend. */
  readonly xcx: XcxState;
  readonly seed: number;
  /** Whether other machines are listened to. */
  readonly isOpen?: boolean;
}
