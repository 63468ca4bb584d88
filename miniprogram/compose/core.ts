// The main package's objects, built once from the phone's ports. `app.ts` keeps the result; pages reach it by
// `compose/bind/page`. Tests build the same with fakes, or with the reference backend.
import type { BackendParts } from '../api/backend';
import { createBudget } from '../api/budget';
import type { OnBroken } from '../api/exchange';
import { createV4Api } from '../api/v4/api';
import type { V4Api } from '../api/v4/api';
import { unwrapV4 } from '../api/v4/envelope';
import { v4RefusalRules, v4Refresh } from '../api/v4/refresh';
import { v4Routes } from '../api/v4/routes';
import { createXcxApi } from '../api/xcx/api';
import type { XcxApi } from '../api/xcx/api';
import { unwrapXcx } from '../api/xcx/envelope';
import { xcxRefresh, xcxRefusalRules } from '../api/xcx/refresh';
import { xcxRoutes } from '../api/xcx/routes';
import type { Config } from '../config';
import { deviceId } from '../platform/device-id';
import type { Platform } from '../platform/ports';
import { createSteadyTime } from '../platform/steady-clock';
import { createStore } from '../platform/storage';
import type { Store } from '../platform/storage-types';
import { createIdentity } from '../stores/person/identity';
import { customerKey, staffKey } from '../stores/person/keys';
import { createSessionStore } from '../stores/person/session';
import type { SessionStore } from '../stores/person/session';
import { createNetworkStore } from '../stores/service/network';
import type { NetworkStore } from '../stores/service/network';
import { createService } from '../stores/service/service';
import type { Service } from '../stores/service/service';
import { createTimeMemory } from '../stores/service/time-memory';
import type { User } from '../../typings/v4/auth';
import type { ApiUserInfo } from '../../typings/xcx/auth';

/** What belongs to one backend alone stands under its name, `v4` or `xcx`. */
export interface Core {
  config: Config;
  /** Clock, timers, device, lifecycle, network, files: for stores that pages build. Its clock never goes back. */
  platform: Platform;
  /** Per-person persistence; mostly reached by `v4.identity.area()`. */
  store: Store;
  session: SessionStore;
  network: NetworkStore;
  /** The customers' backend. */
  v4: Service<V4Api, User>;
  /** The staff's backend. */
  xcx: Service<XcxApi, ApiUserInfo>;
  /** Stops every listener (tests; the app never does). */
  dispose(): void;
}

/**
 * Builds the core; restores who was signed in. Nothing is requested yet.
 * @param onBroken told of rows that a reply's lists had to leave out
 */
export function createCore(phone: Platform, config: Config, onBroken?: OnBroken): Core {
  const { clock, timers, onJump } = createSteadyTime(phone);
  const platform: Platform = { ...phone, clock, timers };
  const store = createStore(phone.storage, clock);
  const network = createNetworkStore(platform.network);
  const timeMemory = createTimeMemory(store, clock, phone.clock);
  const shared = {
    ...sharedParts(platform, config, store),
    timeMemory,
    ...(onBroken === undefined ? {} : { onBroken }),
  };
  const around = { shared, network, lifecycle: platform.lifecycle, onJump };
  const routes = v4Routes(config.route_profile);
  const v4 = createService({
    ...around,
    dialect: {
      name: 'v4',
      base_url: config.v4_origin + config.v4_base_path,
      unwrap: unwrapV4,
      refresh: (exchange) => v4Refresh(exchange, routes),
      rules: v4RefusalRules,
    },
    identity: createIdentity('customer', customerKey, store),
    apiOf: (client) => createV4Api(client, config.route_profile),
    probe_route: routes.verify,
  });
  const xcx = createService({
    ...around,
    dialect: {
      name: 'xcx',
      base_url: config.xcx_origin + config.xcx_base_path,
      unwrap: unwrapXcx,
      refresh: xcxRefresh,
      rules: xcxRefusalRules,
    },
    identity: createIdentity('staff', staffKey, store),
    apiOf: createXcxApi,
    probe_route: xcxRoutes.me,
  });
  const session = createSessionStore({
    customer: v4.identity,
    staff: xcx.identity,
    auth: v4.api.auth,
    staff_auth: xcx.api.auth,
    login: platform.login,
    timers: platform.timers,
    logout_ms: config.timeouts.logout_ms,
  });
  return {
    config,
    platform,
    store,
    session,
    network,
    v4,
    xcx,
    dispose() {
      v4.dispose();
      xcx.dispose();
      network.dispose();
    },
  };
}

/** What both backends use of the phone and of the configuration: one budget of requests, one id of the device. */
function sharedParts(
  platform: Platform,
  { limits, timeouts }: Config,
  store: Store,
): Omit<BackendParts, 'timeMemory'> {
  const { http, upload, clock, timers, random } = platform;
  const device_id = deviceId(store, clock, random);
  return {
    http,
    upload,
    clock,
    timers,
    random,
    budget: createBudget(limits.concurrent),
    retry: { attempts: limits.get_attempts, base_ms: limits.retry_base_ms, cap_ms: limits.retry_cap_ms },
    request_ms: timeouts.request_ms,
    upload_ms: timeouts.upload_ms,
    token_skew_ms: limits.token_skew_ms,
    headers: () => ({ 'X-Device-Id': device_id, 'X-Platform': 'wechat_mp' }),
  };
}
