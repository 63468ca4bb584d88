// The main package's objects, built once from the phone's ports. `app.ts` keeps the result; pages reach it by
// `compose/bind/page`. Tests build the same with fakes, or with the reference backend.
import { createBudget } from '../api/budget';
import { createClient } from '../api/client';
import type { Client } from '../api/client';
import type { Unwrap } from '../api/envelope';
import type { Backend, Failure } from '../api/errors';
import { createExchange } from '../api/exchange';
import type { Exchange } from '../api/exchange';
import { createGate } from '../api/gate';
import type { Gate } from '../api/gate';
import { createServerClock } from '../api/server-clock';
import type { ServerClock } from '../api/server-clock';
import { createV4Api } from '../api/v4/api';
import type { V4Api } from '../api/v4/api';
import { unwrapV4 } from '../api/v4/envelope';
import { v4RefusalRules, v4Refresh } from '../api/v4/refresh';
import { reachV4 } from '../api/v4/reach';
import { v4Routes } from '../api/v4/routes';
import { createXcxApi } from '../api/xcx/api';
import type { XcxApi } from '../api/xcx/api';
import { unwrapXcx } from '../api/xcx/envelope';
import { xcxRefresh, xcxRefusalRules } from '../api/xcx/refresh';
import type { Config } from '../config';
import { deviceId } from '../platform/device-id';
import type { Platform } from '../platform/ports';
import { createStore } from '../platform/storage';
import type { Store } from '../platform/storage-types';
import { createMaintenanceStore } from '../stores/service/maintenance';
import type { MaintenanceStore } from '../stores/service/maintenance';
import { probeMaintenance } from '../stores/service/maintenance-probe';
import { createNetworkStore } from '../stores/service/network';
import type { NetworkStore } from '../stores/service/network';
import { createReach } from '../stores/service/availability';
import type { Reach } from '../stores/service/availability';
import { createSessionStore } from '../stores/person/session';
import type { SessionStore } from '../stores/person/session';
import { customerKey, staffKey } from '../stores/person/keys';
import { createSignIn } from '../stores/person/identity';

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
  /** Whether the V4 backend can be expected to answer. */
  reach: Reach;
  /** The V4 server's time, for countdowns. */
  clock: ServerClock;
  v4: V4Api;
  xcx: XcxApi;
  /** For wrappers that live elsewhere (chat, staff subpackage, socket). */
  clients: { v4: Client; xcx: Client };
  gates: { v4: Gate; xcx: Gate };
  /** Stops every listener (tests; the app never does). */
  dispose(): void;
}

/** Builds the core; restores who was signed in. Nothing is requested yet. */
export function createCore(platform: Platform, config: Config): Core {
  const { clock, timers, random } = platform;
  const { limits, timeouts } = config;
  const store = createStore(platform.storage, clock);
  const budget = createBudget(limits.concurrent);
  const maintenance = createMaintenanceStore();
  const device_id = deviceId(store, clock, random);
  const retry = { attempts: limits.get_attempts, base_ms: limits.retry_base_ms, cap_ms: limits.retry_cap_ms };

  function exchangeOf(
    backend: Backend,
    base_url: string,
    unwrap: Unwrap,
    server_clock: ServerClock,
    onOutcome?: (failure: Failure | undefined) => void,
  ): Exchange {
    return createExchange({
      backend,
      base_url,
      unwrap,
      http: platform.http,
      upload: platform.upload,
      budget,
      clock,
      server_clock,
      request_ms: timeouts.request_ms,
      upload_ms: timeouts.upload_ms,
      headers: () => ({ 'X-Device-Id': device_id, 'X-Platform': 'wechat_mp' }),
      ...(onOutcome === undefined ? {} : { onOutcome }),
    });
  }

  function watchMaintenance(failure: Failure | undefined): void {
    if (failure?.kind === 'maintenance') maintenance.begin(failure.message, failure.end_time);
    else if (failure === undefined || failure.kind === 'api') maintenance.end();
  }

  const customer = createSignIn('customer', customerKey, store);
  const staff = createSignIn('staff', staffKey, store);

  const v4_clock = createServerClock(clock);
  const v4_exchange = exchangeOf(
    'v4',
    config.v4_origin + config.v4_base_path,
    unwrapV4,
    v4_clock,
    watchMaintenance,
  );
  const v4_gate = createGate({
    backend: 'v4',
    tokens: customer.port,
    refresh: v4Refresh(v4_exchange, v4Routes(config.route_profile)),
    rules: v4RefusalRules,
    server_clock: v4_clock,
    skew_ms: limits.token_skew_ms,
  });
  const v4_client = createClient({
    backend: 'v4',
    exchange: v4_exchange,
    gate: v4_gate,
    retry,
    timers,
    random,
  });

  const xcx_clock = createServerClock(clock);
  const xcx_exchange = exchangeOf('xcx', config.xcx_origin + config.xcx_base_path, unwrapXcx, xcx_clock);
  const xcx_gate = createGate({
    backend: 'xcx',
    tokens: staff.port,
    refresh: xcxRefresh(xcx_exchange),
    rules: xcxRefusalRules,
    server_clock: xcx_clock,
    skew_ms: limits.token_skew_ms,
  });
  const xcx_client = createClient({
    backend: 'xcx',
    exchange: xcx_exchange,
    gate: xcx_gate,
    retry,
    timers,
    random,
  });

  const v4 = createV4Api(v4_client, config.route_profile, timeouts.send_message_ms);
  const xcx = createXcxApi(xcx_client);
  const network = createNetworkStore(platform.network);
  const stopProbe = probeMaintenance({
    ...{ maintenance, network, timers, random, clock: v4_clock, lifecycle: platform.lifecycle },
    ask: () => reachV4(v4_client, config.route_profile),
  });
  return {
    config,
    platform,
    store,
    session: createSessionStore({
      customer,
      staff,
      auth: v4.auth,
      staff_auth: xcx.auth,
      login: platform.login,
      timers,
      logout_ms: timeouts.logout_ms,
    }),
    network,
    maintenance,
    reach: createReach(network, maintenance),
    clock: v4_clock,
    v4,
    xcx,
    clients: { v4: v4_client, xcx: xcx_client },
    gates: { v4: v4_gate, xcx: xcx_gate },
    dispose() {
      stopProbe();
      network.dispose();
    },
  };
}
