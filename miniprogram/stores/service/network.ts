// Whether there is a network, and which kind. Observable (MobX).
import { action, observable } from 'mobx-miniprogram';
import type { NetworkPort, NetworkState } from '../../platform/ports';

export interface NetworkStore {
  /** True until the phone says otherwise. */
  readonly connected: boolean;
  /** wifi, 2g … 5g, unknown, none. */
  readonly type: string;
  /** Settled when the first state has been read. */
  readonly ready: Promise<void>;
  dispose(): void;
}

export function createNetworkStore(port: NetworkPort): NetworkStore {
  const box = observable.box<NetworkState>({ connected: true, type: 'unknown' }, { deep: false });
  const set = action((next: NetworkState) => box.set(next));
  let changed = false;
  const off = port.onChange((next) => {
    changed = true;
    set({ connected: next.connected, type: next.type });
  });
  const ready = port.read().then(
    (next) => {
      // A change that came meanwhile is newer than this answer.
      if (!changed) set(next);
    },
    // The phone cannot say: carry on as connected, requests will tell.
    () => undefined,
  );
  return {
    get connected() {
      return box.get().connected;
    },
    get type() {
      return box.get().type;
    },
    ready,
    dispose: off,
  };
}
