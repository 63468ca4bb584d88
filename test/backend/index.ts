// Starts the reference backend: V4 (customers) over real HTTP, on SQLite, in either of its two profiles.
import type { AddressInfo } from 'node:net';
import { isLoopbackHost } from '../support/visitor';
import { createClock } from './clock';
import type { Clock } from './clock';
import type { Context } from './context';
import { fillWhenEmpty, openStore, resetData } from './db/open';
import { readSecrets } from './db/secrets';
import type { Store } from './db/store';
import { DevControls } from './dev/controls';
import { Faults } from './http/faults';
import { Limiter } from './http/limiter';
import { RequestLog } from './http/requests';
import { Listeners } from './listeners';
import type { Profile, Revision } from './profile';
import { buildServer } from './server';
import type { SessionEnd } from './v4/auth/session';
import { Presence, usualChat } from './v4/chat/port';
import { Online } from './v4/realtime/online';
import { XcxState } from './xcx/state';
import { attachRealtime } from './v4/realtime/server';
import { SocketWeather } from './v4/realtime/weather';

export type { Profile, Revision } from './profile';
export { DevControls } from './dev/controls';

export interface BackendOptions {
  /** Of both APIs, default `documented`. */
  profile?: Profile;
  /** Of the staff's API, where it is another one. */
  xcx_profile?: Profile;
  /** 0 (the default) takes a free port. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** SQLite file, default `:memory:`. */
  file?: string;
  /** Throws the file's data away first. */
  reset?: boolean;
  /** Prints a line for each request. */
  log?: boolean;
  /** Of the data set. */
  seed?: number;
  /** Answers the chat by a script when no agent does; off by itself. */
  scriptedAgent?: boolean;
  /** Of the deployed backend, default `july`. */
  revision?: Revision;
  /** The machine's time by itself; a virtual one starts the data at a day of your choice. */
  clock?: Clock;
}

export interface Backend {
  /** `http://127.0.0.1:<port>` */
  url: string;
  port: number;
  readonly profile: Profile;
  clock: Clock;
  db: Store;
  dev: DevControls;
  /** Tells when a login session ends. @returns a function that stops it */
  onSessionEnd(listener: (end: SessionEnd) => void): () => void;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

function createContext(options: BackendOptions): Context {
  const store = openStore(options.file ?? ':memory:');
  const clock = options.clock ?? createClock();
  return {
    store,
    clock,
    secrets: readSecrets(store),
    faults: new Faults(),
    limiter: new Limiter(clock),
    requests: new RequestLog(),
    sessionEnds: new Listeners(),
    issuedQrs: new Map(),
    revision: options.revision ?? 'july',
    seed: options.seed ?? 20260223,
    profile: options.profile ?? 'documented',
    chatEvents: new Listeners(),
    agents: new Presence(),
    chatSettings: usualChat(),
    online: new Online(),
    xcx: new XcxState(options.xcx_profile ?? options.profile ?? 'documented'),
    sockets: new SocketWeather(clock),
    isOpen: !isLoopbackHost(options.host ?? HOST),
  };
}

/** Starts a backend. Close it when done: it holds a port and a database. */
export async function startBackend(options: BackendOptions = {}): Promise<Backend> {
  const ctx = createContext(options);
  if (options.reset === true) resetData(ctx);
  else fillWhenEmpty(ctx);
  const dev = new DevControls(ctx, options.scriptedAgent ?? false);
  const app = buildServer(ctx, dev, { log: options.log ?? false });
  const stopRealtime = attachRealtime(ctx, app.server);
  const host = options.host ?? HOST;
  await app.listen({ port: options.port ?? 0, host });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
    port,
    get profile() {
      return ctx.profile;
    },
    clock: ctx.clock,
    db: ctx.store,
    dev,
    onSessionEnd: (listener) => ctx.sessionEnds.add(listener),
    close: async () => {
      stopRealtime();
      await app.close();
      ctx.clock.stop();
      ctx.store.close();
    },
  };
}
