// The main package's objects, built once from the phone's ports. `app.ts` keeps the result; pages reach it by `compose/page`.
import type { Client } from '../api/client';
import type { Gate } from '../api/gate';
import type { ServerClock } from '../api/server-clock';
import type { V4Api } from '../api/v4/api';
import type { Config } from '../config';
import type { Platform } from '../platform/ports';
import type { Store } from '../platform/storage-types';
import type { MaintenanceStore } from '../stores/maintenance';
import type { NetworkStore } from '../stores/network';
import type { SessionStore } from '../stores/session';

export interface Core {
  config: Config;
  /** Clock, timers, device, lifecycle, network, files: for stores that pages build. */
  platform: Platform;
  /** Per-person persistence; mostly reached by `session.area(identity)`. */
  store: Store;
  session: SessionStore;
  network: NetworkStore;
  /** Set while the V4 backend says SYSTEM_MAINTENANCE. */
  maintenance: MaintenanceStore;
  /** The V4 server's time, for countdowns. */
  clock: ServerClock;
  v4: V4Api;
  /** For wrappers that live elsewhere (chat, staff subpackage, socket). */
  clients: { v4: Client; xcx: Client };
  gates: { v4: Gate; xcx: Gate };
  /** Stops every listener (tests; the app never does). */
  dispose(): void;
}
