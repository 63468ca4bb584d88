// What the reference backend's own routes and services ask for, over a store in this process.
import type { Clock } from '../../backend/clock';
import type { Context } from '../../backend/context';
import { readSecrets } from '../../backend/db/secrets';
import type { Store } from '../../backend/db/store';
import { Faults } from '../../backend/http/faults';
import { Limiter } from '../../backend/http/limiter';
import { RequestLog } from '../../backend/http/requests';
import { Listeners } from '../../backend/listeners';
import type { Profile } from '../../backend/profile';
import { Presence, usualChat } from '../../backend/v4/chat/port';
import { Online } from '../../backend/v4/realtime/online';
import { SocketWeather } from '../../backend/v4/realtime/weather';
import { XcxState } from '../../backend/xcx/state';

/** The seed of what is in the store. */
export const SEED = 1;

/** @param store opened by `openStore`, with its schema */
export function contextOver(store: Store, clock: Clock, profile: Profile): Context {
  return {
    ...{ store, clock, profile, revision: 'july', seed: SEED },
    ...{ limiter: new Limiter(clock), faults: new Faults(), requests: new RequestLog() },
    ...{ chatEvents: new Listeners(), agents: new Presence(), chatSettings: usualChat() },
    ...{ secrets: readSecrets(store), sessionEnds: new Listeners(), issuedQrs: new Map() },
    ...{ online: new Online(), sockets: new SocketWeather(clock), xcx: new XcxState() },
  };
}
