// One backend with all that the app keeps about it. `core.v4` and `core.xcx` have the same shape, so a page of the one
// written like a page of the other reads its own clock, maintenance and sign-in.
import { createBackend } from '../../api/backend';
import type { Backend, BackendParts, Dialect } from '../../api/backend';
import type { Client } from '../../api/client';
import { probe } from '../../api/probe';
import type { Route } from '../../api/route';
import type { LifecyclePort, Off } from '../../platform/ports';
import type { Identity } from '../person/identity';
import { createAvailability } from './availability';
import type { Availability } from './availability';
import { createMaintenanceStore, watchMaintenance } from './maintenance';
import type { MaintenanceStore } from './maintenance';
import { probeMaintenance } from './maintenance-probe';

export interface Service<Api, User> extends Backend {
  /** The wrappers that the main package needs. */
  readonly api: Api;
  /** The same wrappers on another client. */
  apiOf(client: Client): Api;
  /** Who is signed in there. */
  readonly identity: Identity<User>;
  /** Set while the backend says that it is under maintenance. */
  readonly maintenance: MaintenanceStore;
  /** Whether the backend can be expected to answer. */
  readonly availability: Availability;
  /** Stops listening to the phone, and asking whether a maintenance is over. */
  dispose(): void;
}

export interface ServiceParts<Api, User> {
  dialect: Dialect;
  identity: Identity<User>;
  apiOf(client: Client): Api;
  /** Asked without a token while the backend is under maintenance. */
  probe_route: Route;
  shared: BackendParts;
  lifecycle: LifecyclePort;
  /** The phone's clock was set, or the phone slept. */
  onJump(listener: () => void): Off;
  /** Observable. */
  network: { readonly connected: boolean };
}

/** Builds one; nothing is requested yet. */
export function createService<Api, User>(parts: ServiceParts<Api, User>): Service<Api, User> {
  const { identity, network, lifecycle, apiOf } = parts;
  const { timers, random } = parts.shared;
  const maintenance = createMaintenanceStore();
  const backend = createBackend(parts.dialect, identity.port, watchMaintenance(maintenance), parts.shared);
  const stopProbe = probeMaintenance({
    maintenance,
    network,
    timers,
    random,
    lifecycle,
    clock: backend.clock,
    ask: () => probe(backend.client, parts.probe_route),
  });
  // A sign-in that could not be stored is tried again when the app goes to the background. When it comes back the
  // server's time is in doubt, because timers stand still there and would not notice that the clock was set.
  const stops = [
    parts.onJump(backend.clock.doubt),
    lifecycle.onShow(backend.clock.doubt),
    lifecycle.onHide(identity.save),
    stopProbe,
  ];
  return {
    ...backend,
    api: apiOf(backend.client),
    apiOf,
    identity,
    maintenance,
    availability: createAvailability(network, maintenance),
    dispose: () => stops.forEach((stop) => stop()),
  };
}
