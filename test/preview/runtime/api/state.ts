// What the API modules and the built-ins share for one host: files, storage, network, consent, the device's state.
import type { NetPort } from '../../protocol';
import type { HostPorts, TextSizePort } from '../ports/host';
import { deskOf } from '../shell/index';
import { Account } from './account/account';
import { Privacy } from './account/privacy';
import { DeviceState } from './device/device-state';
import { Disk } from './files/disk';
import { Vault } from './files/vault';
import { Position } from './location/place';
import { Chooser } from './media/chooser';
import { Sharing } from './share';
import { Sources } from './sources';
import { LocalBacking, MemoryBacking, type Backing } from './storage/backing';
import { Store } from './storage/store';

export interface ApiState {
  readonly disk: Disk;
  readonly store: Store;
  readonly net: NetPort;
  readonly sources: Sources;
  readonly privacy: Privacy;
  readonly account: Account;
  readonly chooser: Chooser;
  readonly sharing: Sharing;
  readonly device: DeviceState;
  readonly position: Position;
  readonly textSize: TextSizePort;
}

const states = new WeakMap<HostPorts, ApiState>();
const vaults = new Map<string, Vault>();

/** Read the kept files of a program back. Await it before the host is made, or they are not there at its start. */
export async function prepareApi(appId: string): Promise<void> {
  await vaultOf(appId).load();
}

function vaultOf(appId: string): Vault {
  const vault = vaults.get(appId) ?? new Vault(`preview:${appId}`);
  vaults.set(appId, vault);
  return vault;
}

/** The shared state of one host, made at first use. */
export function stateOf(ports: HostPorts): ApiState {
  const known = states.get(ports);
  if (known) return known;
  const made = create(ports);
  states.set(ports, made);
  return made;
}

function create(ports: HostPorts): ApiState {
  const { net, appId } = ports.config;
  const files = vaultOf(appId);
  const disk = new Disk(files);
  const store = new Store(storageBacking(files, `preview:${appId}:`));
  const privacy = new Privacy(ports);
  return {
    disk,
    store,
    net,
    privacy,
    sources: new Sources(ports, disk, (url) => net.resourceUrl(url)),
    account: new Account(),
    chooser: new Chooser(disk, ports.shell.overlay),
    sharing: new Sharing(ports),
    position: new Position(),
    textSize: ports.textSize,
    device: new DeviceState(deskOf(ports.shell)),
  };
}

const SPILLED = 'storage:';

function storageBacking(files: Vault, prefix: string): Backing {
  const spill: Backing = {
    get: (key) => {
      const text = files.get(SPILLED + key);
      return typeof text === 'string' ? text : undefined;
    },
    set: (key, text) => files.set(SPILLED + key, text),
    remove: (key) => files.remove(SPILLED + key),
    keys: () => files.keys(SPILLED).map((key) => key.slice(SPILLED.length)),
    settled: () => files.settled(),
  };
  return typeof localStorage === 'undefined'
    ? new MemoryBacking()
    : new LocalBacking(localStorage, prefix, spill);
}
