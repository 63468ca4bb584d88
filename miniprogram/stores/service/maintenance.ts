// Whether a backend is under maintenance, as it said itself. Observable (MobX).
import { action, observable } from 'mobx-miniprogram';
import type { Failure } from '../../api/errors';

export type MaintenanceState =
  | { state: 'none' }
  | { state: 'maintenance'; message: string; end_time?: string };

export interface MaintenanceStore {
  readonly current: MaintenanceState;
  /** `message` is the backend's sentence; `end_time` a wire time, where it is known. */
  begin(message: string, end_time: string | undefined): void;
  /** Any other answer of the backend ends it. */
  end(): void;
}

export function createMaintenanceStore(): MaintenanceStore {
  const box = observable.box<MaintenanceState>({ state: 'none' }, { deep: false });
  const set = action((next: MaintenanceState) => box.set(next));
  return {
    get current() {
      return box.get();
    },
    begin: (message, end_time) =>
      set({ state: 'maintenance', message, ...(end_time === undefined ? {} : { end_time }) }),
    end() {
      if (box.get().state !== 'none') set({ state: 'none' });
    },
  };
}

/** Sets the store by how each exchange with the backend ended. An exchange without an answer changes nothing. */
export function watchMaintenance(
  store: Pick<MaintenanceStore, 'begin' | 'end'>,
): (failure: Failure | undefined) => void {
  return (failure) => {
    if (failure?.kind === 'maintenance') store.begin(failure.message, failure.end_time);
    else if (failure === undefined || failure.kind === 'api') store.end();
  };
}
